/**
 * Sets of indices made from bounds, and indices read from patches. Whatever would hold a position out of
 * the range of pack.ts is refused with a fault of kind 'size': such a set could not be used as a patch.
 */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch } from './build';
import { packIndex, PLACE_HIGH, PLACE_LOW, PLACE_MASK } from './pack';
import { boxOf } from './read';
import { Kind, newPatch, Patch, Value } from './layout';

/** One row down, as a difference of packed numbers; one column to the right is 1. */
export const ROW_STEP: i32 = 1 << 12;

/** Refuses a position that cannot be packed. */
@inline
export function requirePlace(row: i64, column: i64): void {
  if (row < PLACE_LOW || row > PLACE_HIGH || column < PLACE_LOW || column > PLACE_HIGH)
    refusePlace(row, column);
}

/** Numbers beyond 32 bits are told as the nearest within. */
function refusePlace(row: i64, column: i64): void {
  fail(Reason.POSITION_RANGE, told(row), told(column));
}

function told(number: i64): i32 {
  return <i32>min<i64>(max<i64>(number, i32.MIN_VALUE), i32.MAX_VALUE);
}

/** All positions of the box, whose bounds are inclusive. */
export function rectangle(top: i32, left: i32, bottom: i32, right: i32): Value {
  const width = right - left + 1;
  make(<i64>(bottom - top + 1) * width);
  requirePlace(top, left);
  requirePlace(bottom, right);
  const made = newPatch(0, (bottom - top + 1) * width);
  let to = made.packed;
  for (let row = top; row <= bottom; row++) to = putRow(to, packIndex(row, left), width);
  putBox(made, top, left, bottom, right);
  return changetype<i32>(made);
}

/** The positions on the edge of the box, which is one cell thick. */
export function outline(top: i32, left: i32, bottom: i32, right: i32): Value {
  const height = bottom - top + 1;
  const width = right - left + 1;
  if (height <= 2 || width <= 2) return rectangle(top, left, bottom, right);
  make(2 * (height + width) - 4);
  requirePlace(top, left);
  requirePlace(bottom, right);
  const made = newPatch(0, 2 * (height + width) - 4);
  let to = putRow(made.packed, packIndex(top, left), width);
  for (let row = top + 1; row < bottom; row++, to += 8) {
    store<i32>(to, packIndex(row, left));
    store<i32>(to, packIndex(row, right), 4);
  }
  putRow(to, packIndex(bottom, left), width);
  putBox(made, top, left, bottom, right);
  return changetype<i32>(made);
}

/** Writes `count` packed numbers from `code` up and gives the place after them. */
@inline
export function putRow(to: usize, code: i32, count: i32): usize {
  for (const end = to + ((<usize>count) << 2); to < end; to += 4) store<i32>(to, code++);
  return to;
}

/**
 * The positions from (row, column) on, `length` >= 1 of them. One step leads `down` 0 or 1 rows and `across` -1, 0
 * or 1 columns, and never up, so that the positions ascend.
 */
export function segment(row: i64, column: i64, down: i32, across: i32, length: i64): Value {
  make(length);
  requirePlace(row, column);
  requirePlace(row + (length - 1) * down, column + (length - 1) * across);
  const made = newPatch(0, <i32>length);
  const step = down * ROW_STEP + across;
  let code = packIndex(<i32>row, <i32>column);
  for (let i = 0; i < made.count; i++, code += step) made.put(i, code);
  return changetype<i32>(made);
}

/** The distinct positions of a patch or a view that has members, without colours. */
export function placesOf(it: Patch): Value {
  if (!it.coloured && it.kind === Kind.PATCH) return changetype<i32>(it);
  make(it.count);
  const made = newPatch(0, it.count);
  for (let i = 0; i < it.count; i++) made.put(i, it.at(i) & PLACE_MASK);
  if (it.bottom >= it.top) putBox(made, it.top, it.left, it.bottom, it.right);
  return finishPatch(made, it.count);
}

/** The members of a patch or a view that has some as a set, moved by whole rows and columns. */
export function moved(it: Patch, rows: i64, columns: i64): Value {
  make(it.count);
  boxOf(it);
  requirePlace(it.top + rows, it.left + columns);
  requirePlace(it.bottom + rows, it.right + columns);
  if (it.kind === Kind.PATCH) return movedBy(it, <i32>rows, <i32>columns);
  return finishPatch(shifted(it, <i32>rows, <i32>columns), it.count);
}

/** As `moved` for a patch, unpaid and within range. Adding one number to all keeps their order. */
function movedBy(it: Patch, rows: i32, columns: i32): Value {
  return changetype<i32>((rows | columns) === 0 ? it : shifted(it, rows, columns));
}

function shifted(it: Patch, rows: i32, columns: i32): Patch {
  boxOf(it);
  const count = it.count;
  const made = newPatch(it.coloured, count);
  const difference = rows * ROW_STEP + columns;
  const apart = made.packed - it.packed;
  const end = it.packed + ((<usize>count) << 2);
  for (let from = it.packed; from < end; from += 4) store<i32>(from + apart, load<i32>(from) + difference);
  putBox(made, it.top + rows, it.left + columns, it.bottom + rows, it.right + columns);
  return made;
}

/** Fills in a bounding box that is known. */
@inline
export function putBox(it: Patch, top: i32, left: i32, bottom: i32, right: i32): void {
  it.top = top;
  it.left = left;
  it.bottom = bottom;
  it.right = right;
}
