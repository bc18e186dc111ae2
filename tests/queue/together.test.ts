import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, batt, folderText, freshDatabase, recorded, solversFile, start } from './tools.ts';
import { statusOf, tasksFile, until } from './tools.ts';

const tasks = tasksFile('some.json', 24);
const limits = ['--rounds', '1', '--per-round', '60'];
const sweep = ['--tasks', tasks, '--solvers', solversFile, ...limits];

const all = (out: string): string[] => readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));

test('two sweeps at once, put in by several at the same time into a database that holds nothing yet', async () => {
  const url = await freshDatabase();
  const add = (name: string, ...words: string[]): string[] => [
    'queue',
    'add',
    '--db',
    url,
    '--name',
    name,
    ...words,
  ];
  const mutated = add('mutated', ...sweep, '--fuel', '200000');
  const searched = add('searched', '--search', '--tasks', tasks, '--fuel', '600000');
  const [one, same, other, wrong] = await Promise.all([
    batt(...mutated),
    batt(...mutated),
    batt(...searched),
    batt(...add('searched', '--search', '--tasks', tasks, '--fuel', '700000')),
  ]);
  expect([one.status, same.status]).toEqual([0, 0]);
  expect([one.out[0], same.out[0]].filter((line) => /nothing was added$/.test(line as string))).toHaveLength(
    1,
  );
  // Whoever of these came first has the name.
  expect([other.status, wrong.status].toSorted()).toEqual([0, 2]);
  expect([...other.err, ...wrong.err]).toEqual([
    "batt: the name 'searched' is taken by a sweep that asks for something else",
  ]);
  const work = (): Promise<{ status: number | null; err: string[] }> =>
    batt('queue', 'work', '--db', url, '--workers', '1');
  const ends = await Promise.all([work(), work()]);
  expect(ends.map(({ status, err }) => [status, err])).toEqual([
    [0, []],
    [0, []],
  ]);
  const { sweeps } = await statusOf(url);
  expect(sweeps).toMatchObject([
    { done: 24, failed: 0, alarms: 0 },
    { done: 24, failed: 0, alarms: 0 },
  ]);
  const fuel = other.status === 0 ? '600000' : '700000';
  const collect = (name: string): Promise<{ status: number | null }> =>
    batt('queue', 'collect', '--db', url, '--name', name, '--out', at(name));
  await Promise.all([collect('mutated'), collect('searched')]);
  const alone = ['--fuel', '200000', '--seconds-per-task', '86400', '--out', at('mutated alone')];
  await Promise.all([
    batt('sweep', ...sweep, ...alone),
    batt('solve', '--tasks', tasks, '--fuel', fuel, '--shard', '1/1', '--out', at('searched alone')),
  ]);
  expect(folderText(at('mutated'))).toEqual(folderText(at('mutated alone')));
  const [, lines, report] = folderText(at('searched'));
  const [, linesAlone, reportAlone] = folderText(at('searched alone'));
  expect([lines, report]).toEqual([linesAlone, reportAlone]);
});

test('collect while work goes on gives what there is, and in the end the same as one that comes late', async () => {
  const url = await freshDatabase();
  const plan = ['--tasks', tasks, '--solvers', solversFile, '--rounds', '3', '--per-round', '200'];
  await batt('queue', 'add', '--db', url, '--name', 'sweep', ...plan, '--fuel', '300000');
  const collect = (out: string): Promise<{ status: number | null; out: string[] }> =>
    batt(
      'queue',
      'collect',
      '--db',
      url,
      '--name',
      'sweep',
      '--out',
      at(out),
      '--submission',
      at(`${out}/submission.json`),
    );
  const { child, ended } = start(['queue', 'work', '--db', url, '--workers', '1']);
  await until(async () => (await recorded(url)) >= 3);
  child.kill('SIGSTOP'); // so that the two see the same
  const [early, twin] = await Promise.all([collect('early'), collect('twin')]);
  child.kill('SIGCONT');
  expect([early.status, twin.status]).toEqual([0, 0]);
  expect(early.out.join('\n')).toMatch(/\d+ tasks are still to do/);
  expect(all(at('early'))).toEqual(all(at('twin')));
  expect((await ended).status).toBe(0);
  await collect('early');
  await collect('late');
  expect(all(at('early'))).toEqual(all(at('late')));
  expect(JSON.parse(readFileSync(at('late/report.json'), 'utf8')).summary).toMatchObject({
    tasks: 24,
    done: 24,
  });
  // Another sweep does not go into the same folder.
  await batt('queue', 'add', '--db', url, '--name', 'other', ...plan, '--fuel', '300001');
  const { status, err } = await batt('queue', 'collect', '--db', url, '--name', 'other', '--out', at('late'));
  expect([status, err.length]).toEqual([2, 1]);
  expect(err[0]).toContain('holds another sweep (--fuel 300000, not 300001)');
});
