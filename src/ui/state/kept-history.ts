/** How the last run of an earlier visit went, read back with what the page itself cannot vouch for checked. */
import type { StageName } from '../../protocol/index.ts';
import { MOST_PLACES } from './chart.ts';
import { NO_COUNTS } from './run-counts.ts';
import type { History, Moment, RoundTimes } from './run-history.svelte.ts';

const STAGES = Object.keys(NO_COUNTS) as StageName[];

/** null where there is none, or one that cannot be drawn. */
export function readHistory(kept: unknown): History | null {
  const { moments, rounds, reached } = (kept ?? {}) as Partial<Record<keyof History, unknown>>;
  if (!isList(moments, isMoment) || moments.length === 0 || moments.length > MOST_PLACES) return null;
  if (!isList(rounds, isRound) || !isNumbers(reached)) return null;
  return { moments, rounds, reached };
}

function isList<T>(value: unknown, is: (each: unknown) => each is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

const isNumber = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;

function isNumbers(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isNumber);
}

function isMoment(value: unknown): value is Moment {
  const { ms, made, scored, best } = (value ?? {}) as Partial<Record<keyof Moment, unknown>>;
  return isNumber(ms) && isNumber(made) && isNumber(scored) && isNumbers(best);
}

function isRound(value: unknown): value is RoundTimes {
  const { round, stages } = (value ?? {}) as Partial<Record<keyof RoundTimes, unknown>>;
  return (round === null || isNumber(round)) && isNumbers(stages) && STAGES.every((name) => name in stages);
}
