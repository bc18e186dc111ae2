/** Patches mirrored and enlarged within their bounding box. Runs of packed numbers keep the results in order. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch } from '../values/build';
import { canPackPlace, columnOf, PLACE_MASK, rowOf } from '../values/pack';
import { putBox, putRow, ROW_STEP } from '../values/places';
import { boxOf } from '../values/read';
import { newPatch, Patch, Value } from '../values/layout';
import { EMPTY_SET } from '../values/value';

const COLUMN_MASK = 0xfff;
/** From here on a number need not be an i64. */
const LARGE: f64 = 9.0e18;

/** Upside down: row i becomes top + bottom - i. The members of `it` ascend. */
export function patchUpDown(it: Patch): Value {
  requireBox(it);
  make(it.count);
  const made = newPatch(it.coloured, it.count);
  const end = endOf(it);
  let to = made.packed;
  for (let from = it.packed; from < end;) {
    const colourEnd = endOfRun(from, end, 24);
    // The rows of this colour, the last one first.
    let low = to + (colourEnd - from);
    to = low;
    while (from < colourEnd) {
      const rowEnd = endOfRun(from, colourEnd, 12);
      low -= rowEnd - from;
      const shift = (it.top + it.bottom - 2 * rowOf(load<i32>(from))) * ROW_STEP;
      for (let at = low; from < rowEnd; from += 4, at += 4) store<i32>(at, load<i32>(from) + shift);
    }
  }
  putBox(made, it.top, it.left, it.bottom, it.right);
  return changetype<i32>(made);
}

/** Left to right: column j becomes left + right - j. The members of `it` ascend. */
export function patchLeftRight(it: Patch): Value {
  requireBox(it);
  make(it.count);
  const made = newPatch(it.coloured, it.count);
  const end = endOf(it);
  const apart = made.packed - it.packed;
  const sum = it.left + it.right + 2048;
  for (let from = it.packed; from < end;) {
    const rowEnd = endOfRun(from, end, 12);
    for (let to = rowEnd + apart; from < rowEnd; from += 4) {
      const code = load<i32>(from);
      to -= 4;
      store<i32>(to, code + sum - 2 * (code & COLUMN_MASK));
    }
  }
  putBox(made, it.top, it.left, it.bottom, it.right);
  return changetype<i32>(made);
}

/**
 * About a diagonal; the corner (top, left) of the box stays. Main: (i, j) becomes (top + j - left, left + i - top);
 * else, about the other one, (top + right - j, left + bottom - i).
 */
export function patchTransposed(it: Patch, main: bool): Value {
  requireBox(it);
  make(it.count);
  const top = it.top;
  const left = it.left;
  const bottom = top + it.right - left;
  const right = left + it.bottom - top;
  checkPlace(bottom, right);
  const made = newPatch(it.coloured, it.count);
  const rowBase = main ? top - left : top + it.right;
  const columnBase = main ? left - top : left + it.bottom;
  const sign = main ? 1 : -1;
  for (let i = 0; i < it.count; i++) {
    const code = it.at(i);
    const row = rowBase + sign * columnOf(code);
    const column = columnBase + sign * rowOf(code);
    made.put(i, (code & ~PLACE_MASK) | ((row + 1024) << 12) | (column + 1024));
  }
  putBox(made, top, left, bottom, right);
  return finishPatch(made, it.count);
}

/** Every cell as a block of factor x factor cells, from the top-left corner of the box, which stays. `it` ascends. */
export function patchEnlarged(it: Patch, factor: i64): Value {
  if (it.count === 0) return EMPTY_SET;
  if (!it.coloured) return fail(Reason.NEED_OBJECT, 0);
  if (factor <= 0) return EMPTY_SET;
  boxOf(it);
  const cells = <f64>it.count * <f64>factor * <f64>factor;
  make(cells < LARGE ? <i64>cells : i64.MAX_VALUE);
  const top = it.top;
  const left = it.left;
  const bottom = top + (it.bottom - top + 1) * factor - 1;
  const right = left + (it.right - left + 1) * factor - 1;
  checkPlace(bottom, right);
  return enlarged(it, <i32>factor, <i32>bottom, <i32>right);
}

function enlarged(it: Patch, factor: i32, bottom: i32, right: i32): Value {
  const made = newPatch(it.coloured, it.count * factor * factor);
  const top = it.top;
  const left = it.left;
  const end = endOf(it);
  let to = made.packed;
  for (let from = it.packed; from < end;) {
    const rowEnd = endOfRun(from, end, 12);
    const row = top + (rowOf(load<i32>(from)) - top) * factor;
    let code = (load<i32>(from) & ~PLACE_MASK) + (row + 1024) * ROW_STEP + 1024 + left;
    for (let down = 0; down < factor; down++, code += ROW_STEP)
      for (let at = from; at < rowEnd; at += 4)
        to = putRow(to, code + (columnOf(load<i32>(at)) - left) * factor, factor);
    from = rowEnd;
  }
  putBox(made, top, left, bottom, right);
  return changetype<i32>(made);
}

function requireBox(it: Patch): void {
  if (it.count === 0) fail(Reason.NO_BOX, 0);
  boxOf(it);
}

function checkPlace(row: i64, column: i64): void {
  const low = <i32>min<i64>(row, i32.MAX_VALUE);
  const right = <i32>min<i64>(column, i32.MAX_VALUE);
  if (!canPackPlace(low, right)) fail(Reason.PLACE_RANGE, low, right);
}

@inline
function endOf(it: Patch): usize {
  return it.packed + ((<usize>it.count) << 2);
}

/** One past the last member from `from` on, before `end`, that agrees with that one from bit `shift` up. */
@inline
function endOfRun(from: usize, end: usize, shift: i32): usize {
  const prefix = load<i32>(from) >> shift;
  do from += 4;
  while (from < end && load<i32>(from) >> shift === prefix);
  return from;
}
