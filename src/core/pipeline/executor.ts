/** What a run needs from outside. */
import type { Clock, JobName, Jobs } from './jobs.ts';
import type { RunEvent } from './types.ts';

/** What became of a job; `why` tells how it was lost. */
export type JobOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Where jobs are done: a pool of workers, or this very thread. */
export interface Executor {
  /** Jobs that run at the same time. */
  readonly width: number;
  /** Never rejects. */
  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>>;
}

export interface RunEnvironment {
  readonly executor: Executor;
  readonly now: Clock;
  readonly emit: (event: RunEvent) => void;
  /** Asked between jobs; once true the run ends as `stopped`. */
  readonly stopped: () => boolean;
}
