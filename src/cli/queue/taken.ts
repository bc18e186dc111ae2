/** Tasks of jobs that were taken. */
import type { SweepTask } from '../../core/pipeline/sweep-task.ts';
import type { Task } from '../../core/task/task.ts';
import type { Statements } from './database.ts';
import { placeOf } from './jobs.ts';
import { MOST_LOSSES } from './lease.ts';
import { sweepById, type StoredSweep } from './sweeps.ts';

export interface Taken {
  readonly job: string;
  readonly sweep: StoredSweep;
  readonly item: SweepTask;
  /** One more program lost with it, and the task is given up. */
  readonly suspect: boolean;
}

interface Row {
  readonly sweep: number;
  readonly place: number;
  readonly id: string;
  readonly body: string;
  readonly done: boolean;
  readonly losses: number;
}

/** Reads the tasks of jobs; sweeps are read once. */
export class TaskReader {
  private readonly sweeps = new Map<number, StoredSweep>();

  /** `done` are jobs whose tasks have their results, from programs that were given up too early. */
  async read(db: Statements, jobs: readonly string[]): Promise<{ found: Taken[]; done: string[] }> {
    if (jobs.length === 0) return { found: [], done: [] };
    const places = jobs.map(placeOf);
    const rows = await db.rows<Row>(
      `SELECT s.id AS sweep, t.place, t.id, t.body, r.task IS NOT NULL AS done, coalesce(l.workers, 0) AS losses
       FROM unnest($1::integer[], $2::integer[]) AS x (sweep, place)
       JOIN batt.sweep s ON s.id = x.sweep JOIN batt.task t ON (t.dataset, t.place) = (s.dataset, x.place)
       LEFT JOIN batt.result r ON (r.sweep, r.dataset, r.task) = (s.id, s.dataset, t.id)
       LEFT JOIN batt.loss l ON (l.sweep, l.place) = (s.id, t.place)`,
      [places.map(({ sweep }) => sweep), places.map(({ place }) => place)],
    );
    const byPlace = new Map(rows.map((row) => [`${row.sweep} ${row.place}`, row]));
    const found: Taken[] = [];
    const done: string[] = [];
    for (const [i, job] of jobs.entries()) {
      const { sweep, place } = places[i] as { sweep: number; place: number };
      const row = byPlace.get(`${sweep} ${place}`);
      if (row === undefined || row.done) {
        done.push(job);
        continue;
      }
      const known = this.sweeps.get(sweep) ?? (await sweepById(db, sweep));
      this.sweeps.set(sweep, known);
      const item = { id: row.id, task: JSON.parse(row.body) as Task };
      found.push({ job, sweep: known, item, suspect: row.losses >= MOST_LOSSES - 1 });
    }
    return { found, done };
  }
}

/**
 * What is begun of the tasks found, `alone` where nothing else is at work: a suspect is done with nothing beside it, so
 * that no task is given up for what its neighbours do.
 */
export function begun(found: readonly Taken[], alone: boolean): readonly Taken[] {
  const suspect = found.find((one) => one.suspect);
  if (suspect === undefined) return found;
  return alone ? [suspect] : found.filter((one) => !one.suspect);
}
