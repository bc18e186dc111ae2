/** Functions by the types that they are given: primitives, names above the hole, and what combinators make of these. */
import { CATALOGUE, PRIMITIVES } from '../dsl/catalogue.ts';
import { matchOfCall, typeOfApply } from '../lang/call-types.ts';
import { functionType } from '../lang/infer.ts';
import { BOOL, functionOf, isSubtype, type Type } from '../lang/types.ts';
import type { Above } from './fill-scene.ts';
import { interned } from './fill-types.ts';
import type { Vectors, VectorId } from './fill-vectors.ts';

/** A function, and what it gives. */
export interface FunctionTerm {
  readonly vector: VectorId;
  readonly type: Type;
  readonly result: Type;
}

/** Values by their types, of one cost. */
export type Values = ReadonlyMap<Type, readonly VectorId[]>;

/** What a call costs beside its arguments. */
export const CALL_COST = 2;

/** Makes many values out of few, or says little: not put into functions. */
const UNLIKELY = new Set(['identity']);

export class Functions {
  private readonly vectors: Vectors;
  private readonly leaves: readonly Above[];
  private readonly valuesAt: (cost: number) => Values;
  private readonly known = new Map<string, FunctionTerm[]>();

  /** `valuesAt` gives the values of a cost, none of which changes later. */
  constructor(vectors: Vectors, above: readonly Above[], valuesAt: (cost: number) => Values) {
    this.vectors = vectors;
    this.valuesAt = valuesAt;
    const primitives = CATALOGUE.map((primitive): Above => {
      const vector = vectors.leaf(primitive.name, 1, () => vectors.arena.put(primitive.fn));
      return { name: primitive.name, vector, type: functionType(primitive) };
    });
    this.leaves = [...above.filter(({ type }) => type.kind === 'function'), ...primitives];
  }

