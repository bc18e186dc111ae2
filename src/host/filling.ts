/** A search for what fills the holes of a solver, on workers of its own, which go when it ends. */
import type { Remote } from 'comlink';
import { blind, type Task } from '../core/task/task.ts';
import type { ToldFilling } from '../core/search/filler.ts';
import type { EngineApi } from '../protocol/engine.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { fillSolver, type Filled, type FillProgress } from './pool/fill.ts';
import { FillingList } from './pool/fill-rank.ts';
import { Supervisor } from './pool/supervisor.ts';
import { defaultPoolSize } from './pool/size.ts';
import { hireEngine } from './pool/spawn.ts';

export type { ToldFilling };

/** Workers: more would find the same, and a run may go on beside it. */
const WORKERS = 2;
/** Fillings that are told. */
const MOST = 60;

export interface FillOrder {
  readonly source: string;
  readonly task: Task;
  readonly ms: number;
  /** The best so far, best first, and how far the search is. */
  readonly onFound: (best: readonly ToldFilling[], progress: FillProgress) => void;
}

export class Filling {
  /** How it ended; a search that was stopped is no loss. */
  readonly done: Promise<Outcome<Filled>>;
  private readonly supervisors: readonly Supervisor<Remote<EngineApi>>[];
  private stopped = false;

  constructor({ source, task, ms, onFound }: FillOrder) {
    const count = Math.min(WORKERS, defaultPoolSize(navigator.hardwareConcurrency));
    this.supervisors = Array.from({ length: count }, () => new Supervisor<Remote<EngineApi>>(hireEngine));
    const list = new FillingList<ToldFilling>();
    let best: readonly ToldFilling[] = [];
    const plan = { key: 'fill', source, solver: null, task: blind(task) };
    const onReport = (found: readonly ToldFilling[], progress: FillProgress): void => {
      if (this.stopped) return;
      list.add(found);
      if (found.length > 0) best = list.best(MOST);
      onFound(best, progress);
    };
    this.done = fillSolver(this.supervisors, plan, ms, { onReport, stopped: () => this.stopped });
    void this.done.then(() => this.stop());
  }

  /** Ends it at once, with its workers. */
  stop(): void {
    this.stopped = true;
    for (const supervisor of this.supervisors) supervisor.close();
  }
}
