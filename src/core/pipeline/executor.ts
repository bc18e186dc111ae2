/** What a run needs from outside. */
import type { Clock, JobName, Jobs } from './jobs.ts';
import type { Origin, RunEvent } from './types.ts';

/** What a job gave, or why it was lost. A defect inside a worker is told like this, too: thrown it would lose its tag. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Where jobs are done: a pool of workers, or this very thread. */
export interface Executor {
  /** Jobs that run at the same time. */
  readonly width: number;
  /** Never rejects. */
  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>>;
}

/** A candidate that comes from beside the rounds. */
export interface FoundBeside {
  /** The canonical program in wire form. */
  readonly code: Int32Array;
  readonly hash: string;
  readonly origin: Origin;
}

/** Where candidates come from beside the rounds, at any time. */
export interface Beside {
  /** Waits for the next ones; null once no more will come. Never rejects. */
  next(): Promise<readonly FoundBeside[] | null>;
  /** No more are wanted: `next` gives null at once. */
  close(): void;
  /** There is a solver, but a long one: what comes soon may say it shorter. As `close`, where left out. */
  hasten?(): void;
}

/** One whose time can be held. */
export interface HeldBeside extends Beside {
  pause(): void;
  resume(): void;
}

export interface RunEnvironment {
  readonly executor: Executor;
  readonly now: Clock;
  readonly emit: (event: RunEvent) => void;
  /** Asked between jobs; once true the run ends as `stopped`. */
  readonly stopped: () => boolean;
  /** The run ends when its rounds are done and nothing more comes from there. */
  readonly beside?: Beside;
}
