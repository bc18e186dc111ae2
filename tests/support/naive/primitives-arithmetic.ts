/** Numbers and vectors: arithmetic. */
import {
  exact,
  fail,
  integer,
  isInteger,
  isTuple,
  tuple,
  vectorStart,
  type Family,
  type Value,
} from './values.ts';

function one(value: Value, map: (n: number) => number): Value {
  if (isInteger(value)) return exact(map(integer(value)));
  const [a, b] = vectorStart(value);
  return tuple([exact(map(a)), exact(map(b))]);
}

function both(a: Value, b: Value, join: (a: number, b: number) => number): Value {
  if (isInteger(a) && isInteger(b)) return exact(join(integer(a), integer(b)));
  const [a0, a1] = isTuple(a) ? vectorStart(a) : [integer(a), integer(a)];
  const [b0, b1] = isTuple(b) ? vectorStart(b) : [integer(b), integer(b)];
  return tuple([exact(join(a0, b0)), exact(join(a1, b1))]);
}

/** The quotient rounded toward minus infinity. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) fail('division by zero');
  return (a - remainder(a, b)) / b;
}

/** The remainder with the sign of the divisor. */
export function remainder(a: number, b: number): number {
  return ((a % b) + b) % b;
}

export const ARITHMETIC: Family = {
  add: (a, b) => both(a, b, (x, y) => x + y),
  subtract: (a, b) => both(a, b, (x, y) => x - y),
  multiply: (a, b) => both(a, b, (x, y) => x * y),
  divide: (a, b) => both(a, b, floorDivide),
  invert: (n) => one(n, (x) => -x),
  double: (n) => one(n, (x) => 2 * x),
  halve: (n) => one(n, (x) => floorDivide(x, 2)),
  increment: (n) => one(n, (x) => x + 1),
  decrement: (n) => one(n, (x) => x - 1),
  crement: (n) => one(n, (x) => x + Math.sign(x)),
  sign: (n) => one(n, Math.sign),
  toivec: (i) => tuple([i, 0]),
  tojvec: (j) => tuple([0, j]),
};
