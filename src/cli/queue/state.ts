/** How far the sweeps of a queue are, and who works on what. */
import type { Database } from './database.ts';

export interface SweepState {
  readonly name: string;
  readonly tasksFrom: string;
  readonly engine: string;
  readonly tasks: number;
  readonly done: number;
  readonly running: number;
  /** Tasks that were given up. */
  readonly failed: number;
  readonly failures: readonly { readonly task: string; readonly reason: string }[];
  readonly alarms: number;
  readonly cancelled: boolean;
  /** Results a second over the last minute, or since the first where that is less long ago. */
  readonly rate: number;
  /** Null where nothing is left, or nobody works. */
  readonly secondsLeft: number | null;
}

export interface WorkerState {
  readonly name: string;
  readonly engine: string;
  readonly threads: number;
  /** Its lease is not over. */
  readonly alive: boolean;
  readonly tasks: readonly { readonly sweep: string; readonly task: string; readonly seconds: number }[];
}

export interface QueueState {
  readonly sweeps: readonly SweepState[];
  readonly workers: readonly WorkerState[];
}

/** Failures that are named. */
const MOST_NAMED = 20;

interface Row {
  id: number;
  name: string;
  tasks_from: string;
  engine: string;
  tasks: number;
  cancelled: boolean;
  done: number;
  running: number;
  failed: number;
  alarms: number;
  recent: number;
  span: number;
}

/** Of all sweeps, or the one that is named. */
export async function stateOf(database: Database, name: string | null): Promise<QueueState> {
  const rows = await database.rows<Row>(
    `SELECT s.id, s.name, s.tasks_from, s.engine, d.tasks, s.cancelled IS NOT NULL AS cancelled, r.done,
       (SELECT count(*)::integer FROM batt.held h WHERE h.sweep = s.id) AS running,
       (SELECT count(*)::integer FROM batt.loss l WHERE l.sweep = s.id AND l.given_up) AS failed,
       (SELECT count(*)::integer FROM batt.alarm a WHERE a.sweep = s.id) AS alarms, r.recent, r.span
     FROM batt.sweep s JOIN batt.dataset d ON d.id = s.dataset,
       LATERAL (SELECT count(*)::integer AS done,
         count(*) FILTER (WHERE recorded > now() - interval '1 minute')::integer AS recent,
         least(60, extract(epoch FROM now() - min(recorded)))::float8 AS span
         FROM batt.result WHERE sweep = s.id) r
     WHERE $1::text IS NULL OR s.name = $1 ORDER BY s.id`,
    [name],
  );
  const sweeps: SweepState[] = [];
  for (const row of rows) sweeps.push(sweepState(row, await failuresOf(database, row)));
  return { sweeps, workers: await workersOf(database) };
}

function sweepState(row: Row, failures: SweepState['failures']): SweepState {
  const left = row.tasks - row.done - row.failed;
  const rate = row.recent === 0 ? 0 : row.recent / Math.max(1, row.span);
  return {
    name: row.name,
    tasksFrom: row.tasks_from,
    engine: row.engine,
    tasks: row.tasks,
    done: row.done,
    running: row.running,
    failed: row.failed,
    failures,
    alarms: row.alarms,
    cancelled: row.cancelled,
    rate: Number(rate.toFixed(2)),
    secondsLeft: left === 0 || row.cancelled || rate === 0 ? null : Math.ceil(left / rate),
  };
}

async function failuresOf(database: Database, { id, failed }: Row): Promise<SweepState['failures']> {
  if (failed === 0) return [];
  return database.rows<{ task: string; reason: string }>(
    `SELECT t.id AS task, l.reason FROM batt.loss l JOIN batt.sweep s ON s.id = l.sweep
     JOIN batt.task t ON (t.dataset, t.place) = (s.dataset, l.place)
     WHERE l.sweep = $1 AND l.given_up ORDER BY l.place LIMIT ${MOST_NAMED}`,
    [id],
  );
}

async function workersOf(database: Database): Promise<WorkerState[]> {
  const rows = await database.rows<{
    id: string;
    name: string;
    engine: string;
    threads: number;
    alive: boolean;
    sweep: string | null;
    task: string | null;
    seconds: number | null;
  }>(
    `SELECT w.id, w.name, w.engine, w.threads, w.expires > now() AS alive, s.name AS sweep, t.id AS task,
       extract(epoch FROM now() - h.since)::float8 AS seconds
     FROM batt.worker w LEFT JOIN batt.held h ON h.worker = w.id LEFT JOIN batt.sweep s ON s.id = h.sweep
     LEFT JOIN batt.task t ON (t.dataset, t.place) = (s.dataset, h.place) ORDER BY w.name, w.id, h.since`,
  );
  const workers = new Map<
    string,
    WorkerState & { tasks: { sweep: string; task: string; seconds: number }[] }
  >();
  for (const { id, name, engine, threads, alive, sweep, task, seconds } of rows) {
    const known = workers.get(id) ?? { name, engine, threads, alive, tasks: [] };
    workers.set(id, known);
    if (sweep !== null && task !== null) known.tasks.push({ sweep, task, seconds: Math.round(seconds ?? 0) });
  }
  return [...workers.values()];
}
