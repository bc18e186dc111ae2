/** What every section of the bench is given. */
import type { Corpus } from './corpus.ts';
import type { Effort } from './measure.ts';

export interface Bench {
  readonly corpus: Corpus;
  readonly effort: Effort;
  readonly scale: Scale;
}

/** How much is measured. */
export interface Scale {
  /** Foreign tasks that are drawn where none is named. */
  readonly foreignTasks: number;
  /** Candidates that are scored in one graph and each alone. */
  readonly shared: number;
  /** Solvers that the slow evaluator runs, too. */
  readonly naive: number;
  /** Candidates of a round. */
  readonly round: number;
  /** Tasks that the job of the reference pipeline is done for. */
  readonly jobTasks: number;
  /** Candidates on one task, and how often each. */
  readonly growth: readonly { readonly candidates: number; readonly runs: number }[];
}

export const FULL: Scale = {
  foreignTasks: 6,
  shared: 500,
  naive: 40,
  round: 2000,
  jobTasks: 20,
  growth: [
    { candidates: 1000, runs: 5 },
    { candidates: 10_000, runs: 3 },
    { candidates: 100_000, runs: 1 },
  ],
};

export const QUICK: Scale = {
  foreignTasks: 2,
  shared: 60,
  naive: 6,
  round: 100,
  jobTasks: 2,
  growth: [
    { candidates: 40, runs: 1 },
    { candidates: 80, runs: 1 },
    { candidates: 160, runs: 1 },
  ],
};

export const FULL_EFFORT: Effort = { warmUp: 4000, rounds: 7, least: 100 };
export const QUICK_EFFORT: Effort = { warmUp: 0, rounds: 2, least: 5 };
