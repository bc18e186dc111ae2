/**
 * A program at work on the queue: as many tasks at a time as it has threads. Its main thread computes nothing, so it is
 * free to keep the lease; results wait in `outbox` until the database has them.
 */
import { failedResult, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../../core/pipeline/sweep-task.ts';
import { remark } from '../output.ts';
import type { Work } from '../task-thread.ts';
import { Bell } from './bell.ts';
import type { Database } from './database.ts';
import type { Jobs } from './jobs.ts';
import { Lease } from './lease.ts';
import { Patience } from './patience.ts';
import { record } from './results.ts';
import { begun, TaskReader, type Taken } from './taken.ts';
import { isPassing } from './troubles.ts';

/** What does one task at a time; null where it was closed meanwhile. */
export interface Doer {
  solve(work: Work, item: SweepTask): Promise<TaskResult | null>;
  close(): void;
}

export interface WorkerOptions {
  readonly engine: string;
  readonly threads: number;
  readonly hire: () => Doer;
  /** Seconds after which others may take what a silent program holds. */
  readonly lease: number;
  /** Whether to stay when nothing is left. */
  readonly wait: boolean;
}

export interface Tally {
  /** Results recorded. */
  done: number;
  /** Tasks that cost a worker here and are to do again, and those that were given up with that. */
  lost: number;
  givenUp: number;
  alarms: number;
}

interface Ended extends Taken {
  readonly result: TaskResult;
}

/** Milliseconds between two questions for work where there is none. */
const SHORTEST_MS = 200;
const LONGEST_MS = 5000;
/** Results that go into the database together. */
const TOGETHER = 200;
/** Short tasks are taken ahead for so long, and so many at most: a taking must not last longer than the work (milliseconds). */
const AHEAD_MS = 50;
const MOST_AHEAD = 16;
/** The last task's part in what a task is thought to take. */
const NEWS = 0.2;

export class QueueWorker {
  readonly tally: Tally = { done: 0, lost: 0, givenUp: 0, alarms: 0 };
  private readonly database: Database;
  private readonly options: WorkerOptions;
  private readonly lease: Lease;
  private readonly doers: readonly Doer[];
  private readonly idle: Doer[];
  private readonly reader = new TaskReader();
  /** Jobs that this program knows it holds. */
  private readonly held = new Set<string>();
  private readonly outbox: Ended[] = [];
  /** Taken, and not begun. */
  private readonly ready: Taken[] = [];
  /** Milliseconds that a task takes, the last ones above all; before the first it is thought to be long. */
  private pace = Infinity;
  /** A suspect at work, beside which nothing else is. */
  private alone: Taken | null = null;
  /** A suspect was met while others were at work: nothing is taken until they are done. */
  private clearing = false;
  private readonly patience = new Patience(() => this.stopped);
  /** A taking failed: it may have been done all the same, and nobody would do those tasks. */
  private unsure = false;
  private stopped = false;
  private over = false;
  private fault: unknown = null;
  /** Rung when something has happened here. */
  private readonly bell = new Bell();

  constructor(database: Database, jobs: Jobs, options: WorkerOptions) {
    this.database = database;
    this.options = options;
    this.lease = new Lease(jobs, { ...options, seconds: options.lease });
    this.doers = Array.from({ length: options.threads }, () => options.hire());
    this.idle = [...this.doers];
  }

  /** Works until nothing is left, or it is stopped. To be called once. */
  async run(): Promise<void> {
    const recording = this.recording().catch((error: unknown) => this.fail(error));
    const keeping = setInterval(() => void this.keep(), (this.options.lease * 1000) / 3);
    try {
      await this.taking().catch((error: unknown) => this.fail(error));
      this.over = true;
      this.bell.ring();
      await recording;
      if (this.fault === null)
        await this.patience.until(() => this.database.transaction((db) => this.lease.giveBack(db, [])));
    } finally {
      clearInterval(keeping);
      for (const doer of this.doers) doer.close();
    }
    if (this.fault !== null) throw this.fault;
  }

  /** Ends the tasks at work without results and gives them back; what is done is recorded. */
  stop(): void {
    this.stopped = true;
    for (const doer of this.doers) doer.close();
    this.bell.ring();
  }

  /** Results that are not in the database. */
  get unrecorded(): number {
    return this.outbox.length;
  }

  private fail(error: unknown): void {
    this.fault ??= error;
    this.stop();
  }

  // ---- taking -------------------------------------------------------------------------------------------------

  private async taking(): Promise<void> {
    let pause = SHORTEST_MS;
    /** Nobody was at work before the last taking. What was given back since an earlier one is not left behind. */
    let quiet = false;
    while (!this.stopped) {
      while (this.idle.length > 0 && this.ready.length > 0) void this.work(this.ready.shift() as Taken);
      const ahead = Math.min(MOST_AHEAD, Math.floor(AHEAD_MS / this.pace));
      const isBusy = this.clearing
        ? this.held.size > 0
        : this.idle.length === 0 && this.ready.length >= ahead / 2;
      if (isBusy || this.alone !== null) {
        await this.bell.heard();
        continue;
      }
      const count = this.idle.length + ahead - this.ready.length;
      const taken = await this.patience.until(() => this.take(count));
      this.ready.push(...taken);
      if (taken.length > 0 || this.clearing) {
        pause = SHORTEST_MS;
        quiet = false;
        continue;
      }
      if (quiet) return;
      quiet = !this.options.wait && this.held.size === 0;
      quiet &&= !(await this.patience.until(() => this.othersWork()));
      if (quiet) continue;
      await this.bell.heard(pause * (0.5 + Math.random()));
      pause = Math.min(LONGEST_MS, pause * 1.5);
    }
  }

  private async take(count: number): Promise<readonly Taken[]> {
    try {
      const alone = this.held.size === 0;
      const [all, taken] = await this.database.transaction(async (db) => {
        if (this.unsure) await this.lease.giveBack(db, [...this.held]);
        const { found, done } = await this.reader.read(db, await this.lease.take(db, count));
        await this.lease.letGo(db, done);
        const kept = begun(found, alone);
        if (kept.length < found.length)
          await this.lease.giveBack(db, [...this.held, ...kept.map(({ job }) => job)]);
        return [found, kept] as const;
      });
      this.alone = taken.find(({ suspect }) => suspect) ?? null;
      this.clearing = this.alone === null && taken.length < all.length;
      this.unsure = false;
      for (const { job } of taken) this.held.add(job);
      return taken;
    } catch (error) {
      this.unsure = true;
      throw error;
    }
  }

  private async othersWork(): Promise<boolean> {
    const [row] = await this.database.rows<{ any: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM batt.held h JOIN batt.sweep s ON s.id = h.sweep WHERE s.engine = $1) AS any`,
      [this.options.engine],
    );
    return row?.any === true;
  }

  private async work(taken: Taken): Promise<void> {
    const doer = this.idle.pop() as Doer;
    const { item } = taken;
    const began = performance.now();
    const result = await doer
      .solve(taken.sweep.work, item)
      .catch((error: unknown) => failedResult(item.id, item.task, String(error)));
    this.idle.push(doer);
    const took = performance.now() - began;
    this.pace = this.pace === Infinity ? took : this.pace + NEWS * (took - this.pace);
    if (this.alone === taken) this.alone = null;
    if (result !== null) this.outbox.push({ ...taken, result });
    this.bell.ring();
  }

  // ---- recording ----------------------------------------------------------------------------------------------

  private async recording(): Promise<void> {
    while (!this.over || this.outbox.length > 0) {
      if (this.outbox.length === 0) {
        await this.bell.heard();
        continue;
      }
      const batch = this.outbox.slice(0, TOGETHER);
      await this.patience.until(() => this.put(batch));
      this.outbox.splice(0, batch.length);
      for (const { job } of batch) this.held.delete(job);
      this.bell.ring();
    }
  }

  private async put(batch: readonly Ended[]): Promise<void> {
    const done = batch.filter(({ result }) => result.ended !== 'failed');
    const finished = done.map(({ sweep, item, result }) => ({
      sweep: sweep.id,
      task: item.id,
      options: sweep.work.options,
      line: JSON.stringify(result),
    }));
    let givenUp = 0;
    const alarms = await this.database.transaction(async (db) => {
      givenUp = 0;
      const differing = finished.length === 0 ? [] : await record(db, this.lease.name, finished);
      await this.lease.letGo(
        db,
        done.map(({ job }) => job),
      );
      for (const { job, result } of batch) {
        if (result.ended !== 'failed') continue;
        const reason = `on ${this.lease.name}: ${result.error ?? 'it failed'}`;
        if (await this.lease.lose(db, job, reason)) givenUp++;
      }
      return differing;
    });
    this.tally.done += done.length;
    this.tally.lost += batch.length - done.length;
    this.tally.givenUp += givenUp;
    this.tally.alarms += alarms.length;
    for (const { task } of alarms)
      remark(`batt: ALARM: ${task} has another result already; equal work must give equal results\n`);
  }

  // ---- the lease ----------------------------------------------------------------------------------------------

  private async keep(): Promise<void> {
    try {
      await this.lease.keep(this.database);
      this.patience.isBack();
    } catch (error) {
      if (isPassing(error)) this.patience.isAway(error);
      else this.fail(error);
    }
  }
}
