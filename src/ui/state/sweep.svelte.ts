/** The sweep on the page: what it is over, how far it is, what it found. It goes on while its dialog is closed. */
import type { Inspector } from '../../host/inspector.ts';
import { claimSweep } from '../../host/sweep/alone.ts';
import type { ReportFile } from '../../host/sweep/report-file.ts';
import { SweepStore, type KeptSweep } from '../../host/sweep/store.ts';
import { summaryOf, type TaskResult } from '../../host/sweep/results.ts';
import type { SweepHandle, SweepProgress } from '../../host/sweep/sweep.ts';
import type { Notices } from './notices.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import { nameFor } from './solver.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';
import { SweepPlan, type PlanHost } from './sweep-plan.svelte.ts';
import { finishedText } from './sweep-brief.ts';
import { reportedSweep, tasksIn } from './sweep-sets.ts';
import type { SweepKeeper, SweepKeeperHost } from './sweep-keeper.ts';
import type { Workers } from './workers.svelte.ts';

export { standingOf, type Standing, type SweepSummary, type TaskResult } from '../../host/sweep/results.ts';

/** What the sweep needs to know of the page. */
export interface SweepHost extends PlanHost, SweepKeeperHost {
  readonly solvers: Solvers;
  readonly settings: Settings;
  readonly workers: Workers;
  readonly inspector: Inspector;
  readonly notices: Notices;
  /** The dialog that is open. */
  readonly dialog: string | null;
  /** Whether a run is on, which goes first. */
  readonly running: boolean;
}

/** `setup`: there is none yet. `paused`: by the user, or by a reload. */
export type SweepPhase = 'setup' | 'running' | 'paused' | 'done';

const TICK = 250;

/** Not needed before somebody sweeps. */
const sweepDriver = async () => {
  const [{ startSweep }, { SweepKeeper }] = await Promise.all([
    import('../../host/sweep/sweep.ts'),
    import('./sweep-keeper.ts'),
  ]);
  return { startSweep, SweepKeeper };
};
type Driver = Awaited<ReturnType<typeof sweepDriver>>;

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
  /** The results are those of a report that was opened, and are kept nowhere here. */
  reported = $state(false);
  /** Whether what was kept has been looked for. */
  restored = $state(false);

  summary = $derived(summaryOf(this.results, this.sweep?.tasks.length ?? 0));
  /** The sweep stands still while a run is on. */
  yielding = $derived.by(() => this.phase === 'running' && this.host.running);

  /** What the next sweep is to be. */
  readonly plan: SweepPlan;
  private readonly host: SweepHost;
  private readonly store = new SweepStore();
  private readonly unroot: () => void;
  private handle: SweepHandle | null = null;
  /** Puts what is found into the library. */
  private keeper: SweepKeeper | null = null;
  private restoring: Promise<void> | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private release: () => void = () => {};
  /** Another tab may still have what is asked for. */
  private claiming = false;

  constructor(host: SweepHost) {
    this.host = host;
    this.plan = new SweepPlan(host);
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

  /** Shows a report in place of what is kept, which stays and comes back with the next visit; false during a sweep. */
  async show(report: ReportFile): Promise<boolean> {
    await this.restore();
    if (this.phase === 'running') return false;
    this.leave();
    this.sweep = reportedSweep(report, this.host.tasks);
    this.results = report.results;
    this.reported = true;
    this.phase = 'done';
    return true;
  }

  /** Begins a sweep over the chosen data set. What was kept of an earlier one goes. */
  async start(): Promise<void> {
    const { host } = this;
    const pool = host.solvers.list;
    if (!this.plan.possible(pool.length) || this.phase === 'running') return;
    const driver = await this.claim();
    if (driver === null) return;
    this.sweep = this.plan.make(pool, host.settings.fuel);
    if (this.sweep === null) return;
    this.results = [];
    await this.store.begin(this.sweep);
    this.unkept = this.store.why;
    this.go(this.sweep, driver);
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
      return;
    }
    const { sweep } = this;
    const driver = await this.claim();
    if (driver === null) return;
    const kept = await this.store.restore(); // another tab may have gone on with it
    if (this.sweep !== sweep) return this.end(); // it was left meanwhile
    if (kept !== null && kept.sweep.id === sweep.id) this.results = kept.results;
    this.go(sweep, driver);
  }

  /** Back to the beginning. What is kept stays until another sweep starts. */
  leave(): void {
    if (this.phase === 'running') return;
    this.end();
    this.phase = 'setup';
    this.sweep = null;
    this.results = [];
    this.reported = false;
    this.message = '';
  }

  dispose(): void {
    this.unroot();
    this.end();
    void this.store.close();
  }

  /** What drives a sweep, once no other tab does; null where it cannot be, and `message` says why. */
  private async claim(): Promise<Driver | null> {
    if (this.claiming) return null;
    this.message = '';
    this.claiming = true;
    const driver = await sweepDriver().catch(() => null);
    const release = driver === null ? null : await claimSweep();
    this.claiming = false;
    if (driver === null) this.message = 'What drives a sweep could not be loaded. Is the network there?';
    else if (release === null)
      this.message = 'A sweep is under way in another tab of Batt: close that tab first.';
    else this.release = release;
    return release === null ? null : driver;
  }

  private go(sweep: KeptSweep, { startSweep, SweepKeeper }: Driver): void {
    this.phase = 'running';
    const keeper = (this.keeper ??= new SweepKeeper(this.host));
    const { workers, inspector } = this.host;
    const handle = startSweep(workers.pool, sweep, tasksIn(this.results), {
      async print(code, name) {
        const printed = await inspector.print({ code, name: nameFor(name) });
        if (!printed.ok) throw new Error(printed.why);
        return printed.value.steps;
      },
      // A result that is recorded has been kept: whoever leaves now loses nothing.
      onResult: async (result) => {
        await keeper.take(sweep, result);
        await this.take(sweep, result);
      },
      searchers: () => workers.searchers(),
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
      this.host.notices.tell('info', finishedText(this.summary));
    });
  }

  private async take(sweep: KeptSweep, result: TaskResult): Promise<void> {
    await this.store.add(sweep, result);
    this.unkept = this.store.why;
    if (this.sweep !== sweep) return; // it was left while the result was on its way
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
