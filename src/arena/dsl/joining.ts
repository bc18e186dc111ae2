/** Grids joined and split. Any tuple is read as a grid. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { copyCells } from '../values/grids';
import { toContainer, toInteger } from '../values/read';
import { grid, newGrid, newItems, Value } from '../values/layout';
import { EMPTY_TUPLE, isGrid, isTuple } from '../values/value';
import { fromRows, payGrid, tupleItems } from './rows';
import { sliced } from './slicing';

/** The grids side by side, `a` left of `b`. Rows without a counterpart are dropped. */
export function hconcat(a: Value, b: Value): Value {
  if (!isGrid(a) || !isGrid(b)) return hconcatRows(a, b);
  const left = grid(a);
  const right = grid(b);
  const height = min(left.height, right.height);
  payGrid(height, left.width + right.width);
  const made = newGrid(height, left.width + right.width);
  const leftStride = (<usize>left.width) << 1;
  const rightStride = (<usize>right.width) << 1;
  let fromLeft = left.cells;
  let fromRight = right.cells;
  let to = made.cells;
  for (let row = 0; row < height; row++) {
    copyCells(to, fromLeft, left.width);
    copyCells(to + leftStride, fromRight, right.width);
    fromLeft += leftStride;
    fromRight += rightStride;
    to += leftStride + rightStride;
  }
  return changetype<i32>(made);
}

function hconcatRows(a: Value, b: Value): Value {
  const left = tupleItems(a);
  const right = tupleItems(b);
  const height = min(sizeOf(a), sizeOf(b));
  const rows = newItems(height);
  for (let i = 0; i < height; i++) {
    const start = requireTuple(itemAt(left, i));
    rows.put(i, joined(start, requireTuple(itemAt(right, i))));
  }
  return fromRows(rows);
}

/** The value itself, which is a tuple. */
export function requireTuple(value: Value): Value {
  return isTuple(value) ? value : fail(Reason.NEED_GRID, value);
}

/** The items of both tuples as one tuple. */
function joined(a: Value, b: Value): Value {
  const items = newItems(sizeOf(a) + sizeOf(b));
  for (let i = 0; i < sizeOf(a); i++) items.put(i, memberAt(a, i));
  for (let i = 0; i < sizeOf(b); i++) items.put(sizeOf(a) + i, memberAt(b, i));
  return tupleFrom(items, items.count);
}

/** The grids one above the other, `a` on top. */
export function vconcat(a: Value, b: Value): Value {
  if (!isGrid(a) || !isGrid(b) || grid(a).width !== grid(b).width) {
    requireTuple(a);
    requireTuple(b);
    make(<i64>sizeOf(a) + sizeOf(b));
    if (sizeOf(b) === 0) return a;
    return sizeOf(a) === 0 ? b : joined(a, b);
  }
  const upper = grid(a);
  const lower = grid(b);
  payGrid(upper.height + lower.height, upper.width);
  const made = newGrid(upper.height + lower.height, upper.width);
  copyCells(made.cells, upper.cells, upper.area);
  copyCells(made.cells + ((<usize>upper.area) << 1), lower.cells, lower.area);
  return changetype<i32>(made);
}

/** `n` grids side by side; a separating column is skipped where the width does not divide by `n`. */
export function hsplit(value: Value, n: Value): Value {
  return split(value, n, true);
}

/** `n` grids from top to bottom; a separating row is skipped where the height does not divide by `n`. */
export function vsplit(value: Value, n: Value): Value {
  return split(value, n, false);
}

function split(value: Value, n: Value, byColumns: bool): Value {
  const height = rowCount(value);
  const width = firstWidth(value);
  const total: i64 = byColumns ? width : height;
  const count = toInteger(n);
  if (count === 0) return fail(Reason.DIVISION, 0);
  make(max<i64>(count, 0));
  if (count < 0) return EMPTY_TUPLE;
  const length = total / count;
  const step = length + i64(total % count !== 0);
  const parts = newItems(<i32>count);
  for (let i = 0; i < parts.count; i++) {
    const start = i * step;
    parts.put(
      i,
      byColumns
        ? sliced(value, 0, height, start, start + length)
        : sliced(value, start, start + length, 0, width),
    );
  }
  return tupleFrom(parts, parts.count);
}

/** The number of rows of a tuple, at least 1. */
function rowCount(value: Value): i32 {
  requireTuple(value);
  return sizeOf(value) === 0 ? fail(Reason.NO_ROWS, 0) : sizeOf(value);
}

/** The length of the first row of a tuple that has one. */
function firstWidth(value: Value): i32 {
  return isGrid(value) ? grid(value).width : sizeOf(toContainer(memberAt(value, 0)));
}
