/**
 * Functions called in the arena, with values carried in and out: what the tests of the primitives stand on. Every call
 * is made in the debug build, whose guards look on and which checks the value, and in the release build, which must come
 * to the same for the same steps.
 */
import { codeOf } from '../../src/core/engine/codes.ts';
import type { Arena, Handle } from '../../src/core/engine/arena.ts';
import { failureOf, type Failure } from '../../src/core/engine/failure.ts';
import type { Encoded } from '../../src/core/values/codec.ts';
import { decode } from '../../src/core/values/codec.ts';
import { DEFAULT_CAP } from '../../src/core/values/ends.ts';
import { Fn, type Value } from '../../src/core/values/value.ts';
import { newArena, newGuardedArena } from './arena.ts';
import { isSame } from './same.ts';

/** One of each for all test files of a process, which take turns. */
const guarded = newGuardedArena();
const release = newArena();
const regions = new Map<Arena, number>([guarded, release].map((arena) => [arena, arena.exports.newRegion()]));

/** Traps where anything in the memory of the debug build is not as it should be. */
export function checkMemory(): void {
  guarded.exports.checkInvariants();
}

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
  return new Fn(name, release.exports.arityOf(codeOf(name)), []);
}

/** Calls a function value. Throws a Failure where it has no value. */
export function call(fn: Value, args: readonly Value[], budget = new Budget(1e9)): Value {
  return inArena((arena) => arena.exports.callValue(arena.put(fn), arena.putItems(args)), budget);
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
  return inArena((arena) => {
    const { exports: core } = arena;
    const put = (all: readonly Encoded[]): number => arena.putItems(all.map(functionsAsData));
    const first = core.callValue(core.functionOf(codeOf(name)), put(args));
    return apply === undefined ? first : core.callValue(first, put(apply));
  }, budget);
}

function functionsAsData(data: Encoded): Value {
  return decode(data, primitive, (name, parts) => new Fn(name, 0, parts));
}

/** The value that `run` gives as a handle. Throws a Failure where it has none. */
export function inArena(run: (arena: Arena) => Handle, budget = new Budget(1e9)): Value {
  const { watch } = budget;
  const picks: number[] = [];
  const asked = (tied: readonly Value[]): number => {
    picks.push(watch === null ? 0 : watch(tied));
    return picks[picks.length - 1];
  };
  const before = budget.fuel;
  const found = outcome(guarded, run, budget, watch && asked);
  const after = budget.fuel;
  budget.fuel = before;
  let again = 0;
  const other = outcome(release, run, budget, watch && (() => picks[again++]));
  if (budget.fuel !== after || !areAlike(found, other)) {
    const [left, right] = [found, other].map((one) => JSON.stringify('value' in one ? one : clauses(one)));
    throw new Error(
      `The builds differ: ${left}, ${after} steps left; the release build ${right}, ${budget.fuel} left`,
    );
  }
  if ('failure' in found) throw found.failure;
  return found.value;
}

type Failed = { readonly failure: Failure };
type Outcome = { readonly value: Value } | Failed;

function areAlike(a: Outcome, b: Outcome): boolean {
  if ('value' in a) return 'value' in b && isSame(a.value, b.value);
  return 'failure' in b && clauses(a).join() === clauses(b).join();
}

const clauses = ({ failure: { end, primitive: at, why } }: Failed): string[] => [end, at, why];

/** What `run` comes to in one build. What then lies in its arena goes with the next call. */
function outcome(
  arena: Arena,
  run: (arena: Arena) => Handle,
  budget: Budget,
  watch: ValueWatch | null,
): Outcome {
  const { exports: core } = arena;
  core.enter(regions.get(arena)!);
  core.trim();
  core.setFuel(BigInt(budget.fuel));
  core.setCap(BigInt(budget.cap));
  core.beginQuota(1 << 29);
  core.setWatching(watch === null ? 0 : 1);
  if (watch !== null) arena.choose = (tied) => watch(tied.map((handle) => arena.get(handle)));
  try {
    const handle = run(arena);
    if (arena === guarded) guarded.exports.checkValue(handle);
    return { value: arena.get(handle) };
  } catch (thrown) {
    if (thrown !== arena.raised && thrown instanceof Error && !(thrown instanceof RangeError)) throw thrown;
    const reason = arena.reasonOf(thrown);
    const { a, b } = arena.raised;
    // Said now: the values that it speaks of go with the next call.
    return { failure: failureOf(arena, reason, core.atWork.value, a, b, budget.cap).said() };
  } finally {
    budget.fuel = Number(core.fuel.value);
    core.setWatching(0);
  }
}
