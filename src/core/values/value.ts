/**
 * Values as data, copied out of the arena or on their way into it. Every value is immutable.
 *
 * - an integer is a JS number (safe, never -0), a boolean a JS boolean, None is null
 * - a tuple is a `Tuple`, or a `Grid` where it is a non-empty tuple of equally long tuples of small integers
 * - a set is a `ValueSet`, or a `Patch` where it is a non-empty set of indices (row, column) or of cells
 *   (colour, (row, column)) with packable numbers; its members are always in ascending canonical order
 * - a function is an `Fn`
 *
 * Grid and Patch still answer as the tuple and the set that they are: `members` in container.ts lists them.
 * Use `tuple()` and `setOf()` of build.ts to make values: they choose the representation.
 */
export type Value = number | boolean | null | Tuple | Grid | ValueSet | Patch | Fn;

/** A general tuple. `items` may be shared and must not be written to. */
export class Tuple {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/**
 * A tuple of `height` >= 1 rows, each of `width` >= 0 integers in -32768..32767, stored row by row.
 * The empty tuple () is a Tuple: a grid without rows has no width. A pair of vectors is a Grid, too.
 */
export class Grid {
  readonly height: number;
  readonly width: number;
  /** Row-major, length height x width. */
  readonly cells: Int16Array;
  constructor(height: number, width: number, cells: Int16Array) {
    this.height = height;
    this.width = width;
    this.cells = cells;
  }
}

/** A set in general representation: `items` ascend by `compare` and are distinct under it. */
export class ValueSet {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** A non-empty set of cells or of indices. */
export class Patch {
  /** true: cells (colour, (row, column)); false: indices (row, column). */
  readonly coloured: boolean;
  /** Packed as in pack.ts, ascending strictly, which is canonical order. */
  readonly packed: Int32Array;
  constructor(coloured: boolean, packed: Int32Array) {
    this.coloured = coloured;
    this.packed = packed;
  }
}

/**
 * A function: a primitive by its name (no parts), or one derived by compose, rbind ... from parts.
 * Two functions are equal when name and parts are: sharing equal subexpressions then never changes a result.
 */
export class Fn {
  readonly name: string;
  readonly arity: number;
  readonly parts: readonly Value[];
  constructor(name: string, arity: number, parts: readonly Value[]) {
    this.name = name;
    this.arity = arity;
    this.parts = parts;
  }
}

export type TupleLike = Tuple | Grid;
export type SetLike = ValueSet | Patch;
export type Container = TupleLike | SetLike;

export const EMPTY_TUPLE = new Tuple([]);
export const EMPTY_SET = new ValueSet([]);

export function isTuple(value: Value): value is TupleLike {
  return value instanceof Tuple || value instanceof Grid;
}

export function isSet(value: Value): value is SetLike {
  return value instanceof Patch || value instanceof ValueSet;
}

export function isContainer(value: Value): value is Container {
  return typeof value === 'object' && value !== null && !(value instanceof Fn);
}

/** An integer or a boolean: Python's bool is an int. */
export function isInteger(value: Value): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}
