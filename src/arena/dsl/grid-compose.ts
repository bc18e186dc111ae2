/** Grids made, joined, split and written to. Any tuple is read as a grid. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { fillCells } from '../values/grids';
import { equal } from '../values/order';
import { grid, newGrid, newItems, UNKNOWN, Value } from '../values/layout';
import { EMPTY_TUPLE, isGrid } from '../values/value';
import { backgroundOf } from './background';
import { requireTuple } from './joining';
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
import { OWN, written } from './writing';

export { hconcat, hsplit, vconcat, vsplit } from './joining';
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
  fillCells(made.cells, colour, made.area);
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
