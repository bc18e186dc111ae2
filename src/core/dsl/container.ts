/** Tuples and sets as wholes: their size, joining them, and taking members in or out. */
import { setOf, sortedSet, tuple } from '../values/build.ts';
import { extentOf, members, sizeOf } from '../values/container.ts';
import { describe, toContainer } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { compare, equal } from '../values/order.ts';
import { difference as withoutSet, filterSet, has, intersection as common, union } from '../values/sets.ts';
import { isContainer, isInteger, isSet, Patch, type SetLike, type Value } from '../values/value.ts';
import { filterTuple, join, joinSets, joinTuples } from './collect.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

function toSet(value: Value): SetLike {
  return isContainer(value) && isSet(value) ? value : fail(`a set is needed, not ${describe(value)}`);
}

function combine(a: Value, b: Value, meter: Meter): Value {
  const kind = toContainer(a);
  const added = toContainer(b);
  if (!isSet(kind) || !isSet(added)) return join(kind, [kind, added], meter);
  meter.make(sizeOf(kind) + sizeOf(added));
  return union(kind, added);
}

/** Python's `&` means bits between integers. */
function intersection(a: Value, b: Value, meter: Meter): Value {
  if (isInteger(a) && isInteger(b)) {
    if (typeof a === 'boolean' && typeof b === 'boolean') return a && b;
    return Number(BigInt(a) & BigInt(b));
  }
  const left = toSet(a);
  const right = toSet(b);
  meter.burn(sizeOf(left) + sizeOf(right));
  // Of equal members Python keeps that of the smaller set, of sets of one size that of the second.
  return sizeOf(right) > sizeOf(left) ? common(left, right) : common(right, left);
}

function difference(a: Value, b: Value, meter: Meter): Value {
  const from = toContainer(a);
  if (sizeOf(from) === 0) return from;
  const without = joinSets([toContainer(b)], meter);
  meter.burn(sizeOf(from));
  return isSet(from) ? withoutSet(from, without) : filterTuple(from, (member) => !has(without, member));
}

function merge(containers: Value, meter: Meter): Value {
  const outer = toContainer(containers);
  meter.burn(sizeOf(outer));
  return join(outer, members(outer).map(toContainer), meter);
}

function insert(value: Value, container: Value, meter: Meter): Value {
  const set = toSet(container);
  meter.make(sizeOf(set) + 1);
  if (has(set, value)) return set;
  const added = setOf([value]);
  if (set instanceof Patch || sizeOf(set) === 0) return union(set, added);
  // A general set stays one when it grows.
  const at = set.items.findIndex((member) => compare(member, value) > 0);
  return sortedSet(set.items.toSpliced(at < 0 ? set.items.length : at, 0, value));
}

function remove(value: Value, container: Value, meter: Meter): Value {
  const from = toContainer(container);
  meter.burn(extentOf(from));
  if (!isSet(from)) return filterTuple(from, (member) => !equal(member, value));
  return has(from, value) ? withoutSet(from, setOf([value])) : from;
}

function sizefilter(container: Value, n: Value, meter: Meter): Value {
  const outer = toContainer(container);
  meter.burn(sizeOf(outer));
  const fits = (member: Value) => equal(sizeOf(toContainer(member)), n);
  return isSet(outer) ? filterSet(outer, fits) : setOf(members(outer).filter(fits));
}

/** Only canonical order puts the members of a set in a row. */
function totuple(container: Value, meter: Meter): Value {
  const from = toContainer(container);
  const row = joinTuples([from], meter);
  if (meter.watch === null || !isSet(from) || sizeOf(from) < 2) return row;
  const head = meter.choose(members(from));
  return tuple([head, ...members(from).filter((member) => member !== head)]);
}

const SPECS: Record<string, PrimitiveSpec> = {
  size: {
    params: 'container: Container',
    returns: 'Integer',
    generic: 'k a -> Int',
    doc: 'The number of direct members. A grid has as many as it has rows.',
    run: (container: Value) => sizeOf(toContainer(container)),
  },
  combine: {
    params: 'a: Container, b: Container',
    returns: 'Container',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a, then those of b, in a container of the kind of a. Sets hold each member once.',
    run: combine,
  },
  intersection: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'Set a -> Set a -> Set a',
    doc: 'The members that both sets have.',
    run: intersection,
  },
  difference: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a that b does not have, in a container of the kind of a.',
    run: difference,
  },
  merge: {
    params: 'containers: ContainerContainer',
    returns: 'Container',
    generic: 'k (m a) -> k a',
    doc: 'The members of all inner containers in one of the outer kind: objects in a set give a single object.',
    run: merge,
  },
  insert: {
    params: 'value: Any, container: FrozenSet',
    returns: 'FrozenSet',
    generic: 'a -> Set a -> Set a',
    doc: 'The set with the value as a further member. The container must be a set.',
    run: insert,
  },
  remove: {
    params: 'value: Any, container: Container',
    returns: 'Container',
    generic: 'a -> k a -> k a',
    doc: 'The container without the value, wherever it occurs. The value comes first.',
    run: remove,
  },
  sizefilter: {
    params: 'container: Container, n: Integer',
    returns: 'FrozenSet',
    generic: 'k (m a) -> Int -> Set (m a)',
    doc: 'The set of the members that have n members themselves, such as the objects of n cells.',
    run: sizefilter,
  },
  totuple: {
    params: 'container: FrozenSet',
    returns: 'Tuple',
    generic: 'k a -> Tuple a',
    doc: 'The members as a tuple, those of a set in ascending order.',
    run: totuple,
  },
};

export const container = family('container', SPECS);
