import { expect, test } from 'vitest';
import { ask, at, batt, folderText, freshDatabase, recorded, solversFile, start } from './tools.ts';
import { statusOf, tasksFile, until, type Running } from './tools.ts';

const TASKS = 200;
const KILLS = 10;
const tasks = tasksFile('many.json', TASKS);
const LIMITS = ['--rounds', '2', '--per-round', '100', '--fuel', '300000'];

test('200 tasks over three programs, one killed with -9 again and again: each has one result, as on one machine', async () => {
  const url = await freshDatabase();
  const plan = ['--tasks', tasks, '--solvers', solversFile, ...LIMITS];
  expect((await batt('queue', 'add', '--db', url, '--name', 'many', ...plan)).status).toBe(0);
  const work = (): Running => start(['queue', 'work', '--db', url, '--workers', '1', '--lease', '1']);
  const programs = [work(), work(), work()];
  for (let kill = 1; kill <= KILLS; kill++) {
    // Spread over the work, so that all of them hit it, on a quick machine as well as on a slow one.
    await until(async () => (await recorded(url)) >= (kill * TASKS) / (KILLS + 2));
    const held = await ask(
      url,
      'SELECT w.name FROM batt.held h JOIN batt.worker w ON w.id = h.worker WHERE w.expires > now()',
    );
    const pids = new Set(held.map(({ name }) => Number(name.split(':').at(-1))));
    const victim = programs.findIndex(
      ({ child }) => pids.has(child.pid as number) && child.exitCode === null,
    );
    programs.push(work());
    programs.splice(Math.max(0, victim), 1)[0]?.child.kill('SIGKILL');
  }
  const ends = await Promise.all(programs.map(({ ended }) => ended));
  expect(ends.map(({ status, err }) => [status, err])).toEqual(programs.map(() => [0, []]));
  // By bad luck one and the same task may have been hit three times: it was given up, and is asked for again.
  if ((await recorded(url)) < TASKS) {
    expect((await batt('queue', 'retry', '--db', url, '--name', 'many')).status).toBe(0);
    expect((await batt('queue', 'work', '--db', url)).status).toBe(0);
  }
  const { sweeps, workers } = await statusOf(url);
  expect(sweeps).toMatchObject([{ tasks: TASKS, done: TASKS, failed: 0, running: 0, alarms: 0 }]);
  expect(workers).toEqual([]);
  const [{ count, lost }] = await ask(
    url,
    'SELECT count(DISTINCT task)::integer AS count, (SELECT sum(workers)::integer FROM batt.loss) AS lost FROM batt.result',
  );
  expect(count).toBe(TASKS);
  expect(lost).toBeGreaterThan(0);
  expect(
    (await batt('queue', 'collect', '--db', url, '--name', 'many', '--out', at('collected'))).status,
  ).toBe(0);
  const alone = ['--seconds-per-task', '86400', '--out', at('alone')];
  expect((await batt('sweep', ...plan, ...alone)).status).toBe(0);
  expect(folderText(at('collected'))).toEqual(folderText(at('alone')));
});
