/**
 * Columns: what one expression gives for many members at once, one value a row. A function that is mapped over
 * hundreds of members is taken operation by operation, each a loop over plain numbers, instead of member by
 * member: "vectorised execution" of databases (Boncz, Zukowski, Nes: MonetDB/X100, CIDR 2005).
 */
import { cell, vec } from '../../values/container.ts';
import type { Meter } from '../../values/meter.ts';
import { movedBy } from '../../values/places.ts';
import { difference, intersection } from '../../values/sets.ts';
import { setOf, tuple } from '../../values/build.ts';
import { Tuple, type Patch, type Value } from '../../values/value.ts';
import { derive, type Combinator } from '../combinators.ts';

export type Column = Same | Numbers | Flags | Pairs | Singles | Derived | Moved | Overlaps | Boxed;

/** One value for all rows. */
export class Same {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/** Integers, as values hold them: safe, never -0. */
export class Numbers {
  readonly items: readonly number[];
  constructor(items: readonly number[]) {
    this.items = items;
  }
}

export class Flags {
  readonly items: boolean[];
  constructor(items: boolean[]) {
    this.items = items;
  }
}

/** Tuples of two items each: vectors, cells, and pairs of anything. */
export class Pairs {
  readonly first: Column;
  readonly last: Column;
  constructor(first: Column, last: Column) {
    this.first = first;
    this.last = last;
  }
}

/** Sets of one member each. */
export class Singles {
  readonly member: Column;
  constructor(member: Column) {
    this.member = member;
  }
}

/** Functions derived in one way from parts that differ from row to row. */
export class Derived {
  readonly name: Combinator;
  readonly arity: number;
  readonly parts: readonly Column[];
  constructor(name: Combinator, arity: number, parts: readonly Column[]) {
    this.name = name;
    this.arity = arity;
    this.parts = parts;
  }
}

/** One patch that is not empty, moved by so many rows and columns, and within the range of pack.ts everywhere. */
export class Moved {
  readonly patch: Patch;
  readonly down: readonly number[];
  readonly across: readonly number[];
  constructor(patch: Patch, down: readonly number[], across: readonly number[]) {
    this.patch = patch;
    this.down = down;
    this.across = across;
  }
}

/** What of a patch in many places is in another patch of its kind (`inside`), or what is not. */
export class Overlaps {
  readonly moved: Moved;
  readonly other: Patch;
  readonly inside: boolean;
  readonly sizes: readonly number[];
  constructor(moved: Moved, other: Patch, inside: boolean, sizes: readonly number[]) {
    this.moved = moved;
    this.other = other;
    this.inside = inside;
    this.sizes = sizes;
  }
}

/** Anything, as values. */
export class Boxed {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** What a kernel may ask of the evaluation that it is part of. */
export interface Batch {
  readonly rows: number;
  readonly meter: Meter;
  /** Pays for a value of `elements` elements in every row, as `Meter.make` does for one. */
  make(elements: number): void;
  /** Calls the functions of `fn` with the arguments of the same row; a step of fuel a row, as for any call. */
  call(fn: Column, args: readonly Column[]): Column;
}

/** A primitive on columns; null where it does not know what is in them. */
export type Kernel = (batch: Batch, args: readonly Column[]) => Column | null;

/** Thrown where columns cannot tell what happens: the caller goes back and takes member by member. */
export const DECLINED = Symbol('declined');

export function valueAt(column: Column, row: number): Value {
  if (column instanceof Same) return column.value;
  if (column instanceof Pairs) return pairAt(column, row);
  if (column instanceof Singles) return setOf([valueAt(column.member, row)]);
  if (column instanceof Moved) return movedBy(column.patch, column.down[row], column.across[row]);
  if (column instanceof Overlaps) {
    const patch = valueAt(column.moved, row) as Patch;
    return column.inside ? intersection(patch, column.other) : difference(patch, column.other);
  }
  if (column instanceof Derived)
    return derive(
      column.name,
      column.parts.map((part) => valueAt(part, row)),
    );
  return column.items[row];
}

function pairAt({ first, last }: Pairs, row: number): Value {
  const a = valueAt(first, row);
  if (typeof a === 'number') {
    const numbers = last instanceof Pairs ? vectors(last) : null;
    if (numbers !== null) return cell(a, numbers.down[row], numbers.across[row]);
    const b = valueAt(last, row);
    return typeof b === 'number' ? vec(a, b) : new Tuple([a, b]);
  }
  return tuple([a, valueAt(last, row)]);
}

function vectors({ first, last }: Pairs): { down: readonly number[]; across: readonly number[] } | null {
  return first instanceof Numbers && last instanceof Numbers
    ? { down: first.items, across: last.items }
    : null;
}

/** All rows as values. The array may be the column's own. */
export function valuesOf(column: Column, rows: number): readonly Value[] {
  if (column instanceof Boxed || column instanceof Numbers || column instanceof Flags) return column.items;
  if (column instanceof Same) return new Array<Value>(rows).fill(column.value);
  const values = new Array<Value>(rows);
  for (let row = 0; row < rows; row++) values[row] = valueAt(column, row);
  return values;
}
