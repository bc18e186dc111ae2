import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { batt } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'batt-fill-'));
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
  ],
  [[7, 0, 0, 8]],
];
const mirrored = {
  train: grids.slice(0, 2).map((input) => ({ input, output: [...input, ...mirror(input)] })),
  test: [{ input: grids[2] }],
};
const impossible = {
  ...mirrored,
  train: mirrored.train.map(({ input }) => ({ input, output: [[1, 2, 3, 4]] })),
};
writeFileSync(at('one.json'), JSON.stringify(mirrored));
writeFileSync(at('many.json'), JSON.stringify({ other: impossible, a: mirrored, b: impossible }));
const source = (name: string, hole: string): string =>
  `def solve_${name}(I):\n    x1 = ${hole}\n    O = vconcat(I, x1)\n    return O\n`;
for (const name of ['a', 'b', 'c']) writeFileSync(at(`${name}.py`), source(name, '??'));
writeFileSync(at('whole.py'), source('a', 'vmirror(I)'));

describe('batt fill', () => {
  test('tells fillings as JSON lines, best first, and what was searched', () => {
    const words = ['--seconds', '20', '--workers', '2', '--seed', '1', '--json'];
    const { status, out, err } = batt('fill', '--solver', at('a.py'), '--task', at('many.json'), ...words);
    expect(err).toBe('');
    expect(status).toBe(0);
    const lines = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({
      fillings: ['vmirror(I)'],
      solver: source('a', 'vmirror(I)'),
      matched: 2,
      pairs: 2,
      calls: 1,
    });
    const { summary } = lines.at(-1) as { summary: { tried: number; found: number; seconds: number } };
    expect(Object.keys(summary)).toEqual(['tried', 'found', 'seconds']);
    expect(summary.tried).toBeGreaterThan(10);
    expect(summary.found).toBeGreaterThan(0);
  });

  test('exits with 1 where nothing makes all train pairs right', () => {
    const words = ['--task', at('many.json'), '--seconds', '1', '--workers', '1', '--json'];
    const { status, out } = batt('fill', '--solver', at('b.py'), ...words);
    expect(status).toBe(1);
    expect(out.at(-1)).toMatch(/^\{"summary":\{"tried":\d+,"found":0,"seconds":[\d.]+\}\}$/);
  });

  test('takes a file of one task whatever the solver is called, and says it in words', () => {
    const { status, out } = batt('fill', '--solver', at('c.py'), '--task', at('one.json'), '--seconds', '20');
    expect(status).toBe(0);
    expect(out[0]).toBe('2 of 2 train pairs: vmirror(I)');
    expect(out.at(-1)).toMatch(/^\d+ expressions tried, \d+ make all train pairs right, [\d.]+ s$/);
  });

  test('refuses what it cannot do', () => {
    const refusal = (...words: string[]): string => {
      const { status, err } = batt('fill', ...words);
      expect(status).toBe(2);
      return err;
    };
    const task = ['--task', at('many.json'), '--seconds', '1'];
    expect(refusal('--solver', at('whole.py'), ...task)).toMatch(/no solver of it has a hole/);
    expect(refusal('--solver', at('c.py'), ...task)).toMatch(/holds no task 'c'/);
    expect(refusal('--solver', at('a.py'), '--task', at('many.json'))).toMatch(/--seconds is needed/);
    expect(refusal('--solver', at('a.py'), '--task', at('many.json'), '--seconds', '0')).toMatch(/above 0/);
  });
});
