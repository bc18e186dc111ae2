/** Handing jobs of the pipeline to a pool. */
import type { Remote } from 'comlink';
import type { JobName, Jobs } from '../../core/pipeline/jobs.ts';
import type { Executor, JobOutcome } from '../../core/pipeline/executor.ts';
import type { Answer, EngineApi } from '../../protocol/engine.ts';
import type { Pool } from './pool.ts';

export type EnginePool = Pool<Remote<EngineApi>>;

export function poolExecutor(pool: EnginePool): Executor {
  return {
    get width() {
      return pool.size;
    },
    async submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>> {
      // comlink's types spread a generic method over the union of all jobs
      const ask = (api: Remote<EngineApi>) => api.work(name, job) as Promise<Answer<Jobs[K]['result']>>;
      const outcome = await pool.submit(ask);
      return outcome.ok ? outcome.value : { ok: false, why: outcome.why };
    },
  };
}
