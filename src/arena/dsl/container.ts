/** Tuples and sets as wholes: their size, joining them, and taking members in or out. */
import { alloc } from '../memory';
import { burn, choose, make, watching } from '../meter';
import { setFrom, tupleFrom } from '../values/build';
import { extentOf, itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { equal } from '../values/order';
import { pickFromSet } from '../values/picked';
import { toContainer, toSet } from '../values/read';
import {
  difference as withoutSet,
  has,
  intersection as common,
  union,
  withMember,
  withoutMember,
} from '../values/sets';
import { newItems, Value } from '../values/layout';
import { integer, isBoolean, isInteger, isSet, longOf, small, truth, TRUE } from '../values/value';
import { asSet, join, joinTuples, needContainers } from './collect';
import { filterTuple } from './filtering';

export function size(container: Value): Value {
  return small(sizeOf(toContainer(container)));
}

/** The members of a, then those of b, in a container of the kind of a. */
export function combine(a: Value, b: Value): Value {
  toContainer(a);
  toContainer(b);
  if (isSet(a) && isSet(b)) {
    make(<i64>sizeOf(a) + <i64>sizeOf(b));
    return union(a, b);
  }
  const parts = newItems(2);
  parts.put(0, a);
  parts.put(1, b);
  return join(a, parts.items, 2);
}

/** Python's `&` means bits between integers. */
export function intersection(a: Value, b: Value): Value {
  if (isInteger(a) && isInteger(b)) {
    if (isBoolean(a) && isBoolean(b)) return truth(a === TRUE && b === TRUE);
    return integer(longOf(a) & longOf(b));
  }
  toSet(a);
  toSet(b);
  burn(<i64>sizeOf(a) + <i64>sizeOf(b));
  // Of equal members Python keeps that of the smaller set, of sets of one size that of the second.
  return sizeOf(b) > sizeOf(a) ? common(a, b) : common(b, a);
}

/** The members of a that b does not have, in a container of the kind of a. */
export function difference(a: Value, b: Value): Value {
  const from = toContainer(a);
  const count = sizeOf(from);
  if (count === 0) return from;
  const without = asSet(toContainer(b));
  burn(count);
  if (isSet(from)) return withoutSet(from, without);
  const keep = alloc(<usize>count);
  for (let i = 0; i < count; i++) store<u8>(keep + <usize>i, u8(!has(without, memberAt(from, i))));
  return filterTuple(from, keep);
}

/** The members of all inner containers in one of the outer kind. */
export function merge(containers: Value): Value {
  const outer = toContainer(containers);
  const count = sizeOf(outer);
  burn(count);
  const parts = membersOf(outer);
  needContainers(parts, count);
  return join(outer, parts, count);
}

/** The set with the value as a further member. */
export function insert(value: Value, container: Value): Value {
  const set = toSet(container);
  make(<i64>sizeOf(set) + 1);
  return withMember(set, value);
}

/** The container without the value, wherever it occurs. */
export function remove(value: Value, container: Value): Value {
  const from = toContainer(container);
  burn(extentOf(from));
  if (isSet(from)) return withoutMember(from, value);
  const count = sizeOf(from);
  const keep = alloc(<usize>count);
  for (let i = 0; i < count; i++) store<u8>(keep + <usize>i, u8(!equal(memberAt(from, i), value)));
  return filterTuple(from, keep);
}

/** The set of the members that have n members themselves. */
export function sizefilter(container: Value, n: Value): Value {
  const outer = toContainer(container);
  const count = sizeOf(outer);
  burn(count);
  const keep = alloc(<usize>count);
  const items = newItems(count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const member = toContainer(memberAt(outer, i));
    const fits = equal(small(sizeOf(member)), n);
    store<u8>(keep + <usize>i, u8(fits));
    if (fits) items.put(kept++, member);
  }
  return isSet(outer) ? pickFromSet(outer, keep) : setFrom(items, kept);
}

/** The members as a tuple. Only canonical order puts those of a set in a row. */
export function totuple(container: Value): Value {
  const from = toContainer(container);
  const parts = newItems(1);
  parts.put(0, from);
  const row = joinTuples(parts.items, 1);
  return watching && isSet(from) && sizeOf(from) > 1 ? beginningWithChosen(from) : row;
}

/** The members of a set as a tuple, the one first that whoever watches chooses. */
function beginningWithChosen(set: Value): Value {
  const count = sizeOf(set);
  const members = membersOf(set);
  const head = choose(members, count);
  const items = newItems(count);
  items.put(0, head);
  for (let i = 0, at = 1; i < count; i++) if (itemAt(members, i) !== head) items.put(at++, itemAt(members, i));
  return tupleFrom(items, count);
}
