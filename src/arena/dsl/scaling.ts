/** Grids, and tuples read as grids, made larger and smaller; objects made larger. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { enlarged, partsOf, sampled } from '../values/grids';
import { toInteger, toPatch } from '../values/read';
import { grid, Items, newItems, Value } from '../values/layout';
import { isGrid, isTuple } from '../values/value';
import { patchEnlarged } from './patch-transform';
import { fromRows, payGrid, rowsOf, tupleItems, tupleRowsOf, widthOfRows } from './rows';

/** Larger factors and sides count as this: no cap allows so many, and products of two stay within 64 bits. */
const MANY: i64 = i32.MAX_VALUE;

/** A factor, at least 0. */
function timesOf(factor: Value): i32 {
  return <i32>min(max(toInteger(factor), 0), MANY);
}

/** As `payGrid` for any factors. */
function payEnlarged(height: i32, down: i32, width: i32, across: i32): void {
  make(min(<i64>height * down, MANY) * max(min(<i64>width * across, MANY), 1));
}

/** The grid with every column repeated `factor` times. */
export function hupscale(value: Value, factor: Value): Value {
  const times = timesOf(factor);
  if (isGrid(value)) {
    const from = grid(value);
    payEnlarged(from.height, 1, from.width, times);
    return enlarged(from, 1, times);
  }
  const rows = rowsOf(value);
  const count = sizeOf(value);
  let size: i64 = 0;
  for (let i = 0; i < count; i++) size += <i64>sizeOf(itemAt(rows, i)) * times;
  make(size);
  const made = newItems(count);
  for (let i = 0; i < count; i++) made.put(i, spread(itemAt(rows, i), times));
  return fromRows(made);
}

/** The grid with every row repeated `factor` times. */
export function vupscale(value: Value, factor: Value): Value {
  const times = timesOf(factor);
  if (isGrid(value)) {
    const from = grid(value);
    payEnlarged(from.height, times, from.width, 1);
    return enlarged(from, times, 1);
  }
  const items = tupleItems(value);
  const count = sizeOf(value);
  make(<i64>count * times);
  const made = newItems(count * times);
  for (let i = 0; i < count; i++) putRepeated(made, i * times, itemAt(items, i), times);
  return tupleFrom(made, made.count);
}

/** Every cell becomes a block of `factor` x `factor` cells. An object grows from its top-left corner. */
export function upscale(element: Value, factor: Value): Value {
  const times = timesOf(factor);
  if (isGrid(element)) {
    const from = grid(element);
    payEnlarged(from.height, times, from.width, times);
    return enlarged(from, times, times);
  }
  if (!isTuple(element)) return patchEnlarged(toPatch(element), times);
  const rows = rowsOf(element);
  const count = sizeOf(element);
  let size: i64 = 0;
  for (let i = 0; i < count; i++) {
    const width = <i64>sizeOf(itemAt(rows, i)) * times + 1;
    size = min(size + min(width, MANY) * times, MANY << 31);
  }
  make(size);
  const made = newItems(count * times);
  for (let i = 0; i < count; i++) putRepeated(made, i * times, spread(itemAt(rows, i), times), times);
  return fromRows(made);
}

/** Every `factor`-th cell of every `factor`-th row, from the top left. */
export function downscale(value: Value, factor: Value): Value {
  const step = <i32>min(abs(toInteger(factor)), MANY);
  if (step === 0) return fail(Reason.DIVISION, 0);
  if (isGrid(value)) {
    payGrid(partsOf(grid(value).height, step), partsOf(grid(value).width, step));
    return sampled(grid(value), step);
  }
  const rows = tupleRowsOf(value);
  const count = sizeOf(value);
  const width = partsOf(widthOfRows(rows, count), step);
  for (let i = 0; i < count; i++)
    if (width > 0 && sizeOf(itemAt(rows, i)) <= (width - 1) * step) fail(Reason.RAGGED, 0);
  const made = newItems(partsOf(count, step));
  for (let i = 0; i < made.count; i++) made.put(i, sampledRow(itemAt(rows, i * step), width, step));
  return fromRows(made);
}

/** The tuple of the first `width` members whose index is a multiple of `step`; there are as many. */
function sampledRow(row: Value, width: i32, step: i32): Value {
  const items = newItems(width);
  for (let i = 0; i < width; i++) items.put(i, memberAt(row, i * step));
  return tupleFrom(items, width);
}

/** The tuple of each member of the row `times` times. */
function spread(row: Value, times: i32): Value {
  const count = sizeOf(row);
  const items = newItems(count * times);
  for (let i = 0; i < count; i++) putRepeated(items, i * times, memberAt(row, i), times);
  return tupleFrom(items, items.count);
}

function putRepeated(items: Items, from: i32, value: Value, times: i32): void {
  for (let i = 0; i < times; i++) items.put(from + i, value);
}
