/** Integers, and vectors taken component by component. Only the first two items of a tuple are read. */
import { family, type PrimitiveSpec } from './primitive.ts';

const TWO_NUMBERS = {
  params: 'a: Numerical, b: Numerical',
  returns: 'Numerical',
  generic: ['Int -> Int -> Int', 'Vec -> Vec -> Vec', 'Int -> Vec -> Vec', 'Vec -> Int -> Vec'],
} as const;

const ONE_NUMBER = { returns: 'Numerical', generic: ['Int -> Int', 'Vec -> Vec'] } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  add: {
    ...TWO_NUMBERS,
    doc: 'a + b. An integer beside a vector is added to both components.',
  },
  subtract: { ...TWO_NUMBERS, doc: 'a - b, component by component for vectors.' },
  multiply: {
    ...TWO_NUMBERS,
    doc: 'a times b, component by component for vectors.',
  },
  divide: { ...TWO_NUMBERS, doc: 'a divided by b, rounded down (-7 by 2 gives -4).' },
  invert: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'The number with its sign turned, or the vector reversed.',
  },
  double: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Twice the number or the vector.',
  },
  halve: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Half the number or the vector, rounded down.',
  },
  increment: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One more, in both components of a vector.',
  },
  decrement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One less, in both components of a vector.',
  },
  crement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One step away from zero; zero stays.',
  },
  sign: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: '-1, 0 or 1, as the number is negative, zero or positive.',
  },
  toivec: {
    params: 'i: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (i, 0), i rows down.',
  },
  tojvec: {
    params: 'j: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (0, j), j columns to the right.',
  },
};

export const arithmetic = family('arithmetic', SPECS);
