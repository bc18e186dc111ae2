/** Where candidates come from: what each generator has brought, and how far the search beside the rounds has come. */
import type { GeneratorName } from '../search/synthesis.ts';
import type { Origin } from './types.ts';

/** The generators of candidates. */
export type SourceName = 'pool' | 'mutation' | GeneratorName;

export const SOURCES: readonly SourceName[] = ['mutation', 'pool', 'goals', 'blocks', 'pieces'];

export function sourceOf(origin: Origin): SourceName {
  return origin.kind === 'search' ? origin.generator : origin.kind;
}

/** A short name for people: the solver's, or that of the solver it descends from. */
export function nameOf(origin: Origin): string {
  if (origin.kind === 'search') return 'search';
  return origin.kind === 'pool' ? origin.solver : origin.parent;
}

/** What a generator has brought. */
export interface SourceCount {
  readonly made: number;
  /** Those whose program was new. */
  readonly distinct: number;
  /** Those that match a train pair. */
  readonly useful: number;
  /** Train pairs that the best of them matches. */
  readonly best: number;
}

export type SourceCounts = Readonly<Record<SourceName, SourceCount>>;

/**
 * Why a search from nothing is over: an answer is trusted, nothing is left to try, its time is up, it was no longer
 * wanted, or its worker failed.
 */
export type SearchEnd = 'trusted' | 'exhausted' | 'time' | 'closed' | 'failed';

export interface SearchProgress {
  readonly phase: 'starting' | 'searching' | 'paused' | 'over';
  readonly end: SearchEnd | null;
  /** Why it failed, '' where it did not. */
  readonly why: string;
  /** Milliseconds of searching, and how many it may take. */
  readonly ms: number;
  readonly limit: number;
  readonly round: number;
  /** Expressions tried on single inputs, different vectors of values among them, programs run. */
  readonly applied: number;
  readonly distinct: number;
  readonly tried: number;
  /** Train pairs that its best program gives. */
  readonly best: number;
}
