/**
 * The sweep: a run on every task of a set, one after the other, each on all workers. A task begins when the result of
 * the one before is kept: whatever ends a sweep, one task at most is done again. What a task gives depends on the
 * options, the pool and the task alone, and not on other tasks or the number of workers: unless its time is up, which
 * is a matter of the machine.
 */
import type { Clock, Loaded } from './jobs.ts';
import type { Executor, HeldBeside } from './executor.ts';
import { SweepGate } from './sweep-gate.ts';
import type { SweepOptions, TaskResult } from './sweep-record.ts';
import { planFor, TaskRun, type Print, type SweepTask } from './sweep-task.ts';
import type { PoolSolver } from './types.ts';
import { encodeBatch } from '../lang/program-batch.ts';
import type { Task } from '../task/task.ts';

export interface SweepPlan {
  /** All tasks, in their order; ids are unique. */
  readonly tasks: readonly SweepTask[];
  readonly pool: readonly PoolSolver[];
  readonly options: SweepOptions;
}

export interface SweepEnvironment {
  readonly executor: Executor;
  readonly now: Clock;
  readonly print: Print;
  /** Called for every task as it ends, once. The next task begins when it settles: when the result is kept. */
  readonly onResult: (result: TaskResult) => void | Promise<void>;
  /** A solver of the pool that could not be read; the sweep goes on without it. */
  readonly onUnreadable?: (solver: string, why: string) => void;
  /** A search from nothing, which begins at once and is closed when the task’s time is up; where the options want one. */
  readonly search?: (task: Task) => HeldBeside;
}

const NOTHING: Loaded = { programs: encodeBatch([]), names: [], unreadable: [], ms: 0 };

export type SweepEnd = 'finished' | 'stopped' | 'failed';

export interface SweepProgress {
  readonly total: number;
  /** Tasks that have a result, earlier ones included. */
  readonly done: number;
  /** Id of the task under way, null between two tasks. */
  readonly running: string | null;
  /** Milliseconds of work since `start`, pauses left out. */
  readonly ms: number;
  /** Milliseconds that the others will take, if they are like those done since `start`; null before the first. */
  readonly left: number | null;
}

export class Sweep {
  private readonly plan: SweepPlan;
  private readonly environment: SweepEnvironment;
  /** What is to do, as places in the plan. */
  private readonly todo: readonly number[];
  private running: TaskRun | null = null;
  private gate: SweepGate | null = null;
  private ended = 0;
  private stopped = false;
  private held = false;
  private spent = 0;
  /** When the clock was started; null while it stands. */
  private since: number | null = null;
  private settle: () => void = () => {};

  /** `done` are the tasks that have their results already. */
  constructor(plan: SweepPlan, environment: SweepEnvironment, done: ReadonlySet<string> = new Set()) {
    this.plan = plan;
    this.environment = environment;
    this.todo = [...plan.tasks.keys()].filter((i) => !done.has(plan.tasks[i].id));
  }

  get paused(): boolean {
    return this.held;
  }

  get progress(): SweepProgress {
    const total = this.plan.tasks.length;
    const open = this.todo.length - this.ended;
    const ms = this.spent + (this.since === null ? 0 : this.environment.now() - this.since);
    return {
      total,
      done: total - open,
      running: this.running?.id ?? null,
      ms,
      left: this.ended === 0 ? null : (ms / this.ended) * open,
    };
  }

  /** Settles when all is done, or stopped. To be called once. */
  async start(): Promise<SweepEnd> {
    this.clock(!this.held);
    if (this.todo.length === 0) return this.over('finished');
    const loaded = await this.load();
    if (this.stopped) return this.over('stopped');
    if (loaded === null) return this.over('failed');
    const { executor, now } = this.environment;
    this.gate = new SweepGate(executor, loaded, now);
    if (this.held) this.gate.pause();
    const stopping = new Promise<void>((resolve) => (this.settle = resolve));
    await Promise.race([this.all(this.gate), stopping]);
    return this.over(this.stopped ? 'stopped' : 'finished');
  }

  /** The task under way stays as it is, and its clock stands still, until `resume`. */
  pause(): void {
    this.held = true;
    this.clock(false);
    this.gate?.pause();
    this.running?.pause();
  }

  resume(): void {
    if (!this.held) return;
    this.held = false;
    this.clock(true);
    this.gate?.resume();
    this.running?.resume();
  }

  /** Ends it at once; the task under way gives no result. */
  stop(): void {
    this.stopped = true;
    this.running?.stop();
    this.settle();
  }

  /** Looks after the time limit. It is kept between jobs, too; a caller with a timer ends long jobs in time. */
  tick(): void {
    this.running?.check();
  }

  private besideOf(task: Task): HeldBeside | null {
    return this.plan.options.search === undefined ? null : (this.environment.search?.(task) ?? null);
  }

  private async load(): Promise<Loaded | null> {
    if (this.plan.options.search === 'alone') return NOTHING;
    for (let attempt = 0; attempt < 2 && !this.stopped; attempt++) {
      const outcome = await this.environment.executor.submit('load', { pool: this.plan.pool });
      if (!outcome.ok) continue;
      for (const { solver, why } of outcome.value.unreadable) this.environment.onUnreadable?.(solver, why);
      const isEmpty = outcome.value.names.length === 0;
      return isEmpty && this.plan.options.search === undefined ? null : outcome.value;
    }
    return null;
  }

  private async all(gate: SweepGate): Promise<void> {
    const { pool, options, tasks } = this.plan;
    const { print, onResult } = this.environment;
    for (const place of this.todo) {
      const item = tasks[place];
      const plan = planFor(item, pool, options);
      const searching = this.besideOf(item.task);
      const { secondsPerTask } = options;
      this.running = new TaskRun(item.id, plan, secondsPerTask, gate, print, searching);
      if (this.held) this.running.pause();
      const result = await this.running.go();
      this.running = null;
      if (result === null || this.stopped) return;
      this.ended++;
      await onResult(result);
      if (this.stopped) return;
    }
  }

  private clock(on: boolean): void {
    const now = this.environment.now();
    if (this.since !== null) this.spent += now - this.since;
    this.since = on ? now : null;
  }

  private over(end: SweepEnd): SweepEnd {
    this.clock(false);
    return end;
  }
}
