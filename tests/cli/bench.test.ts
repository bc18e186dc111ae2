import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Change } from '../bench/kept.ts';
import type { Report } from '../bench/report.ts';
import type { Row } from '../bench/row.ts';

const program = fileURLToPath(new URL('../../dist-cli/bench.js', import.meta.url));
/** All but the page, which needs a browser. */
const SECTIONS = [
  'language',
  'pipeline',
  'scoring',
  'workers',
  'growth',
  'search',
  'queue',
  'fleet',
  'peer',
  'primitives',
];

function bench(words: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: environment,
  });
  return { status, out: stdout, err: stderr };
}

function reportOf(
  words: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Report & { readonly changes?: readonly Change[] } {
  const { status, out, err } = bench(['--quick', '--json', ...words], environment);
  expect(status, err).toBe(0);
  return JSON.parse(out);
}

function rowsOf(report: Report, section: string): readonly Row[] {
  return report.sections.find(({ id }) => id === section)?.rows ?? [];
}

/** The numbers in data, wherever they stand; null stands for what makes no sense in a row. */
function numbersIn(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(numbersIn) : [];
}

test('a quick run measures everything', () => {
  const report = reportOf(SECTIONS.flatMap((section) => ['--only', section]));
  expect(report).toMatchObject({ version: 1, key: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(report.sections.map(({ id }) => id)).toEqual(SECTIONS);
  for (const { id, rows } of report.sections) {
    if (id !== 'peer') expect(rows.length, id).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.unit).not.toBe('');
      expect(row.figure, `${id}, ${row.name}`).toEqual({
        median: expect.any(Number),
        low: expect.any(Number),
        high: expect.any(Number),
      });
      expect(numbersIn(row).every(Number.isFinite), JSON.stringify(row)).toBe(true);
    }
  }
  expect(rowsOf(report, 'primitives')).toHaveLength(2);
  for (const section of ['scoring', 'workers', 'growth']) {
    expect(
      rowsOf(report, section).some(({ ratio }) => ratio !== null),
      section,
    ).toBe(true);
  }
});

test('the seed decides what is drawn', () => {
  const corpus = (...words: string[]): string => reportOf(['--only', 'language', ...words]).corpus;
  expect(corpus()).toBe(corpus());
  expect(corpus('--seed', '2')).not.toBe(corpus());
  expect(corpus('--task', 'fold_corner')).toContain('tasks of runs fold_corner;');
});

test('results are kept and compared', () => {
  const name = `test-${process.pid}`;
  const file = fileURLToPath(new URL(`../../.bench/${name}.json`, import.meta.url));
  try {
    reportOf(['--only', 'language', '--save', name]);
    expect(existsSync(file)).toBe(true);
    const { changes } = reportOf(['--only', 'language', '--compare', name]);
    expect(changes?.map(({ name: row, by }) => `${row}, ${by}`)).toEqual([
      'a file of solvers, cold, yards',
      'the same file again, yards',
    ]);
    const { out } = bench(['--quick', '--only', 'language', '--compare', name]);
    expect(out).toContain(`Against '${name}'`);
    expect(bench(['--quick', '--only', 'language', '--seed', '2', '--compare', name]).out).toContain(
      'Nothing to compare',
    );
  } finally {
    rmSync(file, { force: true });
  }
});

describe('the peer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'batt-peer-'));
  const tasks = join(folder, 'tasks.json');
  const pair = { input: [[1, 2]], output: [[2, 1]] };
  writeFileSync(join(folder, 'dsl.py'), 'def vmirror(grid):\n    return tuple(row[::-1] for row in grid)\n');
  writeFileSync(
    join(folder, 'solvers.py'),
    'from dsl import *\n\n\ndef solve_turn(I):\n    O = vmirror(I)\n    return O\n',
  );
  writeFileSync(tasks, JSON.stringify({ turn: { train: [pair, pair], test: [pair] } }));
  const words = ['--only', 'peer', '--peer', folder, '--tasks', tasks];
  const python = spawnSync('python3', ['--version']).status === 0;

  test.skipIf(!python)('runs the same solvers, tasks and pairs (skipped without python3)', () => {
    const report = reportOf(words);
    const names = rowsOf(report, 'peer').map(({ name }) => name);
    expect(names).toEqual([
      '1 typical solvers: Python',
      '1 typical solvers: Batt, cold, one worker',
      '1 typical solvers: Batt, cold, two workers',
      '1 typical solvers: geometric mean over solvers',
      '1 own tasks: Python',
      '1 own tasks: Batt, cold, one worker',
      '1 own tasks: geometric mean over solvers',
    ]);
    const notes = report.sections[0].notes.join('\n');
    expect(notes).toContain('each solver once on each pair (3) of 1 tasks');
    expect(notes).toContain('in 1 of 1 cases');
    expect(rowsOf(report, 'peer').filter(({ ratio }) => ratio !== null)).toHaveLength(3);
  });

  test.skipIf(!python)('cuts off a call that takes too long', () => {
    writeFileSync(join(folder, 'dsl.py'), 'def vmirror(grid):\n    while True:\n        pass\n');
    const report = reportOf(words);
    const [python] = rowsOf(report, 'peer');
    expect(python).toMatchObject({ unit: 'ms', figure: { median: 3000 }, cpu: { median: 3000 } });
    expect(report.sections[0].notes.join('\n')).toContain('1 typical solvers 3, 1 own tasks 3.');
  });

  test.skipIf(!python)('says what the checkout lacks', () => {
    writeFileSync(join(folder, 'dsl.py'), 'import absent_module\n');
    expect(reportOf(words).sections[0]).toMatchObject({
      rows: [],
      notes: [expect.stringContaining('absent_module')],
    });
  });

  test('says that python3 is missing', () => {
    const { rows, notes } = reportOf(words, { ...process.env, PATH: folder }).sections[0];
    expect(rows).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('python3 cannot be started')]);
  });
});

describe('calls', () => {
  test('--help explains', () => {
    const { status, out } = bench(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('--peer DIR');
  });

  test.each([
    ['an unknown option', ['--fast'], /--fast/],
    ['a stray word', ['fast'], /fast/],
    ['an unknown section', ['--only', 'speed'], /no section 'speed'/],
    ['no rounds', ['--rounds', '0'], /--rounds needs a whole number/],
    ['a task that is not there', ['--task', 'nowhere'], /no task 'nowhere'/],
    ['solvers without tasks', ['--solvers', 'a.py'], /go together/],
    ['a peer without tasks', ['--peer', '.'], /--peer needs --tasks/],
    ['a peer and solvers', ['--peer', '.', '--solvers', 'a.py', '--tasks', 'a.json'], /exclude each other/],
    [
      'a peer that is not there',
      ['--peer', 'nowhere', '--tasks', 'a.json'],
      /nowhere.solvers\.py: cannot be read/,
    ],
    ['results that were not kept', ['--compare', 'never'], /no results named 'never'/],
    ['a name that leads elsewhere', ['--save', '../x'], /no name for results/],
  ])('%s: one line and exit code 2', (_what, words, message) => {
    const { status, out, err } = bench(words);
    expect({ status, out, lines: err.trimEnd().split('\n').length }).toEqual({
      status: 2,
      out: '',
      lines: 1,
    });
    expect(err).toMatch(message);
  });
});
