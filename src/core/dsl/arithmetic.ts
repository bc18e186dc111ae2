/** Integers, and vectors taken component by component. Only the first two items of a tuple are read. */
import { vec } from './example.ts';
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
    say: '{a} plus {b}',
    example: { args: [2, vec(1, 3)], result: vec(3, 5) },
  },
  subtract: {
    ...TWO_NUMBERS,
    doc: 'a - b, component by component for vectors.',
    say: '{a} minus {b}',
    example: { args: [vec(3, 3), vec(1, 2)], result: vec(2, 1) },
  },
  multiply: {
    ...TWO_NUMBERS,
    doc: 'a times b, component by component for vectors.',
    say: '{a} times {b}',
    example: { args: [3, vec(0, 1)], result: vec(0, 3) },
  },
  divide: {
    ...TWO_NUMBERS,
    doc: 'a divided by b, rounded down (-7 by 2 gives -4).',
    say: '{a} divided by {b}',
    example: { args: [7, 2], result: 3 },
  },
  invert: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'The number with its sign turned, or the vector reversed.',
    say: '{n} with its sign turned',
    example: { args: [vec(1, -2)], result: vec(-1, 2) },
  },
  double: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Twice the number or the vector.',
    say: 'twice {n}',
    example: { args: [3], result: 6 },
  },
  halve: {
    ...ONE_NUMBER,
    params: 'n: Numerical',
    doc: 'Half the number or the vector, rounded down.',
    say: 'half of {n}',
    example: { args: [7], result: 3 },
  },
  increment: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One more, in both components of a vector.',
    say: '{x} plus 1',
    example: { args: [vec(0, 4)], result: vec(1, 5) },
  },
  decrement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One less, in both components of a vector.',
    say: '{x} minus 1',
    example: { args: [5], result: 4 },
  },
  crement: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: 'One step away from zero; zero stays.',
    say: '{x}, one further from zero',
    example: { args: [vec(-2, 3)], result: vec(-3, 4) },
  },
  sign: {
    ...ONE_NUMBER,
    params: 'x: Numerical',
    doc: '-1, 0 or 1, as the number is negative, zero or positive.',
    say: 'the sign of {x}',
    example: { args: [vec(-2, 3)], result: vec(-1, 1) },
  },
  toivec: {
    params: 'i: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (i, 0), i rows down.',
    patient: ['i'],
    say: '{i} rows down',
    example: { args: [2], result: vec(2, 0) },
  },
  tojvec: {
    params: 'j: Integer',
    returns: 'IntegerTuple',
    generic: 'Int -> Vec',
    doc: 'The vector (0, j), j columns to the right.',
    patient: ['j'],
    say: '{j} columns to the right',
    example: { args: [2], result: vec(0, 2) },
  },
};

export const arithmetic = family('arithmetic', SPECS);
