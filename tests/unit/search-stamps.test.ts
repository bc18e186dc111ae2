/** A pattern of the input that its output has again at every mark. */
import { expect, test } from 'vitest';
import { colouringsOf, inOwnColours, MIXED } from '../../src/core/search/judging.ts';
import type { Elements } from '../../src/core/search/elements.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { packColour, packIndex } from '../../src/core/values/pack.ts';
import { newArena } from '../support/arena.ts';

/** A grid with the pattern at one place and marks at others; `done` with the pattern at the marks, too. */
function drawn(
  pattern: GridRows,
  at: readonly number[],
  marks: readonly (readonly number[])[],
  done: boolean,
) {
  const rows = Array.from({ length: 13 }, () => new Array<number>(14).fill(0));
  const put = (row: number, column: number): void =>
    pattern.forEach((line, i) => line.forEach((colour, j) => (rows[row + i - 1][column + j - 1] = colour)));
  put(at[0], at[1]);
  for (const [row, column] of marks)
    if (done) put(row, column);
    else rows[row][column] = 5;
  return rows;
}

test('the pattern is found and put around the marks', () => {
  const of = (
    pattern: GridRows,
    at: readonly number[],
    marks: readonly (readonly number[])[],
  ): { input: GridRows; output: GridRows } => ({
    input: drawn(pattern, at, marks, false),
    output: drawn(pattern, at, marks, true),
  });
  const train = [
    of(
      [
        [1, 2, 1],
        [2, 3, 4],
        [1, 2, 2],
      ],
      [2, 2],
      [
        [7, 3],
        [4, 9],
      ],
    ),
    of(
      [
        [4, 4, 1],
        [2, 6, 1],
        [1, 1, 2],
      ],
      [9, 10],
      [
        [2, 3],
        [6, 6],
        [2, 10],
      ],
    ),
    of(
      [
        [7, 3, 3],
        [3, 3, 4],
        [7, 4, 7],
      ],
      [5, 6],
      [
        [1, 1],
        [10, 11],
      ],
    ),
  ];
  const unseen = of(
    [
      [8, 8, 1],
      [1, 8, 9],
      [9, 9, 9],
    ],
    [3, 8],
    [
      [9, 2],
      [10, 8],
      [3, 3],
    ],
  );
  const task = { train, test: [{ input: unseen.input, output: null }] };
  const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 5, elements: false });
  for (const _ of synthesis.slices());
  expect(synthesis.answers[0]?.outputs[0]).toEqual(unseen.output);
});

test('what is laid under the rest is judged by the cells of the commonest colour alone', () => {
  const sides = { inputs: [[[0, 7, 0, 0]]], outputs: [[[3, 7, 3, 0]]] };
  const elements = { inputOf: [0], train: 1 } as unknown as Elements;
  const places = [Int32Array.from([0, 1, 2].map((column) => packIndex(0, column)))];
  expect(colouringsOf(sides, elements, places).wanted[0]).toBe(MIXED);
  const under = colouringsOf({ ...sides, under: [0] }, elements, places);
  expect([under.wanted[0], under.changed[0]]).toEqual([3, 1]);
  const cells = [Int32Array.from([0, 1, 2].map((column) => packIndex(0, column) | packColour(3)))];
  expect(inOwnColours(sides, elements, cells)).toBeNull();
  expect(inOwnColours({ ...sides, under: [0] }, elements, cells)).toMatchObject({ count: 1 });
});
