/** Calls and programs to record, drawn by seeds: what random programs do on small random grids. */
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { printSteps } from '../../src/core/lang/print.ts';
import { APPLY, meaningOf, type Program } from '../../src/core/lang/program.ts';
import { Random } from '../../src/core/random.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { tuple } from '../../src/core/values/build.ts';
import { encode, type Encoded } from '../../src/core/values/codec.ts';
import { Fn, type Value } from '../../src/core/values/value.ts';
import { attempt as attemptCall, Budget } from '../support/calls.ts';
import { randomlyChanged } from '../support/random-changes.ts';
import { randomGrid } from '../support/random-grid.ts';
import { randomProgram } from '../support/random-programs.ts';
import { starterPrograms, starterTask } from '../support/starter.ts';

export interface DrawnCall {
  readonly name: string;
  readonly args: readonly Encoded[];
  readonly apply?: readonly Encoded[];
}

export interface DrawnProgram {
  readonly program: Program;
  readonly source: string;
  readonly input: GridRows;
}

/** Characters of the arguments of a call, at most. */
const LONGEST = 260;
/** Calls of a primitive that are drawn; fewer are kept. */
const ENOUGH = 60;
const SIDE = 7;

/** Many calls of every primitive. */
export function drawCalls(): DrawnCall[] {
  const random = new Random('recorded/calls');
  const found = new Map(CATALOGUE.map(({ name }) => [name, new Map<string, DrawnCall>()]));
  for (let round = 0; round < 60_000; round++) {
    const grid = smallGrid(random);
    for (const call of callsOf(randomProgram(random, grid), grid, random)) {
      const known = found.get(call.name);
      const key = JSON.stringify([call.args, call.apply ?? null]);
      if (known !== undefined && known.size < ENOUGH && key.length <= LONGEST) known.set(key, call);
    }
    if (round % 1000 === 0 && [...found.values()].every(({ size }) => size >= ENOUGH)) break;
  }
  return [...found.values()].flatMap((calls) => [...calls.values()]);
}

/** Programs that grew at random, and starter solvers with random changes; all can be read from their text. */
export function drawPrograms(count: number, seed = 'recorded/programs'): DrawnProgram[] {
  const random = new Random(seed);
  const starter = [...starterPrograms];
  return Array.from({ length: count }, (_, i) => {
    const [name, solver] = random.pick(starter);
    const input = random.bool() ? smallGrid(random) : random.pick(starterTask(name).train).input;
    const program = random.bool(0.4) ? randomProgram(random, input) : randomlyChanged(solver, random);
    return { program, input, source: printSteps(program, `r${i}`) };
  }).filter(({ source }) => compile(source).solvers[0].program !== null);
}

function smallGrid(random: Random): GridRows {
  for (;;) {
    const grid = randomGrid(random);
    if (grid.length <= SIDE && grid[0].length <= SIDE) return grid;
  }
}

/** The calls that a program makes; a call that makes a function is recorded with a call of what it made. */
function callsOf({ nodes }: Program, input: GridRows, random: Random): DrawnCall[] {
  const calls: DrawnCall[] = [];
  const values: (Value | undefined)[] = [];
  for (const { op, args } of nodes) {
    const given = args.map((arg) => values[arg]);
    const meaning = meaningOf(op);
    if (given.includes(undefined)) break;
    const known = given as Value[];
    if (meaning.kind === 'input') values.push(tuple(input.map((row) => tuple(row))));
    else if (meaning.kind === 'constant') values.push(meaning.value);
    else if (meaning.kind === 'function') values.push(meaning.primitive.fn);
    else {
      const fn = op === APPLY ? known[0] : meaning.kind === 'call' ? meaning.primitive.fn : null;
      const inputs = op === APPLY ? known.slice(1) : known;
      const value = fn instanceof Fn ? attempt(fn, inputs) : undefined;
      if (fn instanceof Fn) calls.push(...drawn(fn, inputs, value, values, random));
      values.push(value);
    }
  }
  return calls;
}

function drawn(
  fn: Fn,
  inputs: readonly Value[],
  value: Value | undefined,
  values: readonly (Value | undefined)[],
  random: Random,
): DrawnCall[] {
  const made = fn.parts.length > 0;
  if (made) return [{ name: fn.name, args: fn.parts.map(encode), apply: inputs.map(encode) }];
  if (!(value instanceof Fn) || value.parts.length === 0)
    return [{ name: fn.name, args: inputs.map(encode) }];
  const usable = values.filter((one) => one !== undefined);
  for (let i = 0; i < 8; i++) {
    const apply = Array.from({ length: value.arity }, () => random.pick(usable));
    const result = attempt(value, apply);
    if (result !== undefined && !(result instanceof Fn))
      return [{ name: value.name, args: value.parts.map(encode), apply: apply.map(encode) }];
  }
  return [];
}

/** Undefined for a failure. */
function attempt(fn: Fn, args: readonly Value[]): Value | undefined {
  const value = attemptCall(fn, args, new Budget(50_000, 3000));
  return value instanceof Failure ? undefined : value;
}
