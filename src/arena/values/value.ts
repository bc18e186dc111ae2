/**
 * What programs compute with. A value is a 32-bit handle; equal bits are equal values. Every value is immutable.
 *
 *     …………………………………………… 1   integer, -2^30 .. 2^30 - 1
 *     …………………………………… 1 0   vector (row, column): a tuple of two integers that can be packed (pack.ts)
 *     …………………………… 1 0 0   None, False, True
 *     …………………………… 0 0 0   address of an object (layout.ts); 0 is no value
 *
 * One value, one representation: a tuple that can be a vector is one, a tuple that can be a grid is one, a set that
 * can be a patch is one. Use `pairOf`, `tupleFrom` and `setFrom` of build.ts, which choose it.
 */
import { alloc, enter, newRegion } from '../memory';
import { fail, Reason } from '../reason';
import { Big, Header, Kind, Value, newItems } from './layout';
import { columnOf, PLACE_HIGH, PLACE_LOW, rowOf } from './pack';

export const NONE: Value = 4;
export const FALSE: Value = 12;
export const TRUE: Value = 20;

@inline
export function isSmall(value: Value): bool {
  return (value & 1) !== 0;
}

/** The integer in the handle. */
@inline
export function smallOf(value: Value): i32 {
  return value >> 1;
}

/** Any integer of at most 30 bits, such as a count, a colour or a place. */
@inline
export function small(integer: i32): Value {
  return (integer << 1) | 1;
}

@inline
export function truth(condition: bool): Value {
  return condition ? TRUE : FALSE;
}

@inline
export function isVector(value: Value): bool {
  return (value & 3) === 2;
}

/** The packed index of a vector. */
@inline
export function placeOf(value: Value): i32 {
  return value >>> 2;
}

/** The vector of a packed index. */
@inline
export function vectorAt(place: i32): Value {
  return (place << 2) | 2;
}

@inline
export function isObject(value: Value): bool {
  return (value & 7) === 0;
}

@inline
export function kindOf(value: Value): i32 {
  if (isSmall(value)) return Kind.INTEGER;
  if (isVector(value)) return Kind.VECTOR;
  if (isObject(value)) return changetype<Header>(value).kind;
  return value === NONE ? Kind.NONE : Kind.BOOLEAN;
}

@inline
export function isKind(value: Value, kind: i32): bool {
  return isObject(value) && changetype<Header>(value).kind === kind;
}

@inline
export function isGrid(value: Value): bool {
  return isKind(value, Kind.GRID);
}

@inline
export function isPatch(value: Value): bool {
  return isKind(value, Kind.PATCH);
}

@inline
export function isFunction(value: Value): bool {
  return isKind(value, Kind.FUNCTION);
}

export function isTuple(value: Value): bool {
  if (isVector(value)) return true;
  if (!isObject(value)) return false;
  const kind = changetype<Header>(value).kind;
  return kind === Kind.TUPLE || kind === Kind.GRID;
}

export function isSet(value: Value): bool {
  if (!isObject(value)) return false;
  const kind = changetype<Header>(value).kind;
  return kind === Kind.SET || kind === Kind.PATCH;
}

export function isContainer(value: Value): bool {
  if (isVector(value)) return true;
  if (!isObject(value)) return false;
  const kind = changetype<Header>(value).kind;
  return kind >= Kind.TUPLE && kind <= Kind.PATCH;
}

@inline
export function isBoolean(value: Value): bool {
  return value === TRUE || value === FALSE;
}

/** An integer or a boolean: Python's bool is an int. */
@inline
export function isInteger(value: Value): bool {
  return isSmall(value) || isBoolean(value) || isKind(value, Kind.BIG);
}

/** An integer that is no boolean. */
@inline
export function isNumber(value: Value): bool {
  return isSmall(value) || isKind(value, Kind.BIG);
}

/** The number that an integer or a boolean is; only for those. */
export function longOf(value: Value): i64 {
  if (isSmall(value)) return smallOf(value);
  if (isBoolean(value)) return value === TRUE ? 1 : 0;
  return changetype<Big>(value).value;
}

const MOST: i64 = 9007199254740991;

/** The integer. Python's have no bound: beyond 2^53 - 1 in size the result counts as too large. */
export function integer(number: i64): Value {
  if (number >= -0x40000000 && number <= 0x3fffffff) return small(<i32>number);
  if (number > MOST || number < -MOST) return fail(Reason.INTEGER_RANGE, 0);
  const big = changetype<Big>(alloc(24));
  big.kind = Kind.BIG;
  big.hash = 0;
  big.count = 0;
  big.value = number;
  return changetype<i32>(big);
}

/** Python truth: 0, False, None, () and the empty set are false. */
export function isTrue(value: Value): bool {
  if (isSmall(value)) return value !== 1;
  if (isVector(value)) return true;
  if (!isObject(value)) return value === TRUE;
  const header = changetype<Header>(value);
  return header.kind === Kind.TUPLE || header.kind === Kind.SET ? header.count > 0 : true;
}

/** The vector (row, column), whatever the numbers. */
export function vec(row: i32, column: i32): Value {
  if (row >= PLACE_LOW && row <= PLACE_HIGH && column >= PLACE_LOW && column <= PLACE_HIGH)
    return vectorAt(((row + 1024) << 12) | (column + 1024));
  const items = newItems(2);
  items.put(0, integer(row));
  items.put(1, integer(column));
  return changetype<i32>(items);
}

/** The row of a vector that is one by `isVector`. */
@inline
export function vectorRow(value: Value): i32 {
  return rowOf(placeOf(value));
}

@inline
export function vectorColumn(value: Value): i32 {
  return columnOf(placeOf(value));
}

/** What lives as long as the instance: the empty containers, constants, primitives as values. */
export const permanent = newRegion();
enter(permanent);

export const EMPTY_TUPLE: Value = changetype<i32>(newItems(0));
export const EMPTY_SET: Value = emptySet();

function emptySet(): Value {
  const items = newItems(0);
  items.kind = Kind.SET;
  return changetype<i32>(items);
}
