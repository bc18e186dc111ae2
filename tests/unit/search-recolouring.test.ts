/** Changes of colours: one after the other they come to the same as all at once, and a search finds them. */
import { expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { changesOf, type Change } from '../../src/core/search/recolouring.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

function after(changes: readonly Change[], colour: number): number {
  return changes.reduce((now, { call, from, to }) => {
    if (now === from) return to;
    return call === 'switch' && now === to ? from : now;
  }, colour);
}

test('any change of some colours without two that become one', () => {
  const random = new Random('recolouring');
  for (let i = 0; i < 2000; i++) {
    const colours = random.sample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], random.int(1, 10));
    const others = random.sample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], colours.length);
    const becomes = new Map(colours.map((colour, n) => [colour, others[n]]));
    const changes = changesOf(becomes);
    for (const [from, to] of becomes) expect(after(changes, from), JSON.stringify([...becomes])).toBe(to);
    expect(changes.length).toBeLessThanOrEqual(becomes.size);
  }
});

test('eight colours that change places in pairs, of a grid that is turned', () => {
  const random = new Random('eight');
  const swapped = [0, 5, 6, 4, 3, 1, 2, 7, 9, 8];
  const input = (): GridRows =>
    Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => random.int(1, 9)));
  const output = (rows: GridRows): GridRows => rows.map((row) => row.map((cell) => swapped[cell])).reverse();
  const inputs = [input(), input(), input(), input()];
  const train = inputs.slice(1).map((rows) => ({ input: rows, output: output(rows) }));
  const task = { train, test: [{ input: inputs[0], output: null }] };
  const found = (without: 'goals' | null): unknown => {
    const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 4, elements: false }, { without });
    for (const _ of synthesis.slices());
    return synthesis.answers[0]?.outputs[0] ?? null;
  };
  expect(found(null)).toEqual(output(inputs[0]));
  expect(found('goals')).not.toEqual(output(inputs[0]));
});

test('a list of what was seen is no rule', () => {
  const seen = [
    [1, 6],
    [7, 2],
    [8, 5],
  ];
  const train = seen.map(([from, to]) => ({ input: [[from, from]], output: [[to]] }));
  const task = { train, test: [{ input: [[3, 3]], output: null }] };
  const synthesis = new Synthesis(newArena(), task, { ...BROAD, rounds: 3, elements: false });
  for (const _ of synthesis.slices());
  expect(synthesis.answers).toEqual([]);
});
