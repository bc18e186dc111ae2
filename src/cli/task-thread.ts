/** A worker thread that does one task after the other, of whatever sweep it is given. */
import type { Remote } from 'comlink';
import { isSearch, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import { Lane } from '../host/pool/lane.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { MutationWork } from './mutation-work.ts';
import type { Plan } from './plan.ts';
import { SearchWork } from './search-work.ts';
import { hireThread } from './threads.ts';

/** What a sweep asks for, but for its tasks. */
export type Work = Omit<Plan, 'tasks'>;

export class TaskThread {
  private readonly lane = new Lane<Remote<EngineApi>>(hireThread);
  private last: { readonly work: Work; readonly doer: MutationWork | SearchWork } | null = null;
  private closed = false;

  /** Null where it was closed meanwhile. A task that costs the worker gives a result that says so, as on any machine. */
  async solve(work: Work, item: SweepTask): Promise<TaskResult | null> {
    if (this.closed) return null;
    if (this.last?.work !== work) this.last = { work, doer: doerOf(this.lane, work) };
    const result = await this.last.doer.solve(item);
    return this.closed ? null : result;
  }

  /** Ends the task at work, without a result. */
  close(): void {
    this.closed = true;
    this.last?.doer.stop();
    this.lane.close();
  }
}

function doerOf(lane: Lane<Remote<EngineApi>>, { pool, options }: Work): MutationWork | SearchWork {
  return isSearch(options) ? new SearchWork(lane, pool, options) : new MutationWork(lane, pool, options);
}
