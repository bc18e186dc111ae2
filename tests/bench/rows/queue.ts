/** What the queue takes of the time: tasks that cost nothing, tasks of a second, and claims while many wait. */
import { join } from 'node:path';
import pg from 'pg';
import { ENGINE_VERSION } from '../../../src/cli/engine-version.ts';
import { addressOf } from '../../../src/cli/queue/address.ts';
import { Database } from '../../../src/cli/queue/database.ts';
import { Jobs } from '../../../src/cli/queue/jobs.ts';
import { addSweep } from '../../../src/cli/queue/sweeps.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { Bench } from '../bench.ts';
import { askFresh } from '../fresh/child.ts';
import type { QueueOrder, QueueResult } from '../fresh/queue-child.ts';
import { PROJECT } from '../project.ts';
import { plainRow, type Row, type Section } from '../row.ts';
import { statOf } from '../stats.ts';

/** So that 100 cores with half a second a task are fed. */
const LEAST_RATE = 200;
const MOST_OVERHEAD = 3;

export async function queue(bench: Bench): Promise<Section> {
  const given = process.env.BATT_TEST_DB;
  const keeper = join(PROJECT, 'tests/support/postgres-keeper.mjs');
  const server = given ? null : await startPostgres([], keeper);
  const url = given || (server?.url as string);
  try {
    const rows = await inDatabases(url, bench);
    const [{ version }] = await ask(url, `SELECT current_setting('server_version') AS version`).catch(() => [
      { version: 'unknown' },
    ]);
    return {
      id: 'queue',
      title: 'The queue',
      notes: [
        `PostgreSQL ${String(version)} on the same machine, as it comes: every commit waits for the disk. Each program has one thread.`,
        `A row of results is as large as usual. Overhead is what passes between two tasks, in parts of a task.`,
      ],
      rows,
    };
  } finally {
    await server?.end();
  }
}

async function ask(url: string, text: string): Promise<any[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function inDatabases(server: string, { corpus, effort, scale }: Bench): Promise<Row[]> {
  const rounds = Math.min(effort.rounds, 3);
  const items = [...corpus.tasks.values()];
  let number = 0;
  /** Does `count` tasks of `ms` with so many programs in a database of their own. */
  const worked = async (programs: number, count: number, ms: number): Promise<Worked> => {
    const name = `batt_bench_${process.pid}_${number++}`;
    await ask(server, `CREATE DATABASE ${name}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    const url = address.href;
    const database = new Database(addressOf(url));
    try {
      const jobs = await Jobs.open(database, { make: true });
      await jobs.createQueue(ENGINE_VERSION);
      const tasks = Array.from({ length: count }, (_, i) => {
        const { id, task } = items[i % items.length];
        return { id: `${id} ${i}`, task };
      });
      await database.transaction(async (db) => {
        const plan = { tasks, pool: [], options: { seed: 1, searchFuel: 1 } };
        const sweep = (await addSweep(db, 'bench', plan, 'bench')) as number;
        await jobs.put(db, ENGINE_VERSION, sweep, [...tasks.keys()]);
      });
      await jobs.close();
      const orders = Array.from({ length: programs }, (): QueueOrder => ({ url, ms }));
      await Promise.all(orders.map((order) => askFresh<QueueOrder, QueueResult>('bench-queue', order)));
      return await measure(url, count, ms);
    } finally {
      await database.close();
      await ask(server, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  };

  const rows: Row[] = [];
  let bytes: number[] = [];
  for (const programs of [1, 2, 4]) {
    const all: Worked[] = [];
    for (let round = 0; round < rounds; round++) all.push(await worked(programs, scale.queueTasks, 0));
    bytes = all.map((one) => one.bytes);
    rows.push(
      plainRow(
        `tasks that cost nothing, ${programs} ${programs === 1 ? 'program' : 'programs'}`,
        'tasks a second',
        all.map(({ rate }) => rate),
        { better: 'more', bar: { of: 'figure', at: 'least', value: LEAST_RATE } },
      ),
    );
  }
  const long: Worked[] = [];
  for (let round = 0; round < rounds; round++)
    long.push(await worked(2, scale.longTasks.count, scale.longTasks.ms));
  rows.push(
    plainRow(
      `tasks of ${scale.longTasks.ms / 1000} s, 2 programs: overhead`,
      '% of a task',
      long.map(({ overhead }) => overhead),
      { bar: { of: 'figure', at: 'most', value: MOST_OVERHEAD } },
    ),
    plainRow('a task that is done: in the database', 'bytes', bytes),
  );
  return [...rows, ...(await claims(server, scale.waiting))];
}

interface Worked {
  /** Tasks a second from the first that was recorded to the last. */
  readonly rate: number;
  /** Time between two tasks of a program, in per cent of a task's. */
  readonly overhead: number;
  /** Of the tables and indexes of tasks, results and jobs, a task. */
  readonly bytes: number;
}

async function measure(url: string, count: number, ms: number): Promise<Worked> {
  const [{ rate }] = await ask(
    url,
    `SELECT ((count(*) - 1) / extract(epoch FROM max(recorded) - min(recorded)))::float8 AS rate FROM batt.result`,
  );
  const each = await ask(
    url,
    `SELECT (extract(epoch FROM max(recorded) - min(recorded)) / (count(*) - 1))::float8 AS pace,
       avg((line::json->>'seconds')::float8) AS work
     FROM batt.result GROUP BY worker HAVING count(*) > 1`,
  );
  const overheads = each.map(({ pace, work }) => (100 * (pace - work)) / (ms / 1000));
  const [{ bytes }] = await ask(
    url,
    `SELECT (pg_total_relation_size('batt.task') + pg_total_relation_size('batt.result')
       + (SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'batt_jobs.job'::regclass))::float8
       AS bytes`,
  );
  return { rate, overhead: ms === 0 ? 0 : statOf(overheads).median, bytes: bytes / count };
}

/** Milliseconds to claim one job while so many wait. */
async function claims(server: string, waiting: readonly number[]): Promise<Row[]> {
  const name = `batt_bench_${process.pid}_claims`;
  await ask(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const database = new Database(addressOf(address.href));
  try {
    const jobs = await Jobs.open(database, { make: true });
    await jobs.createQueue(ENGINE_VERSION);
    const rows: Row[] = [];
    let put = 0;
    let first: readonly number[] | null = null;
    for (const count of waiting) {
      const places = Array.from({ length: count - put }, (_, i) => put + i);
      await database.transaction((db) => jobs.put(db, ENGINE_VERSION, 1, places));
      put = count;
      await database.rows('VACUUM ANALYZE batt_jobs.job');
      const times: number[] = [];
      for (let claim = 0; claim < 100; claim++) {
        const began = performance.now();
        await database.transaction((db) => jobs.take(db, ENGINE_VERSION, 1));
        times.push(performance.now() - began);
      }
      first ??= times;
      const median = statOf(first).median;
      const ratio = {
        of: `to ${waiting[0]} waiting`,
        better: 'less',
        wall: statOf(times.map((ms) => ms / median)),
      };
      rows.push(
        plainRow(
          `a claim, ${count} waiting`,
          'ms',
          times,
          count === waiting[0]
            ? {}
            : { ratio: { ...ratio, better: 'less', cpu: null }, bar: { of: 'ratio', at: 'most', value: 3 } },
        ),
      );
    }
    await jobs.close();
    return rows;
  } finally {
    await database.close();
    await ask(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}
