/** Handing jobs of the pipeline to a pool, or to one worker. */
import type { Remote } from 'comlink';
import type { JobName, Jobs } from '../../core/pipeline/jobs.ts';
import type { Executor, JobOutcome } from '../../core/pipeline/executor.ts';
import type { Answer, EngineApi } from '../../protocol/engine.ts';
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

function submitBy(ask: Ask): Executor['submit'] {
  return async <K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>> => {
    // comlink's types spread a generic method over the union of all jobs
    const outcome = await ask((api) => api.work(name, job) as Promise<Answer<Jobs[K]['result']>>);
    return outcome.ok ? outcome.value : { ok: false, why: outcome.why };
  };
}
