/** What a sweep finds, on its way into the library: each solver that matches every train pair, as it comes. */
import { Inspector } from '../../host/inspector.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import type { TaskResult } from '../../host/sweep/results.ts';
import type { KeptSweep } from '../../host/sweep/store.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import { scored } from './library-scores.ts';
import { sweptTask } from './sweep-sets.ts';

export interface SweepKeeperHost {
  readonly tasks: readonly NamedTask[];
  readonly settings: { readonly fuel: number };
  readonly library: {
    add(solver: KeptSolver): Promise<void>;
    /** Somebody, or a sweep, has worked at the task. */
    try(named: NamedTask): void;
  };
}

export class SweepKeeper {
  private readonly host: SweepKeeperHost;

  constructor(host: SweepKeeperHost) {
    this.host = host;
  }

  /** Once this is over the library has what the result has found. */
  async take(sweep: KeptSweep, result: TaskResult): Promise<void> {
    const { matched, train, solver } = result;
    const named = sweptTask(sweep, result, this.host.tasks);
    if (!named) return;
    this.host.library.try(named);
    if (solver === '' || matched < train) return;
    // A worker of its own: the one of the page answers to keys. A sweep that is paused meanwhile does not end it.
    const inspector = new Inspector();
    const [digest, run] = await Promise.all([
      inspector.digest(solver),
      scored(inspector, solver, named, this.host.settings.fuel),
    ]);
    inspector.dispose();
    const body = digest.ok ? digest.value.solvers.at(-1)?.body : null;
    if (!body || !run.ok || run.value === null) return;
    const record = { origin: 'a sweep', date: Date.now(), notes: '', star: false };
    await this.host.library.add({ ...run.value, ...body, ...record, source: solver });
  }
}
