/** The results of all sweeps: each recorded once, and never changed again. */
import { resultsAgree, type AnyOptions, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { Statements } from './database.ts';

/** A result on its way into the database. */
export interface Finished {
  readonly sweep: number;
  readonly task: string;
  readonly options: AnyOptions;
  readonly line: string;
}

/** The key of a row: what a result hangs on, of the sweep `s` and a task. */
const KEY = 's.id, s.dataset, x.task, s.engine, s.seed, s.limits';

/**
 * Records results of a worker. Of a task that has one already the first stays; where the second is not as it must be,
 * it is kept as an alarm. The alarms come back.
 */
export async function record(db: Statements, worker: string, all: readonly Finished[]): Promise<Finished[]> {
  const columns = [all.map(({ sweep }) => sweep), all.map(({ task }) => task), all.map(({ line }) => line)];
  const fresh = await db.rows<{ sweep: number; task: string }>(
    `INSERT INTO batt.result (sweep, dataset, task, engine, seed, limits, line, worker)
     SELECT ${KEY}, x.line, $4 FROM unnest($1::integer[], $2::text[], $3::text[]) AS x (sweep, task, line)
     JOIN batt.sweep s ON s.id = x.sweep ORDER BY s.id, x.task
     ON CONFLICT DO NOTHING RETURNING sweep, task`,
    [...columns, worker],
  );
  if (fresh.length === all.length) return [];
  const isFresh = new Set(fresh.map(({ sweep, task }) => `${sweep} ${task}`));
  const alarms: Finished[] = [];
  for (const second of all.filter(({ sweep, task }) => !isFresh.has(`${sweep} ${task}`))) {
    const first = await resultOf(db, second);
    if (first === null || resultsAgree(second.options, first, JSON.parse(second.line) as TaskResult))
      continue;
    alarms.push(second);
    await db.rows('INSERT INTO batt.alarm (sweep, task, line, worker) VALUES ($1, $2, $3, $4)', [
      ...[second.sweep, second.task, second.line, worker],
    ]);
  }
  return alarms;
}

async function resultOf(db: Statements, { sweep, task }: Finished): Promise<TaskResult | null> {
  const [row] = await db.rows<{ line: string }>(
    `SELECT r.line FROM batt.result r JOIN batt.sweep s ON (r.sweep, r.dataset, r.engine, r.seed, r.limits) =
     (s.id, s.dataset, s.engine, s.seed, s.limits) WHERE s.id = $1 AND r.task = $2`,
    [sweep, task],
  );
  return row === undefined ? null : (JSON.parse(row.line) as TaskResult);
}

/** The lines of a sweep by task. */
export async function linesOf(db: Statements, sweep: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ task: string; line: string }>(
    'SELECT task, line FROM batt.result WHERE sweep = $1',
    [sweep],
  );
  return new Map(rows.map(({ task, line }) => [task, line]));
}
