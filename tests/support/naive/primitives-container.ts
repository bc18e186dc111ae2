/** Tuples and sets. */
import { remainder } from './primitives-arithmetic.ts';
import {
  container,
  equal,
  exact,
  fail,
  has,
  integer,
  isInteger,
  isSet,
  isTuple,
  items,
  less,
  sameKind,
  set,
  spend,
  tuple,
  tupleItems,
  type Family,
  type SetOf,
  type Value,
} from './values.ts';

function setOnly(value: Value): SetOf {
  return isSet(value) ? value : fail('a set is needed');
}

/** Joins the members of the inner containers into one container of the outer kind. */
export function merge(outer: Value): Value {
  return sameKind(
    container(outer),
    items(outer).flatMap((inner) => items(inner)),
  );
}

/** The first member that no other one exceeds; each one met later has to be greater than the one before. */
export function greatest(members: readonly Value[], isGreater: (a: Value, b: Value) => boolean): Value {
  if (members.length === 0) fail('there is no member');
  return members.reduce((best, member) => (isGreater(member, best) ? member : best));
}

/** The value met most often, or least often for -1; among ties the first in canonical order. */
export function byFrequency(values: readonly Value[], direction: 1 | -1): Value {
  const count = (value: Value) => values.filter((other) => equal(value, other)).length * direction;
  return greatest(set(values).s, (a, b) => count(a) > count(b));
}

export function firstOf(members: readonly Value[]): Value {
  return members.length === 0 ? fail('there is no member') : members[0];
}

function without(value: Value, members: readonly Value[]): readonly Value[] {
  return members.filter((member) => !equal(member, value));
}

/** Every item of `a` with every item of `b`. */
export function allPairs(a: Value, b: Value): readonly [Value, Value][] {
  const [left, right] = [items(a), items(b)];
  spend(left.length * right.length);
  return left.flatMap((x) => right.map((y): [Value, Value] => [x, y]));
}

/** Only ones that are in both binary forms; of negative numbers, too. */
function commonBits(a: number, b: number): number {
  return Number(BigInt(a) & BigInt(b));
}

export const CONTAINER: Family = {
  combine: (a, b) => sameKind(container(a), [...items(a), ...items(b)]),
  intersection: (a, b) => {
    if (typeof a === 'boolean' && typeof b === 'boolean') return a && b;
    if (isInteger(a) && isInteger(b)) return commonBits(integer(a), integer(b));
    const others = setOnly(b).s;
    return set(setOnly(a).s.filter((member) => has(others, member)));
  },
  difference: (a, b) =>
    sameKind(
      container(a),
      items(a).filter((member) => !has(items(b), member)),
    ),
  dedupe: (tup) => {
    if (isSet(tup) && tup.s.length === 0) return tuple([]);
    const members = tupleItems(tup);
    return tuple(members.filter((member, i) => !has(members.slice(0, i), member)));
  },
  repeat: (item, num) => {
    const length = Math.max(0, integer(num));
    spend(length);
    return tuple(Array<Value>(length).fill(item));
  },
  size: (container) => items(container).length,
  merge: (containers) => merge(containers),
  maximum: (container) =>
    items(container).length === 0 ? 0 : greatest(items(container), (a, b) => less(b, a)),
  minimum: (container) => (items(container).length === 0 ? 0 : greatest(items(container), less)),
  mostcommon: (container) => byFrequency(tupleItems(container), 1),
  leastcommon: (container) => byFrequency(tupleItems(container), -1),
  initset: (value) => set([value]),
  totuple: (container) => (isTuple(container) ? container : tuple(items(container))),
  first: (container) => firstOf(items(container)),
  last: (container) => firstOf(items(container).toReversed()),
  insert: (value, container) => set([...setOnly(container).s, value]),
  remove: (value, from) => sameKind(container(from), without(value, items(from))),
  other: (container, value) => firstOf(without(value, items(container))),
  interval: (start, stop, step) => {
    const [from, to, by] = [integer(start), integer(stop), integer(step)];
    if (by === 0) fail('the step is zero');
    // The last number lies before `to` and on the way from `from`.
    const span = by > 0 ? to - from : from - to;
    const count = span <= 0 ? 0 : (span + remainder(-span, Math.abs(by))) / Math.abs(by);
    spend(count);
    return tuple(Array.from({ length: count }, (_, i) => exact(from + i * by)));
  },
  astuple: (a, b) => tuple([a, b]),
  product: (a, b) => set(allPairs(a, b).map(tuple)),
  sizefilter: (container, n) => set(items(container).filter((member) => equal(items(member).length, n))),
  pair: (a, b) => {
    const length = Math.min(items(a).length, items(b).length);
    return tuple(Array.from({ length }, (_, i) => tuple([items(a)[i], items(b)[i]])));
  },
};
