/** Pieces of a grid that came near to the output: its line begins anew. */
import { expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { TYPES } from '../../src/core/search/bank.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const random = new Random('sprouts');

/** A grid with some cells of one colour. */
function dotted(colour: number): GridRows {
  const [height, width] = [random.int(3, 5), random.int(3, 5)];
  const rows = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  for (let i = 0; i < 2; i++) rows[random.int(0, height - 1)][random.int(0, width - 1)] = colour;
  return rows;
}

/** Two by two of it, and 8 at the corners of each coloured cell. */
function cornered(rows: GridRows): GridRows {
  const all = [...rows, ...rows].map((row) => [...row, ...row]);
  const near = (i: number, j: number): boolean =>
    [-1, 1].some((a) => [-1, 1].some((b) => (all[i + a]?.[j + b] ?? 0) > 0));
  return all.map((row, i) => row.map((cell, j) => (cell === 0 && near(i, j) ? 8 : cell)));
}

test('corners of cells that only the output has', () => {
  const inputs = [7, 5, 6, 4].map(dotted);
  const train = inputs.slice(1).map((input) => ({ input, output: cornered(input) }));
  const task = { train, test: [{ input: inputs[0], output: null }] };
  const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 8, elements: false });
  for (const _ of synthesis.slices()) if (synthesis.answers.length > 0) break;
  const { bank, answers } = synthesis;
  expect(bank.aside[TYPES.indexOf('P')].length).toBeGreaterThan(0);
  expect(answers.slice(0, 2).map(({ outputs }) => outputs[0])).toContainEqual(cornered(inputs[0]));
});
