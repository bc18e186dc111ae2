/** Sweeps as the database has them. */
import { createHash } from 'node:crypto';
import type { AnyOptions } from '../../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../../core/pipeline/sweep-task.ts';
import type { PoolSolver } from '../../core/pipeline/types.ts';
import type { Task } from '../../core/task/task.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { WrongCall } from '../faults.ts';
import type { Plan } from '../plan.ts';
import type { Work } from '../task-thread.ts';
import type { Statements } from './database.ts';
import { CHUNK } from './jobs.ts';

export interface StoredSweep {
  readonly id: number;
  readonly name: string;
  readonly dataset: number;
  /** The file that the tasks were read from. */
  readonly tasksFrom: string;
  readonly engine: string;
  readonly cancelled: boolean;
  readonly work: Work;
  /** Tasks of the data set. */
  readonly count: number;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly dataset: number;
  readonly tasks_from: string;
  readonly engine: string;
  readonly cancelled: boolean;
  readonly options: string;
  readonly pool: string;
  readonly tasks: number;
}

const SELECT = `SELECT s.id, s.name, s.dataset, s.tasks_from, s.engine, s.cancelled IS NOT NULL AS cancelled, s.options,
  s.pool, d.tasks FROM batt.sweep s JOIN batt.dataset d ON d.id = s.dataset`;

const stored = ({ tasks_from, options, pool, tasks, ...row }: Row): StoredSweep => ({
  ...row,
  tasksFrom: tasks_from,
  count: tasks,
  work: { options: JSON.parse(options) as AnyOptions, pool: JSON.parse(pool) as PoolSolver[] },
});

export async function sweepById(db: Statements, id: number): Promise<StoredSweep> {
  const [row] = await db.rows<Row>(`${SELECT} WHERE s.id = $1`, [id]);
  if (row === undefined) throw new WrongCall(`the database holds no sweep number ${id} any more`);
  return stored(row);
}

export async function sweepNamed(db: Statements, name: string): Promise<StoredSweep> {
  const [row] = await db.rows<Row>(`${SELECT} WHERE s.name = $1`, [name]);
  if (row === undefined) throw new WrongCall(`the database holds no sweep '${name}'`);
  return stored(row);
}

/** All tasks of a sweep's data set, in their order. */
export async function tasksOf(db: Statements, { dataset }: StoredSweep): Promise<SweepTask[]> {
  const rows = await db.rows<{ id: string; body: string }>(
    'SELECT id, body FROM batt.task WHERE dataset = $1 ORDER BY place',
    [dataset],
  );
  return rows.map(({ id, body }) => ({ id, task: JSON.parse(body) as Task }));
}

/** What a result hangs on beside task, seed and engine, in words. */
const limitsText = (options: AnyOptions): string =>
  Object.entries(options)
    .filter(([key]) => key !== 'seed')
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

/** Keeps a sweep under a name; null where the very same one is there already. A different one is refused. */
export async function addSweep(
  db: Statements,
  name: string,
  plan: Plan,
  tasksFrom: string,
): Promise<number | null> {
  const dataset = await datasetOf(db, plan);
  const values = [
    ...[name, dataset, tasksFrom, ENGINE_VERSION, plan.options.seed, limitsText(plan.options)],
    ...[JSON.stringify(plan.options), JSON.stringify(plan.pool)],
  ];
  const [added] = await db.rows<{ id: number }>(
    `INSERT INTO batt.sweep (name, dataset, tasks_from, engine, seed, limits, options, pool)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name) DO NOTHING RETURNING id`,
    values,
  );
  if (added !== undefined) return added.id;
  const known = await sweepNamed(db, name);
  const same =
    known.dataset === dataset &&
    known.engine === ENGINE_VERSION &&
    JSON.stringify(known.work.options) === JSON.stringify(plan.options) &&
    JSON.stringify(known.work.pool) === JSON.stringify(plan.pool);
  if (!same) throw new WrongCall(`the name '${name}' is taken by a sweep that asks for something else`);
  return null;
}

/** The tasks, once for all sweeps over them; their version is a hash of all that they hold. */
async function datasetOf(db: Statements, { tasks }: Plan): Promise<number> {
  const bodies = tasks.map(({ task }) => JSON.stringify(task));
  const hash = createHash('sha256');
  tasks.forEach(({ id }, i) => hash.update(`${JSON.stringify(id)}${bodies[i]}`));
  const version = hash.digest('hex');
  const [added] = await db.rows<{ id: number }>(
    'INSERT INTO batt.dataset (version, tasks) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
    [version, tasks.length],
  );
  if (added === undefined) {
    const [known] = await db.rows<{ id: number }>('SELECT id FROM batt.dataset WHERE version = $1', [
      version,
    ]);
    return (known as { id: number }).id;
  }
  for (let i = 0; i < tasks.length; i += CHUNK) {
    const places = tasks.slice(i, i + CHUNK).map((_, k) => i + k);
    await db.rows('INSERT INTO batt.task SELECT $1, * FROM unnest($2::integer[], $3::text[], $4::text[])', [
      added.id,
      places,
      places.map((place) => tasks[place]?.id),
      places.map((place) => bodies[place]),
    ]);
  }
  return added.id;
}
