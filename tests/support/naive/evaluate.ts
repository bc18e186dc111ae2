/** Running a program the slow way: the tree of its result, every node anew wherever it is used. */
import { meaningOf, type Program } from '../../../src/core/lang/program.ts';
import type { GridRows } from '../../../src/core/task/task.ts';
import type { Encoded } from '../../../src/core/values/codec.ts';
import { encodeNaive } from './codec.ts';
import { NAIVE_CONSTANTS, primitive } from './primitives.ts';
import { call, NaiveFault, spend, tuple, withSteps, type Value } from './values.ts';

/** Enough for every published solver on its own task but a64e4611, which tries every size of an empty rectangle. */
export const NAIVE_STEPS = 5_000_000;

/** The result on a grid in the shared encoding, or why there is none. */
export function evaluateNaively(
  program: Program,
  input: GridRows,
  steps = NAIVE_STEPS,
): Encoded | NaiveFault {
  try {
    return withSteps(steps, () => {
      const grid = tuple(input.map((row) => tuple(row)));
      return encodeNaive(valueOf(program, program.nodes.length - 1, grid));
    });
  } catch (thrown) {
    if (thrown instanceof NaiveFault) return thrown;
    if (thrown instanceof RangeError) return new NaiveFault('too-long', 'the calls are nested too deeply');
    throw thrown;
  }
}

function valueOf(program: Program, at: number, grid: Value): Value {
  spend(1);
  const { op, args } = program.nodes[at];
  const meaning = meaningOf(op);
  if (meaning.kind === 'input') return grid;
  if (meaning.kind === 'constant') return constant(meaning.name);
  if (meaning.kind === 'function') return primitive(meaning.primitive.name);
  const values = args.map((arg) => valueOf(program, arg, grid));
  if (meaning.kind === 'apply') return call(values[0], ...values.slice(1));
  return call(primitive(meaning.primitive.name), ...values);
}

function constant(name: string): Value {
  const value = NAIVE_CONSTANTS.get(name);
  if (value === undefined) throw new Error(`there is no constant ${name}`);
  return value;
}
