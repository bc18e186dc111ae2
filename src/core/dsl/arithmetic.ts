/** Integers, and vectors taken component by component. Only the first two items of a tuple are read. */
import { members, vec } from '../values/container.ts';
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

/**
 * Operations are told by name, not handed over as functions: a call through a closure that differs from primitive
 * to primitive would never be inlined, and this is the innermost loop of many solvers.
 */
type Unary = 'invert' | 'double' | 'halve' | 'increment' | 'decrement' | 'crement' | 'sign';
type Binary = 'add' | 'subtract' | 'multiply' | 'divide';

function one(operation: Unary, n: number): number {
  switch (operation) {
    case 'invert':
      return integer(0 - n);
    case 'double':
      return integer(2 * n);
    case 'halve':
      return integer(Math.floor(n / 2));
    case 'increment':
      return integer(n + 1);
    case 'decrement':
      return integer(n - 1);
    case 'crement':
      return integer(n > 0 ? n + 1 : n < 0 ? n - 1 : 0);
    case 'sign':
      return n > 0 ? 1 : n < 0 ? -1 : 0;
  }
}

function two(operation: Binary, a: number, b: number): number {
  switch (operation) {
    case 'add':
      return integer(a + b);
    case 'subtract':
      return integer(a - b);
    case 'multiply':
      return integer(a * b);
    case 'divide':
      return b === 0 ? fail('division by zero') : integer(Math.floor(a / b));
  }
}

function unary(operation: Unary) {
  return (n: Value): Value => {
    if (typeof n === 'number') return one(operation, n);
    if (typeof n === 'boolean') return one(operation, Number(n));
    return vec(one(operation, component(n, 0)), one(operation, component(n, 1)));
  };
}

function binary(operation: Binary) {
  return (a: Value, b: Value): Value => {
    if (typeof a === 'number' && typeof b === 'number') return two(operation, a, b);
    if (isInteger(a) && isInteger(b)) return two(operation, Number(a), Number(b));
    const aRow = isInteger(a) ? Number(a) : component(a, 0);
    const bRow = isInteger(b) ? Number(b) : component(b, 0);
    const row = two(operation, aRow, bRow);
    const aColumn = isInteger(a) ? aRow : component(a, 1);
    const bColumn = isInteger(b) ? bRow : component(b, 1);
    return vec(row, two(operation, aColumn, bColumn));
  };
}

const ONE_NUMBER = { returns: 'Numerical', generic: ['Int -> Int', 'Vec -> Vec'] } as const;
const TWO_NUMBERS = {
  params: 'a: Numerical, b: Numerical',
  returns: 'Numerical',
  generic: ['Int -> Int -> Int', 'Vec -> Vec -> Vec', 'Int -> Vec -> Vec', 'Vec -> Int -> Vec'],
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  add: {
    ...TWO_NUMBERS,
    doc: 'a + b. An integer beside a vector is added to both components.',
    run: binary('add'),
  },
  subtract: { ...TWO_NUMBERS, doc: 'a - b, component by component for vectors.', run: binary('subtract') },
  multiply: {
    ...TWO_NUMBERS,
    doc: 'a times b, component by component for vectors.',
    run: binary('multiply'),
  },
  divide: { ...TWO_NUMBERS, doc: 'a divided by b, rounded down (-7 by 2 gives -4).', run: binary('divide') },
  invert: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'The number with its sign turned, or the vector reversed.',
    run: unary('invert'),
  },
  double: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Twice the number or the vector.',
    run: unary('double'),
  },
  halve: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Half the number or the vector, rounded down.',
    run: unary('halve'),
  },
  increment: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One more, in both components of a vector.',
    run: unary('increment'),
  },
  decrement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One less, in both components of a vector.',
    run: unary('decrement'),
  },
  crement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One step away from zero; zero stays.',
    run: unary('crement'),
  },
  sign: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: '-1, 0 or 1, as the number is negative, zero or positive.',
    run: unary('sign'),
  },
  toivec: {
    params: 'i: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (i, 0), i rows down.',
    run: (i: Value) => new Tuple([i, 0]),
  },
  tojvec: {
    params: 'j: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (0, j), j columns to the right.',
    run: (j: Value) => new Tuple([0, j]),
  },
};

export const arithmetic = family('arithmetic', SPECS);
