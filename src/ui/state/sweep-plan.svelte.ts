/** What the next sweep is to be: over which tasks, how long, how wide. */
import type { KeptSweep } from '../../host/sweep/store.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { PoolSolver } from '../../protocol/index.ts';
import { setsOf } from './sweep-sets.ts';

export const SECONDS = { min: 1, max: 3600 } as const;

/** From the pool by mutation, from nothing by searching, or both side by side. */
export type SweepFrom = 'pool' | 'nothing' | 'both';

const SEARCH = { pool: {}, nothing: { search: 'alone' }, both: { search: 'beside' } } as const;

export interface PlanHost {
  readonly tasks: readonly NamedTask[];
  readonly bench: { readonly named: NamedTask } | null;
}

export class SweepPlan {
  seed = $state(42);
  rounds = $state(3);
  perRound = $state(200);
  secondsPerTask = $state(10);
  leaveOwnOut = $state(true);
  /** Where solvers come from. */
  from = $state<SweepFrom>('pool');
  /** The data set that was chosen; null for that of the task on the bench. */
  chosen = $state<string | null>(null);

  /** The data sets of the loaded tasks. Ids are unique within each. */
  sets = $derived.by(() => setsOf(this.host.tasks));
  set = $derived.by(() => {
    const wanted = this.chosen ?? this.host.bench?.named.dataset;
    return this.sets.find(({ dataset }) => dataset === wanted) ?? this.sets.at(0) ?? null;
  });

  private readonly host: PlanHost;

  constructor(host: PlanHost) {
    this.host = host;
  }

  /** Whether there is what it takes: tasks, and a pool where it begins with one. */
  possible(pool: number): boolean {
    return this.set !== null && (pool > 0 || this.from !== 'pool');
  }

  /** The sweep itself, with all that it needs; null where there is no task. */
  make(pool: readonly PoolSolver[], fuel: number): KeptSweep | null {
    const { set, seed, rounds, perRound, secondsPerTask, leaveOwnOut, from } = this;
    if (set === null) return null;
    return {
      version: 1,
      id: crypto.randomUUID(),
      label: set.label,
      dataset: set.dataset,
      tasks: set.tasks.map(({ id, task }) => ({ id, task })),
      pool: from === 'nothing' ? [] : [...pool],
      options: { seed, rounds, perRound, fuel, secondsPerTask, leaveOwnOut, ...SEARCH[from] },
    };
  }
}
