/**
 * The objects that lie in memory. Each begins with four words: kind, hash (0: not computed yet), count, and one more by
 * its kind; its class names the others. What is allocated here is still to be filled, and no value before.
 */
import { alloc } from '../memory';

/** A handle; value.ts tells what its bits mean. */
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
