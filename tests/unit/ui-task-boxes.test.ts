import { describe, expect, test } from 'vitest';
import type { PlacedPair } from '../../src/protocol/index.ts';
import { boxesFor, cellsOf } from '../../src/ui/panels/task/pair-box.ts';

const square = (side: number) => Array.from({ length: side }, () => Array.from({ length: side }, () => 0));
const pair = (input: number, output: number | null): PlacedPair => ({
  set: 'train',
  index: 0,
  input: square(input),
  output: output === null ? null : square(output),
});
const WIDTH = 400;
const TALL = 10_000;

describe('the boxes of the grids of a pair', () => {
  test('are alike where the cells are clear in each', () => {
    expect(boxesFor([pair(9, 3)], WIDTH, TALL)).toEqual({ input: 133, output: 133 });
    expect(boxesFor([pair(30, 30)], WIDTH, TALL)).toEqual({ input: 133, output: 133 });
  });

  test('give large grids the room that small ones leave', () => {
    const wide = boxesFor([pair(30, 3)], WIDTH, TALL);
    expect(wide.input + 2 * wide.output).toBeLessThanOrEqual(WIDTH);
    expect(wide.input).toBeGreaterThan(2 * wide.output);
    expect(cellsOf(square(30), square(3), wide)).toEqual([7, 8]); // 4 with boxes alike
    const narrow = boxesFor([pair(3, 30), pair(3, null)], WIDTH, TALL);
    expect(narrow.output).toBe(2 * narrow.input);
  });

  test('shrink to bring all pairs into view, within reason', () => {
    const pairs = [pair(10, 10), pair(10, 10), pair(10, 10)];
    const all = boxesFor(pairs, 600, TALL).input;
    const less = boxesFor(pairs, 600, 600).input;
    expect(less).toBeLessThan(all);
    expect(less).toBeGreaterThanOrEqual(0.7 * all - 1);
    expect(boxesFor(pairs, 600, 100).input).toBe(all);
  });

  test('of no pairs are there as well', () => {
    expect(boxesFor([], WIDTH, TALL)).toEqual({ input: 133, output: 133 });
  });
});
