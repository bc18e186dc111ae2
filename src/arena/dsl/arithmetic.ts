/** Integers, and vectors taken component by component. Only the first two items of a tuple are read. */
import { fail, Reason } from '../reason';
import { pairOf } from '../values/build';
import { memberAt, sizeOf } from '../values/container';
import { itemsOf, Kind, Value } from '../values/layout';
import {
  integer,
  isInteger,
  isKind,
  isNumber,
  isSmall,
  isTuple,
  isVector,
  longOf,
  small,
  smallOf,
  vec,
  vectorColumn,
  vectorRow,
} from '../values/value';

namespace Unary {
  export const INVERT = 0;
  export const DOUBLE = 1;
  export const HALVE = 2;
  export const INCREMENT = 3;
  export const DECREMENT = 4;
  export const CREMENT = 5;
  export const SIGN = 6;
}

namespace Binary {
  export const ADD = 0;
  export const SUBTRACT = 1;
  export const MULTIPLY = 2;
  export const DIVIDE = 3;
}

export function add(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) return word(smallOf(a) + smallOf(b));
  if (isVector(a) && isVector(b)) return vec(vectorRow(a) + vectorRow(b), vectorColumn(a) + vectorColumn(b));
  if (isVector(a) && isSmall(b)) return vec(vectorRow(a) + smallOf(b), vectorColumn(a) + smallOf(b));
  return binary(Binary.ADD, a, b);
}

export function subtract(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) return word(smallOf(a) - smallOf(b));
  if (isVector(a) && isVector(b)) return vec(vectorRow(a) - vectorRow(b), vectorColumn(a) - vectorColumn(b));
  if (isVector(a) && isSmall(b)) return vec(vectorRow(a) - smallOf(b), vectorColumn(a) - smallOf(b));
  return binary(Binary.SUBTRACT, a, b);
}

export function multiply(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) return integer(<i64>smallOf(a) * <i64>smallOf(b));
  if (isVector(a) && isVector(b)) return vec(vectorRow(a) * vectorRow(b), vectorColumn(a) * vectorColumn(b));
  if (isVector(a) && isFactor(b)) return vec(vectorRow(a) * smallOf(b), vectorColumn(a) * smallOf(b));
  if (isFactor(a) && isVector(b)) return vec(smallOf(a) * vectorRow(b), smallOf(a) * vectorColumn(b));
  return binary(Binary.MULTIPLY, a, b);
}

/** Whether the value is an integer by which the components of a vector can be multiplied in 32 bits. */
@inline
function isFactor(value: Value): bool {
  return isSmall(value) && smallOf(value) >= -0x10000 && smallOf(value) <= 0x10000;
}

/** Rounded down: -7 by 2 gives -4. */
export function divide(a: Value, b: Value): Value {
  return binary(Binary.DIVIDE, a, b);
}

export function invert(n: Value): Value {
  if (isSmall(n)) return word(-smallOf(n));
  return isVector(n) ? vec(-vectorRow(n), -vectorColumn(n)) : unary(Unary.INVERT, n);
}

export function double(n: Value): Value {
  if (isSmall(n)) return word(smallOf(n) * 2);
  return isVector(n) ? vec(vectorRow(n) * 2, vectorColumn(n) * 2) : unary(Unary.DOUBLE, n);
}

/** Half of it, rounded down. */
export function halve(n: Value): Value {
  if (isSmall(n)) return small(smallOf(n) >> 1);
  return isVector(n) ? vec(vectorRow(n) >> 1, vectorColumn(n) >> 1) : unary(Unary.HALVE, n);
}

export function increment(n: Value): Value {
  if (isSmall(n)) return word(smallOf(n) + 1);
  return isVector(n) ? vec(vectorRow(n) + 1, vectorColumn(n) + 1) : unary(Unary.INCREMENT, n);
}

export function decrement(n: Value): Value {
  if (isSmall(n)) return word(smallOf(n) - 1);
  return isVector(n) ? vec(vectorRow(n) - 1, vectorColumn(n) - 1) : unary(Unary.DECREMENT, n);
}

