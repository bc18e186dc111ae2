/** The conversions of arguments that the primitives share. Each fails where the value is of another kind. */
import { fail, Reason } from '../reason';
import { memberAt, sizeOf } from './container';
import { canPackPlace, columnOf, packColour, packIndex, rowOf } from './pack';
import { fnOf, Fn, grid, itemsOf, Kind, newPatch, patch, Patch, Value } from './layout';
import {
  isContainer,
  isFunction,
  isInteger,
  isKind,
  isSet,
  isSmall,
  isTuple,
  isVector,
  kindOf,
  longOf,
  placeOf,
  smallOf,
} from './value';

export function toFn(value: Value): Fn {
  if (!isFunction(value)) fail(Reason.NEED_FUNCTION, value);
  return fnOf(value);
}

/** Booleans count as 0 and 1. */
export function toInteger(value: Value): i64 {
  if (isSmall(value)) return smallOf(value);
  if (!isInteger(value)) fail(Reason.NEED_INTEGER, value);
  return longOf(value);
}

/** The value itself, which is a tuple or a set. */
@inline
export function toContainer(value: Value): Value {
  return isContainer(value) ? value : fail(Reason.NEED_CONTAINER, value);
}

export function toSet(value: Value): Value {
  return isSet(value) ? value : fail(Reason.NEED_SET, value);
}

export function toTuple(value: Value): Value {
  return isTuple(value) ? value : fail(Reason.NEED_TUPLE, value);
}

/**
 * A set or a tuple read as a patch: its cells or indices in iteration order (ascending for a set; as they
 * come, repetitions included, for a tuple). Empty containers give no cells. Fails for anything else.
 */
export function toPatch(value: Value): Patch {
  const kind = kindOf(value);
  if (kind === Kind.PATCH) return patch(value);
  let view: Patch = changetype<Patch>(0);
  if (kind === Kind.TUPLE || kind === Kind.SET) view = viewOfItems(value);
  else if (kind === Kind.GRID) view = viewOfGrid(value);
  if (changetype<usize>(view) === 0) fail(Reason.NEED_PATCH, value);
  return view;
}

function newView(coloured: bool, count: i32): Patch {
  const view = newPatch(coloured ? 1 : 0, count);
  view.kind = Kind.VIEW;
  return view;
}

/** The members of a tuple or a general set packed; 0 where one is no cell (or index, by the first one). */
function viewOfItems(value: Value): Patch {
  const items = itemsOf(value);
  if (items.count === 0) return newView(false, 0);
  const head = items.at(0);
  if (!isVector(head) && (!isKind(head, Kind.TUPLE) || itemsOf(head).count !== 2)) return changetype<Patch>(0);
  const coloured = !isVector(head) && isContainer(itemsOf(head).at(1));
  const view = newView(coloured, items.count);
  for (let i = 0; i < items.count; i++) {
    const code = coloured ? packedCell(items.at(i)) : packedIndex(items.at(i));
    if (code < 0) return changetype<Patch>(0);
    view.put(i, code);
  }
  return view;
}

/** The packed index of a tuple of two integers or booleans, or -1. */
function packedIndex(value: Value): i32 {
  if (isVector(value)) return placeOf(value);
  if (!isKind(value, Kind.TUPLE) || itemsOf(value).count !== 2) return -1;
  const row = itemsOf(value).at(0);
  const column = itemsOf(value).at(1);
  if (!isInteger(row) || !isInteger(column)) return -1;
  const r = longOf(row);
  const c = longOf(column);
  if (r < -1024 || r > 3071 || c < -1024 || c > 3071) return -1;
  return packIndex(<i32>r, <i32>c);
}

/** The packed cell of (colour, place), whose numbers may be booleans, or -1. */
function packedCell(value: Value): i32 {
  if (!isKind(value, Kind.TUPLE) || itemsOf(value).count !== 2) return -1;
  const colour = itemsOf(value).at(0);
  if (!isInteger(colour)) return -1;
  const number = longOf(colour);
  if (number < -32 || number > 95) return -1;
  const place = packedIndex(itemsOf(value).at(1));
  return place < 0 ? -1 : packColour(<i32>number) | place;
}

/** A tuple of vectors is stored as a grid of two columns; 0 where it is none of indices. */
function viewOfGrid(value: Value): Patch {
  const from = grid(value);
  if (from.width !== 2) return changetype<Patch>(0);
  const view = newView(false, from.count);
  for (let i = 0; i < from.count; i++) {
    const row = from.at(2 * i);
    const column = from.at(2 * i + 1);
    if (!canPackPlace(row, column)) return changetype<Patch>(0);
    view.put(i, packIndex(row, column));
  }
  return view;
}

/** Fills in the bounding box of a patch that has members, unless it is known. */
export function boxOf(it: Patch): Patch {
  if (it.bottom >= it.top) return it;
  // Row and column bits are compared as they are packed.
  let top = 0xfff000;
  let left = 0xfff;
  let bottom = 0;
  let right = 0;
  for (let i = 0; i < it.count; i++) {
    const packed = it.at(i);
    const row = packed & 0xfff000;
    const column = packed & 0xfff;
    top = min(top, row);
    bottom = max(bottom, row);
    left = min(left, column);
    right = max(right, column);
  }
  it.top = rowOf(top);
  it.left = columnOf(left);
  it.bottom = rowOf(bottom);
  it.right = columnOf(right);
  return it;
}

/** A set or a tuple of cells or indices; fails where there are none. */
export function nonEmptyPatch(value: Value): Patch {
  const it = toPatch(value);
  if (it.count === 0) fail(Reason.PATCH_EMPTY, 0);
  return it;
}

/** As `nonEmptyPatch`, with its bounding box. */
@inline
export function boxed(value: Value): Patch {
  return boxOf(nonEmptyPatch(value));
}

/** Rows of any tuple (even one of cells) or rows that the bounding box of a set spans; 0 when empty. */
export function heightOf(piece: Value): i32 {
  if (isTuple(piece)) return sizeOf(piece);
  const it = toPatch(piece);
  if (it.count === 0) return 0;
  boxOf(it);
  return it.bottom - it.top + 1;
}

/** Items in the first row of any tuple (even one of cells) or columns that the box of a set spans; 0 when empty. */
export function widthOf(piece: Value): i32 {
  if (isTuple(piece)) return sizeOf(piece) === 0 ? 0 : firstRowLength(piece);
  const it = toPatch(piece);
  if (it.count === 0) return 0;
  boxOf(it);
  return it.right - it.left + 1;
}

/** The width of a tuple read as a grid; fails for () and for what is no tuple of containers. */
export function firstRowLength(value: Value): i32 {
  if (isKind(value, Kind.GRID)) return grid(value).width;
  if (!isTuple(value)) return fail(Reason.NEED_GRID, value);
  if (sizeOf(value) === 0) return fail(Reason.NO_ROWS, 0);
  const row = memberAt(value, 0);
  return isContainer(row) ? sizeOf(row) : fail(Reason.NEED_ROW, row);
}
