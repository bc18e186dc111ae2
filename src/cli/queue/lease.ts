/**
 * Who is believed to live. A program at work renews its lease; whose lease is over is given up by any other, and what
 * it held is to do again. Only the database's clock counts.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database, Statements } from './database.ts';
import { jobId, placeOf, type Jobs, type Place } from './jobs.ts';

/** Workers that a task may cost before it is given up. */
export const MOST_LOSSES = 3;

export interface Holder {
  readonly engine: string;
  readonly threads: number;
  /** Seconds after which a program that says nothing is given up. */
  readonly seconds: number;
}

export class Lease {
  readonly name = `${hostname()}:${process.pid}`;
  private readonly id = randomUUID();
  private readonly jobs: Jobs;
  private readonly holder: Holder;
  /** Since when the database has been there without a break as long as a lease, by this program's clock; else null. */
  private since: number | null = null;
  private last = 0;

  constructor(jobs: Jobs, holder: Holder) {
    this.jobs = jobs;
    this.holder = holder;
  }

  /** Takes jobs and holds them; the lease is renewed on the way. */
  async take(db: Statements, count: number): Promise<string[]> {
    const ids = await this.jobs.take(db, this.holder.engine, count);
    if (ids.length > 0) await this.hold(db, ids);
    return ids;
  }

  /** These jobs have their results. A task that was given up and has one after all is so no longer. */
  async letGo(db: Statements, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.jobs.finish(db, this.holder.engine, ids);
    const places = ids.map(placeOf);
    await db.rows(
      `WITH gone AS (DELETE FROM batt.held WHERE job = ANY($1::uuid[]))
       UPDATE batt.loss l SET given_up = false FROM unnest($2::integer[], $3::integer[]) AS x (sweep, place)
       WHERE l.sweep = x.sweep AND l.place = x.place AND l.given_up`,
      [ids, places.map(({ sweep }) => sweep), places.map(({ place }) => place)],
    );
  }

  /** Gives back what is held, but for `kept`: nobody is to blame. Where nothing is kept, the lease ends. */
  async giveBack(db: Statements, kept: readonly string[]): Promise<void> {
    const given = await db.rows<{ job: string }>(
      'DELETE FROM batt.held WHERE worker = $1 AND NOT job = ANY($2::uuid[]) RETURNING job',
      [this.id, kept],
    );
    await this.jobs.giveBack(
      db,
      this.holder.engine,
      given.map(({ job }) => job),
    );
    if (kept.length === 0) await db.rows('DELETE FROM batt.worker WHERE id = $1', [this.id]);
  }

  /** A job cost a worker of this program; true where its task is given up. */
  async lose(db: Statements, job: string, reason: string): Promise<boolean> {
    await db.rows('DELETE FROM batt.held WHERE job = $1', [job]);
    return await lost(db, this.jobs, this.holder.engine, placeOf(job), reason);
  }

  /** Renews the lease, and gives up whose is over. To be called a few times a lease. */
  async keep(database: Database): Promise<void> {
    await this.renew(database);
    const now = performance.now();
    const lease = this.holder.seconds * 1000;
    if (this.since === null || now - this.last > lease) this.since = now;
    this.last = now;
    // After a time without the database all leases look over, and nobody is to blame: one lease of grace.
    if (now - this.since < lease) return;
    await database.transaction((db) => giveUp(db, this.jobs));
  }

  private async renew(db: Statements): Promise<void> {
    await db.rows(RENEW, this.renewal());
  }

  /** What a taking writes need not be on the disk at once: where it is lost, the job is given out again. */
  private async hold(db: Statements, ids: readonly string[]): Promise<void> {
    const places = ids.map(placeOf);
    await db.rows(
      `WITH renewed AS (${RENEW}), soon AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO batt.held (job, sweep, place, worker)
       SELECT x.*, $1::uuid FROM soon, unnest($6::uuid[], $7::integer[], $8::integer[]) AS x
       ON CONFLICT (job) DO UPDATE SET worker = excluded.worker, since = now()`,
      [...this.renewal(), ids, places.map(({ sweep }) => sweep), places.map(({ place }) => place)],
    );
  }

  private renewal(): unknown[] {
    const { engine, threads, seconds } = this.holder;
    return [this.id, this.name, engine, threads, seconds];
  }
}

const RENEW = `INSERT INTO batt.worker VALUES ($1::uuid, $2, $3, $4, now() + $5 * interval '1 second')
  ON CONFLICT (id) DO UPDATE SET expires = excluded.expires`;

/** Gives up the programs whose lease is over. */
async function giveUp(db: Statements, jobs: Jobs): Promise<void> {
  const held = await db.rows<Place & { engine: string; name: string }>(
    `WITH over AS (
       DELETE FROM batt.worker WHERE id IN (SELECT id FROM batt.worker WHERE expires < now() FOR UPDATE SKIP LOCKED)
       RETURNING id, name)
     , given AS (DELETE FROM batt.held h USING over WHERE h.worker = over.id RETURNING h.sweep, h.place, over.name)
     SELECT given.*, s.engine FROM given JOIN batt.sweep s ON s.id = given.sweep ORDER BY 1, 2`,
  );
  for (const { engine, name, sweep, place } of held)
    await lost(
      db,
      jobs,
      engine,
      { sweep, place },
      `the program ${name} that worked on it ended or fell silent`,
    );
}

/** A task cost a worker: it is to do again, or given up; true for the latter. */
async function lost(
  db: Statements,
  jobs: Jobs,
  engine: string,
  place: Place,
  reason: string,
): Promise<boolean> {
  const [row] = await db.rows<{ given_up: boolean }>(
    `INSERT INTO batt.loss AS l VALUES ($1, $2, 1, $3, $4 <= 1) ON CONFLICT (sweep, place) DO UPDATE
     SET workers = l.workers + 1, reason = excluded.reason, given_up = l.workers + 1 >= $4 RETURNING given_up`,
    [place.sweep, place.place, reason, MOST_LOSSES],
  );
  const id = jobId(place);
  if (row?.given_up === true) await jobs.cancel(db, engine, [id]);
  else await jobs.giveBack(db, engine, [id]);
  return row?.given_up === true;
}
