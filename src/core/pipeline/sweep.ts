/**
 * The sweep: a run on every task of a set, several under way at once so that all workers stay busy. What a task
 * gives depends on the options, the pool and the task alone, and not on other tasks or the number of workers:
 * unless its time is up, which is a matter of the machine.
 */
import type { Clock, Loaded } from './jobs.ts';
import type { Executor } from './run.ts';
import type { SweepOptions, TaskResult } from './sweep-record.ts';
import { SharedExecutor } from './sweep-share.ts';
import { planFor, TaskRun, type Print, type SweepTask } from './sweep-task.ts';
import type { PoolSolver } from './types.ts';

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
  /** Called for every task as it ends, once. */
  readonly onResult: (result: TaskResult) => void;
  /** A solver of the pool that could not be read; the sweep goes on without it. */
  readonly onUnreadable?: (solver: string, why: string) => void;
}

export type SweepEnd = 'finished' | 'stopped' | 'failed';

export interface SweepProgress {
  readonly total: number;
  /** Tasks that have a result, earlier ones included. */
  readonly done: number;
  /** Ids of the tasks under way. */
  readonly running: readonly string[];
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
  private readonly running = new Set<TaskRun>();
  private shared: SharedExecutor | null = null;
  private begun = 0;
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
    const running = [...this.running].map(({ id }) => id);
    return {
      total,
      done: total - open,
      running,
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
    this.shared = new SharedExecutor(executor, loaded, now, () => this.another());
    if (this.held) this.shared.pause();
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.shared?.pump();
    });
    return this.over(this.stopped ? 'stopped' : 'finished');
  }

  /** Tasks under way stay as they are, and their clocks stand still, until `resume`. */
  pause(): void {
    this.held = true;
    this.clock(false);
    this.shared?.pause();
  }

  resume(): void {
    if (!this.held) return;
    this.held = false;
    this.clock(true);
    this.shared?.resume();
  }

  /** Ends it at once; the tasks under way give no result. */
  stop(): void {
    this.stopped = true;
    for (const task of [...this.running]) task.stop();
    this.settle();
  }

  /** Looks after time limits. They are kept between jobs, too; a caller with a timer ends long jobs in time. */
  tick(): void {
    for (const task of [...this.running]) task.check();
  }

  private async load(): Promise<Loaded | null> {
    for (let attempt = 0; attempt < 2 && !this.stopped; attempt++) {
      const outcome = await this.environment.executor.submit('load', { pool: this.plan.pool });
      if (!outcome.ok) continue;
      for (const { solver, why } of outcome.value.unreadable) this.environment.onUnreadable?.(solver, why);
      return outcome.value.names.length === 0 ? null : outcome.value;
    }
    return null;
  }

  private another(): boolean {
    if (this.stopped || this.begun >= this.todo.length || this.shared === null) return false;
    const place = this.todo[this.begun++];
    const item = this.plan.tasks[place];
    const { pool, options } = this.plan;
    const plan = planFor(item, pool, options);
    const task = new TaskRun(
      item.id,
      place,
      plan,
      options.secondsPerTask,
      this.shared,
      this.environment.print,
    );
    this.running.add(task);
    void task.go().then((result) => this.finish(task, result));
    return true;
  }

  private finish(task: TaskRun, result: TaskResult | null): void {
    this.running.delete(task);
    if (result === null || this.stopped) return;
    this.ended++;
    this.environment.onResult(result);
    if (this.ended === this.todo.length) this.settle();
    else this.shared?.pump();
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
