/**
 * Expressions in order of cost, from the names above a hole: each is evaluated on all inputs, and of those that come to the
 * same one is kept. What is made for the hole is told apart from what only larger expressions are made of, which is made
 * when these are due.
 */
import { CATALOGUE } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { givenTo, matchOfCall, takesFunction, typeOfApply, typeOfCall } from '../lang/call-types.ts';
import { ANY, type Type } from '../lang/types.ts';
import { CALL_COST, Functions, type Values } from './fill-functions.ts';
import { goesTo, type Place } from './fill-place.ts';
import { constantsOf, type Above, type Scene } from './fill-scene.ts';
import type { Vectors, VectorId } from './fill-vectors.ts';

/** Made by `Functions`, or of no use. */
const LEFT_OUT = new Set(['identity', 'compose', 'chain', 'fork', 'matcher', 'lbind', 'rbind', 'power']);

/** What may stand at one place of a call: values of one type, or functions. */
interface Choice {
  readonly type: Type;
  readonly ids: readonly VectorId[];
}

/** A call of a primitive, or (null) of the first argument, with all that may stand at each place. */
interface Calls {
  readonly primitive: Primitive | null;
  readonly choices: readonly Choice[];
}

export class Growth {
  readonly vectors: Vectors;
  private readonly functions: Functions;
  private readonly callable: readonly Above[];
  /** Values of each cost by type. */
  private readonly values: Map<Type, VectorId[]>[] = [];
  private readonly held = new Set<VectorId>();
  /** What was offered for the hole. */
  private readonly offered = new Set<VectorId>();
  private readonly suited = new Map<string, boolean>();

  constructor(scene: Scene) {
    this.vectors = scene.vectors;
    for (const { vector, type } of scene.above) if (type.kind !== 'function') this.hold(vector, type, 1);
    for (const { vector, type, name } of constantsOf(scene))
      this.hold(vector, type, name === 'T' || name === 'F' ? 0 : 1);
    this.callable = scene.above.filter(({ type }) => type.kind === 'function');
    this.functions = new Functions(this.vectors, scene.above, (cost) => this.at(cost));
  }

  private at(cost: number): Values {
    return (this.values[cost] ??= new Map());
  }

  private hold(vector: VectorId, type: Type, cost: number): void {
    if (this.held.has(vector)) return;
    this.held.add(vector);
    const values = (this.values[cost] ??= new Map<Type, VectorId[]>());
    const same = values.get(type);
    if (same === undefined) values.set(type, [vector]);
    else same.push(vector);
  }

  /** Makes the values of a cost; those of less cost are there. Yields after each call. */
  *grow(cost: number): Generator<void> {
    for (const { primitive, choices } of this.calls(cost, () => true)) {
      for (const args of product(choices)) {
        yield;
        const vector = this.make(primitive, args, cost);
        if (vector >= 0) this.hold(vector, this.vectors.type(vector), cost);
      }
    }
  }

  /** What may be put in the place for a cost: -1 where nothing was made, so that there is an end of waiting. */
  *offers(cost: number, place: Place): Generator<VectorId> {
    const offer = (vector: VectorId): VectorId => {
      if (vector < 0 || this.offered.has(vector)) return -1;
      this.offered.add(vector);
      return vector;
    };
    if (place.given !== null) {
      for (const { vector } of this.functions.each(place.given, cost)) yield offer(vector);
      return;
    }
    for (const [type, ids] of this.at(cost)) if (place.accepts(type)) for (const id of ids) yield offer(id);
    if (cost === 1 && place.accepts(FUNCTION))
      for (const { vector } of this.functions.all()) yield offer(vector);
    for (const { primitive, choices } of this.calls(cost, (type) => place.accepts(type))) {
      for (const args of product(choices)) {
        const vector = this.make(primitive, args, cost);
        yield vector >= 0 && place.accepts(this.vectors.type(vector)) ? offer(vector) : -1;
      }
    }
  }

  private make(primitive: Primitive | null, args: readonly VectorId[], cost: number): VectorId {
    if (primitive !== null) return this.vectors.call(primitive, args, cost);
    return this.vectors.apply(args[0], args.slice(1), cost);
  }

