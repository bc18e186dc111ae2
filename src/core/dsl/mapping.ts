/** Calling a function for every member of a container: maps, filters and searches. */
import { setOf } from '../values/build.ts';
import { members, sizeOf, vec } from '../values/container.ts';
import { call1, call2, toContainer, toFn } from '../values/fn.ts';
import { fail, Fault, Meter } from '../values/meter.ts';
import { pickFromSet } from '../values/sets.ts';
import { isSet, isTuple, truthy, Tuple, type Container, type Fn, type Value } from '../values/value.ts';
import { alike, filterTuple, join, joinTuples, tupleOf } from './collect.ts';
import { mapInColumns } from './columns/call.ts';
import { Boxed, Moved, valuesOf, type Column } from './columns/column.ts';
import { joinMoved, setOfColumn } from './columns/gather.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** The results for all members in their order. Whether `callee` is a function matters only if there is a member. */
export function results(callee: Value, container: Container, meter: Meter): readonly Value[] {
  return valuesOf(mapped(callee, container, meter), sizeOf(container));
}

function mapped(callee: Value, container: Container, meter: Meter): Column {
  if (sizeOf(container) === 0) return NO_ROWS;
  const fn = toFn(callee);
  return mapInColumns(fn, container, meter) ?? new Boxed(oneByOne(fn, container, meter));
}

const NO_ROWS = new Boxed([]);

function oneByOne(fn: Fn, container: Container, meter: Meter): readonly Value[] {
  const items = members(container);
  const found = new Array<Value>(items.length);
  for (let i = 0; i < items.length; i++) found[i] = call1(fn, items[i], meter);
  return found;
}

/** The results for the items at equal positions. */
function pairedResults(callee: Value, a: Value, b: Value, meter: Meter): readonly Value[] {
  const xs = members(toContainer(a));
  const ys = members(toContainer(b));
  const length = Math.min(xs.length, ys.length);
  if (length === 0) return [];
  const fn = toFn(callee);
  const found = new Array<Value>(length);
  for (let i = 0; i < length; i++) found[i] = call2(fn, xs[i], ys[i], meter);
  return found;
}

function apply(fn: Value, container: Value, meter: Meter): Value {
  if (container instanceof Tuple && container.items.length === 2) return applyToPair(fn, container, meter);
  const from = toContainer(container);
  const column = mapped(fn, from, meter);
  return isTuple(from)
    ? tupleOf(valuesOf(column, sizeOf(from)), meter)
    : setOfColumn(column, sizeOf(from), meter);
}

/** Vectors are mapped all the time, and mostly to vectors. */
function applyToPair(callee: Value, { items }: Tuple, meter: Meter): Value {
  const fn = toFn(callee);
  const a = call1(fn, items[0], meter);
  const b = call1(fn, items[1], meter);
  if (typeof a !== 'number' || typeof b !== 'number') return tupleOf([a, b], meter);
  meter.make(2);
  return vec(a, b);
}

function rapply(functions: Value, value: Value, meter: Meter): Value {
  const fns = toContainer(functions);
  const found = members(fns).map((fn) => call1(toFn(fn), value, meter));
  return alike(fns, found, meter);
}

function mapply(fn: Value, container: Value, meter: Meter): Value {
  const from = toContainer(container);
  const column = mapped(fn, from, meter);
  if (column instanceof Moved && isSet(from)) return joinMoved(column, meter);
  return join(from, valuesOf(column, sizeOf(from)).map(toContainer), meter);
}

function papply(fn: Value, a: Value, b: Value, meter: Meter): Value {
  return tupleOf(pairedResults(fn, a, b, meter), meter);
}

function mpapply(fn: Value, a: Value, b: Value, meter: Meter): Value {
  return joinTuples(pairedResults(fn, a, b, meter).map(toContainer), meter);
}

function prapply(callee: Value, a: Value, b: Value, meter: Meter): Value {
  const xs = members(toContainer(a));
  const ys = members(toContainer(b));
  const found: Value[] = [];
  if (xs.length > 0 && ys.length > 0) {
    const fn = toFn(callee);
    meter.make(xs.length * ys.length);
    for (const y of ys) for (const x of xs) found.push(call2(fn, x, y, meter));
  }
  return setOf(found);
}

function sfilter(container: Value, condition: Value, meter: Meter): Container {
  const from = toContainer(container);
  if (sizeOf(from) === 0) return from;
  const passed = results(condition, from, meter);
  const keep = (index: number): boolean => truthy(passed[index]);
  return isSet(from) ? pickFromSet(from, keep) : filterTuple(from, (_, index) => keep(index));
}

function mfilter(container: Value, fn: Value, meter: Meter): Value {
  const kept = sfilter(container, fn, meter);
  return join(kept, members(kept).map(toContainer), meter);
}

function extract(container: Value, condition: Value, meter: Meter): Value {
  const from = toContainer(container);
  const items = members(from);
  if (items.length > 0) {
    const fn = toFn(condition);
    for (let i = 0; i < items.length; i++) {
      if (!truthy(call1(fn, items[i], meter))) continue;
      if (meter.watch === null || !isSet(from)) return items[i];
      // What only a watch asks for is not on the bill, and may fail.
      const aside = new Meter(meter.fuel, meter.cap);
      const others = items.slice(i + 1).filter((item) => truthy(attempt(() => call1(fn, item, aside))));
      return meter.choose([items[i], ...others]);
    }
  }
  return fail('no member meets the condition');
}

/** The value, or None where a fault ends it. */
function attempt(run: () => Value): Value {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

const SPECS: Record<string, PrimitiveSpec> = {
  apply: {
    params: 'function: Callable, container: Container',
    returns: 'Container',
    generic: '(a -> b) -> k a -> k b',
    doc: 'The results of the function for the members, in a container of the same kind.',
    run: apply,
  },
  rapply: {
    params: 'functions: Container, value: Any',
    returns: 'Container',
    generic: 'k (a -> b) -> a -> k b',
    doc: 'The results of several functions for one value, in a container of the same kind.',
    run: rapply,
  },
  mapply: {
    params: 'function: Callable, container: ContainerContainer',
    returns: 'FrozenSet',
    generic: '(a -> m b) -> k a -> k b',
    doc: 'As apply for a function that gives containers, whose members then come into one.',
    run: mapply,
  },
  papply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'The results of function(x, y) for the items at the same position in both tuples.',
    run: papply,
  },
  mpapply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> m c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'As papply for a function that gives containers, whose members then come into one tuple.',
    run: mpapply,
  },
  prapply: {
    params: 'function: Callable, a: Container, b: Container',
    returns: 'FrozenSet',
    generic: '(a -> b -> c) -> k a -> m b -> Set c',
    doc: 'The set of function(x, y) for every member x of a with every member y of b.',
    run: prapply,
  },
  sfilter: {
    params: 'container: Container, condition: Callable',
    returns: 'Container',
    generic: 'k a -> (a -> Bool) -> k a',
    doc: 'The members that meet the condition, in a container of the same kind. The container comes first.',
    run: sfilter,
  },
  mfilter: {
    params: 'container: Container, function: Callable',
    returns: 'FrozenSet',
    generic: 'k (m a) -> (m a -> Bool) -> k a',
    doc: 'The inner containers that meet the condition, merged into one of the outer kind.',
    run: mfilter,
  },
  extract: {
    params: 'container: Container, condition: Callable',
    returns: 'Any',
    generic: 'k a -> (a -> Bool) -> a',
    doc: 'The first member that meets the condition; without one it fails.',
    run: extract,
  },
};

export const mapping = family('higher-order', SPECS);
