/** Rectangles cut out of grids, and out of tuples read as grids, by Python's slices. */
import { itemAt, memberAt, sizeOf } from '../values/container';
import { tupleFrom } from '../values/build';
import { fail, Reason } from '../reason';
import { cropped, sliceEnd, sliceStart } from '../values/grids';
import { grid, newItems, Value } from '../values/layout';
import { isGrid, isTuple } from '../values/value';
import { fromRows, payGrid, tupleItems } from './rows';

/** The Python slices [top:bottom] of the rows and [left:right] of the columns of any tuple read as a grid. */
export function sliced(value: Value, top: i64, bottom: i64, left: i64, right: i64): Value {
  if (!isGrid(value)) return slicedRows(value, top, bottom, left, right);
  const from = grid(value);
  const firstRow = sliceStart(from.height, top);
  const rowEnd = sliceEnd(from.height, firstRow, bottom);
  const firstColumn = sliceStart(from.width, left);
  const columnEnd = sliceEnd(from.width, firstColumn, right);
  payGrid(rowEnd - firstRow, columnEnd - firstColumn);
  return cropped(from, firstRow, rowEnd, firstColumn, columnEnd);
}

/** `sliced` for rows of any length and content; those that are cut off need not be tuples. */
function slicedRows(value: Value, top: i64, bottom: i64, left: i64, right: i64): Value {
  const items = tupleItems(value);
  const firstRow = sliceStart(sizeOf(value), top);
  const rowEnd = sliceEnd(sizeOf(value), firstRow, bottom);
  const rows = newItems(rowEnd - firstRow);
  for (let row = firstRow; row < rowEnd; row++) {
    const item = itemAt(items, row);
    if (!isTuple(item)) fail(Reason.NEED_GRID, item);
    const from = sliceStart(sizeOf(item), left);
    rows.put(row - firstRow, part(item, from, sliceEnd(sizeOf(item), from, right)));
  }
  return fromRows(rows);
}

/** The tuple of the members `from` to `to` - 1 of a container. */
export function part(container: Value, from: i32, to: i32): Value {
  const count = to - from;
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, memberAt(container, from + i));
  return tupleFrom(items, count);
}
