/** Turns and mirrors of grids, of tuples read as grids, and of patches. */
import { make } from '../meter';
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { flipped, transposed } from '../values/grids';
import { toPatch } from '../values/read';
import { grid, Items, newItems, Value } from '../values/layout';
import { isGrid, isTuple } from '../values/value';
import { patchLeftRight, patchTransposed, patchUpDown } from './patch-transform';
import { fromRows, payGrid, rowsOf, shortest, tupleRowsOf } from './rows';

/** The grid after a quarter turn clockwise. */
export function rot90(value: Value): Value {
  if (isGrid(value)) return transposedGrid(value, true, false);
  const rows = rowsOf(value);
  return fromRows(columns(reversedItems(rows, sizeOf(value)).items, sizeOf(value), false));
}

/** The grid after half a turn. */
export function rot180(value: Value): Value {
  return isGrid(value) ? flippedGrid(value, true, true) : fromRows(turned(value));
}

/** The grid after a quarter turn anticlockwise. */
export function rot270(value: Value): Value {
  if (isGrid(value)) return transposedGrid(value, false, true);
  return fromRows(columns(rowsOf(value), sizeOf(value), true));
}

/** Top and bottom swapped; a patch is flipped within its bounding box. */
export function hmirror(piece: Value): Value {
  if (isGrid(piece)) return flippedGrid(piece, true, false);
  if (!isTuple(piece)) return patchUpDown(toPatch(piece));
  make(sizeOf(piece));
  return reversed(piece);
}

/** Left and right swapped; a patch is flipped within its bounding box. */
export function vmirror(piece: Value): Value {
  if (isGrid(piece)) return flippedGrid(piece, false, true);
  if (!isTuple(piece)) return patchLeftRight(toPatch(piece));
  const rows = tupleRowsOf(piece);
  const count = sizeOf(piece);
  const made = newItems(count);
  for (let i = 0; i < count; i++) made.put(i, reversed(itemAt(rows, i)));
  return fromRows(made);
}

/** Rows and columns swapped. The top-left corner of a patch keeps its place. */
export function dmirror(piece: Value): Value {
  if (isGrid(piece)) return transposedGrid(piece, false, false);
  if (!isTuple(piece)) return patchTransposed(toPatch(piece), true);
  return fromRows(columns(rowsOf(piece), sizeOf(piece), false));
}

/** Mirrored about the diagonal from top right to bottom left. The top-left corner of a patch keeps its place. */
export function cmirror(piece: Value): Value {
  if (isGrid(piece)) return transposedGrid(piece, true, true);
  if (!isTuple(piece)) return patchTransposed(toPatch(piece), false);
  const rows = turned(piece);
  return fromRows(columns(rows.items, rows.count, false));
}

function flippedGrid(value: Value, upDown: bool, leftRight: bool): Value {
  payGrid(grid(value).height, grid(value).width);
  return flipped(grid(value), upDown, leftRight);
}

function transposedGrid(value: Value, upDown: bool, leftRight: bool): Value {
  payGrid(grid(value).height, grid(value).width);
  return transposed(grid(value), upDown, leftRight);
}

/** The columns of `count` rows as rows, as many as the shortest row has items; the last one first where `backwards`. */
function columns(rows: usize, count: i32, backwards: bool): Items {
  const width = shortest(rows, count);
  const made = newItems(width);
  for (let column = 0; column < width; column++) {
    const line = newItems(count);
    for (let i = 0; i < count; i++) line.put(i, memberAt(itemAt(rows, i), column));
    made.put(backwards ? width - 1 - column : column, tupleFrom(line, count));
  }
  return made;
}

/** The rows of a tuple of tuples in reverse order, each reversed. */
function turned(value: Value): Items {
  const rows = reversedItems(tupleRowsOf(value), sizeOf(value));
  for (let i = 0; i < rows.count; i++) rows.put(i, reversed(rows.at(i)));
  return rows;
}

/** The tuple of the members of a tuple in reverse order. */
function reversed(value: Value): Value {
  const count = sizeOf(value);
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(count - 1 - i, memberAt(value, i));
  return tupleFrom(items, count);
}

function reversedItems(from: usize, count: i32): Items {
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(count - 1 - i, itemAt(from, i));
  return items;
}
