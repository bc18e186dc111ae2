import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesOf, shardIn } from '../../src/cli/shard.ts';
import { starterSource, starterTasks } from '../support/starter.ts';
import { batt as builtBatt, linesOf, program } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'batt-shard-'));
const at = (name: string): string => join(folder, name);

function file(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

function batt(...words: string[]) {
  const ended = builtBatt(...words);
  return { ...ended, err: linesOf(ended.err) };
}

const timeless = (out: string): string[] =>
  ['sweep.json', 'results.jsonl', 'report.json'].map((name) =>
    readFileSync(join(out, name), 'utf8').replace(/"seconds": ?[\d.]+/g, '"seconds":0'),
  );

const entries = [...starterTasks].slice(0, 10);
const tasks = file('tasks.json', JSON.stringify(Object.fromEntries(entries)));
const solvers = file('starter.py', starterSource);
const sweeping = ['sweep', '--tasks', tasks, '--solvers', solvers, '--rounds', '1', '--workers', '1'];
const SWEEP = [...sweeping, '--per-round', '80', '--seconds-per-task', '60'];
const SOLVE = ['solve', '--tasks', tasks, '--fuel', '400000', '--workers', '2'];
const PARTS = ['1/3', '2/3', '3/3'];

describe('dealing', () => {
  const items = [...starterTasks].map(([id, task]) => ({ id, task }));
  test.each([1, 2, 3, 7, 75, 100])(
    '%i parts: every task is in one of them, and none is empty while there are tasks',
    (of) => {
      const parts = Array.from({ length: of }, (_, i) => placesOf(items, { part: i + 1, of }));
      expect(parts.flat().toSorted((a, b) => a - b)).toEqual([...items.keys()]);
      const sizes = parts.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      for (const part of parts) expect(part).toEqual(part.toSorted((a, b) => a - b));
    },
  );

  test('goes by the work and not by the order: the parts of tasks that grow have like sizes', () => {
    const square = (side: number) =>
      Array.from({ length: side }, () => Array.from({ length: side }, () => 1));
    const growing = Array.from({ length: 30 }, (_, i) => {
      const pair = { input: square(i + 1), output: square(i + 1) };
      return { id: String(i), task: { train: [pair], test: [pair] } };
    });
    const work = [1, 2, 3].map((part) =>
      placesOf(growing, { part, of: 3 }).reduce((sum, place) => sum + (place + 1) ** 2, 0),
    );
    expect(Math.max(...work) / Math.min(...work)).toBeLessThan(1.05);
  });

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/3/5', '-1/3', '1.5/3', ''])('%j is refused', (text) => {
    expect(() => shardIn(text)).toThrow('--shard needs a part and their number');
  });
});

