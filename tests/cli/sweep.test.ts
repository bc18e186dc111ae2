import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { starterSource, starterTasks } from '../support/starter.ts';
import { batt as builtBatt, linesOf, program } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'batt-sweep-'));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const entries = [...starterTasks].slice(0, 6);
const ids = entries.map(([id]) => id);
const tasks = file('tasks.json', JSON.stringify(Object.fromEntries(entries)));
const solvers = file('starter.py', starterSource);
const LIMITS = [
  '--leave-own-out',
  '--rounds',
  '2',
  '--per-round',
  '100',
  '--fuel',
  '500000',
  '--workers',
  '2',
];

const wordsFor = (out: string, ...more: string[]): string[] => [
  ...['sweep', '--tasks', tasks, '--solvers', solvers, '--out', out, ...LIMITS, ...more],
];

function batt(...words: string[]) {
  const ended = builtBatt(...words);
  return { ...ended, err: linesOf(ended.err) };
}

const textOf = (out: string, name: string): string => readFileSync(join(out, name), 'utf8');

function resultsOf(out: string): any[] {
  return textOf(out, 'results.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const timeless = (results: any[]): any[] =>
  results
    .map((result) => ({ ...result, seconds: 0 }))
    .toSorted((a, b) => ids.indexOf(a.task) - ids.indexOf(b.task));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const linesIn = (path: string): number =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;

const whole = join(folder, 'whole');

test('sweeps all tasks, a line each, with a report and a submission', () => {
  const submission = join(whole, 'submission.json');
  const { status, out, err } = batt(...wordsFor(whole, '--submission', submission));
  expect([status, err]).toEqual([0, []]);
  expect(out[0]).toMatch(/^6 tasks: \d solved, \d partly, \d not, 0 errors; \d of 6 test pairs right; /);
  const results = resultsOf(whole);
  expect(results.map(({ task }) => task).toSorted()).toEqual(ids.toSorted());
  for (const result of results) {
    expect(Object.keys(result)).toEqual([
      ...[
        'task',
        'solved',
        'matched',
        'train',
        'accuracy',
        'test',
        'solver',
        'candidates',
        'seconds',
        'ended',
      ],
      'attempts',
    ]);
    expect(result.solver).toMatch(new RegExp(`^def solve_${result.task}\\(I\\):\n`));
  }
  const solved = results.filter((result) => result.solved).length;
  expect(JSON.parse(textOf(whole, 'report.json'))).toMatchObject({
    ...{ version: 1, dataset: 'tasks.json', options: { seed: 42, leaveOwnOut: true } },
    ...{ summary: { tasks: 6, done: 6, solved }, results: timeless(results).map(({ task }) => ({ task })) },
  });
  expect(textOf(whole, 'report.csv').split('\r\n').length).toBe(8);
  const answers = JSON.parse(readFileSync(submission, 'utf8'));
  expect(Object.keys(answers)).toEqual(ids);
  const { shard: _, ...identity } = JSON.parse(textOf(whole, 'sweep.json'));
  expect(JSON.parse(textOf(whole, 'submission.about.json'))).toEqual({
    ...identity,
    ...{ dataset: 'tasks.json', count: 6 },
  });
  const [{ attempt_1, attempt_2 }] = answers[ids[0] as string];
  expect(attempt_1).not.toEqual(attempt_2);

  // The same call again has nothing to do.
  const again = batt(...wordsFor(whole));
  expect([again.status, again.out]).toEqual([0, [out[0]]]);
  expect(resultsOf(whole)).toEqual(results);
}, 30_000);

/** Makes a program write down each task that it gives to a worker, before it does. */
const watch = file(
  'watch.mjs',
  `import { appendFileSync } from 'node:fs';
  import { Worker } from 'node:worker_threads';
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    const [name, job] = (message.argumentList ?? []).map(({ value }) => value);
    if (name === 'generate') appendFileSync(process.env.BEGUN, JSON.stringify(job.task) + '\\n');
    return postMessage.call(this, message, ...rest);
  };`,
);

describe('a sweep that was broken off', () => {
  test('again and again by kill -9 has at most one task to do again each time, whatever the number of workers', async () => {
    const out = join(folder, 'watched');
    const lines = join(out, 'results.jsonl');
    const words = [...wordsFor(out), '--workers', '3'];
    const begunIn = (log: string): Set<string> => new Set(textOf(folder, log).trimEnd().split('\n'));
    const logs: Set<string>[] = [];
    for (let life = 0; life < 3; life++) {
      const log = `begun-${life}`;
      const env = { ...process.env, BEGUN: join(folder, log) };
      const child = spawn(process.execPath, ['--import', watch, program, ...words], { stdio: 'ignore', env });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      const before = linesIn(lines);
      await until(() => life === 2 || linesIn(lines) > before);
      if (life < 2) await until(() => begunIn(log).size > linesIn(lines) - before);
      if (life < 2) child.kill('SIGKILL');
      await ended;
      logs.push(begunIn(log));
    }
    const [first, second, third] = logs as [Set<string>, Set<string>, Set<string>];
    expect([...first].filter((task) => second.has(task) || third.has(task)).length).toBeLessThanOrEqual(1);
    expect([...second].filter((task) => third.has(task)).length).toBeLessThanOrEqual(1);
    expect(new Set([...first, ...second, ...third]).size).toBe(6);
    expect(timeless(resultsOf(out))).toEqual(timeless(resultsOf(whole)));
  }, 60_000);

  test('by kill -9 goes on where it was, and gives what a whole one gives', async () => {
    const out = join(folder, 'killed');
    const lines = join(out, 'results.jsonl');
    const child = spawn(process.execPath, [program, ...wordsFor(out)], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await until(() => linesIn(lines) >= 2);
    child.kill('SIGKILL');
    await ended;
    const kept = resultsOf(out);
    expect(kept.length).toBeLessThan(6);
    // As if the last line had been torn, too.
    appendFileSync(lines, '{"task":"torn","solved":tr');
    const { status, err } = batt(...wordsFor(out, '--progress', '--workers', '1'));
    expect(status).toBe(0);
    expect(err[0]).toContain('torn');
    expect(err.length).toBe(1 + 6 - kept.length);
    expect(resultsOf(out).slice(0, kept.length)).toEqual(kept);
    expect(timeless(resultsOf(out))).toEqual(timeless(resultsOf(whole)));
  }, 30_000);

  test('by Ctrl-C ends with 130 and keeps the work', async () => {
    const out = join(folder, 'interrupted');
    const child = spawn(process.execPath, [program, ...wordsFor(out)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await until(() => linesIn(join(out, 'results.jsonl')) >= 1);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(err).toMatch(
      /^batt: stopped; \d of 6 tasks are kept in .*interrupted, and the same call goes on\n$/,
    );
    expect(existsSync(join(out, 'report.json'))).toBe(false);
    expect(resultsOf(out).length).toBeGreaterThan(0);
  }, 30_000);
});

describe('calls that are refused with one line and 2', () => {
  test.each([
    ['no folder', ['sweep', '--tasks', tasks, '--solvers', solvers], /--out is needed/],
    ['no tasks', ['sweep', '--solvers', solvers, '--out', whole], /--tasks is needed/],
    ['no time', wordsFor(whole, '--seconds-per-task', '0'), /--seconds-per-task needs a number of seconds/],
    ['too many workers', wordsFor(whole, '--workers', '99'), /at most 16/],
    ['an unknown option', wordsFor(whole, '--fast'), /--fast/],
    ['another seed', wordsFor(whole, '--seed', '1'), /holds another sweep \(--seed 42, not 1\)/],
    ['another time', wordsFor(whole, '--seconds-per-task', '3'), /--seconds-per-task 10, not 3/],
    [
      'other tasks',
      [
        'sweep',
        '--tasks',
        file('one.json', JSON.stringify(entries[0]?.[1])),
        '--solvers',
        solvers,
        '--out',
        whole,
        ...LIMITS,
      ],
      /holds another sweep \(other tasks or solvers\)/,
    ],
    ['a folder that is a file', wordsFor(tasks), /tasks\.json: cannot be written \(E/],
    ['a submission to nowhere', wordsFor(whole, '--submission', '/no/where.json'), /its folder is not there/],
  ])('%s', (_, words, message) => {
    const before = resultsOf(whole);
    const { status, out, err } = batt(...words);
    expect([status, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(message);
    expect(resultsOf(whole)).toEqual(before);
  });

  test('results that are not of this sweep', () => {
    const out = join(folder, 'whole-copy');
    expect(batt(...wordsFor(out, '--rounds', '1', '--per-round', '1')).status).toBe(0);
    const lines = textOf(out, 'results.jsonl');
    writeFileSync(join(out, 'results.jsonl'), `{"task":"x"}\n${lines}`);
    const { status, err } = batt(...wordsFor(out, '--rounds', '1', '--per-round', '1'));
    expect([status, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(/results\.jsonl: line 1 is not a result of this sweep/);
  }, 30_000);
});

test('--help explains', () => {
  const { status, out } = batt('sweep', '--help');
  expect(status).toBe(0);
  expect(out.join('\n')).toMatch(/batt sweep --tasks FILE\.json --solvers FILE\.py --out DIR/);
});
