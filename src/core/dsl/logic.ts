/** Tests and connectives on plain values. */
import { extentOf, members } from '../values/container.ts';
import { toContainer, toInteger } from '../values/fn.ts';
import type { Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { comparePython } from '../values/python-order.ts';
import { has } from '../values/sets.ts';
import { isSet, truthy, type Value } from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** Whether a member equals `value`: a search by halves in a set, from the left in a tuple. */
function contained(value: Value, container: Value, meter: Meter): boolean {
  const within = toContainer(container);
  if (isSet(within)) return has(within, value);
  meter.burn(extentOf(within));
  return members(within).some((member) => equal(member, value));
}

function equality(a: Value, b: Value, meter: Meter): boolean {
  meter.burn(Math.min(extentOf(a), extentOf(b)));
  return equal(a, b);
}

function greater(a: Value, b: Value, meter: Meter): boolean {
  meter.burn(Math.min(extentOf(a), extentOf(b)));
  return comparePython(a, b) > 0;
}

const SPECS: Record<string, PrimitiveSpec> = {
  even: {
    params: 'n: Integer',
    returns: 'Boolean',
    generic: 'Int -> Bool',
    doc: 'Whether the integer is a multiple of two.',
    run: (n: Value) => toInteger(n) % 2 === 0,
  },
  flip: {
    params: 'b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool',
    doc: 'Not b. Zero, None and empty containers count as false.',
    run: (b: Value) => !truthy(b),
  },
  equality: {
    params: 'a: Any, b: Any',
    returns: 'Boolean',
    generic: 'a -> b -> Bool',
    doc: 'Whether a and b are the same, inside and out. T equals 1; a tuple never equals a set.',
    run: equality,
  },
  contained: {
    params: 'value: Any, container: Container',
    returns: 'Boolean',
    generic: 'a -> k a -> Bool',
    doc: 'Whether the value is a direct member of the tuple or set.',
    run: contained,
  },
  greater: {
    params: 'a: Integer, b: Integer',
    returns: 'Boolean',
    generic: ['Int -> Int -> Bool', 'Tuple a -> Tuple a -> Bool'],
    doc: 'Whether a > b. Tuples compare by the first item in which they differ, sets by inclusion.',
    run: greater,
  },
  both: {
    params: 'a: Boolean, b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool -> Bool',
    doc: 'a and b. As in Python the result is one of the two: a where it counts as false, else b.',
    run: (a: Value, b: Value) => (truthy(a) ? b : a),
  },
  either: {
    params: 'a: Boolean, b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool -> Bool',
    doc: 'a or b. As in Python the result is one of the two: a where it counts as true, else b.',
    run: (a: Value, b: Value) => (truthy(a) ? a : b),
  },
  positive: {
    params: 'x: Integer',
    returns: 'Boolean',
    generic: 'Int -> Bool',
    doc: 'Whether the integer is above zero.',
    run: (x: Value) => toInteger(x) > 0,
  },
  branch: {
    params: 'condition: Boolean, a: Any, b: Any',
    returns: 'Any',
    generic: 'Bool -> a -> a -> a',
    doc: 'a if the condition holds, else b. Both are computed in any case.',
    run: (condition: Value, a: Value, b: Value) => (truthy(condition) ? a : b),
  },
};

export const logic = family('logic', SPECS);
