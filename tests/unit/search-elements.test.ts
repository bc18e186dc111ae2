/** Programs over elements: what they alone find, and what tells elements from each other. */
import { expect, test } from 'vitest';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { Selection } from '../../src/core/search/selection.ts';
import { newArena } from '../support/arena.ts';

/** A bar of `length` cells downwards from a place. */
type Bar = readonly [row: number, column: number, length: number, colour: number];

const HEIGHT = 9;
const WIDTH = 10;

function drawn(bars: readonly Bar[]): GridRows {
  return Array.from({ length: HEIGHT }, (_, row) =>
    Array.from({ length: WIDTH }, (_unused, column) => {
      const at = bars.find(([top, left, length]) => left === column && row >= top && row < top + length);
      return at?.[3] ?? 0;
    }),
  );
}

/** Each bar moves to the right by as many cells as it is long. */
const moved = (bars: readonly Bar[]): GridRows =>
  drawn(bars.map(([row, column, length, colour]) => [row, column + length, length, colour]));

const EXAMPLES: readonly (readonly Bar[])[] = [
  [
    [0, 0, 3, 4],
    [5, 2, 2, 2],
  ],
  [
    [1, 1, 4, 2],
    [6, 0, 1, 4],
  ],
  [
    [2, 3, 1, 2],
    [4, 1, 5, 4],
  ],
  [
    [0, 2, 2, 2],
    [3, 0, 5, 4],
  ],
];

const task: Task = {
  train: EXAMPLES.slice(0, 3).map((bars) => ({ input: drawn(bars), output: moved(bars) })),
  test: [{ input: drawn(EXAMPLES[3]), output: null }],
};

function solutions(elements: boolean): Synthesis {
  const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 5, elements });
  for (const _ of synthesis.slices());
  return synthesis;
}

test('objects that move by as much as they are long, which no macro says', () => {
  expect(solutions(true).answers[0]?.outputs[0]).toEqual(moved(EXAMPLES[3]));
  const without = solutions(false).answers.map(({ outputs }) => JSON.stringify(outputs[0]));
  expect(without).not.toContain(JSON.stringify(moved(EXAMPLES[3])));
});

test('a predicate serves where it is met by all that need it and by none that it would harm', () => {
  const met = (...bits: number[]): Uint8Array => new Uint8Array(bits);
  const predicates = [
    { text: 'narrow', cost: 1, met: met(1, 0, 0, 0, 0) },
    { text: 'wide', cost: 2, met: met(1, 1, 1, 1, 0) },
    { text: 'other', cost: 3, met: met(1, 1, 1, 0, 1) },
    { text: 'right', cost: 9, met: met(1, 1, 1, 0, 0) },
  ];
  const serving = (right: Uint8Array, needed: Uint8Array, count: number): string[] =>
    new Selection(predicates).serving({ right, needed, count }).map(({ text }) => text);
  expect(serving(met(1, 1, 1, 0, 0), met(1, 1, 1, 0, 0), 3)).toEqual(['right']);
  expect(serving(met(1, 1, 1, 0, 1), met(1, 1, 0, 0, 0), 2)).toEqual(['other', 'right']);
  expect(
    new Selection(predicates.slice(0, 3)).serving({
      right: met(1, 1, 1, 0, 0),
      needed: met(1, 1, 1, 0, 0),
      count: 3,
    }),
  ).toMatchObject([{ text: 'fork(both, wide, other)', met: met(1, 1, 1, 0, 0) }]);
  expect(serving(met(0, 1, 0, 0, 0), met(0, 1, 0, 0, 0), 1)).toEqual([]);
});
