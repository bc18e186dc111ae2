/**
 * A program at work on the queue: as many tasks at a time as it has threads. Its main thread computes nothing, so it is
 * free to keep the lease; results wait in `outbox` until the database has them.
 */
import { failedResult, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../../core/pipeline/sweep-task.ts';
import type { Task } from '../../core/task/task.ts';
import { remark } from '../output.ts';
import type { Work } from '../task-thread.ts';
import type { Database, Statements } from './database.ts';
import { placeOf, type Jobs } from './jobs.ts';
import { Lease, MOST_LOSSES } from './lease.ts';
import { Patience } from './patience.ts';
import { record } from './results.ts';
import { sweepById, type StoredSweep } from './sweeps.ts';
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

interface Taken {
  readonly job: string;
  readonly sweep: StoredSweep;
  readonly item: SweepTask;
  /** One more program lost with it, and the task is given up. */
  readonly suspect: boolean;
}

interface Ended extends Taken {
  readonly result: TaskResult;
}

interface TaskRow {
  readonly sweep: number;
  readonly place: number;
  readonly id: string;
  readonly body: string;
  readonly done: boolean;
  readonly losses: number;
}

/** Milliseconds between two questions for work where there is none. */
const SHORTEST_MS = 200;
const LONGEST_MS = 5000;
/** Results that go into the database together. */
const TOGETHER = 200;

export class QueueWorker {
  readonly tally: Tally = { done: 0, lost: 0, givenUp: 0, alarms: 0 };
  private readonly database: Database;
  private readonly options: WorkerOptions;
  private readonly lease: Lease;
  private readonly doers: readonly Doer[];
  private readonly idle: Doer[];
  private readonly sweeps = new Map<number, StoredSweep>();
  /** Jobs that this program knows it holds. */
  private readonly held = new Set<string>();
  private readonly outbox: Ended[] = [];
  /** Tasks that are done alone, so that none is given up for what its neighbours do. */
  private readonly suspects: Taken[] = [];
  private alone: Taken | null = null;
  private readonly patience = new Patience(() => this.stopped);
  /** A taking failed: it may have been done all the same, and nobody would do those tasks. */
  private unsure = false;
  private stopped = false;
  private over = false;
  private fault: unknown = null;
  private wakers: (() => void)[] = [];

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
      this.wake();
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
    this.wake();
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
    while (!this.stopped) {
      const isBusy = this.suspects.length > 0 ? this.idle.length < this.doers.length : this.idle.length === 0;
      if (isBusy || this.alone !== null) {
        await this.change();
        continue;
      }
      this.alone = this.suspects.shift() ?? null;
      if (this.alone !== null) {
        void this.work(this.alone);
        continue;
      }
      const taken = await this.patience.until(() => this.take(this.idle.length));
      for (const one of taken) {
        if (one.suspect) this.suspects.push(one);
        else void this.work(one);
      }
      if (taken.length > 0) {
        pause = SHORTEST_MS;
        continue;
      }
      if (!this.options.wait && this.held.size === 0 && !(await this.patience.until(() => this.othersWork())))
        return;
      await this.change(pause * (0.5 + Math.random()));
      pause = Math.min(LONGEST_MS, pause * 1.5);
    }
  }

  private async take(count: number): Promise<Taken[]> {
    try {
      const taken = await this.database.transaction(async (db) => {
        if (this.unsure) await this.lease.giveBack(db, [...this.held]);
        return this.load(db, await this.lease.take(db, count));
      });
      this.unsure = false;
      for (const { job } of taken) this.held.add(job);
      return taken;
    } catch (error) {
      this.unsure = true;
      throw error;
    }
  }

  /** The tasks of jobs. One that has its result, from a program that was given up too early, is done. */
  private async load(db: Statements, jobs: readonly string[]): Promise<Taken[]> {
    if (jobs.length === 0) return [];
    const places = jobs.map(placeOf);
    const rows = await db.rows<TaskRow>(
      `SELECT s.id AS sweep, t.place, t.id, t.body, r.task IS NOT NULL AS done, coalesce(l.workers, 0) AS losses
       FROM unnest($1::integer[], $2::integer[]) AS x (sweep, place)
       JOIN batt.sweep s ON s.id = x.sweep JOIN batt.task t ON (t.dataset, t.place) = (s.dataset, x.place)
       LEFT JOIN batt.result r ON (r.sweep, r.dataset, r.task) = (s.id, s.dataset, t.id)
       LEFT JOIN batt.loss l ON (l.sweep, l.place) = (s.id, t.place)`,
      [places.map(({ sweep }) => sweep), places.map(({ place }) => place)],
    );
    const found = new Map(rows.map((row) => [`${row.sweep} ${row.place}`, row]));
    const taken: Taken[] = [];
    const done: string[] = [];
    for (const [i, job] of jobs.entries()) {
      const { sweep, place } = places[i] as { sweep: number; place: number };
      const row = found.get(`${sweep} ${place}`);
      if (row === undefined || row.done) {
        done.push(job);
        continue;
      }
      const known = this.sweeps.get(sweep) ?? (await sweepById(db, sweep));
      this.sweeps.set(sweep, known);
      taken.push({
        job,
        sweep: known,
        item: { id: row.id, task: JSON.parse(row.body) as Task },
        suspect: row.losses >= MOST_LOSSES - 1,
      });
    }
    await this.lease.letGo(db, done);
    return taken;
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
    const result = await doer
      .solve(taken.sweep.work, item)
      .catch((error: unknown) => failedResult(item.id, item.task, String(error)));
    this.idle.push(doer);
    if (this.alone === taken) this.alone = null;
    if (result !== null) this.outbox.push({ ...taken, result });
    this.wake();
  }

  // ---- recording ----------------------------------------------------------------------------------------------

  private async recording(): Promise<void> {
    while (!this.over || this.outbox.length > 0) {
      if (this.outbox.length === 0) {
        await this.change();
        continue;
      }
      const batch = this.outbox.slice(0, TOGETHER);
      await this.patience.until(() => this.put(batch));
      this.outbox.splice(0, batch.length);
      for (const { job } of batch) this.held.delete(job);
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

  // ---- waiting ------------------------------------------------------------------------------------------------

  /** Settles when something has happened here, or after so many milliseconds. */
  private change(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const waker = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const gone = (): void => {
        this.wakers = this.wakers.filter((other) => other !== waker);
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(gone, ms);
      this.wakers.push(waker);
    });
  }

  private wake(): void {
    for (const waker of this.wakers.splice(0)) waker();
  }
}
