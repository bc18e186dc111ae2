/** A worker thread that does one task after the other, of whatever sweep it is given. */
import type { Remote } from 'comlink';
import { isSearch, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import { Supervisor } from '../host/pool/supervisor.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { MutationWork } from './mutation-work.ts';
import type { Plan } from './plan.ts';
import { SearchWork } from './search-work.ts';
import { hireThread } from './threads.ts';

/** What a sweep asks for, but for its tasks. */
export type Work = Omit<Plan, 'tasks'>;

export class TaskThread {
  private readonly supervisor = new Supervisor<Remote<EngineApi>>(hireThread);
  private last: { readonly work: Work; readonly doer: MutationWork | SearchWork } | null = null;
  private closed = false;

  /** Null where it was closed meanwhile. A task that costs the worker gives a result that says so, as on any machine. */
  async solve(work: Work, item: SweepTask): Promise<TaskResult | null> {
    if (this.closed) return null;
    if (this.last?.work !== work) this.last = { work, doer: doerOf(this.supervisor, work) };
    const result = await this.last.doer.solve(item);
    return this.closed ? null : result;
  }

  /** Ends the task at work, without a result. */
  close(): void {
    this.closed = true;
    this.last?.doer.stop();
    this.supervisor.close();
  }
}

function doerOf(
  supervisor: Supervisor<Remote<EngineApi>>,
  { pool, options }: Work,
): MutationWork | SearchWork {
  return isSearch(options)
    ? new SearchWork(supervisor, pool, options)
    : new MutationWork(supervisor, pool, options);
}
