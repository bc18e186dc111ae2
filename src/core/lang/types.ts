/**
 * Types of values, read structurally: a Grid is a `Tuple (Tuple Int)`, an Object a `Set (Int, Vec)`, Indices are a
 * `Set Vec`. A type is `sure` where every value must have it, and a guess where it rests on arguments that do not
 * strictly have the types that a signature asks for: primitives read many a wrong argument in their own way.
 */
import type { Primitive } from '../dsl/primitive.ts';

export type Type =
  | { readonly kind: 'any' | 'bool' | 'int' | 'none' | 'vec'; readonly sure: boolean; readonly depth: number }
  | { readonly kind: 'tuple' | 'set'; readonly item: Type; readonly sure: boolean; readonly depth: number }
  | {
      readonly kind: 'pair';
      readonly first: Type;
      readonly second: Type;
      readonly sure: boolean;
      readonly depth: number;
    }
  | {
      readonly kind: 'union';
      readonly members: readonly Type[];
      readonly sure: boolean;
      readonly depth: number;
    }
  | FunctionType;

export interface FunctionType {
  readonly kind: 'function';
  /** What made it: the function is the primitive itself if nothing was given, else what a call of it returned. */
  readonly primitive: Primitive | null;
  readonly given: readonly Type[];
  /** null: unknown. */
  readonly arity: number | null;
  readonly sure: boolean;
  readonly depth: number;
}

/** Deeper types are cut off: a program can nest them without end. */
const MAX_TYPE_DEPTH = 8;

const plain = (kind: 'any' | 'bool' | 'int' | 'none' | 'vec'): Type => ({ kind, sure: true, depth: 0 });

export const ANY = plain('any');
export const BOOL = plain('bool');
export const INT = plain('int');
export const NONE = plain('none');
export const VEC = plain('vec');
export const ROW = containerOf('tuple', INT);
export const GRID = containerOf('tuple', ROW);
export const CELL = pairOf(INT, VEC);
export const OBJECT = containerOf('set', CELL);
export const INDICES = containerOf('set', VEC);

export function containerOf(kind: 'tuple' | 'set', item: Type): Type {
  const inner = item.depth >= MAX_TYPE_DEPTH ? ANY : item;
  return { kind, item: inner, sure: true, depth: inner.depth + 1 };
}

/** The 2-tuple; of two integers it is a vector. */
export function pairOf(first: Type, second: Type): Type {
  if (isNumber(first) && isNumber(second)) return first.sure && second.sure ? VEC : unsure(VEC);
  const [a, b] = [first, second].map((type) => (type.depth >= MAX_TYPE_DEPTH ? ANY : type));
  return { kind: 'pair', first: a, second: b, sure: true, depth: Math.max(a.depth, b.depth) + 1 };
}

/** A function; one made of functions nested too deep is only known to be one. */
export function functionOf(
  primitive: Primitive | null,
  given: readonly Type[],
  arity: number | null,
): FunctionType {
  const depth = Math.max(-1, ...given.map((type) => type.depth)) + 1;
  if (depth > MAX_TYPE_DEPTH)
    return { kind: 'function', primitive: null, given: [], arity, sure: true, depth: 0 };
  return { kind: 'function', primitive, given, arity, sure: true, depth };
}

/** Any of the types; Any itself where they are many. */
export function unionOf(types: readonly Type[]): Type {
  const members: Type[] = [];
  for (const type of types.flatMap((each) => (each.kind === 'union' ? each.members : [each]))) {
    if (type.kind === 'any') return ANY;
    if (members.some((member) => isSubtype(type, member))) continue;
    members.push(type);
  }
  const sure = types.every((type) => type.sure);
  if (members.length === 1) return sure ? members[0] : unsure(members[0]);
  if (members.length === 0 || members.length > 4) return ANY;
  return { kind: 'union', members, sure, depth: Math.max(...members.map((type) => type.depth)) };
}

/** The same type as a guess, its parts included. */
export function unsure(type: Type): Type {
  if (!type.sure) return type;
  switch (type.kind) {
    case 'tuple':
    case 'set':
      return { ...type, item: unsure(type.item), sure: false };
    case 'pair':
      return { ...type, first: unsure(type.first), second: unsure(type.second), sure: false };
    default:
      return { ...type, sure: false };
  }
}

function isNumber({ kind }: Type): boolean {
  return kind === 'int' || kind === 'bool';
}

/** The type of the members, where it is a container; a pair counts as a tuple. */
export function itemOf(type: Type): { readonly kind: 'tuple' | 'set'; readonly item: Type } | null {
  switch (type.kind) {
    case 'tuple':
    case 'set':
      return type;
    case 'vec':
      return { kind: 'tuple', item: type.sure ? INT : unsure(INT) };
    case 'pair':
      return { kind: 'tuple', item: join(type.first, type.second) };
    default:
      return null;
  }
}

/** Whether all values of one type are values of the other; of functions only where it is plain to see. */
export function isSubtype(a: Type, b: Type): boolean {
  if (a === b || b.kind === 'any') return true;
  if (a.kind === 'union') return a.members.every((member) => isSubtype(member, b));
  if (b.kind === 'union') return b.members.some((member) => isSubtype(a, member));
  if (a.kind === 'pair' && b.kind === 'pair')
    return isSubtype(a.first, b.first) && isSubtype(a.second, b.second);
  if (b.kind === 'tuple' || b.kind === 'set') {
    const container = itemOf(a);
    return container !== null && container.kind === b.kind && isSubtype(container.item, b.item);
  }
  if (a.kind === 'function' && b.kind === 'function') {
    return b.primitive === null ? b.arity === null || a.arity === b.arity : isSameMaking(a, b);
  }
  return a.kind === b.kind ? a.kind !== 'pair' : a.kind === 'bool' && b.kind === 'int';
}

/** Whether two functions are made in the same way from things of the same types. */
function isSameMaking(a: FunctionType, b: FunctionType): boolean {
  if (a.primitive !== b.primitive || a.given.length !== b.given.length) return false;
  return a.given.every((type, i) => isSubtype(type, b.given[i]) && isSubtype(b.given[i], type));
}

/** A type that all values of both have: the least one where that is simple, else Any. */
export function join(a: Type, b: Type): Type {
  const both = a.sure && b.sure;
  const joined = joinSure(a, b);
  return both ? joined : unsure(joined);
}

function joinSure(a: Type, b: Type): Type {
  if (isSubtype(a, b)) return b;
  if (isSubtype(b, a)) return a;
  if (a.kind === 'union' || b.kind === 'union') return unionOf([a, b]);
  const [x, y] = [itemOf(a), itemOf(b)];
  if (x === null || y === null) return a.kind === 'any' || b.kind === 'any' ? ANY : unionOf([a, b]);
  return x.kind === y.kind ? containerOf(x.kind, join(x.item, y.item)) : unionOf([a, b]);
}