/** One step away from zero; zero stays. */
export function crement(n: Value): Value {
  if (isSmall(n)) return word(smallOf(n) + signOf(smallOf(n)));
  return unary(Unary.CREMENT, n);
}

/** -1, 0 or 1. */
export function sign(n: Value): Value {
  return isSmall(n) ? small(signOf(smallOf(n))) : unary(Unary.SIGN, n);
}

@inline
function signOf(number: i32): i32 {
  return i32(number > 0) - i32(number < 0);
}

/** The vector (i, 0); whatever `i` is. */
export function toivec(i: Value): Value {
  return pairOf(i, small(0));
}

/** The vector (0, j); whatever `j` is. */
export function tojvec(j: Value): Value {
  return pairOf(small(0), j);
}

/** As `integer` for a number of 32 bits. */
@inline
function word(number: i32): Value {
  return (number << 1) >> 1 === number ? small(number) : integer(number);
}

function unary(operation: i32, n: Value): Value {
  if (isInteger(n)) return integer(applied(operation, longOf(n)));
  const row = integer(applied(operation, component(n, 0)));
  return pairOf(row, integer(applied(operation, component(n, 1))));
}

function binary(operation: i32, a: Value, b: Value): Value {
  const aNumber = isInteger(a);
  const bNumber = isInteger(b);
  const aRow = aNumber ? longOf(a) : component(a, 0);
  const bRow = bNumber ? longOf(b) : component(b, 0);
  const row = integer(combined(operation, aRow, bRow));
  if (aNumber && bNumber) return row;
  const aColumn = aNumber ? aRow : component(a, 1);
  const bColumn = bNumber ? bRow : component(b, 1);
  return pairOf(row, integer(combined(operation, aColumn, bColumn)));
}

/** Item `position` (0 or 1) of a tuple of at least two items, as an integer. Of a pair the other may be anything. */
function component(value: Value, position: i32): i64 {
  if (isVector(value)) return position === 0 ? vectorRow(value) : vectorColumn(value);
  if (isKind(value, Kind.TUPLE) && itemsOf(value).count === 2) {
    const item = itemsOf(value).at(position);
    if (isNumber(item)) return longOf(item);
  }
  if (!isTuple(value)) return fail(Reason.NEED_NUMERICAL, value);
  if (sizeOf(value) < 2) return fail(Reason.VECTOR_ITEMS, 0);
  const row = memberAt(value, 0);
  const column = memberAt(value, 1);
  if (!isInteger(row) || !isInteger(column)) return fail(Reason.VECTOR_INTEGERS, 0);
  return longOf(position === 0 ? row : column);
}

/** `n` is at most 2^53 in size, so that nothing overflows here; `integer` refuses what has become too large. */
function applied(operation: i32, n: i64): i64 {
  switch (operation) {
    case Unary.INVERT:
      return -n;
    case Unary.DOUBLE:
      return 2 * n;
    case Unary.HALVE:
      return n >> 1;
    case Unary.INCREMENT:
      return n + 1;
    case Unary.DECREMENT:
      return n - 1;
    case Unary.CREMENT:
      return n > 0 ? n + 1 : n < 0 ? n - 1 : 0;
    default:
      return n > 0 ? 1 : n < 0 ? -1 : 0;
  }
}

function combined(operation: i32, a: i64, b: i64): i64 {
  switch (operation) {
    case Binary.ADD:
      return a + b;
    case Binary.SUBTRACT:
      return a - b;
    case Binary.MULTIPLY:
      return product(a, b);
    default:
      return b === 0 ? fail(Reason.DIVISION, 0) : quotient(a, b);
  }
}

/** 2^53 and more is too large, and may not fit into 64 bits. */
function product(a: i64, b: i64): i64 {
  return abs<f64>(<f64>a * <f64>b) < 9007199254740992 ? a * b : fail(Reason.INTEGER_RANGE, 0);
}

/** Rounded down; `b` is not 0. */
function quotient(a: i64, b: i64): i64 {
  const rounded = a / b;
  return a % b !== 0 && a < 0 !== b < 0 ? rounded - 1 : rounded;
}
