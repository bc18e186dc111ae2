/** Grids made, joined, split and written to. Any tuple is read as a grid. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { copyCells, gridOrNone } from '../values/grids';
import { equal } from '../values/order';
import { toContainer, toInteger } from '../values/read';
import {
  EMPTY_TUPLE,
  grid,
  isGrid,
  isTuple,
  Items,
  newGrid,
  newItems,
  UNKNOWN,
  Value,
} from '../values/value';
import { backgroundOf } from './background';
import {
  asColour,
  fromRows,
  one,
  payGrid,
  tupleItems,
  tupleRowsOf,
  two,
  twoIntegers,
  widthOfRows,
} from './rows';
import { sliced } from './slicing';
import { OWN, written } from './writing';

export { move } from './writing';

/** A grid of one colour; `dimensions` are its height and its width. */
export function canvas(value: Value, dimensions: Value): Value {
  twoIntegers(dimensions, false);
  const height = max(one, 0);
  const width = max(two, 0);
  payCanvas(height, width);
  if (height === 0) return EMPTY_TUPLE;
  const colour = asColour(value);
  if (colour === UNKNOWN) return alike(alike(value, <i32>width), <i32>height);
  const made = newGrid(<i32>height, <i32>width);
  const end = made.cells + ((<usize>made.area) << 1);
  for (let at = made.cells; at < end; at += 2) store<i16>(at, colour);
  return changetype<i32>(made);
}

/** As `payGrid` for any sides; those beyond 31 bits are beyond every cap. */
function payCanvas(height: i64, width: i64): void {
  make(min<i64>(height, i32.MAX_VALUE) * max<i64>(min<i64>(width, i32.MAX_VALUE), 1));
}

/** The tuple of `count` times the value. */
function alike(value: Value, count: i32): Value {
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, value);
  return tupleFrom(items, count);
}

/** The grid with the colour `value` at every place of the patch. */
export function fill(onto: Value, value: Value, patch: Value): Value {
  return written(onto, patch, value, false);
}

/** The grid with the colour `value` at those places of the patch that are background. */
export function underfill(onto: Value, value: Value, patch: Value): Value {
  return written(onto, patch, value, true);
}

/** The grid with the cells of the object on top, in their own colours. */
export function paint(onto: Value, obj: Value): Value {
  return written(onto, obj, OWN, false);
}

/** The grid with the cells of the object, in their own colours, where the grid is background. */
export function underpaint(onto: Value, obj: Value): Value {
  return written(onto, obj, OWN, true);
}

/** The grid with background at every place of the patch: it is erased. */
export function cover(onto: Value, patch: Value): Value {
  return written(onto, patch, backgroundOf(onto), false);
}

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
    const one = requireTuple(itemAt(left, i));
    const other = requireTuple(itemAt(right, i));
    rows.put(i, joined(one, other));
  }
  return fromRows(rows);
}

function requireTuple(value: Value): Value {
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

/** The cells on which both grids agree, and the colour `fallback` elsewhere. */
export function cellwise(a: Value, b: Value, fallback: Value): Value {
  const other = asColour(fallback);
  if (!isGrid(a) || !isGrid(b) || other === UNKNOWN) return cellwiseRows(a, b, fallback);
  const left = grid(a);
  const right = grid(b);
  const height = left.height;
  const width = left.width;
  if (width > 0 && (right.height < height || right.width < width)) return fail(Reason.SECOND_SMALLER, 0);
  payGrid(height, width);
  const made = newGrid(height, width);
  let from = left.cells;
  let to = made.cells;
  for (let row = 0; row < height; row++) {
    let beside = right.cells + ((<usize>(row * right.width)) << 1);
    for (const end = from + ((<usize>width) << 1); from < end; from += 2, beside += 2, to += 2) {
      const cell = load<i16>(from);
      store<i16>(to, cell === load<i16>(beside) ? cell : other);
    }
  }
  return changetype<i32>(made);
}

function cellwiseRows(a: Value, b: Value, fallback: Value): Value {
  const left = tupleRowsOf(a);
  const count = sizeOf(a);
  const right = tupleItems(b);
  const width = widthOfRows(left, count);
  if (width > 0 && sizeOf(b) < count) return fail(Reason.SECOND_SMALLER, 0);
  const rows = newItems(count);
  for (let i = 0; i < count; i++)
    rows.put(i, width === 0 ? EMPTY_TUPLE : agreed(itemAt(left, i), itemAt(right, i), width, fallback));
  return fromRows(rows);
}

/** The first `width` items of two rows where they are equal, and the fallback where not. */
function agreed(row: Value, beside: Value, width: i32, fallback: Value): Value {
  requireTuple(beside);
  if (sizeOf(row) < width || sizeOf(beside) < width) fail(Reason.RAGGED_PAIR, 0);
  const items = newItems(width);
  for (let i = 0; i < width; i++) {
    const item = memberAt(row, i);
    items.put(i, equal(item, memberAt(beside, i)) ? item : fallback);
  }
  return tupleFrom(items, width);
}
