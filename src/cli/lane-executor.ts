/** One worker as an executor. */
import type { Remote } from 'comlink';
import type { Executor, JobOutcome } from '../core/pipeline/executor.ts';
import type { JobName, Jobs } from '../core/pipeline/jobs.ts';
import type { Lane } from '../host/pool/lane.ts';
import type { Answer, EngineApi } from '../protocol/engine.ts';

/** @param deadline milliseconds after which a job, and its worker, are given up */
export function executorOn(lane: Lane<Remote<EngineApi>>, deadline: number): Executor {
  return {
    width: 1,
    async submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>> {
      const ask = (api: Remote<EngineApi>) => api.work(name, job) as Promise<Answer<Jobs[K]['result']>>;
      const outcome = await lane.ask(ask, deadline);
      return outcome.ok ? outcome.value : { ok: false, why: outcome.why };
    },
  };
}
