/** What an earlier visit left: the settings, the pool, the task that was open, and what its last run found. */
import { untrack } from 'svelte';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { PoolSolver } from '../../protocol/index.ts';
import type { Bench } from './bench.svelte.ts';
import { keptRun } from './kept-run.ts';
import type { Memory } from './memory.ts';
import { RANGES, SEARCH_UNTIL, type Settings } from './settings.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';

export interface VisitHost {
  readonly memory: Memory;
  readonly settings: Settings;
  readonly solvers: Solvers;
  readonly bench: Bench | null;
}

const FLAGS = ['leaveOwnOut', 'stopWhenSolved'] as const;
const NUMBERS = ['seed', 'perRound', 'rounds', 'fuel', 'searchSeconds', 'searchFuel'] as const;

export class Visit {
  private readonly host: VisitHost;
  private readonly release: () => void;

  constructor(host: VisitHost) {
    this.host = host;
    this.readSettings();
    this.release = $effect.root(() => {
      $effect(() => this.keepSettings());
      $effect(() => this.keepPool());
      $effect(() => this.keepTask());
      $effect(() => this.keepRun());
    });
  }

  /** The task that was open last; null where it is not among these. */
  last(tasks: readonly NamedTask[]): NamedTask | null {
    const { task, dataset } = this.host.memory.read('task');
    return tasks.find((named) => named.id === task && named.dataset === dataset) ?? null;
  }

  /** The pool, where it was another one than that of the starters. */
  restorePool(): void {
    const { origin, list } = this.host.memory.read('pool');
    if (typeof origin !== 'string' || !Array.isArray(list)) return;
    const usable = (list as readonly Partial<PoolSolver>[]).flatMap(({ name, source }) =>
      typeof name === 'string' && typeof source === 'string' ? [{ name, source }] : [],
    );
    if (usable.length > 0) this.host.solvers.bringBack(usable, origin);
  }

  /** What the last run found, where it was on this task. */
  async restoreRun({ run, named }: Bench): Promise<void> {
    const record = this.host.memory.read('run');
    if (record.id !== named.id) return;
    const reader = await import('./read-run.ts').catch(() => null); // not needed for the first look
    const kept = reader?.readRun(record, named) ?? null;
    if (kept !== null && run.phase === 'idle') run.bringBack(kept);
  }

  dispose(): void {
    this.release();
  }

  private readSettings(): void {
    const { settings, memory } = this.host;
    const kept = memory.read('settings');
    for (const key of FLAGS) if (typeof kept[key] === 'boolean') settings[key] = kept[key];
    const until = SEARCH_UNTIL.find((each) => each === kept.searchUntil);
    if (until !== undefined) settings.searchUntil = until;
    for (const key of NUMBERS) {
      const value = kept[key];
      const { min, max } = RANGES[key];
      if (typeof value === 'number' && value >= min && value <= max) settings[key] = value;
    }
  }

  private keepSettings(): void {
    const { settings, memory } = this.host;
    const record = Object.fromEntries(
      [...FLAGS, ...NUMBERS, 'searchUntil' as const].map((key) => [key, settings[key]]),
    );
    memory.write('settings', record);
  }

  private keepPool(): void {
    const { solvers, memory } = this.host;
    if (solvers.status !== 'ready') return;
    const { origin, list, isStarter } = solvers;
    memory.write('pool', isStarter ? {} : { origin, list });
  }

  private keepTask(): void {
    const { bench, memory } = this.host;
    if (bench) memory.write('task', { task: bench.named.id, dataset: bench.named.dataset });
  }

  private keepRun(): void {
    const { bench, memory } = this.host;
    if (bench?.run.phase !== 'ended') return;
    untrack(() => memory.write('run', keptRun(bench.named, bench.run)));
  }
}
