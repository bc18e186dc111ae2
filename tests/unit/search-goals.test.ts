/** Outputs that are made of a grid and its mirror images, which have a line in common. */
import { expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const random = new Random('goals');
const down = (rows: GridRows): GridRows => [...rows, ...[...rows].reverse().slice(1)];
const beside = (rows: GridRows): GridRows => rows.map((row) => [...row, ...[...row].reverse().slice(1)]);
const scattered = (height: number): GridRows =>
  Array.from({ length: height }, () => Array.from({ length: 4 }, () => random.int(0, 9)));

test.each([
  ['below', down],
  ['beside', beside],
  ['below and beside', (rows: GridRows) => down(beside(rows))],
])('%s', (_name, made) => {
  const inputs = [3, 4, 5].map(scattered);
  const train = inputs.slice(1).map((input) => ({ input, output: made(input) }));
  const task = { train, test: [{ input: inputs[0], output: null }] };
  const found = (without: 'goals' | null): unknown => {
    const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 3, elements: false }, { without });
    for (const _ of synthesis.slices());
    return synthesis.answers[0]?.outputs[0] ?? null;
  };
  expect(found(null)).toEqual(made(inputs[0]));
  expect(found('goals')).not.toEqual(made(inputs[0]));
});
