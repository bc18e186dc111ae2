/** Making values in their canonical representation. */
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
  if (!items.every((item) => item instanceof Tuple && item.items.length === width && isGridRow(item)))
    return new Tuple(items);
  const rows = items as readonly Tuple[];
  return new Grid(rows.length, width, Int16Array.from(rows.flatMap((row) => row.items as number[])));
}

/** Booleans do not make a grid, although True equals 1: what is printed would change. */
function isGridRow({ items }: Tuple): boolean {
  return items.every((cell) => typeof cell === 'number' && cell >= -32768 && cell <= 32767);
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
    const coloured = typeof first.items[1] !== 'number';
    const packed = Int32Array.from(items, coloured ? packCellValue : packIndexValue);
    if (packed.every((code) => code >= 0)) return patchOf(coloured, packed);
  }
  const kept = distinct(items);
  // An item such as (True, 0) cannot be packed; where it gave way to an equal one, the rest may be.
  return kept.length < items.length && first instanceof Tuple ? setOf(kept) : new ValueSet(kept);
}

/** Ascending and distinct. A stable sort keeps the first of equal items. */
function distinct(items: readonly Value[]): readonly Value[] {
  const sorted = [...items].sort(compare);
  return sorted.filter((item, i) => i === 0 || compare(sorted[i - 1], item) !== 0);
}

function patchOf(coloured: boolean, packed: Int32Array): Patch {
  const sorted = packed.sort();
  return new Patch(
    coloured,
    sorted.filter((code, i) => i === 0 || code !== sorted[i - 1]),
  );
}

/** The packed index for (row, column), or -1. Packed numbers are never negative. */
function packIndexValue(value: Value): number {
  if (!(value instanceof Tuple) || value.items.length !== 2) return -1;
  const [row, column] = value.items;
  if (typeof row !== 'number' || typeof column !== 'number' || !canPackPlace(row, column)) return -1;
  return packIndex(row, column);
}

/** The packed cell for (colour, (row, column)), or -1. */
function packCellValue(value: Value): number {
  if (!(value instanceof Tuple) || value.items.length !== 2) return -1;
  const [colour, vector] = value.items;
  if (typeof colour !== 'number' || !canPackColour(colour)) return -1;
  const place = packIndexValue(vector);
  return place < 0 ? -1 : packColour(colour) | place;
}
