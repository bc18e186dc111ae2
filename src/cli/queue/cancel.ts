/** `batt queue cancel` and `batt queue retry`: taking what is open of a sweep out of the queue, and putting it back. */
import { needed, readOptions } from '../options.ts';
import { print } from '../output.ts';
import type { Statements } from './database.ts';
import { jobId } from './jobs.ts';
import { sweepNamed, type StoredSweep } from './sweeps.ts';
import { withQueue } from './verbs.ts';

/** Tasks that are at work are finished, and their results kept. */
export async function cancel(words: readonly string[]): Promise<number> {
  const options = readOptions(words, { values: ['db', 'name'] });
  const name = needed('name', options.name);
  const count = await withQueue(options.db, {}, ({ database, jobs }) =>
    database.transaction(async (db) => {
      const sweep = await sweepNamed(db, name);
      await db.rows('UPDATE batt.sweep SET cancelled = now() WHERE id = $1 AND cancelled IS NULL', [
        sweep.id,
      ]);
      const places = await openPlaces(db, sweep);
      const ids = places.map((place) => jobId({ sweep: sweep.id, place }));
      await jobs.cancel(db, sweep.engine, ids);
      return places.length;
    }),
  );
  print(`${name}: cancelled, ${count} tasks are not done; 'batt queue retry' goes on with them\n`);
  return 0;
}

/** Tasks that were given up begin anew, and those of a cancelled sweep go on. */
export async function retry(words: readonly string[]): Promise<number> {
  const options = readOptions(words, { values: ['db', 'name'] });
  const name = needed('name', options.name);
  const count = await withQueue(options.db, {}, ({ database, jobs }) =>
    database.transaction(async (db) => {
      const sweep = await sweepNamed(db, name);
      const failed = await db.rows<{ place: number }>(
        'DELETE FROM batt.loss WHERE sweep = $1 AND given_up RETURNING place',
        [sweep.id],
      );
      await db.rows('UPDATE batt.sweep SET cancelled = NULL WHERE id = $1', [sweep.id]);
      const places = sweep.cancelled ? await openPlaces(db, sweep) : failed.map(({ place }) => place);
      await jobs.resume(db, sweep.engine, sweep.id, places);
      return places.length;
    }),
  );
  print(`${name}: ${count} tasks are to do again\n`);
  return 0;
}

/** Places of the tasks that have neither a result nor been given up. */
async function openPlaces(db: Statements, { id, dataset }: StoredSweep): Promise<number[]> {
  const rows = await db.rows<{ place: number }>(
    `SELECT t.place FROM batt.task t
     WHERE t.dataset = $2 AND NOT EXISTS (SELECT 1 FROM batt.result r WHERE (r.sweep, r.task) = ($1, t.id))
       AND NOT EXISTS (SELECT 1 FROM batt.loss l WHERE (l.sweep, l.place) = ($1, t.place) AND l.given_up)
     ORDER BY t.place`,
    [id, dataset],
  );
  return rows.map(({ place }) => place);
}
