/**
 * The jobs of all sweeps, kept by pg-boss: one for each task that is to be done, in a queue for each engine version, so
 * that a program is given only what it may do. A job's id tells its sweep and place.
 */
import PgBoss from 'pg-boss';
import { WrongCall } from '../faults.ts';
import type { Database, Statements } from './database.ts';
import { check, JOBS_SCHEMA, prepare } from './schema.ts';

/** Jobs that one statement speaks of. */
export const CHUNK = 5000;

/** One task of one sweep. */
export interface Place {
  readonly sweep: number;
  readonly place: number;
}

/** As these are in truth: for several ids the types of pg-boss 10 name the options third, where it reads the output. */
interface Ending {
  complete(name: string, ids: string[], output: object, options: PgBoss.ConnectionOptions): Promise<void>;
  fail(name: string, ids: string[], output: object, options: PgBoss.ConnectionOptions): Promise<void>;
}

export class Jobs {
  private readonly boss: PgBoss;
  private readonly ending: Ending;

  private constructor(boss: PgBoss) {
    this.boss = boss;
    this.ending = boss as unknown as Ending;
  }

  /** With `make`, the tables are made where there are none. Who keeps the queue in order asks for `keep`. */
  static async open(database: Database, { make = false, keep = false } = {}): Promise<Jobs> {
    if (make) await prepare(database, () => bossOf(database, false, true).start().then(quit));
    await check(database);
    const boss = bossOf(database, keep, false);
    try {
      await boss.start();
    } catch (error) {
      if (!/pg-boss/.test((error as Error).message)) throw error;
      throw new WrongCall(
        'the jobs in the database are of another version of pg-boss than this program knows',
      );
    }
    return new Jobs(boss);
  }

  async close(): Promise<void> {
    await quit(this.boss);
  }

  /** To be called before the first job of an engine version. */
  async createQueue(engine: string): Promise<void> {
    await this.boss.createQueue(queueOf(engine));
  }

  /** Puts jobs in. Those that are there already stay as they are, whatever their state. */
  async put(db: Statements, engine: string, sweep: number, places: readonly number[]): Promise<void> {
    for (let i = 0; i < places.length; i += CHUNK) {
      const jobs = places.slice(i, i + CHUNK).map((place) => ({
        id: jobId({ sweep, place }),
        name: queueOf(engine),
        data: {},
      }));
      await this.boss.insert(jobs, { db });
    }
  }

  /** Takes up to so many jobs, the oldest first. */
  async take(db: Statements, engine: string, count: number): Promise<string[]> {
    const jobs = await this.boss.fetch(queueOf(engine), { batchSize: count, priority: false, db });
    return jobs.map(({ id }) => id);
  }

  /** Closes jobs that were taken. */
  async finish(db: Statements, engine: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.ending.complete(queueOf(engine), [...ids], {}, { db });
  }

  /** Puts jobs that were taken back, before all that wait. */
  async giveBack(db: Statements, engine: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.ending.fail(queueOf(engine), [...ids], {}, { db });
  }

  /** Takes jobs out, whether they wait or are at work. */
  async cancel(db: Statements, engine: string, ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += CHUNK)
      await this.boss.cancel(queueOf(engine), ids.slice(i, i + CHUNK), { db });
  }

  /** Puts jobs in again that were taken out, however long ago. */
  async resume(db: Statements, engine: string, sweep: number, places: readonly number[]): Promise<void> {
    for (let i = 0; i < places.length; i += CHUNK) {
      const ids = places.slice(i, i + CHUNK).map((place) => jobId({ sweep, place }));
      await this.boss.resume(queueOf(engine), ids, { db });
    }
    await this.put(db, engine, sweep, places);
  }
}

/**
 * A job is given back as often as need be: Batt counts itself what a task cost. pg-boss gives up a job that was taken
 * a day ago and drops one that waits for longer than it is told to; a sweep may wait for ten years.
 */
function bossOf(database: Database, supervise: boolean, migrate: boolean): PgBoss {
  const boss = new PgBoss({
    db: database,
    schema: JOBS_SCHEMA,
    schedule: false,
    supervise,
    migrate,
    retryLimit: 1_000_000,
    retryDelay: 0,
    expireInSeconds: 24 * 3600 - 60,
    retentionDays: 3650,
    maintenanceIntervalSeconds: 600,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterHours: 1,
  });
  boss.on('error', () => {}); // keeping order is tried again after the interval
  return boss;
}

const quit = (boss: PgBoss): Promise<void> => boss.stop({ graceful: false });

/** The queue of an engine version. */
const queueOf = (engine: string): string => `engine-${engine.replace(/[^\w-]/g, '-')}`;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Ids of a sweep ascend by place, so that tasks are given out in their order. */
export function jobId({ sweep, place }: Place): string {
  const [s, p] = [hex(sweep), hex(place)];
  return `${s}-${p.slice(0, 4)}-${p.slice(4)}-0000-000000000000`;
}

export function placeOf(job: string): Place {
  const digits = job.replaceAll('-', '');
  return { sweep: parseInt(digits.slice(0, 8), 16), place: parseInt(digits.slice(8, 16), 16) };
}
