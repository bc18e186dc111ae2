/** What an answer rests on. */
import { expect, test } from 'vitest';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { compile } from '../../src/core/lang/compile.ts';
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
