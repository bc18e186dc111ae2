import { describe, expect, test } from 'vitest';
import { gridSummary } from '../../src/ui/parts/grid-summary.ts';
import { cellSize, cellText, moved, type NamedGrid } from '../../src/ui/panels/task/large-grids.ts';

const grid = (height: number, width: number, expected: NamedGrid['expected'] = null): NamedGrid => ({
  name: '',
  rows: Array.from({ length: height }, () => Array.from({ length: width }, () => 1)),
  expected,
});

test('cells are as large as the room allows, side by side or below each other', () => {
  expect(cellSize([grid(3, 3)], 2000, 2000)).toBe(64);
  const three = [grid(20, 20), grid(20, 20), grid(20, 20)];
  expect(cellSize(three, 1200, 700)).toBe(18);
  expect(cellSize(three, 360, 900)).toBe(12);
  expect(cellSize([grid(30, 30)], 60, 60)).toBe(4);
});

describe('the cursor', () => {
  const grids = [grid(2, 3), grid(1, 1)];
  test.each([
    [{ grid: 0, row: 0, column: 0 }, -1, 0, { grid: 0, row: 0, column: 0 }],
    [{ grid: 0, row: 0, column: 2 }, 1, 0, { grid: 0, row: 1, column: 2 }],
    [{ grid: 0, row: 1, column: 2 }, 0, 1, { grid: 1, row: 0, column: 0 }],
    [{ grid: 1, row: 0, column: 0 }, 0, 1, { grid: 1, row: 0, column: 0 }],
    [{ grid: 1, row: 0, column: 0 }, 0, -1, { grid: 0, row: 0, column: 2 }],
    [{ grid: 7, row: 9, column: 9 }, 0, 0, { grid: 1, row: 0, column: 0 }],
  ])('%j by %i, %i', (from, down, right, to) => expect(moved(grids, from, down, right)).toEqual(to));

  test('is nowhere where there is no grid', () =>
    expect(moved([], { grid: 0, row: 0, column: 0 }, 1, 0)).toBeNull());
});

test('a cell says what it is, and what it should be', () => {
  const at = { grid: 0, row: 1, column: 0 };
  expect(cellText(grid(2, 2), at)).toBe('row 2, column 1, blue');
  expect(
    cellText(
      grid(2, 2, [
        [1, 1],
        [2, 1],
      ]),
      at,
    ),
  ).toBe('row 2, column 1, blue, expected red');
  expect(
    cellText(
      grid(2, 2, [
        [1, 1],
        [1, 1],
      ]),
      at,
    ),
  ).toBe('row 2, column 1, blue');
  expect(cellText(grid(2, 2, [[1]]), at)).toBe('row 2, column 1, blue, no cell expected here');
});

describe('a grid in words', () => {
  test.each([
    [[[0]], '1 by 1, 1 colour, 0 objects'],
    [
      [
        [0, 0, 3],
        [0, 2, 0],
        [0, 0, 0],
      ],
      '3 by 3, 3 colours, 1 object',
    ], // neighbours at a corner
    [
      [
        [5, 5, 5, 5],
        [1, 5, 5, 2],
        [1, 5, 5, 5],
      ],
      '3 by 4, 3 colours, 2 objects',
    ],
    [
      [
        [1, 0, 1, 0, 2, 0, 0],
        [1, 0, 1, 0, 1, 0, 3],
        [0, 1, 0, 0, 0, 0, 0],
        [0, 0, 0, 4, 4, 4, 0],
      ],
      '4 by 7, 5 colours, 4 objects',
    ], // two that meet further down
    [
      [
        [1, 1, 1, 1, 1],
        [0, 0, 0, 0, 1],
        [1, 1, 1, 0, 1],
        [1, 0, 0, 0, 1],
        [1, 1, 1, 1, 1],
      ],
      '5 by 5, 2 colours, 1 object',
    ], // one that winds about, on the commoner colour
  ])('%j is %j', (rows, said) => expect(gridSummary(rows)).toBe(said));
});