  /** The calls of a cost that may give what `wanted` asks for. */
  private *calls(cost: number, wanted: (type: Type) => boolean): Generator<Calls> {
    const left = cost - CALL_COST;
    for (const primitive of CATALOGUE) {
      if (LEFT_OUT.has(primitive.name)) continue;
      const places = primitive.params.map((_, place) => place);
      // Values first: they tell what functions are given.
      const order = [
        ...places.filter((place) => !takesFunction(primitive, place)),
        ...places.filter((place) => takesFunction(primitive, place)),
      ];
      for (const choices of this.choices(primitive, order, 0, left, [])) {
        if (
          wanted(
            typeOfCall(
              primitive,
              choices.map(({ type }) => type),
            ),
          )
        )
          yield { primitive, choices };
      }
    }
    for (const { vector, type } of this.callable) {
      if (type.kind !== 'function' || type.arity !== 1) continue;
      for (const [given, ids] of this.at(left)) {
        const result = typeOfApply(type, [given]);
        if (wanted(result))
          yield {
            primitive: null,
            choices: [
              { type, ids: [vector] },
              { type: given, ids },
            ],
          };
      }
    }
  }

  /** All ways to fill the places from number `at` of `order` on for so much cost. */
  private *choices(
    primitive: Primitive,
    order: readonly number[],
    at: number,
    left: number,
    chosen: readonly Choice[],
  ): Generator<readonly Choice[]> {
    if (at === order.length) {
      if (left === 0 && this.suits(primitive, order, chosen))
        yield order.map((_, place) => chosen[order.indexOf(place)]);
      return;
    }
    const place = order[at];
    const isLast = at === order.length - 1;
    for (let cost = isLast ? left : 0; cost <= left; cost++) {
      for (const choice of this.choicesAt(primitive, place, cost, order, chosen))
        yield* this.choices(primitive, order, at + 1, left - cost, [...chosen, choice]);
    }
  }

  private *choicesAt(
    primitive: Primitive,
    place: number,
    cost: number,
    order: readonly number[],
    chosen: readonly Choice[],
  ): Generator<Choice> {
    if (!takesFunction(primitive, place)) {
      for (const [type, ids] of this.at(cost)) if (goesTo(primitive, place, type, [])) yield { type, ids };
      return;
    }
    const types = primitive.params.map((_, i) => chosen[order.indexOf(i)]?.type ?? ANY);
    const given = givenTo(primitive, place, types);
    if (given === null) return;
    const fitting = this.functions.at(given, cost).filter(({ type, result }) => {
      types[place] = type;
      return matchOfCall(primitive, types) === 2 || !result.sure;
    });
    const byResult = new Map<Type, { readonly type: Type; readonly ids: VectorId[] }>();
    for (const { type, result, vector } of fitting) {
      const same = byResult.get(result);
      if (same === undefined) byResult.set(result, { type, ids: [vector] });
      else same.ids.push(vector);
    }
    yield* byResult.values();
  }

  /** Whether values of the types go together; functions have been looked at. */
  private suits(primitive: Primitive, order: readonly number[], chosen: readonly Choice[]): boolean {
    if (chosen.some(({ type }) => type.kind === 'function')) return true;
    const types = order.map((_, place) => chosen[order.indexOf(place)].type);
    const key = `${primitive.name} ${types.map(idOf).join()}`;
    let suits = this.suited.get(key);
    if (suits === undefined) this.suited.set(key, (suits = matchOfCall(primitive, types) === 2));
    return suits;
  }
}

const FUNCTION: Type = { kind: 'function', primitive: null, given: [], arity: null, sure: true, depth: 0 };

/** Safe to share: numbers tell types apart, and nothing is put in order by them. */
const ids = new WeakMap<Type, number>();
let idCount = 0;

function idOf(type: Type): number {
  let id = ids.get(type);
  if (id === undefined) ids.set(type, (id = ++idCount));
  return id;
}

/** All combinations of one id a choice; the array is the same one each time. */
function* product(choices: readonly Choice[]): Generator<readonly VectorId[]> {
  const at = choices.map(() => 0);
  const args = choices.map(({ ids: [first] }) => first);
  for (;;) {
    yield args;
    let i = choices.length - 1;
    while (i >= 0 && ++at[i] === choices[i].ids.length) {
      at[i] = 0;
      args[i] = choices[i].ids[0];
      i--;
    }
    if (i < 0) return;
    args[i] = choices[i].ids[at[i]];
  }
}
