import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SolveLine } from '../../src/cli/solve-report.ts';
import { starterTask } from '../support/starter.ts';
import { batt } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'batt-solve-'));
const at = (name: string): string => join(folder, name);

const mirror = (rows: readonly number[][]): number[][] => rows.map((row) => [...row].reverse());
const grids = [
  [
    [1, 0, 2],
    [0, 3, 3],
  ],
  [
    [4, 4, 0],
    [5, 0, 0],
    [0, 6, 1],
  ],
  [[7, 0, 0, 8]],
  [
    [2, 1],
    [0, 9],
  ],
];
const tasks = {
  mirrored: {
    train: grids.slice(0, 3).map((input) => ({ input, output: mirror(input) })),
    test: [{ input: grids[3] }],
  },
  hollow_blocks: starterTask('hollow_blocks'),
};
writeFileSync(at('tasks.json'), JSON.stringify(tasks));

const lines = (out: readonly string[]): SolveLine[] => out.map((line) => JSON.parse(line) as SolveLine);

describe('batt solve', () => {
  test('finds solvers from nothing, and writes a submission, the solvers and a report', () => {
    const { status, out, err } = batt(
      ...['solve', '--tasks', at('tasks.json'), '--fuel', '30000000', '--workers', '2', '--json'],
      ...['--out', at('submission.json'), '--solvers-out', at('found.py'), '--report', at('results.md')],
    );
    expect(err).toBe('');
    expect(status).toBe(0);
    const told = new Map(lines(out).map((line) => [line.task, line]));
    expect([...told.keys()].sort()).toEqual(['hollow_blocks', 'mirrored']);
    expect(told.get('mirrored')).toMatchObject({
      solved: null,
      attempts: [2],
      matched: 3,
      pairs: 3,
      generator: 'goals',
    });
    expect(told.get('mirrored')?.solver).toContain('vmirror(I)');
    expect(told.get('mirrored')).toMatchObject({ words: 'mirror', steps: ['vmirror(x)'] });
    expect(told.get('hollow_blocks')).toMatchObject({ solved: true, first: true });
    for (const { brought, candidates, distinct, pairs, generator } of told.values()) {
      expect(brought.bank).toMatchObject({ made: candidates, distinct });
      expect(brought[generator as keyof typeof brought].best).toBe(pairs);
    }
    const submission = JSON.parse(readFileSync(at('submission.json'), 'utf8'));
    expect(submission.mirrored).toHaveLength(1);
    expect(submission.mirrored[0].attempt_1).toEqual(mirror(grids[3] as number[][]));
    expect(Object.keys(submission)).toEqual(['mirrored', 'hollow_blocks']);
    // Beside it stands what it was made on; the submission itself is as Kaggle wants it.
    expect(JSON.parse(readFileSync(at('submission.about.json'), 'utf8'))).toEqual({
      ...{ version: 1, engine: expect.any(String), options: { seed: 42, searchFuel: 30_000_000 } },
      ...{ inputs: expect.stringMatching(/^[0-9a-f]{64}$/), dataset: 'tasks.json', count: 2 },
    });
    expect(readFileSync(at('results.md'), 'utf8')).toContain('| solved | 1 of 1');
    const scored = batt('score', '--solvers', at('found.py'), '--tasks', at('tasks.json'), '--own', '--json');
    expect(scored.status).toBe(0);
    const pairs = scored.out
      .map((line) => JSON.parse(line) as { pairs?: { set: string; match: boolean }[] })
      .flatMap((line) => line.pairs ?? []);
    expect(pairs.filter(({ set, match }) => set === 'train' && !match)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(4);
  });

  test('gives the same with one worker and with two', () => {
    const run = (workers: string): unknown[] => {
      const { out } = batt(
        ...['solve', '--tasks', at('tasks.json'), '--fuel', '8000000', '--workers', workers, '--json'],
        ...['--out', at(`submission-${workers}.json`)],
      );
      return (
        lines(out)
          // Beyond an answer that is trusted a second worker may have gone on for a while: what that cost is no part of it.
          .map(({ task, attempts, generator, solver, words, steps }) => ({
            ...{ task, attempts, generator },
            ...{ solver, words, steps },
          }))
          .sort((a, b) => (a.task < b.task ? -1 : 1))
      );
    };
    expect(run('1')).toEqual(run('2'));
    expect(readFileSync(at('submission-1.json'), 'utf8')).toBe(readFileSync(at('submission-2.json'), 'utf8'));
  });

  test('takes solvers of a pool and mutations of them, too', () => {
    writeFileSync(
      at('pool.py'),
      'def solve_other(I):\n    O = hmirror(I)\n    return O\n\ndef solve_own(I):\n    x1 = vmirror(I)\n    O = identity(x1)\n    return O\n',
    );
    const { status, out } = batt(
      ...[
        'solve',
        '--tasks',
        at('tasks.json'),
        '--task',
        'mirrored',
        '--solvers',
        at('pool.py'),
        '--seed',
        '7',
      ],
      ...['--fuel', '1', '--workers', '1', '--json', '--out', at('pooled.json')],
    );
    expect(status).toBe(0);
    expect(lines(out)[0]).toMatchObject({ matched: 3, pairs: 3, attempts: [1] });
    expect(['pool', 'mutation']).toContain(lines(out)[0]?.generator);
    expect(lines(out)[0]?.words).toMatch(/own/);
  });

  test('leaves the solver that is called after the task out, and says so beside the submission', () => {
    writeFileSync(at('own.py'), 'def solve_mirrored(I):\n    O = vmirror(I)\n    return O\n');
    const generatorWith = (...words: string[]): unknown => {
      const call = [
        '--tasks',
        at('tasks.json'),
        '--task',
        'mirrored',
        '--solvers',
        at('own.py'),
        '--fuel',
        '1',
      ];
      const { out } = batt('solve', ...call, '--json', '--out', at('own.json'), ...words);
      return lines(out)[0]?.generator;
    };
    const options = (): unknown => JSON.parse(readFileSync(at('own.about.json'), 'utf8')).options;
    const limits = { seed: 42, searchFuel: 1 };
    expect(generatorWith()).toBe('pool');
    expect(options()).toEqual(limits);
    expect(generatorWith('--leave-own-out')).not.toBe('pool');
    expect(options()).toEqual({ ...limits, leaveOwnOut: true });
    // A submission tells all that was asked for: what is searched with less is another one.
    generatorWith('--without', 'goals');
    expect(options()).toEqual({ ...limits, without: 'goals' });
  });

  test.each([
    [['--fuel', '5', '--seconds', '2'], 'one of the two'],
    [['--seconds', '0'], '--seconds needs a number of seconds above 0'],
    [['--fuel', '10', '--task', 'nobody'], "holds no task 'nobody'"],
    [['--fuel', '10', '--without', 'luck'], '--without needs one of bank, goals, blocks, pieces'],
  ])('a wrong call %j is refused in one line', (words, why) => {
    const { status, err } = batt('solve', '--tasks', at('tasks.json'), '--out', at('none.json'), ...words);
    expect(status).toBe(2);
    expect(err).toContain(why);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('none.json'))).toBe(false);
  });

  test('a place that cannot be written is told', () => {
    const { status, err } = batt(
      'solve',
      '--tasks',
      at('tasks.json'),
      '--fuel',
      '1',
      '--out',
      at('no/such/place.json'),
    );
    expect(status).toBe(2);
    expect(err).toContain('cannot be written');
  });
});
