/** What the grid families share: reading any tuple as a grid, small arguments, and what a grid costs. */
import { tuple } from '../values/build.ts';
import { members } from '../values/container.ts';
import { describe, toInteger } from '../values/fn.ts';
import { cropped, sliceBounds } from '../values/grids.ts';
import { fail, type Meter } from '../values/meter.ts';
import { Grid, isContainer, isTuple, type TupleLike, type Value } from '../values/value.ts';

/** A row of a tuple that is read as a grid; rows may differ in length and hold anything. */
export type Row = readonly Value[];

/** The items of a tuple. */
export function itemsOf(value: Value): readonly Value[] {
  return isTuple(value) ? members(value) : fail(`a grid is needed, not ${describe(value)}`);
}

/** The rows of a tuple of containers (sets are read in order). */
export function rowsOf(value: Value): readonly Row[] {
  return itemsOf(value).map(rowOf);
}

function rowOf(item: Value): Row {
  return isContainer(item) ? members(item) : fail(`a row of a grid must be a tuple, not ${describe(item)}`);
}

/** The rows of a tuple of tuples: what slices and subscripts need. */
export function tupleRowsOf(value: Value): readonly Row[] {
  return itemsOf(value).map(itemsOf);
}

/** The length of the first row, which stands for the width of the grid; fails where there is none. */
export function widthOf(rows: readonly Row[]): number {
  return rows.length === 0 ? fail('the grid has no rows') : rows[0].length;
}

/** The length of the shortest row; 0 where there is no row. */
export function shortest(rows: readonly Row[]): number {
  return rows.length === 0 ? 0 : rows.reduce((least, row) => Math.min(least, row.length), Infinity);
}

/** Pays for `rows` once more and makes them a tuple of tuples. */
export function fromRows(rows: readonly Row[], meter: Meter): TupleLike {
  let size = rows.length;
  for (const row of rows) size += row.length;
  meter.make(size);
  return tuple(rows.map(tuple));
}

/** Pays for a grid of height x width. A row without cells counts as one element: it takes its place, too. */
export function payGrid(height: number, width: number, meter: Meter): void {
  meter.make(height * Math.max(width, 1));
}

/** The value as a number that a grid can hold (booleans as 0 and 1), or null. */
export function asColour(value: Value): number | null {
  if (typeof value === 'number') return value >= -32768 && value <= 32767 ? value : null;
  return typeof value === 'boolean' ? Number(value) : null;
}

/** Items 0 and 1 of a tuple as integers; further items are ignored unless there must be `exactly` two. */
export function twoIntegers(value: Value, exactly: boolean): readonly [number, number] {
  const items = isTuple(value) ? members(value) : fail(`a vector is needed, not ${describe(value)}`);
  if (items.length < 2 || (exactly && items.length > 2)) return fail('a vector needs two items');
  return [toInteger(items[0]), toInteger(items[1])];
}

/** The Python slices [top:bottom] of the rows and [left:right] of the columns of any tuple read as a grid. */
export function sliced(
  grid: Value,
  top: number,
  bottom: number,
  left: number,
  right: number,
  meter: Meter,
): TupleLike {
  if (grid instanceof Grid) {
    const [firstRow, rowEnd] = sliceBounds(grid.height, top, bottom);
    const [firstColumn, columnEnd] = sliceBounds(grid.width, left, right);
    payGrid(rowEnd - firstRow, columnEnd - firstColumn, meter);
    return cropped(grid, firstRow, rowEnd, firstColumn, columnEnd);
  }
  const items = itemsOf(grid);
  const rows = items.slice(...sliceBounds(items.length, top, bottom)).map(itemsOf);
  return fromRows(
    rows.map((row) => row.slice(...sliceBounds(row.length, left, right))),
    meter,
  );
}
