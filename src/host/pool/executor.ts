/** Handing jobs of the pipeline to a pool, or to one worker. */
import type { Remote } from 'comlink';
import type { Answer, Executor } from '../../core/pipeline/executor.ts';
import type { GenerateJob, JobName, Jobs, Parents } from '../../core/pipeline/jobs.ts';
import type { EngineApi } from '../../protocol/engine.ts';
import type { Outcome } from '../../protocol/outcome.ts';
import type { Supervisor } from './supervisor.ts';
import type { Pool } from './pool.ts';

export type EnginePool = Pool<Remote<EngineApi>>;

type Ask = <T>(question: (api: Remote<EngineApi>) => Promise<T>) => Promise<Outcome<T>>;

export function poolExecutor(pool: EnginePool): Executor {
  return {
    get width() {
      return pool.size;
    },
    submit: submitBy((question) => pool.submit(question)),
  };
}

/** @param deadline milliseconds after which a job, and its worker, are given up */
export function supervisedExecutor(supervisor: Supervisor<Remote<EngineApi>>, deadline: number): Executor {
  return { width: 1, submit: submitBy((question) => supervisor.ask(question, deadline)) };
}

/** The way of all jobs to their workers, whatever says which worker is asked and when. */
export function submitBy(ask: Ask): Executor['submit'] {
  return async <K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> => {
    const outcome = await ask(async (api) => {
      // comlink's types spread a generic method over the union of all jobs
      const answer = await (api.work(name, withoutKnown(api, job)) as Promise<Answer<Jobs[K]['result']>>);
      if (!answer.ok) parentsAt.delete(api);
      return answer;
    });
    return outcome.ok ? outcome.value : { ok: false, why: outcome.why };
  };
}

/**
 * The parents that each worker was sent last, which it still has: they go there once a round, not with every job. Safe to
 * share: a worker is one for all who ask it, and all jobs go this way.
 */
const parentsAt = new WeakMap<object, Parents>();

/** The job without parents that the worker has. */
function withoutKnown<Job extends object>(api: object, job: Job): Job {
  const { parents } = job as Partial<GenerateJob>;
  if (!parents) return job;
  if (parentsAt.get(api) === parents) return { ...job, parents: null };
  parentsAt.set(api, parents);
  return job;
}
