/** Making and moving sets of positions. None of them is clipped to a grid. */
import { Room, scratch } from '../memory';
import { burn, make } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch, setFrom } from '../values/build';
import { sizeOf } from '../values/container';
import { columnOf, packIndex, rowOf } from '../values/pack';
import { moved, outline, placesOf, putBox, rectangle, requirePlace, ROW_STEP } from '../values/places';
import { boxed, boxOf, firstRowLength, toContainer, toPatch } from '../values/read';
import { grid, newItems, newPatch, Patch, Value } from '../values/layout';
import { EMPTY_SET, EMPTY_TUPLE, isGrid, isTuple } from '../values/value';
import { one, two, twoIntegers } from './rows';

export function asindices(value: Value): Value {
  if (sizeOf(toContainer(value)) === 0) return EMPTY_SET;
  const width = firstRowLength(value);
  return width === 0 ? EMPTY_SET : rectangle(0, 0, sizeOf(value) - 1, width - 1);
}

/** A tuple of bare indices stays as it is, and so does a grid, whose rows pass for indices. */
export function toindices(piece: Value): Value {
  if (isGrid(piece) && grid(piece).width >= 2) return piece;
  const it = toPatch(piece);
  if (it.count === 0) return EMPTY_SET;
  return it.coloured ? placesOf(it) : piece;
}

/** An empty patch stays as it is, whatever the directions. */
export function shift(piece: Value, directions: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return piece;
  twoIntegers(directions, true);
  return moved(it, one, two);
}

export function normalize(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return piece;
  boxOf(it);
  return moved(it, -it.top, -it.left);
}

/** The four positions that share an edge with the location. */
export function dneighbors(loc: Value): Value {
  const made = around(loc, 4);
  const middle = middleOf(made);
  made.put(0, middle - ROW_STEP);
  made.put(1, middle - 1);
  made.put(2, middle + 1);
  made.put(3, middle + ROW_STEP);
  return changetype<i32>(made);
}

/** The four positions that touch the location at a corner. */
export function ineighbors(loc: Value): Value {
  const made = around(loc, 4);
  const middle = middleOf(made);
  made.put(0, middle - ROW_STEP - 1);
  made.put(1, middle - ROW_STEP + 1);
  made.put(2, middle + ROW_STEP - 1);
  made.put(3, middle + ROW_STEP + 1);
  return changetype<i32>(made);
}

/** The eight positions around the location. */
export function neighbors(loc: Value): Value {
  const made = around(loc, 8);
  const middle = middleOf(made);
  made.put(0, middle - ROW_STEP - 1);
  made.put(1, middle - ROW_STEP);
  made.put(2, middle - ROW_STEP + 1);
  made.put(3, middle - 1);
  made.put(4, middle + 1);
  made.put(5, middle + ROW_STEP - 1);
  made.put(6, middle + ROW_STEP);
  made.put(7, middle + ROW_STEP + 1);
  return changetype<i32>(made);
}

/** Room for `count` indices around the location, with their bounding box. */
function around(loc: Value, count: i32): Patch {
  twoIntegers(loc, false);
  requirePlace(one - 1, two - 1);
  requirePlace(one + 1, two + 1);
  const made = newPatch(0, count);
  const row = <i32>one;
  const column = <i32>two;
  putBox(made, row - 1, column - 1, row + 1, column + 1);
  return made;
}

/** The packed index in the middle of the box of three rows and columns. */
@inline
function middleOf(it: Patch): i32 {
  return packIndex(it.top + 1, it.left + 1);
}

/** The corners of the box of nothing are (), and so the set of them has one member. */
export function corners(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return cornersOfNothing();
  burn(it.count);
  boxOf(it);
  const made = newPatch(0, 4);
  made.put(0, packIndex(it.top, it.left));
  made.put(1, packIndex(it.top, it.right));
  made.put(2, packIndex(it.bottom, it.left));
  made.put(3, packIndex(it.bottom, it.right));
  putBox(made, it.top, it.left, it.bottom, it.right);
  return finishPatch(made, 4);
}

function cornersOfNothing(): Value {
  const items = newItems(1);
  items.put(0, EMPTY_TUPLE);
  return setFrom(items, 1);
}

export function backdrop(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return EMPTY_SET;
  burn(it.count);
  boxOf(it);
  return rectangle(it.top, it.left, it.bottom, it.right);
}

export function delta(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return EMPTY_SET;
  if (isTuple(piece) && !it.coloured) return fail(Reason.NEED_INDICES, piece);
  burn(it.count);
  return gapsIn(boxOf(it));
}

/** The positions of the box that the patch does not hold; one mark a position. */
function gapsIn(it: Patch): Value {
  const width = it.right - it.left + 1;
  const area = (it.bottom - it.top + 1) * width;
  make(area);
  const taken = scratch(Room.BOARD, area + 7);
  for (let mark = taken; mark < taken + area; mark += 8) store<u64>(mark, 0);
  let gaps = area;
  for (let i = 0; i < it.count; i++) {
    const at = taken + (rowOf(it.at(i)) - it.top) * width + columnOf(it.at(i)) - it.left;
    gaps -= 1 - load<u8>(at);
    store<u8>(at, 1);
  }
  if (gaps === 0) return EMPTY_SET;
  const made = newPatch(0, gaps);
  const last = made.packed + ((<usize>(gaps - 1)) << 2);
  let to = made.packed;
  let at = taken;
  for (let row = it.top; to <= last; row++) {
    let code = packIndex(row, it.left);
    for (const stop = code + width; code < stop && to <= last; code++, at++) {
      // What is taken is written over by the next position.
      store<i32>(to, code);
      to += (<usize>(1 - load<u8>(at))) << 2;
    }
  }
  return changetype<i32>(made);
}

/** Bounds that pass each other change places: a box one wide becomes three wide. */
export function inbox(piece: Value): Value {
  const it = boxed(piece);
  burn(sizeOf(piece));
  return outline(
    min(it.top + 1, it.bottom - 1),
    min(it.left + 1, it.right - 1),
    max(it.top + 1, it.bottom - 1),
    max(it.left + 1, it.right - 1),
  );
}

export function outbox(piece: Value): Value {
  const it = boxed(piece);
  burn(sizeOf(piece));
  return outline(it.top - 1, it.left - 1, it.bottom + 1, it.right + 1);
}

export function box(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return piece;
  burn(it.count);
  boxOf(it);
  return outline(it.top, it.left, it.bottom, it.right);
}
