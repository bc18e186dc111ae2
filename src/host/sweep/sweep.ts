/** A sweep in the tab, on the pool that runs use as well. */
import type { Executor } from '../../core/pipeline/executor.ts';
import { Sweep, type SweepEnd, type SweepPlan, type SweepProgress } from '../../core/pipeline/sweep.ts';
import type { TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { Task } from '../../core/task/task.ts';
import { Searching, type SearchOrder } from '../searching.ts';
import { submitBy, type EnginePool } from '../pool/executor.ts';

export type { SweepEnd, SweepPlan, SweepProgress } from '../../core/pipeline/sweep.ts';
export interface SweepHandle {
  readonly progress: SweepProgress;
  pause(): void;
  resume(): void;
  /** Ends it; what is under way gives no result. */
  stop(): void;
  /** Settles at the end, and never rejects. */
  readonly done: Promise<SweepEnd>;
}

export interface SweepListener {
  readonly print: (code: Int32Array, name: string) => Promise<string>;
  /** Settles when the result is kept: only then the next task begins. */
  readonly onResult: (result: TaskResult) => Promise<void>;
  /** Workers of their own for the search of one task; where left out, none is searched. */
  readonly searchers?: () => SearchOrder['supervisors'];
}

/** Milliseconds between two looks at the time limits. */
const TICK = 100;
/** A run that somebody waits for goes first. */
const PRIORITY = -1;

export function startSweep(
  pool: EnginePool,
  plan: SweepPlan,
  done: ReadonlySet<string>,
  listener: SweepListener,
): SweepHandle {
  let over = false;
  const executor = sweepExecutor(pool, () => over);
  const { searchers, ...rest } = listener;
  const environment = { executor, now: () => performance.now(), ...rest };
  // The sweep ends it when the time of the task is up.
  const searching = searchers && {
    search: (task: Task) => new Searching({ supervisors: searchers(), task, ms: Infinity }, () => {}),
  };
  const sweep = new Sweep(plan, { ...environment, ...searching }, done);
  const ticking = setInterval(() => sweep.tick(), TICK);
  const end = sweep
    .start()
    .catch((): SweepEnd => 'failed')
    .finally(() => {
      over = true;
      clearInterval(ticking);
    });
  return {
    get progress() {
      return sweep.progress;
    },
    pause: () => sweep.pause(),
    resume: () => sweep.resume(),
    stop() {
      over = true;
      sweep.stop();
    },
    done: end,
  };
}

/** Stopping a run empties the pool: what the sweep had there is put in again. */
function sweepExecutor(pool: EnginePool, over: () => boolean): Executor {
  return {
    get width() {
      return pool.size;
    },
    submit: submitBy(async (question) => {
      for (;;) {
        const outcome = await pool.submit(question, PRIORITY);
        if (outcome.ok || outcome.tag !== 'stopped' || over()) return outcome;
      }
    }),
  };
}
