/** Where candidates come from: what each generator has brought, and how far the search beside the rounds has come. */
import { GENERATORS, type Brought, type BroughtBy, type GeneratorName } from '../search/brought.ts';
import type { Origin } from './types.ts';

/** The generators of candidates. */
export type SourceName = 'pool' | 'mutation' | GeneratorName;

export const SOURCES: readonly SourceName[] = ['pool', 'mutation', ...GENERATORS];

export function sourceOf(origin: Origin): SourceName {
  return origin.kind === 'search' ? origin.generator : origin.kind;
}

/** A short name for people: the solver's, or that of the solver it descends from. */
export function nameOf(origin: Origin): string {
  if (origin.kind === 'search') return 'search';
  return origin.kind === 'pool' ? origin.solver : origin.parent;
}

/** What a generator has brought to the run. */
export type SourceCount = Brought;

export type SourceCounts = Readonly<Record<SourceName, SourceCount>>;

/**
 * Why a search from nothing is over: an answer is trusted, nothing is left to try, its time is up, its fuel is burnt, it
 * was no longer wanted, or its worker failed.
 */
export type SearchEnd = 'trusted' | 'exhausted' | 'time' | 'fuel' | 'closed' | 'failed';

export interface SearchProgress {
  readonly phase: 'starting' | 'searching' | 'paused' | 'over';
  readonly end: SearchEnd | null;
  /** Why it failed, '' where it did not. */
  readonly why: string;
  /** Milliseconds of searching, and how many it may take; Infinity where it goes on until it has solved the task. */
  readonly ms: number;
  readonly limit: number;
  /** Steps burnt, and how many it may burn; null where time decides. */
  readonly fuel: number;
  readonly fuelLimit: number | null;
  readonly round: number;
  /** Expressions tried on single inputs, different vectors of values among them, programs run. */
  readonly applied: number;
  readonly distinct: number;
  readonly tried: number;
  /** What each of its generators has made, whether it came as far as a candidate or not; null before the first. */
  readonly brought: BroughtBy | null;
  /** Train pairs that its best program gives, cells of all train outputs that it has right, and how many there are. */
  readonly best: number;
  readonly right: number;
  readonly cells: number;
}
