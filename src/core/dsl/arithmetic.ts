/** Integers, and vectors taken component by component. Only the first two items of a tuple are read. */
import { vec } from '../values/build.ts';
import { members } from '../values/container.ts';
import { describe } from '../values/fn.ts';
import { fail } from '../values/meter.ts';
import { Tuple, isInteger, isTuple, type Value } from '../values/value.ts';
import { family, integer, type PrimitiveSpec } from './primitive.ts';

/** Item `position` (0 or 1) of a tuple of at least two items, as an integer. */
function component(value: Value, position: number): number {
  if (value instanceof Tuple && value.items.length === 2) {
    const item = value.items[position];
    if (typeof item === 'number') return item;
  }
  if (!isTuple(value)) return fail(`an integer or a vector is needed, not ${describe(value)}`);
  const items = members(value);
  if (items.length < 2) return fail('a vector needs two items');
  if (!isInteger(items[0]) || !isInteger(items[1])) return fail('the items of a vector must be integers');
  return Number(items[position]);
}

function unary(operation: (n: number) => number) {
  return (n: Value): Value => {
    if (typeof n === 'number') return integer(operation(n));
    if (typeof n === 'boolean') return integer(operation(Number(n)));
    return vec(integer(operation(component(n, 0))), integer(operation(component(n, 1))));
  };
}

function binary(operation: (a: number, b: number) => number) {
  return (a: Value, b: Value): Value => {
    if (typeof a === 'number' && typeof b === 'number') return integer(operation(a, b));
    if (isInteger(a) && isInteger(b)) return integer(operation(Number(a), Number(b)));
    const row = operation(isInteger(a) ? Number(a) : component(a, 0), isInteger(b) ? Number(b) : component(b, 0));
    const column = operation(isInteger(a) ? Number(a) : component(a, 1), isInteger(b) ? Number(b) : component(b, 1));
    return vec(integer(row), integer(column));
  };
}

function floorDivide(a: number, b: number): number {
  return b === 0 ? fail('division by zero') : Math.floor(a / b);
}

const ONE_NUMBER = { returns: 'Numerical', generic: ['Int -> Int', 'Vec -> Vec'] } as const;
const TWO_NUMBERS = {
  params: 'a: Numerical, b: Numerical',
  returns: 'Numerical',
  generic: ['Int -> Int -> Int', 'Vec -> Vec -> Vec', 'Int -> Vec -> Vec', 'Vec -> Int -> Vec'],
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  add: { ...TWO_NUMBERS, doc: 'a + b. An integer beside a vector is added to both components.', run: binary((a, b) => a + b) },
  subtract: { ...TWO_NUMBERS, doc: 'a - b, component by component for vectors.', run: binary((a, b) => a - b) },
  multiply: { ...TWO_NUMBERS, doc: 'a times b, component by component for vectors.', run: binary((a, b) => a * b) },
  divide: { ...TWO_NUMBERS, doc: 'a divided by b, rounded down (-7 by 2 gives -4).', run: binary(floorDivide) },
  invert: { ...ONE_NUMBER, params: 'n: Numerical', doc: 'The number with its sign turned, or the vector reversed.', run: unary((n) => -n) },
  double: { ...ONE_NUMBER, params: 'n: Numerical', doc: 'Twice the number or the vector.', run: unary((n) => 2 * n) },
  halve: { ...ONE_NUMBER, params: 'n: Numerical', doc: 'Half the number or the vector, rounded down.', run: unary((n) => Math.floor(n / 2)) },
  increment: { ...ONE_NUMBER, params: 'x: Numerical', doc: 'One more, in both components of a vector.', run: unary((x) => x + 1) },
  decrement: { ...ONE_NUMBER, params: 'x: Numerical', doc: 'One less, in both components of a vector.', run: unary((x) => x - 1) },
  crement: { ...ONE_NUMBER, params: 'x: Numerical', doc: 'One step away from zero; zero stays.', run: unary((x) => x + Math.sign(x)) },
  sign: { ...ONE_NUMBER, params: 'x: Numerical', doc: '-1, 0 or 1, as the number is negative, zero or positive.', run: unary(Math.sign) },
  toivec: { params: 'i: Integer', returns: 'IntegerTuple', generic: 'Int -> Vec', doc: 'The vector (i, 0), i rows down.', run: (i: Value) => new Tuple([i, 0]) },
  tojvec: { params: 'j: Integer', returns: 'IntegerTuple', generic: 'Int -> Vec', doc: 'The vector (0, j), j columns to the right.', run: (j: Value) => new Tuple([0, j]) },
};

export const arithmetic = family('arithmetic', SPECS);
