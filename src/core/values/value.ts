import { newCells } from './arena.ts';

/**
 * What programs compute with. Every value is immutable.
 *
 * - an integer is a JS number (safe, never -0), a boolean a JS boolean, None is null
 * - a tuple is a `Tuple`, or a `Grid` where it is a non-empty tuple of equally long tuples of small integers
 * - a set is a `ValueSet`, or a `Patch` where it is a non-empty set of indices (row, column) or of cells
 *   (colour, (row, column)) with packable numbers; its members are always in ascending canonical order
 * - a function is an `Fn`
 *
 * Grid and Patch still answer as the tuple and the set that they are: `members` in build.ts lists them.
 * Use `tuple()` and `setOf()` of build.ts to make values: they choose the representation.
 */
export type Value = number | boolean | null | Tuple | Grid | ValueSet | Patch | Fn;

/** A general tuple. `items` may be shared and must not be written to. */
export class Tuple {
  /** Hash by `hashOf`; 0 while unknown. */
  hash = 0;
  /** The tuple read as cells or indices, filled by `patchView`; undefined while unknown, null when it is none. */
  view: PatchView | null | undefined = undefined;
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
  hash = 0;
  /** The rows as tuples, filled by `members`; never null where the cells are still to be made. */
  rows: readonly Tuple[] | null;
  /** The grid read as indices, as `view` of a Tuple: a tuple of vectors is a grid of two columns. */
  view: PatchView | null | undefined = undefined;
  /** The most frequent value, filled by `background`: it is asked for again and again. */
  mostColour: number | undefined = undefined;
  readonly height: number;
  readonly width: number;
  private made: Int16Array | null;

  /** Of its cells, or of its rows: tuples of `width` small integers each, read only when somebody wants cells. */
  constructor(height: number, width: number, cells: Int16Array | null, rows: readonly Tuple[] | null = null) {
    this.height = height;
    this.width = width;
    this.made = cells;
    this.rows = rows;
  }

  /** Row-major, length height x width. */
  get cells(): Int16Array {
    return this.made ?? this.readRows();
  }

  private readRows(): Int16Array {
    const cells = newCells(this.height * this.width);
    let at = 0;
    for (const { items } of this.rows as readonly Tuple[])
      for (const cell of items) cells[at++] = cell as number;
    this.made = cells;
    return cells;
  }
}

/** A set in general representation: `items` ascend by `compare` and are distinct under it. */
export class ValueSet {
  hash = 0;
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** Positions with or without colours, packed as in pack.ts; in iteration order of what they were read from. */
export interface PatchView {
  /** true: cells (colour, (row, column)); false: indices (row, column). */
  readonly coloured: boolean;
  readonly packed: Int32Array;
  /** The bounding box, filled by `boxOf`. */
  box: Box | null;
}

/** A non-empty set of cells or of indices: `packed` ascends strictly, which is canonical order. */
export class Patch implements PatchView {
  hash = 0;
  /** The members as tuples, filled by `members`. */
  items: readonly Tuple[] | null = null;
  box: Box | null = null;
  readonly coloured: boolean;
  readonly packed: Int32Array;
  constructor(coloured: boolean, packed: Int32Array) {
    this.coloured = coloured;
    this.packed = packed;
  }
}

/** Inclusive bounds of a patch. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What an `Fn` runs: as many values as its arity says, then the meter of the evaluation. */
export type Run = (...argumentsThenMeter: any[]) => Value;

/**
 * A function: a primitive by its name (no parts), or one derived by compose, rbind ... from parts.
 * Two functions are equal when name and parts are: sharing equal subexpressions then never changes a result.
 */
export class Fn {
  hash = 0;
  readonly name: string;
  readonly arity: number;
  readonly parts: readonly Value[];
  readonly run: Run;
  constructor(name: string, arity: number, parts: readonly Value[], run: Run) {
    this.name = name;
    this.arity = arity;
    this.parts = parts;
    this.run = run;
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

/** Python truth: 0, False, None, () and the empty set are false. A Grid or a Patch is never empty. */
export function truthy(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (value instanceof Tuple || value instanceof ValueSet) return value.items.length > 0;
  return true;
}
