/**
 * What programs compute with. A value is a 32-bit handle; equal bits are equal values. Every value is immutable.
 *
 *     …………………………………………… 1   integer, -2^30 .. 2^30 - 1
 *     …………………………………… 1 0   vector (row, column): a tuple of two integers that can be packed (pack.ts)
 *     …………………………… 1 0 0   None, False, True
 *     …………………………… 0 0 0   address of an object; 0 is no value
 *
 * An object begins with four words: kind, hash (0: not computed yet), count, and one more by its kind.
 * One value, one representation: a tuple that can be a vector is one, a tuple that can be a grid is one, a set that
 * can be a patch is one. Use `pairOf`, `tupleFrom` and `setFrom` of build.ts, which choose it.
 */
import { alloc, enter, newRegion } from '../memory';
import { fail, Reason } from '../reason';
import { columnOf, PLACE_HIGH, PLACE_LOW, rowOf } from './pack';

/** A handle. */
export type Value = i32;

export namespace Kind {
  export const NONE = 0;
  export const BOOLEAN = 1;
  export const INTEGER = 2;
  export const VECTOR = 3;
  /** An integer that does not fit into a handle; at most 2^53 - 1 in size. */
  export const BIG = 4;
  export const TUPLE = 5;
  export const GRID = 6;
  export const SET = 7;
  export const PATCH = 8;
  export const FUNCTION = 9;
  /** Not a value: what `toPatch` reads out of a tuple or a general set. */
  export const VIEW = 10;
}

export const NONE: Value = 4;
export const FALSE: Value = 12;
export const TRUE: Value = 20;

/** The words that every object begins with. */
@unmanaged
export class Header {
  kind: i32;
  /** By `hashOf`; 0 while unknown. */
  hash: i32;
  /** Direct members: items, rows, cells, parts. */
  count: i32;
}

/** An integer beyond 31 bits. */
@unmanaged
export class Big extends Header {
  unused: i32;
  value: i64;
}

/** A TUPLE or a SET in general representation: `count` handles follow. Those of a set ascend strictly. */
@unmanaged
export class Items extends Header {
  unused: i32;
  @inline get items(): usize {
    return changetype<usize>(this) + 16;
  }
  @inline at(index: i32): Value {
    return load<i32>(this.items + ((<usize>index) << 2));
  }
  @inline put(index: i32, value: Value): void {
    store<i32>(this.items + ((<usize>index) << 2), value);
  }
}

/** A tuple of `count` >= 1 rows of `width` >= 0 integers in -32768..32767, cells row by row. */
@unmanaged
export class Grid extends Header {
  width: i32;
  /** The most frequent cell; UNKNOWN until `background` has counted. */
  most: i32;
  unused: i32;
  @inline get height(): i32 {
    return this.count;
  }
  @inline get cells(): usize {
    return changetype<usize>(this) + 24;
  }
  /** height x width */
  @inline get area(): i32 {
    return this.count * this.width;
  }
  /** Cell `index`, row by row. */
  @inline at(index: i32): i32 {
    return load<i16>(this.cells + ((<usize>index) << 1));
  }
  @inline put(index: i32, cell: i32): void {
    store<i16>(this.cells + ((<usize>index) << 1), <i16>cell);
  }
}

export const UNKNOWN: i32 = i32.MIN_VALUE;

/**
 * A set of `count` >= 1 cells (`coloured` 1) or indices (0), packed as in pack.ts, ascending strictly. As a VIEW:
 * any number of them, in the order of what they were read from, repetitions included.
 */
@unmanaged
export class Patch extends Header {
  coloured: i32;
  /** The bounding box, inclusive; unknown while bottom < top. Filled by `boxOf`. */
  top: i32;
  left: i32;
  bottom: i32;
  right: i32;
  @inline get packed(): usize {
    return changetype<usize>(this) + 32;
  }
  @inline at(index: i32): i32 {
    return load<i32>(this.packed + ((<usize>index) << 2));
  }
  @inline put(index: i32, packed: i32): void {
    store<i32>(this.packed + ((<usize>index) << 2), packed);
  }
}

/** A primitive (no parts), or a function that the primitive `code` derived from `count` parts. */
@unmanaged
export class Fn extends Header {
  /** Of the primitive; see codes.ts. */
  code: i32;
  arity: i32;
  unused: i32;
  @inline get parts(): usize {
    return changetype<usize>(this) + 24;
  }
  @inline at(index: i32): Value {
    return load<i32>(this.parts + ((<usize>index) << 2));
  }
}

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

/** A tuple of `count` items that are still to be put; see `tupleFrom` and `setFrom`, which make a value of it. */
export function newItems(count: i32): Items {
  const items = changetype<Items>(alloc(16 + ((<usize>count) << 2)));
  items.kind = Kind.TUPLE;
  items.hash = 0;
  items.count = count;
  return items;
}

/** A grid of height >= 1 rows and width >= 0 columns whose cells are still to be put. */
export function newGrid(height: i32, width: i32): Grid {
  const grid = changetype<Grid>(alloc(24 + ((<usize>(height * width)) << 1)));
  grid.kind = Kind.GRID;
  grid.hash = 0;
  grid.count = height;
  grid.width = width;
  grid.most = UNKNOWN;
  return grid;
}

/** A patch of `count` >= 1 members that are still to be put, ascending strictly. */
export function newPatch(coloured: i32, count: i32): Patch {
  const patch = changetype<Patch>(alloc(32 + ((<usize>count) << 2)));
  patch.kind = Kind.PATCH;
  patch.hash = 0;
  patch.count = count;
  patch.coloured = coloured;
  patch.top = 1;
  patch.bottom = 0;
  return patch;
}

/** A function with room for `count` parts. */
export function newFn(code: i32, arity: i32, count: i32): Fn {
  const fn = changetype<Fn>(alloc(24 + ((<usize>count) << 2)));
  fn.kind = Kind.FUNCTION;
  fn.hash = 0;
  fn.count = count;
  fn.code = code;
  fn.arity = arity;
  return fn;
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

@inline
export function grid(value: Value): Grid {
  return changetype<Grid>(value);
}

@inline
export function patch(value: Value): Patch {
  return changetype<Patch>(value);
}

@inline
export function fnOf(value: Value): Fn {
  return changetype<Fn>(value);
}

@inline
export function itemsOf(value: Value): Items {
  return changetype<Items>(value);
}
