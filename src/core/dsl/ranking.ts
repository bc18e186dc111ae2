/** Choices by a key that a function computes for every member. */
import { members, sizeOf } from '../values/container.ts';
import { call1, toContainer, toFn } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { comparePython } from '../values/python-order.ts';
import { isSet, type Value } from '../values/value.ts';
import { tupleOf } from './collect.ts';
import { results } from './mapping.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** Where the greatest (`sign` 1) or least (-1) key stands; the first such place. */
function extremeAt(keys: readonly Value[], sign: number): number {
  let best = 0;
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    const least = keys[best];
    const order =
      typeof key === 'number' && typeof least === 'number' ? key - least : comparePython(key, least);
    if (sign * order > 0) best = i;
  }
  return best;
}

/** The member with the greatest or the least key. */
function argExtreme(sign: number) {
  return (container: Value, compfunc: Value, meter: Meter): Value => {
    const from = toContainer(container);
    const items = members(from);
    if (items.length === 0) return fail('an empty container has no members to choose from');
    const keys = results(compfunc, from, meter);
    const best = extremeAt(keys, sign);
    if (meter.watch === null || !isSet(from)) return items[best];
    const level = items.filter((_, i) => i !== best && comparePython(keys[i], keys[best]) === 0);
    return meter.choose([items[best], ...level]);
  };
}

/** The greatest or the least key; for an empty container the key of 0. */
function valExtreme(sign: number) {
  return (container: Value, compfunc: Value, meter: Meter): Value => {
    const from = toContainer(container);
    if (sizeOf(from) === 0) return call1(toFn(compfunc), 0, meter);
    const keys = results(compfunc, from, meter);
    return keys[extremeAt(keys, sign)];
  };
}

/** A stable sort: as Python's, V8's is a TimSort, so that even sets as keys, which have a partial order, agree. */
function order(container: Value, compfunc: Value, meter: Meter): Value {
  const from = toContainer(container);
  const items = members(from);
  const keys = results(compfunc, from, meter);
  const places = Array.from(items, (_, i) => i).sort((i, j) => comparePython(keys[i], keys[j]));
  if (meter.watch !== null && isSet(from)) settleTies(places, items, keys, meter);
  return tupleOf(
    places.map((i) => items[i]),
    meter,
  );
}

/** Among members with level keys a watch may choose the one to stand first. */
function settleTies(places: number[], items: readonly Value[], keys: readonly Value[], meter: Meter): void {
  for (let start = 0, end; start < places.length; start = end) {
    end = start + 1;
    while (end < places.length && comparePython(keys[places[start]], keys[places[end]]) === 0) end++;
    if (end === start + 1) continue;
    const group = places.slice(start, end);
    const head = meter.choose(group.map((i) => items[i]));
    const at = group.findIndex((i) => items[i] === head);
    places.splice(start, group.length, group[at], ...group.toSpliced(at, 1));
  }
}

const KEYED = 'container: Container, compfunc: Callable';

const SPECS: Record<string, PrimitiveSpec> = {
  argmax: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the most; the first of them on a tie.',
    run: argExtreme(1),
  },
  argmin: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the least; the first of them on a tie.',
    run: argExtreme(-1),
  },
  valmax: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The most that the function gives for a member.',
    run: valExtreme(1),
  },
  valmin: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The least that the function gives for a member.',
    run: valExtreme(-1),
  },
  order: {
    params: KEYED,
    returns: 'Tuple',
    generic: 'k a -> (a -> b) -> Tuple a',
    doc: 'The members as a tuple, ascending by what the function gives for each.',
    run: order,
  },
};

export const ranking = family('higher-order', SPECS);
