/** The sweep on the page: what it is over, how far it is, what it found. It goes on while its dialog is closed. */
import type { Desk } from '../../host/desk.ts';
import { claimSweep } from '../../host/sweep/alone.ts';
import { SweepStore, type KeptSweep } from '../../host/sweep/store.ts';
import {
  reportCsv,
  reportJson,
  startSweep,
  summaryOf,
  type SweepHandle,
  type SweepProgress,
  type TaskResult,
} from '../../host/sweep/sweep.ts';
import { nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import type { Notices } from './notices.svelte.ts';
import { number, plural } from './sentences.ts';
import type { Settings } from './settings.svelte.ts';
import { nameFor } from './solver.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';
import { inTaskOrder, setsOf, sweptIn, tasksIn } from './sweep-sets.ts';
import type { Workers } from './workers.svelte.ts';

export { standingOf, type Standing, type SweepSummary, type TaskResult } from '../../host/sweep/sweep.ts';

/** What the sweep needs to know of the page. */
export interface SweepHost {
  readonly tasks: readonly NamedTask[];
  readonly bench: { readonly named: NamedTask } | null;
  readonly solvers: Solvers;
  readonly settings: Settings;
  readonly workers: Workers;
  readonly desk: Desk;
  readonly notices: Notices;
  /** The dialog that is open. */
  readonly dialog: string | null;
  /** Whether a run is on, which goes first. */
  readonly running: boolean;
}

/** `setup`: there is none yet. `paused`: by the user, or by a reload. */
export type SweepPhase = 'setup' | 'running' | 'paused' | 'done';

const TICK = 250;
export const SECONDS = { min: 1, max: 3600, step: 1 } as const;

export class SweepState {
  phase = $state<SweepPhase>('setup');
  sweep = $state.raw<KeptSweep | null>(null);
  /** In the order in which they came. */
  results = $state.raw<readonly TaskResult[]>([]);
  progress = $state.raw<SweepProgress | null>(null);
  /** What went wrong, '' for nothing. */
  message = $state('');
  /** Why results are kept in this tab only, '' where they last. */
  unkept = $state('');
  seed = $state(42);
  rounds = $state(3);
  perRound = $state(200);
  secondsPerTask = $state(10);
  leaveOwnOut = $state(false);
  /** The data set that was chosen; null for that of the task on the bench. */
  chosen = $state<string | null>(null);
  /** Whether what was kept has been looked for. */
  restored = $state(false);

  summary = $derived(summaryOf(this.results, this.sweep?.tasks.length ?? 0));
  /** The data sets of the loaded tasks. Ids are unique within each. */
  sets = $derived.by(() => setsOf(this.host.tasks));
  set = $derived.by(() => {
    const wanted = this.chosen ?? this.host.bench?.named.dataset;
    return this.sets.find(({ dataset }) => dataset === wanted) ?? this.sets.at(0) ?? null;
  });
  /** The sweep stands still while a run is on. */
  yielding = $derived.by(() => this.phase === 'running' && this.host.running);

  private readonly host: SweepHost;
  private readonly store = new SweepStore();
  private readonly unroot: () => void;
  private handle: SweepHandle | null = null;
  private restoring: Promise<void> | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private release: () => void = () => {};

  constructor(host: SweepHost) {
    this.host = host;
    this.unroot = $effect.root(() => {
      $effect(() => {
        if (this.phase !== 'running') return;
        if (this.yielding) this.handle?.pause();
        else this.handle?.resume();
      });
    });
  }

  /** Brings back what is kept from an earlier visit. */
  restore(): Promise<void> {
    this.restoring ??= this.bringBack();
    return this.restoring;
  }

  private async bringBack(): Promise<void> {
    const kept = await this.store.restore();
    if (kept !== null && this.phase === 'setup') {
      this.sweep = kept.sweep;
      this.results = kept.results;
      this.phase = kept.results.length < kept.sweep.tasks.length ? 'paused' : 'done';
    }
    this.unkept = this.store.why;
    this.restored = true;
  }

  /** Begins a sweep over the chosen data set. What was kept of an earlier one goes. */
  async start(): Promise<void> {
    const { set } = this;
    const pool = this.host.solvers.list;
    if (set === null || pool.length === 0 || this.phase === 'running') return;
    if (!(await this.claim())) return;
    const { fuel } = this.host.settings;
    const { seed, rounds, perRound, secondsPerTask, leaveOwnOut } = this;
    this.sweep = {
      version: 1,
      id: crypto.randomUUID(),
      label: set.label,
      dataset: set.dataset,
      tasks: set.tasks.map(({ id, task }) => ({ id, task })),
      pool: [...pool],
      options: { seed, rounds, perRound, fuel, secondsPerTask, leaveOwnOut },
    };
    this.results = [];
    await this.store.begin(this.sweep);
    this.unkept = this.store.why;
    this.go(this.sweep);
  }

  pause(): void {
    if (this.phase !== 'running') return;
    this.phase = 'paused';
    this.handle?.pause();
    this.read();
  }

  async resume(): Promise<void> {
    if (this.phase !== 'paused' || this.sweep === null) return;
    if (this.handle !== null) {
      this.phase = 'running';
      this.handle.resume();
    } else if (await this.claim()) {
      const kept = await this.store.restore(); // another tab may have gone on with it
      if (kept !== null && kept.sweep.id === this.sweep.id) this.results = kept.results;
      this.go(this.sweep);
    }
  }

  /** Back to the beginning. What is kept stays until another sweep starts. */
  leave(): void {
    if (this.phase === 'running') return;
    this.end();
    this.phase = 'setup';
    this.sweep = null;
    this.results = [];
    this.message = '';
  }

  /** The task of a result as the page has it, or as the sweep kept it. */
  taskOf({ task: id }: TaskResult): NamedTask | null {
    const { sweep } = this;
    const kept = sweep?.tasks.find((task) => task.id === id);
    if (!sweep || !kept) return null;
    const known = this.host.tasks.find((named) => named.id === id && named.dataset === sweep.dataset);
    return known ?? nameTask(id, kept.task, sweep.label, { dataset: sweep.dataset });
  }

  csv(): string {
    const { sweep } = this;
    return sweep === null ? '' : reportCsv(sweptIn(sweep), this.ordered());
  }

  json(): string {
    const { sweep } = this;
    return sweep === null ? '' : reportJson(sweptIn(sweep), sweep.options, this.ordered());
  }

  /** The solvers that match every train pair, as a solver file. */
  solversText(): string {
    return this.ordered()
      .filter(({ solved }) => solved)
      .map(({ solver }) => solver)
      .join('\n\n');
  }

  dispose(): void {
    this.unroot();
    this.end();
    void this.store.close();
  }

  private ordered(): TaskResult[] {
    return this.sweep ? inTaskOrder(this.sweep, this.results) : [];
  }

  private async claim(): Promise<boolean> {
    this.message = '';
    const release = await claimSweep();
    if (release === null) this.message = 'A sweep is under way in another tab of Batt: close that tab first.';
    else this.release = release;
    return release !== null;
  }

  private go(sweep: KeptSweep): void {
    this.phase = 'running';
    const { workers, desk } = this.host;
    const handle = startSweep(workers.pool, sweep, tasksIn(this.results), {
      async print(code, name) {
        const printed = await desk.print({ code, name: nameFor(name) });
        if (!printed.ok) throw new Error(printed.why);
        return printed.value.steps;
      },
      onResult: (result) => this.take(sweep, result),
    });
    this.handle = handle;
    this.read();
    this.ticking = setInterval(() => this.read(), TICK);
    void handle.done.then((end) => {
      if (this.handle !== handle) return;
      this.end();
      if (end === 'failed') this.message = 'The solvers of the pool could not be read.';
      this.phase = end === 'finished' ? 'done' : 'paused';
      if (end !== 'finished' || this.host.dialog === 'sweep') return;
      const { solved, tasks } = this.summary;
      this.host.notices.tell(
        'info',
        `The sweep is finished: ${number(solved)} of ${plural(tasks, 'task')} solved.`,
      );
    });
  }

  private async take(sweep: KeptSweep, result: TaskResult): Promise<void> {
    await this.store.add(sweep, result);
    this.unkept = this.store.why;
    this.results = [...this.results, result];
    this.read();
  }

  private read(): void {
    this.progress = this.handle?.progress ?? null;
  }

  private end(): void {
    clearInterval(this.ticking);
    const { handle } = this;
    this.handle = null;
    handle?.stop();
    this.progress = null;
    this.release();
    this.release = () => {};
  }
}