  /** All functions of a cost that can be called with values of the types. */
  at(given: readonly Type[], cost: number): readonly FunctionTerm[] {
    if (cost < 1 || given.length === 0 || given.length > 4) return [];
    const key = `${cost} ${given.map((type) => keyOf(type)).join()}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = cost === 1 ? this.names(given) : [...this.made(given, cost)];
      this.known.set(key, found);
    }
    return found;
  }

  /** Every function that is a name. */
  all(): readonly Above[] {
    return this.leaves;
  }

  /** The same one by one, those that combinators make not before they are asked for. */
  *each(given: readonly Type[], cost: number): Generator<FunctionTerm> {
    if (cost === 1) yield* this.names(given);
    else yield* this.made(given, cost);
  }

  private names(given: readonly Type[]): FunctionTerm[] {
    return this.leaves.flatMap(({ vector, type }) => {
      if (type.kind !== 'function' || type.arity !== given.length) return [];
      const result = resultOf(type, given);
      return result === null ? [] : [{ vector, type, result }];
    });
  }

  private *made(given: readonly Type[], cost: number): Generator<FunctionTerm> {
    const left = cost - CALL_COST;
    if (given.length === 1) {
      for (let inner = 1; inner < left; inner++) {
        for (const g of this.at(given, inner)) {
          if (isName(this.vectors, g.vector, UNLIKELY)) continue;
          for (const f of this.at([g.result], left - inner))
            yield* this.term('compose', [f, g], 1, cost, f.result);
        }
      }
      for (let inner = 1; inner < left; inner++)
        for (const f of this.at(given, inner)) yield* this.matchers(f, left - inner, cost);
      if (left >= 3) {
        yield* this.chains(given, left, cost);
        yield* this.forks(given, left, cost);
      }
    }
    yield* this.bound(given, left, cost);
  }

  private *chains(given: readonly Type[], left: number, cost: number): Generator<FunctionTerm> {
    for (let i = 1; i < left - 1; i++)
      for (const h of this.at(given, i))
        for (let j = 1; j < left - i; j++)
          for (const g of this.at([h.result], j))
            for (const f of this.at([g.result], left - i - j))
              yield* this.term('chain', [f, g, h], 1, cost, f.result);
  }

  private *forks(given: readonly Type[], left: number, cost: number): Generator<FunctionTerm> {
    for (let i = 1; i < left - 1; i++)
      for (const f of this.at(given, i))
        for (let j = 1; j < left - i; j++)
          for (const g of this.at(given, j))
            for (const h of this.at([f.result, g.result], left - i - j))
              yield* this.term('fork', [h, f, g], 1, cost, h.result);
  }

  private *matchers(f: FunctionTerm, left: number, cost: number): Generator<FunctionTerm> {
    for (const [type, ids] of this.valuesAt(left)) {
      if (!isSubtype(type, f.result) && !isSubtype(f.result, type)) continue;
      for (const id of ids) yield* this.term('matcher', [f, { vector: id, type }], 1, cost, BOOL);
    }
  }

  private *bound(given: readonly Type[], left: number, cost: number): Generator<FunctionTerm> {
    for (let of = 1; of <= left; of++) {
      for (const [type, ids] of this.bindable(left - of)) {
        for (const f of this.at([...given, type], of)) {
          if (type.kind === 'bool' && !takesTruth(f.type, given.length)) continue;
          for (const id of ids)
            yield* this.term('rbind', [f, { vector: id, type }], given.length, cost, f.result);
        }
        for (const f of this.at([type, ...given], of)) {
          if (type.kind === 'bool' && !takesTruth(f.type, 0)) continue;
          for (const id of ids)
            yield* this.term('lbind', [f, { vector: id, type }], given.length, cost, f.result);
        }
      }
    }
  }

  /** Values, and functions that are names: these are bound to what takes functions. */
  private *bindable(cost: number): Generator<readonly [Type, readonly VectorId[]]> {
    yield* this.valuesAt(cost);
    if (cost === 1) for (const { type, vector } of this.leaves) yield [type, [vector]];
  }

  private *term(
    combinator: string,
    parts: readonly Part[],
    arity: number,
    cost: number,
    result: Type,
  ): Generator<FunctionTerm> {
    const primitive = PRIMITIVES.get(combinator)!;
    const vector = this.vectors.call(
      primitive,
      parts.map((part) => part.vector),
      cost,
    );
    if (vector < 0) return;
    yield {
      vector,
      type: functionOf(
        primitive,
        parts.map(({ type }) => type),
        arity,
      ),
      result,
    };
  }
}

interface Part {
  readonly vector: VectorId;
  readonly type: Type;
}

/** Whether the parameter of a function that is a primitive is a truth value, not a mere number. */
function takesTruth(type: Type, place: number): boolean {
  return type.kind === 'function' && type.primitive?.params[place]?.type === 'Boolean';
}

function isName(vectors: Vectors, id: VectorId, names: ReadonlySet<string>): boolean {
  const expression = vectors.expression(id);
  return expression.kind === 'name' && names.has(expression.name);
}

/** Safe to share: numbers tell types apart, and nothing is put in order by them. */
const keys = new WeakMap<Type, number>();
let keyCount = 0;

/** Types that are functions are told apart by identity, others by what is written. */
function keyOf(type: Type): number {
  const one = type.kind === 'function' ? type : interned(type);
  let key = keys.get(one);
  if (key === undefined) keys.set(one, (key = ++keyCount));
  return key;
}

/** What a function gives for values of the types; null where they do not go with it. */
function resultOf(type: Type & { readonly kind: 'function' }, given: readonly Type[]): Type | null {
  const { primitive } = type;
  const result = typeOfApply(type, given);
  if (primitive === null) return result;
  const isOpen = given.some((each) => !each.sure || each.kind === 'any');
  if (type.given.length === 0) {
    const match = matchOfCall(primitive, given);
    return match === 2 || (match === 1 && isOpen) ? result : null;
  }
  return result.sure || isOpen || hasLoose(type) ? result : null;
}

function hasLoose(type: Type): boolean {
  if (type.kind !== 'function') return !type.sure;
  return type.primitive === null || type.primitive.loose || type.given.some(hasLoose);
}
