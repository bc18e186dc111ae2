/** Calls in the arena one by one, as a program's nodes make them: with the engine's results, faults, fuel and bytes. */
import type { Arena, Handle } from '../engine/arena.ts';
import { codeOf } from '../engine/codes.ts';
import { MOST_BYTES } from '../engine/evaluation.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import { Reader } from '../engine/reader.ts';
import { APPLY, meaningOf, type Op } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';

/** What a call gave. */
export interface Made {
  /** 0 where it failed. */
  readonly value: Handle;
  readonly failure: Failure | null;
  /** Steps, one more than the limit at most. */
  readonly cost: number;
  /** What the core allocated for it. */
  readonly bytes: number;
}

/** Single calls in the arena, on an input that stays for a while. One piece of work at a time. */
export class Tracer {
  readonly arena: Arena;
  readonly reader: Reader;
  /** Regions: what is needed until the end, and until the end of the group. */
  private readonly lasting: number;
  private readonly brief: number;

  constructor(arena: Arena) {
    this.arena = arena;
    this.reader = new Reader(arena);
    this.lasting = arena.exports.newRegion();
    this.brief = arena.exports.newRegion();
  }

  /** Does something with an input in the arena; all that it allocates is given back at the end. */
  within<T>(input: GridRows, work: (given: Handle) => T): T {
    const { exports: core } = this.arena;
    core.enter(this.lasting);
    core.setCap(BigInt(DEFAULT_CAP));
    core.setWatching(0);
    core.beginPrints();
    try {
      return work(this.arena.putRows(input));
    } finally {
      core.enter(this.brief);
      core.trim();
      core.enter(this.lasting);
      core.trim();
    }
  }

  /** The value of one node, or its failure, and the steps: as the engine counts them. */
  compute(op: Op, args: readonly Handle[], input: Handle, fuel: number): Made {
    const meaning = meaningOf(op);
    const { exports: core } = this.arena;
    if (meaning.kind === 'input') return leaf(input);
    if (meaning.kind === 'constant') return leaf(this.arena.put(meaning.value));
    if (meaning.kind === 'function') return leaf(core.functionOf(codeOf(meaning.primitive.name)));
    const call =
      meaning.kind === 'call'
        ? this.primitiveCall(codeOf(meaning.primitive.name), args)
        : this.valueCall(args);
    core.setFuel(BigInt(fuel));
    core.beginQuota(MOST_BYTES);
    let value = 0;
    let failure: Failure | null = null;
    try {
      value = call();
    } catch (thrown) {
      if (thrown instanceof Enough) throw thrown;
      failure = this.failureFrom(thrown);
    }
    const left = Math.max(0, Number(core.fuel.value));
    return { value, failure, cost: fuel - left + 1, bytes: Math.min(MOST_BYTES, core.spent.value) };
  }

  /** Begins a group: the values of the one before that no later one needs are given up. */
  beginGroup(): void {
    const { exports: core } = this.arena;
    core.enter(this.brief);
    core.trim();
    core.beginPrints();
  }

  enter(lasting: boolean): void {
    this.arena.exports.enter(lasting ? this.lasting : this.brief);
  }

  /** A short text that equal values share and different ones do not, but for chance; null where the value is too large. */
  printOf(value: Handle): string | null {
    const print = this.arena.exports.printOf(value);
    return print === 0n ? null : print.toString(36);
  }

  private primitiveCall(code: number, args: readonly Handle[]): () => Handle {
    const [a, b = 0, c = 0, d = 0] = args;
    return () => this.arena.exports.callPrimitive(code, args.length, a, b, c, d);
  }

  private valueCall([callee, ...given]: readonly Handle[]): () => Handle {
    const { exports: core } = this.arena;
    const items = core.beginItems(given.length);
    this.arena.ints().set(given, (items + 16) >>> 2);
    return () => core.callValue(callee, items);
  }

  /** The words are made at once: what they speak of may be given back. */
  private failureFrom(thrown: unknown): Failure {
    const { arena } = this;
    const reason = arena.reasonOf(thrown);
    const { a, b } = arena.raised;
    const failure = failureOf(arena, reason, arena.exports.atWork.value, a, b, DEFAULT_CAP);
    return failure.said();
  }
}

/** Thrown by a watch that has seen enough; no fault of the primitive. */
export class Enough {}

export function primitiveOf(op: Op): string {
  const meaning = meaningOf(op);
  return op === APPLY || meaning.kind !== 'call' ? '' : meaning.primitive.name;
}

function leaf(value: Handle): Made {
  return { value, failure: null, cost: 0, bytes: 0 };
}
