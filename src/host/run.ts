/** A run of the pipeline in the tab, on the pool, and the search beside it. */
import { run } from '../core/pipeline/run.ts';
import type { RunEvent, RunPlan } from '../core/pipeline/types.ts';
import { poolExecutor, type EnginePool } from './pool/executor.ts';
import { Searching, type SearchOrder } from './searching.ts';

export { rehearse } from './rehearsal.ts';

export interface RunHandle {
  /** Ends the run; its last event comes within milliseconds. */
  stop(): void;
  /** The search beside the run pauses, or goes on. */
  pause(): void;
  resume(): void;
  /** Settles after the last event, and never rejects. */
  readonly done: Promise<void>;
}

/** Starts a run. Every event reaches `onEvent`, the last being `end`. */
export function startRun(
  pool: EnginePool,
  plan: RunPlan,
  onEvent: (event: RunEvent) => void,
  order: SearchOrder | null = null,
): RunHandle {
  let stopped = false;
  const executor = poolExecutor(pool);
  const searching =
    order === null ? undefined : new Searching(order, (progress) => onEvent({ kind: 'search', progress }));
  const beside = searching === undefined ? {} : { beside: searching };
  const environment = {
    executor,
    now: () => performance.now(),
    emit: onEvent,
    stopped: () => stopped,
    ...beside,
  };
  const done = run(plan, environment).catch((error: unknown) => {
    searching?.close();
    onEvent({ kind: 'end', reason: 'failed', ms: 0, message: `The run broke off: ${String(error)}` });
  });
  return {
    stop() {
      stopped = true;
      searching?.close();
      pool.stop();
    },
    pause: () => searching?.pause(),
    resume: () => searching?.resume(),
    done,
  };
}
