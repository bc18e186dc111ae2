/** A run of the pipeline in the tab, on the pool. */
import { run } from '../core/pipeline/run.ts';
import type { RunEvent, RunPlan } from '../core/pipeline/types.ts';
import { poolExecutor, type EnginePool } from './pool/executor.ts';

export interface RunHandle {
  /** Ends the run; its last event comes within milliseconds. */
  stop(): void;
  /** Settles after the last event, and never rejects. */
  readonly done: Promise<void>;
}

/** Starts a run. Every event reaches `onEvent`, the last being `end`. */
export function startRun(pool: EnginePool, plan: RunPlan, onEvent: (event: RunEvent) => void): RunHandle {
  let stopped = false;
  const executor = poolExecutor(pool);
  const environment = { executor, now: () => performance.now(), emit: onEvent, stopped: () => stopped };
  const done = run(plan, environment).catch((error: unknown) => {
    onEvent({ kind: 'end', reason: 'failed', ms: 0, message: `The run broke off: ${String(error)}` });
  });
  return {
    stop() {
      stopped = true;
      pool.stop();
    },
    done,
  };
}