describe.each([
  ['sweep', SWEEP],
  ['solve', SOLVE],
])('batt %s', (verb, words) => {
  const out = (name: string): string => at(`${verb} ${name.replace('/', ' of ')}`);
  const run = (shard: string): string[] => [...words, '--shard', shard, '--out', out(shard)];

  test('in three shards, merged, is equal to the whole', () => {
    for (const shard of PARTS) expect(batt(...run(shard))).toMatchObject({ status: 0, err: [] });
    const whole = verb === 'sweep' ? [] : ['--shard', '1/1'];
    expect(batt(...words, ...whole, '--out', out('whole'))).toMatchObject({ status: 0, err: [] });
    const {
      status,
      out: said,
      err,
    } = batt('merge', ...PARTS.map(out), '--out', out('merged'), '--submission', at(`${verb}.json`));
    expect([status, err]).toEqual([0, []]);
    expect(said[0]).toMatch(/: 10 of 10 tasks from 3 folders, none is missing$/);
    const [identity, ...rest] = timeless(out('whole'));
    const merged = timeless(out('merged'));
    expect(merged.slice(1)).toEqual(rest);
    if (verb === 'sweep') expect(merged[0]).toBe(identity);
    expect(Object.keys(JSON.parse(readFileSync(at(`${verb}.json`), 'utf8')))).toEqual(
      entries.map(([id]) => id),
    );
    // Once more is no change.
    expect(batt('merge', ...PARTS.map(out), '--out', out('merged')).status).toBe(0);
    expect(timeless(out('merged'))).toEqual(merged);
  });

  test('a shard that was killed goes on, and ends as one that was not', async () => {
    const broken = at(`${verb} killed`);
    const child = spawn(process.execPath, [program, ...words, '--shard', '2/3', '--out', broken], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const lines = join(broken, 'results.jsonl');
    while (!existsSync(lines) || readFileSync(lines, 'utf8').split('\n').length < 2)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    appendFileSync(lines, '{"task":"torn');
    expect(batt(...words, '--shard', '2/3', '--out', broken).status).toBe(0);
    expect(timeless(broken)).toEqual(timeless(out('2/3')));
  });

  test('what is missing, double or at odds is told', () => {
    const [one, two, three] = PARTS.map(out) as [string, string, string];
    const gone = batt('merge', one, three, '--out', out('gone'));
    expect(gone).toMatchObject({ status: 1, err: ['batt: shard 2/3 is missing'] });
    cpSync(two, out('short'), { recursive: true });
    const lines = readFileSync(join(two, 'results.jsonl'), 'utf8').split('\n');
    writeFileSync(join(out('short'), 'results.jsonl'), `${lines[0]}\n`);
    const short = batt('merge', one, out('short'), three, '--out', out('less'));
    expect([short.status, short.err.length]).toEqual([1, 1]);
    expect(short.err[0]).toMatch(/\(shard 2\/3\) lacks 2: \w+, \w+$/);
    const double = batt('merge', one, two, out('short'), three, '--out', out('twice'));
    expect(double.status).toBe(0);
    expect(double.err).toEqual([expect.stringMatching(/ is in .* short once more$/)]);
    const first = JSON.parse(lines[0] as string);
    writeFileSync(join(out('short'), 'results.jsonl'), `${JSON.stringify({ ...first, candidates: 0 })}\n`);
    const odd = batt('merge', one, two, out('short'), three, '--out', out('odd'));
    expect([odd.status, odd.err.length]).toEqual([1, 1]);
    expect(odd.err[0]).toContain(`ALARM: ${first.task} has another result`);
  });

  test('parts of other plans and engine versions do not go together', () => {
    const [one, two] = PARTS.map(out) as [string, string];
    const against = (name: string, change: (identity: any) => void): string[] => {
      const other = out(name);
      rmSync(other, { recursive: true, force: true });
      cpSync(two, other, { recursive: true });
      const identity = JSON.parse(readFileSync(join(other, 'sweep.json'), 'utf8'));
      change(identity);
      writeFileSync(join(other, 'sweep.json'), JSON.stringify(identity));
      const { status, err } = batt('merge', one, other, '--out', out('none'));
      expect([status, err.length, existsSync(out('none'))]).toEqual([2, 1, false]);
      return err;
    };
    expect(against('a', (identity) => (identity.engine = '9+x'))[0]).toMatch(/engine version 9\+x, not 0/);
    expect(against('b', (identity) => (identity.options.seed = 9))[0]).toMatch(/--seed 9, not 42/);
    expect(against('c', (identity) => (identity.inputs = 'x'))[0]).toMatch(/other tasks or solvers/);
    expect(against('d', (identity) => (identity.shard.of = 4))[0]).toMatch(
      /a part of 4 of 10 tasks, not of 3 of 10/,
    );
    expect(against('e', (identity) => delete identity.shard)[0]).toMatch(/holds a whole sweep, not a shard/);
  });
});

test('wrong calls are refused with one line and 2', () => {
  const refused = (words: string[], why: RegExp): void => {
    const { status, err } = batt(...words);
    expect([status, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(why);
  };
  refused(['merge', '--out', at('x')], /folders of shards are needed/);
  refused(['merge', at('nowhere'), '--out', at('x')], /is no folder of a sweep/);
  refused(['merge', at('sweep 1 of 3')], /--out is needed/);
  refused(
    [...SWEEP, '--shard', '1/3', '--out', at('sweep 2 of 3')],
    /holds another sweep \(shard 2\/3, not shard 1\/3\)/,
  );
  refused([...SWEEP, '--out', at('sweep 2 of 3')], /shard 2\/3, not the whole/);
  refused(
    [...SWEEP, '--shard', '1/3', '--out', at('y'), '--submission', at('s.json')],
    /batt merge writes it/,
  );
  refused([...SOLVE, '--shard', '1/3', '--out', at('y'), '--json'], /--shard writes a folder/);
});
