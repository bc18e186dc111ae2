/** What an answer rests on. */
import { expect, test } from 'vitest';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { doubtsOf } from '../../src/core/search/trust.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const text =
  'def solve_a(I):\n    x1 = objects(I, T, T, T)\n    x2 = argmax(x1, size)\n    O = subgrid(x2, I)\n    return O\n';

test('an answer rests on order where equals would give other outputs', () => {
  const [{ program }] = compile(text).solvers;
  if (program === null) throw new Error(text);
  const runner = new ProgramRunner(newArena());
  const rests = (rows: number[][]): boolean =>
    runner.restsOnOrder(program, [rows], runner.outputs(program, [rows]));
  expect(rests([[1, 0, 0, 0, 2, 2]])).toBe(false);
  expect(rests([[1, 0, 0, 2]])).toBe(true);
  // Of equals that look alike it does not matter which is taken.
  expect(rests([[1, 0, 0, 0, 1]])).toBe(false);
  expect(runner.outputs(program, [[[1, 0, 0, 2]]])).toEqual([[[1]]]);
});

/** Doubts about a program that gives the output of every train pair. */
function doubts(text: string, train: readonly (readonly [GridRows, GridRows])[], test: GridRows): number {
  const [{ program }] = compile(`def solve_a(I):\n    O = ${text}\n    return O\n`).solvers;
  if (program === null) throw new Error(text);
  const task: Task = {
    train: train.map(([input, output]) => ({ input, output })),
    test: [{ input: test, output: null }],
  };
  const runner = new ProgramRunner(newArena());
  const given = runner.outputs(program, [...train.map(([input]) => input), test]);
  expect(given.slice(0, -1)).toEqual(train.map(([, output]) => output));
  return doubtsOf(runner, task, program, given);
}

test('a program is doubted that hangs on a direction which the pairs do not ask for', () => {
  const pairs = [[[[1, 1, 0, 0, 0, 2]], [[1, 1, 0, 0, 0, 0]]]] as const;
  const test = [[1, 1, 0, 0, 2, 0]];
  expect(doubts('cover(I, argmin(objects(I, T, T, T), size))', pairs, test)).toBe(0);
  // From left to right the other way, another object stands there.
  expect(doubts('cover(I, argmax(objects(I, T, T, T), leftmost))', pairs, test)).toBeGreaterThanOrEqual(2);
});

test('an output is doubted that breaks what all train outputs have in common with their inputs', () => {
  const pairs = [
    [[[1, 0, 3]], [[2, 0, 3]]],
    [[[1, 3, 0]], [[2, 3, 0]]],
  ] as const;
  const of = (test: GridRows): number => doubts('replace(I, ONE, TWO)', pairs, test);
  expect(of([[0, 1, 3]])).toBe(0);
  // No cell changes; then two instead of one, and of the colours two are left; then two colours become one.
  expect(of([[0, 3, 0]])).toBeGreaterThan(4);
  expect(of([[1, 1, 3]])).toBe(7 + 8);
  expect(of([[1, 2, 0]])).toBe(8);
});

test('a cell that changes as none did on a train pair is doubted', () => {
  const pairs = [
    [[[1, 0]], [[1, 4]]],
    [[[2, 0]], [[2, 4]]],
  ] as const;
  expect(doubts('replace(I, ZERO, FOUR)', pairs, [[0, 1]])).toBe(0);
  expect(doubts('hconcat(lefthalf(I), canvas(FOUR, UNITY))', pairs, [[0, 1]])).toBeGreaterThan(5);
});

test('a layer is doubted as far as the pairs come out right without it', () => {
  const pairs = [
    [[[1, 0, 2]], [[5, 0, 6]]],
    [[[1, 0, 0]], [[5, 0, 0]]],
  ] as const;
  const one = 'fill(I, FIVE, ofcolor(I, ONE))';
  const both = `fill(${one}, SIX, ofcolor(I, TWO))`;
  // The second layer is of no use on the second pair.
  const rest = [[[1, 0, 2]], [[5, 0, 6]]] as const;
  expect(doubts(both, pairs, [[0, 1, 2]]) - doubts(both, [pairs[0], rest], [[0, 1, 2]])).toBe(6 / 2);
});
