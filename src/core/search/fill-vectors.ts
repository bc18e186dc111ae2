/** What expressions come to on all inputs, in the arena; each vector of values once, with the cheapest expression for it. */
import type { Primitive } from '../dsl/primitive.ts';
import type { Arena, Handle } from '../engine/arena.ts';
import { codeOf } from '../engine/codes.ts';
import { Reader } from '../engine/reader.ts';
import type { Expression, Name } from '../lang/syntax.ts';
import type { Type } from '../lang/types.ts';
import type { Value } from '../values/value.ts';
import { typeOfValues } from './fill-types.ts';

/** A number of a vector. */
export type VectorId = number;

/** Steps that one call may take on one input. */
const STEPS = 200_000;
/** Bytes of values at which no more are made. */
const MOST_BYTES = 300e6;

const NOWHERE = { from: 0, to: 0 };

export function nameOf(name: string): Name {
  return { kind: 'name', name, span: NOWHERE };
}

export class Vectors {
  readonly arena: Arena;
  readonly inputs: number;
  private readonly reader: Reader;
  private readonly expressions: Expression[] = [];
  private readonly costs: number[] = [];
  private readonly types: (Type | undefined)[] = [];
  /** Calls made. */
  made = 0;

  constructor(arena: Arena, inputs: number) {
    this.arena = arena;
    this.inputs = inputs;
    this.reader = new Reader(arena);
    arena.exports.beginVectors(inputs);
  }

  /** Steps so far, and something for each call: what fails at once takes time, too. */
  get fuel(): number {
    return this.arena.exports.vectorSteps.value + this.made * this.inputs * 40;
  }

  get isFull(): boolean {
    return this.arena.exports.vectorBytes() > MOST_BYTES;
  }

  /** A name with its values; `put` makes the value for an input. */
  leaf(name: string, cost: number, put: (input: number) => Handle): VectorId {
    const { exports: core } = this.arena;
    for (let i = 0; i < this.inputs; i++) {
      core.enterVectors();
      core.setVector(i, put(i));
    }
    return this.note(core.addVector(), cost, () => nameOf(name));
  }

  /** A call of a primitive; -1 where it fails on some input. */
  call(primitive: Primitive, args: readonly VectorId[], cost: number): VectorId {
    const id = this.make(codeOf(primitive.name), args);
    return this.note(id, cost, () => this.callOf(nameOf(primitive.name), args));
  }

  /** A call of a function that has a value on each input. */
  apply(callee: VectorId, args: readonly VectorId[], cost: number): VectorId {
    const id = this.make(-1, [callee, ...args]);
    return this.note(id, cost, () => this.callOf(this.expressions[callee], args));
  }

  private callOf(callee: Expression, args: readonly VectorId[]): Expression {
    return {
      kind: 'call',
      callee,
      args: args.map((arg) => ({ value: this.expressions[arg] })),
      span: NOWHERE,
    };
  }

  private make(code: number, args: readonly VectorId[]): VectorId {
    const { exports: core, raised } = this.arena;
    const [a, b = 0, c = 0, d = 0] = args;
    this.made++;
    try {
      return core.makeVector(code, args.length, a, b, c, d, STEPS);
    } catch (thrown) {
      if (thrown !== raised && !(thrown instanceof RangeError)) throw thrown;
      core.vectorFailed(STEPS);
      return -1;
    }
  }

  /** Keeps the cheapest expression of each vector. */
  private note(id: VectorId, cost: number, write: () => Expression): VectorId {
    if (id >= 0 && !(this.costs[id] <= cost)) {
      this.expressions[id] = write();
      this.costs[id] = cost;
    }
    return id;
  }

  /** Lets a vector be written as a name, which is the cheapest way. */
  rename(id: VectorId, name: string): void {
    this.expressions[id] = nameOf(name);
    this.costs[id] = 1;
  }

  /** Copies a value to where the vectors lie. */
  put(value: Value): Handle {
    this.arena.exports.enterVectors();
    return this.arena.put(value);
  }

  /** Whether the first of its values are these, which were put there. */
  begins(id: VectorId, values: readonly Handle[]): boolean {
    const { exports: core } = this.arena;
    return values.every((value, i) => core.isVectorValue(id, i, value) !== 0);
  }

  /** The type of values that were put there. */
  typeOf(values: readonly Handle[]): Type {
    return typeOfValues(this.reader, values);
  }

  expression(id: VectorId): Expression {
    return this.expressions[id];
  }

  /** The type of its values, which are no functions. */
  type(id: VectorId): Type {
    return (this.types[id] ??= typeOfValues(
      this.reader,
      Array.from({ length: this.inputs }, (_, i) => this.arena.exports.vectorValue(id, i)),
    ));
  }
}
