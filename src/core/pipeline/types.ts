/** The data of a run: what is asked for, what the jobs bring back, and the events that a run streams. */
import type { GeneratorName } from '../search/brought.ts';
import type { Task } from '../task/task.ts';
import type { SearchProgress, SourceCounts } from './sources.ts';

/**
 * How the evaluation of a solver on one pair ended: `ok` gave a rectangular grid of colours 0-9 (of any size
 * within the cap), `nongrid` any other value, `error` met a primitive that failed, `fuel` and `size` met a limit.
 */
export type End = 'ok' | 'nongrid' | 'error' | 'fuel' | 'size';

/** What a candidate did on one pair. Pairs are in the order of `pairsOf`: train, then test. */
export interface PairScore {
  readonly end: End;
  /** The output equals the expected one; false where that is not known. */
  readonly match: boolean;
  /** Height and width are the expected ones. */
  readonly shape: boolean;
  /** Cells that are right, out of `cells`; 0 where the shape differs. */
  readonly correct: number;
  /** Cells of the expected output; 0 where it is not known. */
  readonly cells: number;
  /** Steps used, whatever the machine and whatever was shared with other candidates. */
  readonly fuel: number;
}

/** Where a candidate comes from. */
export type Origin =
  | { readonly kind: 'pool'; readonly solver: string }
  | {
      readonly kind: 'mutation';
      /** Name of the solver it descends from. */
      readonly parent: string;
      /** Body hash of the very parent, a solver of the pool or a candidate of an earlier round; '' where not known. */
      readonly parentHash: string;
      /** What was changed, such as `constant ONE -> THREE`. */
      readonly change: string;
    }
  | {
      /** A search from nothing, beside the rounds. */
      readonly kind: 'search';
      readonly generator: GeneratorName;
      readonly cost: number;
      /** All that it does, as macros in the order in which it takes them. */
      readonly steps: readonly string[];
      /** The same in words: "objects → largest → subgrid". */
      readonly words: string;
      /** Pieces that it lays over each other. */
      readonly layers: number;
      /** The round of the search, the first being 1. */
      readonly round: number;
    };

/** A candidate that is not shown itself. */
export interface Peer {
  readonly id: number;
  readonly origin: Origin;
  /** Body hash and calls. */
  readonly hash: string;
  readonly length: number;
  /** Fuel over all pairs. */
  readonly fuel: number;
}

/** Candidates that were dropped since their body was known: how many, and the first few. */
export interface Duplicates {
  readonly count: number;
  readonly first: readonly { readonly id: number; readonly origin: Origin }[];
}

/** A ranked candidate: the shortest of those whose outputs agree on every pair. */
export interface Candidate {
  /** Number in order of generation, unique in the run. */
  readonly id: number;
  /** A short name for people: the solver's, or that of the solver it descends from. */
  readonly name: string;
  readonly origin: Origin;
  readonly round: number;
  /** Body hash, 16 hex digits. */
  readonly hash: string;
  /** The canonical program, as in program wire form (`encodeProgram`). */
  readonly code: Int32Array;
  /** Calls in the program, what "shorter" means. */
  readonly length: number;
  readonly pairs: readonly PairScore[];
  /** Train pairs matched; a candidate that has them all solves the task as far as can be known. */
  readonly matched: number;
  /** Share of right cells over the train pairs, 0-1. */
  readonly accuracy: number;
  /** The same, but where a shape is wrong it is what both grids share: it tells apart what `accuracy` does not. */
  readonly likeness: number;
  /** Fuel over all pairs. */
  readonly fuel: number;
  /** Names the behaviour: equal where the outputs agree on every pair; no text for people (see 5-score.ts). */
  readonly behaviour: string;
  /** How many scored candidates share the behaviour, this one included. */
  readonly alike: number;
  /** The first few of those others, by length, fuel and number. */
  readonly peers: readonly Peer[];
  /** Those with the same body, which were not scored again. */
  readonly duplicates: Duplicates;
}

export type StageName = 'generate' | 'dedupe' | 'inline' | 'validate' | 'score' | 'rank';

export const STAGES: readonly StageName[] = ['generate', 'dedupe', 'inline', 'validate', 'score', 'rank'];

/** Candidates that left a stage so far, and the time that workers spent in it (milliseconds, summed over them). */
export interface StageCount {
  readonly out: number;
  readonly ms: number;
}

export type StageCounts = Readonly<Record<StageName, StageCount>>;

/** A named solver text of the pool. */
export interface PoolSolver {
  readonly name: string;
  readonly source: string;
}

/** All that decides a run: the same plan gives the same candidates and ranking with any number of workers. */
export interface RunPlan {
  readonly task: Task;
  readonly pool: readonly PoolSolver[];
  /** Name of a pool solver to leave out, so that Run is an honest test; null for none. */
  readonly leaveOut: string | null;
  readonly seed: number;
  /** Candidates per round. */
  readonly perRound: number;
  readonly rounds: number;
  /** Fuel per candidate and pair. */
  readonly fuel: number;
  /** Whether the run ends after the round in which a candidate matched all train pairs. */
  readonly stopWhenSolved: boolean;
}

/** Why a candidate did not get as far as scoring. */
export interface Rejection {
  readonly id: number;
  readonly stage: 'inline' | 'validate';
  readonly why: string;
}

/** A rejection with what was rejected. */
export interface Rejected extends Rejection {
  readonly origin: Origin;
  readonly hash: string;
  /** The canonical program in wire form. */
  readonly code: Int32Array;
}

export type RunEndReason = 'finished' | 'solved' | 'stopped' | 'failed';

export type RunEvent =
  | { readonly kind: 'round'; readonly round: number; readonly rounds: number }
  /** Counts and times, whenever a job came back. `done` and `jobs` tell the progress of the round. */
  | {
      readonly kind: 'progress';
      readonly stages: StageCounts;
      readonly sources: SourceCounts;
      readonly done: number;
      readonly jobs: number;
    }
  /** The best behaviours so far, best first, at most `TOP` of them. `behaviours` counts them all. */
  | { readonly kind: 'ranking'; readonly top: readonly Candidate[]; readonly behaviours: number }
  /** A pool solver that could not be read; the run goes on without it. */
  | { readonly kind: 'unreadable'; readonly solver: string; readonly why: string }
  /** What stages 3 and 4 refused of a batch: how many, and the first few of them. */
  | { readonly kind: 'rejected'; readonly count: number; readonly first: readonly Rejected[] }
  /**
   * A job was lost with its worker (deadline or crash); `again` tells whether it is tried once more. `candidates` are those
   * that are lost for good with it.
   */
  | { readonly kind: 'lost'; readonly why: string; readonly candidates: number; readonly again: boolean }
  /** The rounds are done; what comes from beside them is waited for. */
  | { readonly kind: 'waiting' }
  /** How far the search beside the rounds has come. */
  | { readonly kind: 'search'; readonly progress: SearchProgress }
  | { readonly kind: 'end'; readonly reason: RunEndReason; readonly ms: number; readonly message: string };

/** The ranking that is streamed holds at most so many behaviours. */
export const TOP = 500;
