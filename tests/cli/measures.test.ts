/** The same words mean the same in the page, on the command line, in CSV and in JSON. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import { isSolved, roundedAccuracy } from '../../src/core/task/measure.ts';
import type { Task } from '../../src/core/task/task.ts';
import { scoreOf } from '../../src/host/library/record.ts';
import { newArena } from '../support/arena.ts';

const program = fileURLToPath(new URL('../../dist-cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'batt-measures-'));
const SOLVER = 'def solve_mirror(I):\n    O = vmirror(I)\n    return O\n';

const good = { input: [[1, 2]], output: [[2, 1]] };
/** One of four cells is wrong. */
const near = { input: [[1, 2, 3, 4]], output: [[4, 3, 2, 2]] };
const far = { input: [[1, 2]], output: [[1], [2]] };
const open = { input: [[3, 4]], output: null };
/** What must be said of each: solved, matched of how many, accuracy, the test pairs. */
const TASKS: Readonly<Record<string, [Task, boolean, number, number, (boolean | null)[]]>> = {
  right: [{ train: [good, good], test: [good] }, true, 2, 1, [true]],
  wrong_test: [{ train: [good, good], test: [near] }, false, 2, 1, [false]],
  open_test: [{ train: [good], test: [open] }, true, 1, 1, [null]],
  half_open: [{ train: [good], test: [open, far] }, false, 1, 1, [null, false]],
  // By cells it would be 5 of 6.
  near: [{ train: [good, near], test: [good] }, false, 1, 0.875, [true]],
  far: [{ train: [far], test: [far] }, false, 0, 0, [false]],
};

function batt(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

test('solved, matched, accuracy and counts', () => {
  const tasks = join(folder, 'tasks.json');
  const solvers = join(folder, 'mirror.py');
  const out = join(folder, 'sweep');
  writeFileSync(
    tasks,
    JSON.stringify(Object.fromEntries(Object.entries(TASKS).map(([id, [task]]) => [id, task]))),
  );
  writeFileSync(solvers, SOLVER);
  const solvedInAll = Object.values(TASKS).filter(([, solved]) => solved).length;

  const scored = batt('score', '--tasks', tasks, '--solvers', solvers, '--json')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { summary } = scored.pop();
  const told = batt(
    'sweep',
    '--tasks',
    tasks,
    '--solvers',
    solvers,
    '--rounds',
    '1',
    '--per-round',
    '1',
    '--out',
    out,
  );
  const results = readFileSync(join(out, 'results.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
  const [head, ...rows] = readFileSync(join(out, 'report.csv'), 'utf8')
    .replace(/"[^"]*"/g, '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const inspector = inspectorOf(newArena());

  for (const [id, [task, solved, matched, accuracy, known]] of Object.entries(TASKS)) {
    const expected = { solved, matched, train: task.train.length, accuracy };
    // On the command line.
    const line = scored.find((one) => one.task === id);
    expect(line, id).toMatchObject(expected);
    expect(line.pairs.slice(task.train.length).map(({ match }: any) => match)).toEqual(known);
    // A sweep, line by line and in its report; the page has it from the same code.
    const isIt = (one: any) => one.task === id;
    for (const result of [results.find(isIt), report.results.find(isIt)])
      expect(result, id).toMatchObject({ ...expected, test: known });
    // In the table.
    const row = rows.find(([first]) => first === id) ?? [];
    const cell = (name: string) => row[(head ?? []).indexOf(name)];
    expect([cell('result') === 'solved', cell('matched'), cell('train'), cell('accuracy')], id).toEqual(
      [solved, matched, task.train.length, accuracy].map((value, i) => (i === 0 ? value : String(value))),
    );
    expect(cell('test'), id).toBe(known.map((match) => (match === null ? '?' : match ? '1' : '0')).join(' '));
    // In the editor and the library of the page.
    const pairs = inspector.inspect({ source: SOLVER, solver: null, task, fuel: 1e6 }).result?.pairs ?? [];
    const score = scoreOf(pairs.filter(({ set }) => set === 'train'));
    expect(
      { matched: score.matched, train: score.pairs, accuracy: roundedAccuracy(score.accuracy) },
      id,
    ).toEqual({
      ...{ matched, train: task.train.length, accuracy },
    });
    const seen = pairs
      .filter(({ set }) => set === 'test')
      .map(({ match, cells }) => (cells === 0 ? null : match));
    expect(isSolved(score.matched, score.pairs, seen), id).toBe(solved);
  }

  expect(summary).toMatchObject({
    tasks: 6,
    solved: solvedInAll,
    solvedByTrain: 1,
    pairs: 14,
    unknown: 2,
    matched: 9,
  });
  expect(report.summary).toMatchObject({
    tasks: 6,
    done: 6,
    solved: solvedInAll,
    testKnown: 5,
    testRight: 2,
  });
  expect(told).toMatch(/^6 tasks: 2 solved, 3 partly, 1 not, 0 errors; 2 of 5 test pairs right; /);
}, 30_000);
