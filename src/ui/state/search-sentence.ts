/** What is said of the search from nothing beside a run. */
import type { SearchProgress } from '../../protocol/index.ts';
import { duration, number, percent, plural, rough } from './sentences.ts';

/** How far it is, in a few words. */
export function searchHead({ phase, end, ms, limit, fuel, fuelLimit, applied }: SearchProgress): string {
  if (phase === 'starting') return 'Search starting …';
  if (phase === 'searching') {
    if (fuelLimit !== null) return `Searching, ${rough(fuel)} of ${rough(fuelLimit)} steps`;
    const until = limit === Infinity ? 'until solved' : `of ${number(limit / 1000)} s`;
    return `Searching, ${duration(ms)} ${until}`;
  }
  if (phase === 'paused') return `Search paused at ${duration(ms)}`;
  if (end === 'failed') return 'Search broke off';
  if (applied === 0) return 'Solved before a search was needed';
  const found = end === 'trusted' ? ', found' : end === 'exhausted' ? ', to its end' : '';
  return `Searched for ${duration(ms)}${found}`;
}

/** How much of what it may take it has taken, as far as that is known. */
export function searchShare({ ms, limit, fuel, fuelLimit }: SearchProgress): number {
  return fuelLimit === null ? ms / limit : Math.min(1, fuel / fuelLimit);
}

/** What it has done, in the order of importance. */
export function searchFacts(
  { round, applied, distinct, tried, best, right, cells }: SearchProgress,
  train: number,
): string[] {
  if (round === 0) return [];
  const near = best < train && cells > 0 ? `, ${percent(right / cells)} of cells right` : '';
  return [
    ...(tried > 0 ? [`best ${best} of ${plural(train, 'pair')}${near}`] : []),
    `round ${round}`,
    `${rough(applied)} expressions`,
    `${rough(distinct)} different values`,
    `${plural(tried, 'program')} run`,
  ];
}

/** What came of a search that found nothing, as a sentence. */
export function searchedText({ end, why, ms, applied, tried }: SearchProgress): string {
  if (end === 'failed') return `The search broke off: ${why}.`;
  if (end === 'closed' && applied === 0) return '';
  const ran = tried === 0 ? 'no program' : plural(tried, 'program');
  const work = `The search tried ${rough(applied)} expressions and ran ${ran} in ${duration(ms)}`;
  if (end === 'exhausted') return `${work}, and came to its end.`;
  return end === 'time' || end === 'fuel' ? `${work}. The settings can give it longer.` : `${work}.`;
}
