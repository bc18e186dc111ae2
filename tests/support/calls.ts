/** Functions called in the arena, with values carried in and out: what the tests of the primitives stand on. */
import { codeOf } from '../../src/core/engine/codes.ts';
import type { Handle } from '../../src/core/engine/arena.ts';
import { failureOf, type Failure } from '../../src/core/engine/failure.ts';
import type { Encoded } from '../../src/core/values/codec.ts';
import { decode } from '../../src/core/values/codec.ts';
import { DEFAULT_CAP } from '../../src/core/values/ends.ts';
import { Fn, type Value } from '../../src/core/values/value.ts';
import { newArena } from './arena.ts';

/** One a test file: each has a thread of its own. */
export const arena = newArena();
const { exports: core } = arena;
const region = core.newRegion();

/** Asked where canonical order alone decides between values; the first is the default. */
export type ValueWatch = (tied: readonly Value[]) => number;

/** What calls may take. */
export class Budget {
  /** Steps left. */
  fuel: number;
  readonly cap: number;
  readonly watch: ValueWatch | null;
  constructor(fuel: number, cap: number = DEFAULT_CAP, watch: ValueWatch | null = null) {
    this.fuel = fuel;
    this.cap = cap;
    this.watch = watch;
  }
}

/** The primitive as a value. */
export function primitive(name: string): Fn {
  return new Fn(name, core.arityOf(codeOf(name)), []);
}

/** Calls a function value. Throws a Failure where it has no value. */
export function call(fn: Value, args: readonly Value[], budget = new Budget(1e9)): Value {
  return inArena(() => core.callValue(arena.put(fn), arena.putItems(args)), budget);
}

/** What `call` comes to; a failure is a value, too. */
export function attempt(fn: Value, args: readonly Value[], budget = new Budget(1e9)): Value | Failure {
  try {
    return call(fn, args, budget);
  } catch (failure) {
    if (failure instanceof Error) throw failure;
    return failure as Failure;
  }
}

/** Calls by encoded values: the function that comes out as well, where `apply` is given. */
export function callEncoded(
  name: string,
  args: readonly Encoded[],
  apply: readonly Encoded[] | undefined,
  budget = new Budget(1e9),
): Value {
  return inArena(() => {
    const put = (all: readonly Encoded[]): number => arena.putItems(all.map(functionsAsData));
    const first = core.callValue(core.functionOf(codeOf(name)), put(args));
    return apply === undefined ? first : core.callValue(first, put(apply));
  }, budget);
}

function functionsAsData(data: Encoded): Value {
  return decode(data, primitive, (name, parts) => new Fn(name, 0, parts));
}

/** The value that `run` gives as a handle, checked. What lies in the arena goes with the next call. */
export function inArena(run: () => Handle, budget = new Budget(1e9)): Value {
  const { watch } = budget;
  core.enter(region);
  core.trim();
  core.setFuel(BigInt(budget.fuel));
  core.setCap(BigInt(budget.cap));
  core.beginQuota(1 << 29);
  core.setWatching(watch === null ? 0 : 1);
  if (watch !== null) arena.choose = (tied) => watch(tied.map((handle) => arena.get(handle)));
  try {
    const handle = run();
    core.checkValue(handle);
    return arena.get(handle);
  } catch (thrown) {
    if (thrown !== arena.raised && thrown instanceof Error && !(thrown instanceof RangeError)) throw thrown;
    const reason = arena.reasonOf(thrown);
    const { a, b } = arena.raised;
    const failure = failureOf(arena, reason, core.atWork.value, a, b, budget.cap);
    // Now: the values that it speaks of go with the next call.
    void failure.why;
    throw failure;
  } finally {
    budget.fuel = Number(core.fuel.value);
    core.setWatching(0);
  }
}
