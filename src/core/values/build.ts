/** Making values in their canonical representation. */
import { newPacked } from './arena.ts';
import { ascending } from './ascending.ts';
import { compare } from './order.ts';
import { canPackColour, canPackPlace, packColour, packIndex } from './pack.ts';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  Grid,
  Patch,
  Tuple,
  ValueSet,
  type SetLike,
  type TupleLike,
  type Value,
} from './value.ts';

/** The tuple of `items`: a Grid where they are equally long tuples of small integers, else a Tuple. */
export function tuple(items: readonly Value[]): TupleLike {
  if (items.length === 0) return EMPTY_TUPLE;
  const first = items[0];
  if (!(first instanceof Tuple)) return new Tuple(items);
  const width = first.items.length;
  // Lengths first: rows may be long, and are scanned only where they could make a grid.
  for (const item of items)
    if (!(item instanceof Tuple) || item.items.length !== width) return new Tuple(items);
  for (const item of items) if (!isGridRow((item as Tuple).items)) return new Tuple(items);
  return new Grid(items.length, width, null, items as readonly Tuple[]);
}

/** Booleans do not make a grid, although True equals 1: what is printed would change. */
function isGridRow(row: readonly Value[]): boolean {
  for (const cell of row) if (typeof cell !== 'number' || cell < -32768 || cell > 32767) return false;
  return true;
}

/** The tuple of `height` rows of `width` cells; () where there are no rows. Takes `cells` over. */
export function gridOf(height: number, width: number, cells: Int16Array): TupleLike {
  return height === 0 ? EMPTY_TUPLE : new Grid(height, width, cells);
}

/** The set of `items`, in any order and with repetitions; of equal items the first one given is kept. */
export function setOf(items: readonly Value[]): SetLike {
  if (items.length === 0) return EMPTY_SET;
  const first = items[0];
  if (first instanceof Tuple && first.items.length === 2) {
    const patch = packAll(items, typeof first.items[1] !== 'number');
    if (patch !== null) return patchOf(patch.coloured, patch.packed);
  }
  const kept = distinct(items);
  // An item such as (True, 0) cannot be packed; where it gave way to an equal one, the rest may be.
  return kept.length < items.length && first instanceof Tuple ? setOf(kept) : new ValueSet(kept);
}

/** Ascending and distinct. A stable sort keeps the first of equal items. */
function distinct(items: readonly Value[]): readonly Value[] {
  if (items.length === 1) return items;
  if (items.every((item) => typeof item === 'number')) return distinctNumbers(items);
  return arePatches(items) ? distinctBy(items, comparePatches) : distinctBy(items, compare);
}

function distinctBy<T>(items: readonly T[], order: (a: T, b: T) => number): readonly T[] {
  if (doAscend(items, order)) return items;
  const sorted = [...items].sort(order);
  let kept = 1;
  for (let i = 1; i < sorted.length; i++)
    if (order(sorted[kept - 1], sorted[i]) !== 0) sorted[kept++] = sorted[i];
  sorted.length = kept;
  return sorted;
}

/** As they often do: what is mapped from a set tends to keep its order. */
function doAscend<T>(items: readonly T[], order: (a: T, b: T) => number): boolean {
  for (let i = 1; i < items.length; i++) if (order(items[i - 1], items[i]) >= 0) return false;
  return true;
}

/** Sets of objects are common, and their order is found without asking what each is. */
function arePatches(items: readonly Value[]): items is readonly Patch[] {
  const first = items[0];
  if (!(first instanceof Patch)) return false;
  for (const item of items) if (!(item instanceof Patch) || item.coloured !== first.coloured) return false;
  return true;
}

/** As `compare` for patches of one kind. */
function comparePatches({ packed: a }: Patch, { packed: b }: Patch): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

function distinctNumbers(items: readonly number[]): readonly number[] {
  if (items.every((item) => item >= 0 && item < 31)) return distinctDigits(items);
  const sorted = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) sorted[i] = items[i];
  sorted.sort();
  const kept = [sorted[0]];
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) kept.push(sorted[i]);
  return kept;
}

/** Colours and small counts, as bits. */
function distinctDigits(items: readonly number[]): readonly number[] {
  let seen = 0;
  for (const item of items) seen |= 1 << item;
  const kept: number[] = [];
  for (let bit = 0; seen >>> bit !== 0; bit++) if ((seen >>> bit) & 1) kept.push(bit);
  return kept;
}

/** All `items` packed in their order, or null where one is no packable cell (or index, by `coloured`). */
function packAll(
  items: readonly Value[],
  coloured: boolean,
): { coloured: boolean; packed: Int32Array } | null {
  const packed = newPacked(items.length);
  for (let i = 0; i < items.length; i++) {
    const code = coloured ? packCellValue(items[i]) : packIndexValue(items[i]);
    if (code < 0) return null;
    packed[i] = code;
  }
  return { coloured, packed };
}

/** The packed index for (row, column), or -1. Packed numbers are never negative. */
export function packIndexValue(value: Value): number {
  return value instanceof Tuple ? packPair(value.items) : -1;
}

/** The packed index for two items that are a row and a column, or -1. By subscripts: iterators are slow. */
function packPair(items: readonly Value[]): number {
  if (items.length !== 2) return -1;
  const row = items[0];
  const column = items[1];
  if (typeof row !== 'number' || typeof column !== 'number' || !canPackPlace(row, column)) return -1;
  return packIndex(row, column);
}

/** The packed cell for (colour, (row, column)), or -1. */
export function packCellValue(value: Value): number {
  if (!(value instanceof Tuple) || value.items.length !== 2) return -1;
  const colour = value.items[0];
  if (typeof colour !== 'number' || !canPackColour(colour)) return -1;
  const place = packIndexValue(value.items[1]);
  return place < 0 ? -1 : packColour(colour) | place;
}

/** The set of packed members in any order, repetitions allowed. Sorts `packed` in place and takes it over. */
export function patchOf(coloured: boolean, packed: Int32Array): SetLike {
  return packed.length === 0 ? EMPTY_SET : new Patch(coloured, ascending(packed));
}

/** The set of packed members that already ascend strictly. Takes `packed` over. */
export function sortedPatch(coloured: boolean, packed: Int32Array): SetLike {
  return packed.length === 0 ? EMPTY_SET : new Patch(coloured, packed);
}

/** The set of items that already ascend strictly by `compare`; a set of cells or indices must come from `setOf`. */
export function sortedSet(items: readonly Value[]): ValueSet {
  return items.length === 0 ? EMPTY_SET : new ValueSet(items);
}
