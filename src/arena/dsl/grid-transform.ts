/** Grids turned, mirrored, cut and scaled. Any tuple is read as a grid; the mirrors and `upscale` take patches, too. */
import { Room, scratch } from '../memory';
import { burn, make } from '../meter';
import { fail, Reason } from '../reason';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { tupleFrom } from '../values/build';
import { cropped } from '../values/grids';
import { equal } from '../values/order';
import { boxOf, toPatch } from '../values/read';
import { grid, Grid, newGrid, newItems, Value } from '../values/layout';
import { EMPTY_TUPLE, isGrid, isTuple } from '../values/value';
import { fromRows, one, payGrid, rowsOf, shortest, tupleItems, two, twoIntegers } from './rows';
import { part, sliced } from './slicing';

export { downscale, hupscale, upscale, vupscale } from './scaling';
export { cmirror, dmirror, hmirror, rot180, rot270, rot90, vmirror } from './turning';

/** The rectangle of the size `dims` whose top-left cell is at `start`, cut off at the bottom and the right edge. */
export function crop(value: Value, start: Value, dims: Value): Value {
  twoIntegers(start, false);
  const top = one;
  const left = two;
  twoIntegers(dims, false);
  return sliced(value, top, top + one, left, left + two);
}

/**
 * The part of the grid under the bounding box of the patch. A tuple of cells has the corner of a patch but, read as a
 * grid, the size of its items.
 */
export function subgrid(patch: Value, value: Value): Value {
  const it = toPatch(patch);
  if (it.count === 0) return fail(Reason.NO_BOX, 0);
  const asGrid = isTuple(patch);
  if (!asGrid) burn(it.count);
  boxOf(it);
  const height = asGrid ? it.count : it.bottom - it.top + 1;
  const width = asGrid ? 2 : it.right - it.left + 1;
  return sliced(value, it.top, it.top + height, it.left, it.left + width);
}

/** The grid without its outermost rows and columns. */
export function trim(value: Value): Value {
  return sliced(value, 1, -1, 1, -1);
}

/** The upper half; a middle row is left out. */
export function tophalf(value: Value): Value {
  return halfOfRows(value, false);
}

/** The lower half; a middle row is left out. */
export function bottomhalf(value: Value): Value {
  return halfOfRows(value, true);
}

/** The left half; a middle column is left out. */
export function lefthalf(value: Value): Value {
  return halfOfColumns(value, false);
}

/** The right half; a middle column is left out. */
export function righthalf(value: Value): Value {
  return halfOfColumns(value, true);
}

/** The first (or the last) floor(n / 2) of n rows. */
function halfOfRows(value: Value, last: bool): Value {
  if (isGrid(value)) {
    const from = grid(value);
    const half = from.height >> 1;
    payGrid(half, from.width);
    const start = last ? from.height - half : 0;
    return cropped(from, start, start + half, 0, from.width);
  }
  tupleItems(value);
  const half = sizeOf(value) >> 1;
  make(half);
  const start = last ? sizeOf(value) - half : 0;
  return part(value, start, start + half);
}

/** The first (or the last) floor(n / 2) of n columns; () where that is none. */
function halfOfColumns(value: Value, last: bool): Value {
  if (isGrid(value)) {
    const from = grid(value);
    const half = from.width >> 1;
    payGrid(from.height, half);
    if (half === 0) return EMPTY_TUPLE;
    const start = last ? from.width - half : 0;
    return cropped(from, 0, from.height, start, start + half);
  }
  const rows = rowsOf(value);
  const count = sizeOf(value);
  const width = shortest(rows, count);
  const half = width >> 1;
  if (half === 0) return EMPTY_TUPLE;
  const start = last ? width - half : 0;
  const made = newItems(count);
  for (let i = 0; i < count; i++) made.put(i, part(itemAt(rows, i), start, start + half));
  return fromRows(made);
}

/** The grid without the rows and the columns that have one colour only. */
export function compress(value: Value): Value {
  if (!isGrid(value)) return compressRows(value);
  const from = grid(value);
  const height = from.height;
  const width = from.width;
  payGrid(height, width);
  // The rows and the columns that are kept, ascending.
  const rows = scratch(Room.BOARD, (<usize>(height + width)) << 2);
  const columns = rows + ((<usize>height) << 2);
  const keptRows = keepVaried(rows, from, height, width, width, 1);
  const keptColumns = keepVaried(columns, from, width, height, 1, width);
  if (keptRows === 0) return EMPTY_TUPLE;
  const made = newGrid(keptRows, keptColumns);
  const columnsEnd = columns + ((<usize>keptColumns) << 2);
  let to = made.cells;
  for (let i = 0; i < keptRows; i++) {
    const start = load<i32>(rows + ((<usize>i) << 2)) * width;
    for (let at = columns; at < columnsEnd; at += 4, to += 2) store<i16>(to, from.at(start + load<i32>(at)));
  }
  return changetype<i32>(made);
}

/**
 * Writes the numbers of those of `count` lines of `length` cells that have no colour throughout, and gives how many
 * they are. Lines lie `apart` cells from each other, their cells `step` cells.
 */
function keepVaried(kept: usize, from: Grid, count: i32, length: i32, apart: i32, step: i32): i32 {
  let to = kept;
  for (let line = 0; line < count; line++) {
    const start = line * apart;
    let same = 1;
    while (same < length && from.at(start + same * step) === from.at(start)) same++;
    if (same >= length && length > 0) continue;
    store<i32>(to, line);
    to += 4;
  }
  return <i32>((to - kept) >> 2);
}

function compressRows(value: Value): Value {
  const rows = rowsOf(value);
  const count = sizeOf(value);
  const width = shortest(rows, count);
  const dropped = newItems(width);
  for (let column = 0; column < width; column++) dropped.put(column, i32(isColumnAlike(rows, count, column)));
  const made = newItems(count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = itemAt(rows, i);
    if (isRowAlike(row)) continue;
    const items = newItems(sizeOf(row));
    let length = 0;
    for (let column = 0; column < sizeOf(row); column++)
      if (column >= width || dropped.at(column) === 0) items.put(length++, memberAt(row, column));
    made.put(kept++, tupleFrom(items, length));
  }
  made.count = kept;
  return fromRows(made);
}

/** Whether the rows, at least one, have equal items in this column. */
function isColumnAlike(rows: usize, count: i32, column: i32): bool {
  const head = memberAt(itemAt(rows, 0), column);
  for (let i = 1; i < count; i++) if (!equal(memberAt(itemAt(rows, i), column), head)) return false;
  return true;
}

/** Whether the row has items, and equal ones. */
function isRowAlike(row: Value): bool {
  if (sizeOf(row) === 0) return false;
  const head = memberAt(row, 0);
  for (let i = 1; i < sizeOf(row); i++) if (!equal(memberAt(row, i), head)) return false;
  return true;
}
