/** The contract of a pool worker: one method, a job in, its result out. */
import type { JobName, Jobs } from '../core/pipeline/jobs.ts';

/** What a job gave. A defect inside the worker is told as data: comlink would lose all but message and stack of an error. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export interface EngineApi {
  work<K extends JobName>(name: K, job: Jobs[K]['job']): Answer<Jobs[K]['result']>;
}
