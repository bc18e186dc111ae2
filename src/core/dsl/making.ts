/** Containers made from plain values, and pairs from the members of two. */
import { setOf, sortedPatch, sortedSet, tuple } from '../values/build.ts';
import { members, sizeOf } from '../values/container.ts';
import { toContainer, toInteger } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { canPackColour, canPackPlace, packColour, packIndex } from '../values/pack.ts';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  Grid,
  Patch,
  Tuple,
  isSet,
  isTuple,
  type Container,
  type SetLike,
  type Value,
} from '../values/value.ts';
import { tupleOf } from './collect.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

function repeat(item: Value, num: Value, meter: Meter): Value {
  const times = toInteger(num);
  if (times <= 0) return EMPTY_TUPLE;
  meter.make(times);
  const once = tuple([item]);
  if (!(once instanceof Grid)) return new Tuple(new Array<Value>(times).fill(item));
  meter.make(times * once.width);
  const cells = new Int16Array(times * once.width);
  for (let row = 0; row < times; row++) cells.set(once.cells, row * once.width);
  return new Grid(times, once.width, cells);
}

function interval(start: Value, stop: Value, step: Value, meter: Meter): Value {
  const from = toInteger(start);
  const to = toInteger(stop);
  const by = toInteger(step);
  if (by === 0) return fail('an interval needs a step other than 0');
  meter.make(Math.max(0, Math.ceil((to - from) / by)));
  const items: number[] = [];
  for (let n = from; by > 0 ? n < to : n > to; n += by) items.push(n);
  return items.length === 0 ? EMPTY_TUPLE : new Tuple(items);
}

function astuple(a: Value, b: Value, meter: Meter): Value {
  return tupleOf([a, b], meter);
}

/** What a pair that cannot be packed costs beyond an element: it is several objects on the heap. */
const BOXED = 7;

function product(a: Value, b: Value, meter: Meter): Value {
  const as = toContainer(a);
  const bs = toContainer(b);
  const pairs = sizeOf(as) * sizeOf(bs);
  meter.make(pairs);
  if (pairs === 0) return EMPTY_SET;
  const packed = packedProduct(as, bs);
  if (packed !== null) return packed;
  meter.burn(BOXED * pairs);
  const items: Value[] = [];
  for (const x of members(as)) for (const y of members(bs)) items.push(tuple([x, y]));
  // Of two sets the pairs already ascend; only those of numbers with others may be indices or cells.
  return isSet(as) && isSet(bs) && isPairOfContainers(items[0]) ? sortedSet(items) : setOf(items);
}

/** Such a pair is neither an index nor a cell, so a set that it begins is none of them either. */
function isPairOfContainers(pair: Value): boolean {
  return isTuple(pair) && typeof members(pair)[0] === 'object';
}

/** Rows by columns make indices, colours by indices make cells; null for other members. */
function packedProduct(as: Container, bs: Container): SetLike | null {
  const rows = distinctNumbers(as);
  if (rows === null) return null;
  if (bs instanceof Patch) {
    if (bs.coloured || !canPackColour(rows[0]) || !canPackColour(rows[rows.length - 1])) return null;
    const { packed } = bs;
    const cells = new Int32Array(rows.length * packed.length);
    let at = 0;
    for (const row of rows) {
      const colour = packColour(row);
      for (let i = 0; i < packed.length; i++) cells[at++] = colour | packed[i];
    }
    return sortedPatch(true, cells);
  }
  const columns = distinctNumbers(bs);
  if (columns === null) return null;
  if (!canPackPlace(rows[0], columns[0]) || !canPackPlace(rows[rows.length - 1], columns[columns.length - 1]))
    return null;
  const indices = new Int32Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) for (const column of columns) indices[at++] = packIndex(row, column);
  return sortedPatch(false, indices);
}

/** The members as ascending distinct numbers, or null where one is none. Not for empty containers. */
function distinctNumbers(container: Container): readonly number[] | null {
  if (container instanceof Grid || container instanceof Patch) return null;
  if (!container.items.every((item) => typeof item === 'number')) return null;
  return members(setOf(container.items)) as readonly number[];
}

function pair(a: Value, b: Value, meter: Meter): Value {
  const xs = members(toContainer(a));
  const ys = members(toContainer(b));
  const length = Math.min(xs.length, ys.length);
  meter.make(length);
  const pairs: Value[] = [];
  for (let i = 0; i < length; i++) pairs.push(tuple([xs[i], ys[i]]));
  return tupleOf(pairs, meter);
}

const SPECS: Record<string, PrimitiveSpec> = {
  initset: {
    params: 'value: Any',
    returns: 'FrozenSet',
    generic: 'a -> Set a',
    doc: 'The set with the value as its only member.',
    run: (value: Value) => setOf([value]),
  },
  astuple: {
    params: 'a: Integer, b: Integer',
    returns: 'IntegerTuple',
    generic: 'a -> b -> (a, b)',
    doc: 'The tuple (a, b): a vector from two integers, a cell from a colour and a place, or any other pair.',
    run: astuple,
  },
  repeat: {
    params: 'item: Any, num: Integer',
    returns: 'Tuple',
    generic: 'a -> Int -> Tuple a',
    doc: 'A tuple that holds the item num times.',
    run: repeat,
  },
  interval: {
    params: 'start: Integer, stop: Integer, step: Integer',
    returns: 'Tuple',
    generic: 'Int -> Int -> Int -> Tuple Int',
    doc: 'The integers from start up to stop, or down for a negative step; stop itself is left out.',
    run: interval,
  },
  product: {
    params: 'a: Container, b: Container',
    returns: 'FrozenSet',
    generic: 'k a -> m b -> Set (a, b)',
    doc: 'The set of all pairs of a member of a and one of b: rows by columns give all places of a rectangle.',
    run: product,
  },
  pair: {
    params: 'a: Tuple, b: Tuple',
    returns: 'TupleTuple',
    generic: 'Tuple a -> Tuple b -> Tuple (a, b)',
    doc: 'The pairs of items at the same position in both tuples, as far as the shorter one goes.',
    run: pair,
  },
};

export const making = family('container', SPECS);
