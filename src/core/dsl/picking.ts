/** Members of a container picked by place, by value or by how often they occur. */
import { members, memberAt, extentOf, sizeOf } from '../values/container.ts';
import { describe, toContainer } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { compare, equal, hashOf } from '../values/order.ts';
import { comparePython } from '../values/python-order.ts';
import { isSet, isTuple, Patch, Tuple, ValueSet, type TupleLike, type Value } from '../values/value.ts';
import { tupleOf } from './collect.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

function first(container: Value, meter: Meter): Value {
  if (container instanceof Tuple && container.items.length > 0) return container.items[0];
  const from = toContainer(container);
  if (sizeOf(from) === 0) return fail('an empty container has no first member');
  return meter.watch !== null && isSet(from) ? meter.choose(members(from)) : memberAt(from, 0);
}

function last(container: Value, meter: Meter): Value {
  if (container instanceof Tuple && container.items.length > 0)
    return container.items[container.items.length - 1];
  const from = toContainer(container);
  const size = sizeOf(from);
  if (size === 0) return fail('an empty container has no last member');
  return meter.watch !== null && isSet(from)
    ? meter.choose(members(from).toReversed())
    : memberAt(from, size - 1);
}

function other(container: Value, value: Value, meter: Meter): Value {
  const from = toContainer(container);
  const size = sizeOf(from);
  for (let i = 0; i < size; i++) {
    meter.burn(1);
    const member = memberAt(from, i);
    if (equal(member, value)) continue;
    if (meter.watch === null || !isSet(from)) return member;
    return meter.choose(members(from).filter((candidate) => !equal(candidate, value)));
  }
  return fail('the container has no other member');
}

/** The member that is greatest (`sign` 1) or least (-1) in Python's order; 0 where there is none. */
function extreme(sign: number) {
  return (container: Value, meter: Meter): Value => {
    const from = toContainer(container);
    const size = sizeOf(from);
    if (size === 0) return 0;
    if (from instanceof Patch || isAscendingNumbers(from)) return memberAt(from, sign > 0 ? size - 1 : 0);
    meter.burn(size);
    const items = members(from);
    let best = items[0];
    for (let i = 1; i < size; i++) if (sign * comparePython(items[i], best) > 0) best = items[i];
    return best;
  };
}

/** Numbers stand together in canonical order, so that the ends tell of all. */
function isAscendingNumbers(value: Value): value is ValueSet {
  if (!(value instanceof ValueSet)) return false;
  const { items } = value;
  return typeof items[0] === 'number' && typeof items[items.length - 1] === 'number';
}

/** An item and how often it occurs; `item` is the first of the equal ones. */
interface Count {
  readonly item: Value;
  count: number;
}

/** The different items of a tuple in the order in which they first occur. */
function counts(tuple: TupleLike, meter: Meter): readonly Count[] {
  meter.burn(extentOf(tuple));
  const found: Count[] = [];
  const byHash = new Map<number, Count[]>();
  for (const item of members(tuple)) {
    const hash = hashOf(item);
    const bucket = byHash.get(hash);
    const known = bucket?.find((entry) => equal(entry.item, item));
    if (known !== undefined) {
      known.count++;
      continue;
    }
    const entry = { item, count: 1 };
    found.push(entry);
    if (bucket === undefined) byHash.set(hash, [entry]);
    else bucket.push(entry);
  }
  return found;
}

function toTuple(value: Value): TupleLike {
  return isTuple(value) ? value : fail(`a tuple is needed, not ${describe(value)}`);
}

/** The most (`sign` 1) or least (-1) frequent item; of equally frequent ones the first in canonical order. */
function byFrequency(sign: number) {
  return (container: Value, meter: Meter): Value => {
    const entries = counts(toTuple(container), meter);
    if (entries.length === 0) return fail('the empty tuple has no items');
    let best = entries[0];
    for (const entry of entries) {
      const gain = sign * (entry.count - best.count);
      if (gain > 0 || (gain === 0 && compare(entry.item, best.item) < 0)) best = entry;
    }
    if (meter.watch === null) return best.item;
    const tied = entries.filter(({ count }) => count === best.count).map(({ item }) => item);
    return meter.choose(tied.sort(compare));
  };
}

/** The empty set has no items to be counted, and is let pass. */
function dedupe(tup: Value, meter: Meter): Value {
  if (tup instanceof ValueSet && tup.items.length === 0) return tupleOf([], meter);
  const tuple = toTuple(tup);
  const entries = counts(tuple, meter);
  return entries.length === sizeOf(tuple)
    ? tuple
    : tupleOf(
        entries.map(({ item }) => item),
        meter,
      );
}

const SPECS: Record<string, PrimitiveSpec> = {
  first: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> a'],
    doc: 'The first member: the top row of a grid, the row of a vector, the colour of a cell, the least of a set.',
    run: first,
  },
  last: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> b'],
    doc: 'The last member: the bottom row of a grid, the column of a vector, the place of a cell, the greatest of a set.',
    run: last,
  },
  other: {
    params: 'container: Container, value: Any',
    returns: 'Any',
    generic: 'k a -> a -> a',
    doc: 'The first member that is not the value, such as the other one of two.',
    run: other,
  },
  maximum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The greatest member; 0 if there is none.',
    run: extreme(1),
  },
  minimum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The least member; 0 if there is none.',
    run: extreme(-1),
  },
  mostcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs most often in the tuple; the least of them on a tie.',
    run: byFrequency(1),
  },
  leastcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs least often in the tuple; the least of them on a tie.',
    run: byFrequency(-1),
  },
  dedupe: {
    params: 'tup: Tuple',
    returns: 'Tuple',
    generic: 'Tuple a -> Tuple a',
    doc: 'The tuple without repetitions; each item stays where it occurs first.',
    run: dedupe,
  },
};

export const picking = family('container', SPECS);
