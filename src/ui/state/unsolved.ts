/** What can be said of a task that a run has not solved: what fits in part, and what was searched to its end. */
import type { Candidate, GridRows, SearchProgress, SourceCounts, SourceName } from '../../protocol/index.ts';
import { COLOUR_NAMES } from '../parts/colour-names.ts';
import { number, percent, plural } from './sentences.ts';
import { SOURCE_NAMES } from './source-names.ts';

/** What of the train pairs comes right, in sentences; `top` holds at least one candidate, the best first. */
export function partFacts(top: readonly Candidate[], train: number): readonly string[] {
  const pairs = Array.from({ length: train }, (_, pair) => pair);
  const sizes = Math.max(...top.map((each) => pairs.filter((pair) => each.pairs[pair].shape).length));
  const [best] = top;
  const matched = pairs.filter((pair) => best.pairs[pair].match);
  const left = pairs.filter((pair) => !best.pairs[pair].match);
  const sized = left.filter((pair) => best.pairs[pair].shape);
  const unsized = left.filter((pair) => !best.pairs[pair].shape);
  const shares = sized.map((pair) => {
    const { correct, cells } = best.pairs[pair];
    return `${pairText([pair])} ${percent(correct / cells)} of the cells`;
  });
  if (unsized.length > 0) shares.push(`${pairText(unsized)} not even the size`);
  return [
    sizes === train
      ? `The size rule is found: it is right on ${train === 1 ? 'the train pair' : train === 2 ? 'both train pairs' : `all ${train} train pairs`}.`
      : sizes > 0
        ? `The size of the output is right on ${sizes} of ${plural(train, 'train pair')}, no more.`
        : 'The size of the output is not understood: it is right on no train pair.',
    matched.length > 0
      ? `The best makes ${pairText(matched)} right; of the others: ${shares.join(', ')}.`
      : `The best makes no pair right: ${shares.join(', ')}.`,
  ];
}

/** Whether all colours of the outputs are painted where they should be able to. */
export function colourFact(expected: readonly GridRows[], given: readonly (GridRows | null)[]): string {
  const missing = new Set<number>();
  expected.forEach((rows, i) => {
    const painted = new Set(given[i]?.flat());
    for (const colour of rows.flat()) if (!painted.has(colour)) missing.add(colour);
  });
  if (missing.size === 0) return 'The colours are explained: each that an output has is painted in it.';
  const names = [...missing].sort((a, b) => a - b).map((colour) => COLOUR_NAMES[colour]);
  return `Not explained by the best: ${listText(names)}, which some output has and it does not paint there.`;
}

/** Which generators have nothing more to give, and which were cut off. */
export function sourceFacts(
  sources: SourceCounts,
  search: SearchProgress | null,
  rounds: number,
): readonly string[] {
  const made = Object.entries(sources).filter(([, { made: count }]) => count > 0);
  const beside = search === null ? [] : [searchFact(search)];
  const from = made.map(
    ([name, { made: count, best }]) =>
      `${SOURCE_NAMES[name as SourceName].toLowerCase()} ${number(count)} (best ${best})`,
  );
  return [
    ...(from.length > 0 ? [`Tried: ${from.join(', ')}.`] : []),
    ...(sources.mutation.made > 0
      ? [`Mutation was cut off after ${plural(rounds, 'round')}: it never runs dry.`]
      : []),
    ...beside,
  ];
}

function searchFact({ end, round }: SearchProgress): string {
  if (end === 'exhausted') return 'The search from nothing ran dry: all that it can make was made.';
  if (end === 'time') return `The search from nothing was cut off by its time, in round ${round}.`;
  return end === 'failed' ? 'The search from nothing broke off.' : 'The search from nothing was stopped.';
}

function pairText(pairs: readonly number[]): string {
  const numbers = pairs.map((pair) => String(pair + 1));
  return `${pairs.length === 1 ? 'pair' : 'pairs'} ${listText(numbers)}`;
}

function listText(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
