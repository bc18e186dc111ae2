import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { failedResult, type TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import type { SweepTask } from '../../src/core/pipeline/sweep-task.ts';
import { ENGINE_VERSION } from '../../src/cli/engine-version.ts';
import { addressOf } from '../../src/cli/queue/address.ts';
import { Database } from '../../src/cli/queue/database.ts';
import { Jobs } from '../../src/cli/queue/jobs.ts';
import { Lease } from '../../src/cli/queue/lease.ts';
import { record } from '../../src/cli/queue/results.ts';
import { addSweep } from '../../src/cli/queue/sweeps.ts';
import { QueueWorker, type Doer } from '../../src/cli/queue/worker.ts';
import { ask, at, batt, file, freshDatabase, recorded, solversFile, start } from './tools.ts';
import { drawn, statusOf, tasksFile, textOf, until } from './tools.ts';

const limits = ['--rounds', '1', '--per-round', '40', '--fuel', '200000'];
const options = { seed: 1, searchFuel: 1000 };
const items = drawn(6).map(([id, task]) => ({ id, task }) as SweepTask);

/** A queue in a database of its own, with a sweep of six tasks that fake doers do. */
async function queueOf(url: string): Promise<{ database: Database; jobs: Jobs; sweep: number }> {
  const database = new Database(addressOf(url));
  const jobs = await Jobs.open(database, { make: true });
  onTestFinished(async () => {
    await jobs.close();
    await database.close();
  });
  await jobs.createQueue(ENGINE_VERSION);
  const sweep = await database.transaction(async (db) => {
    const id = (await addSweep(db, 'fake', { tasks: items, pool: [], options }, 'six')) as number;
    await jobs.put(db, ENGINE_VERSION, id, [...items.keys()]);
    return id;
  });
  return { database, jobs, sweep };
}

const solved = ({ id, task }: SweepTask): TaskResult => {
  const { error: _, ...rest } = failedResult(id, task, '');
  return { ...rest, ended: 'finished' };
};

test('a task that kills its threads ends as failed with its reason, and does not stand in the way', async () => {
  const url = await freshDatabase();
  await batt(
    'queue',
    'add',
    '--db',
    url,
    '--name',
    'poisoned',
    '--tasks',
    tasksFile('six.json', 6),
    '--solvers',
    solversFile,
    ...limits,
  );
  // The thread that is given the third task ends.
  const poison = JSON.stringify((items[2] as SweepTask).task.train[0]?.input);
  const hook = file(
    'poison.mjs',
    `import { Worker } from 'node:worker_threads';
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      const deadly = JSON.stringify(message).includes(${JSON.stringify(JSON.stringify(poison).slice(1, -1))});
      if (deadly || JSON.stringify(message).includes(${JSON.stringify(poison)})) void this.terminate();
      return postMessage.call(this, message, ...rest);
    };`,
  );
  const words = ['queue', 'work', '--db', url, '--workers', '2'];
  const { status, out } = await start(words, { node: ['--import', hook] }).ended;
  expect([status, out]).toEqual([0, ['5 tasks done, 3 cost a worker, 1 of them given up']]);
  const { sweeps } = await statusOf(url);
  const task = items[2]?.id;
  expect(sweeps).toMatchObject([{ done: 5, failed: 1, running: 0, failures: [{ task }] }]);
  expect(sweeps[0].failures[0].reason).toMatch(/the worker thread ended/);
  expect(
    (await batt('queue', 'collect', '--db', url, '--name', 'poisoned', '--out', at('poisoned'))).status,
  ).toBe(0);
  const line = JSON.parse(textOf(at('poisoned'), 'results.jsonl').split('\n')[2] as string);
  expect(line).toMatchObject({
    task,
    ended: 'failed',
    error: expect.stringContaining('given up after 3 lost workers'),
  });
  // What killed it is mended: the task is asked for again.
  expect((await batt('queue', 'retry', '--db', url, '--name', 'poisoned')).out).toEqual([
    'poisoned: 1 tasks are to do again',
  ]);
  expect((await batt(...words)).out).toEqual(['1 tasks done']);
  expect((await statusOf(url)).sweeps).toMatchObject([{ done: 6, failed: 0 }]);
});

test('a task that takes whole programs along is given up after three; those beside it are not', async () => {
  const url = await freshDatabase();
  const { database, jobs, sweep } = await queueOf(url);
  const poison = items[1]?.id;
  /** Those that the first programs had begun beside it. */
  const suspects = items.slice(0, 3).map(({ id }) => id);
  const together = new Set<string>();
  let [programs, alone] = [0, true];
  /** Works until the poison is met; then the program, which took others with it, is silent for ever. */
  const program = async (): Promise<boolean> => {
    programs++;
    let dead: () => void = () => {};
    const death = new Promise<boolean>((resolve) => (dead = () => resolve(false)));
    const hire = (): Doer => ({
      async solve(_, item) {
        together.add(item.id);
        if (programs > 2 && together.size > 1 && suspects.some((id) => together.has(id))) alone = false;
        if (item.id === poison) {
          dead();
          return new Promise<never>(() => {});
        }
        await after(programs > 2 ? 20 : 60_000, undefined, { ref: false });
        together.delete(item.id);
        return solved(item);
      },
      close() {},
    });
    const worker = new QueueWorker(database, jobs, {
      engine: ENGINE_VERSION,
      threads: 3,
      hire,
      lease: 60,
      wait: false,
    });
    const finished = await Promise.race([death, worker.run().then(() => true)]);
    together.clear();
    if (finished) return true;
    // As kill -9 would leave it.
    await ask(url, `UPDATE batt.worker SET expires = now() - interval '1 hour'`);
    const judge = new Lease(jobs, { engine: ENGINE_VERSION, threads: 1, seconds: 0.5 });
    for (let beat = 0; beat < 3; beat++) {
      await judge.keep(database);
      await after(260);
    }
    await ask(url, 'DELETE FROM batt.worker');
    return false;
  };
  const ends: boolean[] = [];
  while (!ends.includes(true) && ends.length < 6) ends.push(await program());
  expect(ends).toEqual([false, false, false, true]);
  expect(alone).toBe(true);
  const rows = await ask(url, 'SELECT place, given_up FROM batt.loss WHERE given_up');
  expect(rows).toEqual([{ place: 1, given_up: true }]);
  expect(await recorded(url)).toBe(5);
  expect(sweep).toBeGreaterThan(0);
});

test('tasks that come back between the last taking and the look whether others work are done', async () => {
  const { database, jobs } = await queueOf(await freshDatabase());
  const { length } = items;
  const other = new Lease(jobs, { engine: ENGINE_VERSION, threads: 1, seconds: 60 });
  await database.transaction((db) => other.take(db, length));
  // The other one has all of them; it gives them back when the worker, which took none, looks whether anybody works.
  let looks = 0;
  const { rows } = database;
  database.rows = async <Row>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
    if (/EXISTS .* batt\.held/.test(text) && ++looks === 1)
      await database.transaction((db) => other.giveBack(db, []));
    return rows.call(database, text, values) as Promise<Row[]>;
  };
  const hire = (): Doer => ({ solve: async (_, item) => solved(item), close() {} });
  const worker = new QueueWorker(database, jobs, {
    ...{ engine: ENGINE_VERSION, threads: 2, lease: 60, wait: false },
    hire,
  });
  await worker.run();
  expect(looks).toBeGreaterThan(1);
  expect(worker.tally).toMatchObject({ done: length, lost: 0 });
});

