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
  /** Small tasks that are drawn for runs where none is named. */
  readonly drawnTasks: number;
  /** Candidates of a round. */
  readonly round: number;
  /** Tasks that the reference job is done for. */
  readonly jobTasks: number;
  /** Candidates on one task, and how often each. */
  readonly growth: readonly { readonly candidates: number; readonly runs: number }[];
  /** Seconds and steps of a search on each task. */
  readonly search: { readonly seconds: number; readonly fuel: number };
  /** Fresh pages that a first run is started in. */
  readonly pages: number;
  /** In the page a key is measured on every so many-th task of the starter pool. */
  readonly keysEvery: number;
  /** Tasks that cost nothing, through the queue. */
  readonly queueTasks: number;
  /** Tasks that take their time, through the queue. */
  readonly longTasks: { readonly count: number; readonly ms: number };
  /** Jobs that wait while one is claimed. */
  readonly waiting: readonly number[];
  /** Machines and tasks that are played through. */
  readonly fleet: { readonly machines: number; readonly tasks: number };
}

export const FULL: Scale = {
  drawnTasks: 6,
  round: 2000,
  jobTasks: 20,
  growth: [
    { candidates: 1000, runs: 5 },
    { candidates: 10_000, runs: 3 },
    { candidates: 100_000, runs: 1 },
  ],
  search: { seconds: 5, fuel: 30_000_000 },
  pages: 5,
  keysEvery: 1,
  queueTasks: 3000,
  longTasks: { count: 30, ms: 1000 },
  waiting: [1000, 100_000, 1_000_000],
  fleet: { machines: 1000, tasks: 10_000_000 },
};

export const QUICK: Scale = {
  drawnTasks: 2,
  round: 100,
  jobTasks: 2,
  growth: [
    { candidates: 40, runs: 1 },
    { candidates: 80, runs: 1 },
    { candidates: 160, runs: 1 },
  ],
  search: { seconds: 0.2, fuel: 1_000_000 },
  pages: 1,
  keysEvery: 40,
  queueTasks: 40,
  longTasks: { count: 6, ms: 50 },
  waiting: [100, 200],
  fleet: { machines: 10, tasks: 20_000 },
};

export const FULL_EFFORT: Effort = { rounds: 5, least: 30 };
export const QUICK_EFFORT: Effort = { rounds: 2, least: 5 };