test('a second result that differs is an alarm, and the first stays; one that took another time is none', async () => {
  const url = await freshDatabase();
  const { database, sweep } = await queueOf(url);
  const item = items[0] as SweepTask;
  const finished = (result: TaskResult): Parameters<typeof record>[2] => [
    { sweep, task: item.id, options, line: JSON.stringify(result) },
  ];
  const first = solved(item);
  const put = (result: TaskResult) => database.transaction((db) => record(db, 'somebody', finished(result)));
  expect(await put(first)).toEqual([]);
  expect(await put({ ...first, seconds: 3 })).toEqual([]);
  expect(await put({ ...first, matched: 1 })).toHaveLength(1);
  expect(await ask(url, 'SELECT line FROM batt.result')).toEqual([{ line: JSON.stringify(first) }]);
  expect((await ask(url, 'SELECT line FROM batt.alarm')).map(({ line }) => JSON.parse(line).matched)).toEqual(
    [1],
  );
  expect((await batt('queue', 'status', '--db', url)).out[0]).toContain('1 ALARMS');
});

test('a program that is stopped gives back what it began; a cancelled sweep can go on', async () => {
  const url = await freshDatabase();
  const plan = ['--tasks', tasksFile('slow.json', 8), '--solvers', solversFile, '--fuel', '300000'];
  const names = ['--db', url, '--name', 'stopped'];
  await batt('queue', 'add', ...names, ...plan, '--rounds', '8', '--per-round', '400');
  const { child, ended } = start(['queue', 'work', '--db', url, '--workers', '2', '--wait']);
  await until(async () => (await ask(url, 'SELECT 1 FROM batt.held')).length === 2);
  child.kill('SIGINT');
  const { status, err } = await ended;
  expect(status).toBe(130);
  expect(err).toEqual([
    expect.stringMatching(/^batt: stopped; \d tasks done; what was begun is given back$/),
  ]);
  expect(await ask(url, 'SELECT 1 FROM batt.held UNION ALL SELECT 1 FROM batt.loss')).toEqual([]);
  const done = await recorded(url);
  expect((await batt('queue', 'cancel', ...names)).out[0]).toContain(
    `cancelled, ${8 - done} tasks are not done`,
  );
  expect((await batt('queue', 'work', '--db', url)).out).toEqual(['0 tasks done']);
  expect((await batt('queue', 'status', '--db', url, '--watch')).out[0]).toContain('cancelled');
  expect((await batt('queue', 'retry', ...names)).out).toEqual([
    `stopped: ${8 - done} tasks are to do again`,
  ]);
  const watching = batt('queue', 'status', ...names, '--watch', '--json');
  expect((await batt('queue', 'work', '--db', url, '--workers', '2')).out).toEqual([
    `${8 - done} tasks done`,
  ]);
  const last = JSON.parse((await watching).out.at(-1) as string);
  expect(last.sweeps).toMatchObject([{ done: 8, failed: 0, secondsLeft: null }]);
});
