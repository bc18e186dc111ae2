/** Making values in their canonical representation. */
import { alloc, shrinkLast } from '../memory';
import { compare, comparePatches } from './order';
import { canPackColour, canPackPlace, packColour } from './pack';
import { ascending, sortStably } from './sort';
import { Grid, Items, itemsOf, Kind, newGrid, newItems, newPatch, Patch, patch, Value } from './layout';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  isKind,
  isNumber,
  isPatch,
  isSmall,
  isVector,
  placeOf,
  smallOf,
  vec,
  vectorColumn,
  vectorRow,
} from './value';

/** The items of a row of a grid as which the value could serve; -1 where it is no tuple in general form or vector. */
export function rowLength(value: Value): i32 {
  if (isVector(value)) return 2;
  return isKind(value, Kind.TUPLE) ? itemsOf(value).count : -1;
}

/** Booleans do not make a grid, although True equals 1: what is printed would change. */
export function isGridRow(value: Value): bool {
  if (isVector(value)) return true;
  const row = itemsOf(value);
  for (let i = 0; i < row.count; i++) {
    const cell = row.at(i);
    if (!isSmall(cell) || smallOf(cell) < -32768 || smallOf(cell) > 32767) return false;
  }
  return true;
}

/** The tuple of the first `count` of `items`, which it may take over: a vector, a grid, or a general tuple. */
export function tupleFrom(items: Items, count: i32): Value {
  if (count === 0) return EMPTY_TUPLE;
  items.count = count;
  const head = items.at(0);
  if (isSmall(head)) {
    if (count !== 2 || !isSmall(items.at(1))) return changetype<i32>(items);
    const row = smallOf(head);
    const column = smallOf(items.at(1));
    return canPackPlace(row, column) ? vec(row, column) : changetype<i32>(items);
  }
  const width = rowLength(head);
  if (width < 0) return changetype<i32>(items);
  // Lengths first: rows may be long, and are scanned only where they could make a grid.
  for (let i = 1; i < count; i++) if (rowLength(items.at(i)) !== width) return changetype<i32>(items);
  for (let i = 0; i < count; i++) if (!isGridRow(items.at(i))) return changetype<i32>(items);
  const made = newGrid(count, width);
  for (let i = 0, at = 0; i < count; i++, at += width) putRow(made, at, items.at(i));
  return changetype<i32>(made);
}

/** Writes a row that `isGridRow` from cell `at` on. */
function putRow(into: Grid, at: i32, row: Value): void {
  if (isVector(row)) {
    into.put(at, vectorRow(row));
    into.put(at + 1, vectorColumn(row));
    return;
  }
  const items = itemsOf(row);
  for (let i = 0; i < items.count; i++) into.put(at + i, smallOf(items.at(i)));
}

/** The tuple (a, b). */
export function pairOf(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) {
    const row = smallOf(a);
    const column = smallOf(b);
    if (canPackPlace(row, column)) return vec(row, column);
  }
  const items = newItems(2);
  items.put(0, a);
  items.put(1, b);
  return isSmall(a) ? changetype<i32>(items) : tupleFrom(items, 2);
}

/** The packed index for (row, column), or -1. Packed numbers are never negative. */
@inline
export function packIndexValue(value: Value): i32 {
  return isVector(value) ? placeOf(value) : -1;
}

/** The packed cell for (colour, (row, column)), or -1. */
export function packCellValue(value: Value): i32 {
  if (!isKind(value, Kind.TUPLE)) return -1;
  const cell = itemsOf(value);
  if (cell.count !== 2 || !isSmall(cell.at(0)) || !isVector(cell.at(1))) return -1;
  const colour = smallOf(cell.at(0));
  return canPackColour(colour) ? packColour(colour) | placeOf(cell.at(1)) : -1;
}

/** The patch of all items, packed, or 0 where one is no packable cell (or index, by the first one). */
function packAll(items: Items, count: i32): Value {
  const coloured = !isVector(items.at(0));
  const packed = newPatch(coloured ? 1 : 0, count);
  for (let i = 0; i < count; i++) {
    const code = coloured ? packCellValue(items.at(i)) : packIndexValue(items.at(i));
    if (code < 0) return 0;
    packed.put(i, code);
  }
  return finishPatch(packed, count);
}

/**
 * The set of the first `count` members that were put into `made`, in any order, repetitions allowed. `made` must be
 * the object allocated last.
 */
export function finishPatch(made: Patch, count: i32): Value {
  return sortedPatch(made, count === 0 ? 0 : ascending(made.packed, count));
}

/** As `finishPatch` for members that ascend strictly. */
export function sortedPatch(made: Patch, count: i32): Value {
  if (count === 0) return EMPTY_SET;
  made.count = count;
  shrinkLast(changetype<usize>(made), 32 + ((<usize>count) << 2));
  return changetype<i32>(made);
}

/**
 * The set of the first `count` of `items`, in any order and with repetitions; of equal ones the first one given is
 * kept. Takes `items` over.
 */
export function setFrom(items: Items, count: i32): Value {
  if (count === 0) return EMPTY_SET;
  const head = items.at(0);
  const pair = isVector(head) || (isKind(head, Kind.TUPLE) && itemsOf(head).count === 2);
  if (pair && (isVector(head) || !isNumber(itemsOf(head).at(1)))) {
    const packed = packAll(items, count);
    if (packed !== 0) return packed;
  }
  const kept = distinct(items.items, count);
  // An item such as (True, 0) cannot be packed; where it gave way to an equal one, the rest may be.
  if (kept < count && (isVector(head) || isKind(head, Kind.TUPLE))) return setFrom(items, kept);
  return sortedSet(items, kept);
}

/** The set of the first `count` of `items`, which ascend strictly; a set of cells or indices must come from `setFrom`. */
export function sortedSet(items: Items, count: i32): Value {
  if (count === 0) return EMPTY_SET;
  items.kind = Kind.SET;
  items.hash = 0;
  items.count = count;
  return changetype<i32>(items);
}

/** Makes `count` >= 1 handles ascending and distinct and gives how many are left. The first of equal ones is kept. */
export function distinct(items: usize, given: i32): i32 {
  const count = withOneEmptySet(items, given);
  const order = orderFor(items, count);
  if (doAscend(items, count, order)) return count;
  sortStably(items, count, order, alloc((<usize>count) << 2));
  let kept = 1;
  for (let i = 1; i < count; i++) {
    const item = load<i32>(items + ((<usize>i) << 2));
    if (order(load<i32>(items + ((<usize>(kept - 1)) << 2)), item) !== 0)
      store<i32>(items + ((<usize>(kept++)) << 2), item);
  }
  return kept;
}

/** Drops all empty sets but the first: a function that is mapped may give many. Gives how many items are left. */
function withOneEmptySet(items: usize, count: i32): i32 {
  let kept = 0;
  let found = false;
  for (let i = 0; i < count; i++) {
    const item = load<i32>(items + ((<usize>i) << 2));
    if (item === EMPTY_SET) {
      if (found) continue;
      found = true;
    }
    store<i32>(items + ((<usize>(kept++)) << 2), item);
  }
  return kept;
}

function compareHandles(a: Value, b: Value): i32 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As `compare` for patches of one kind and the empty set. */
function comparePatchesOrNone(a: Value, b: Value): i32 {
  if (a === EMPTY_SET || b === EMPTY_SET) return i32(b === EMPTY_SET) - i32(a === EMPTY_SET);
  return comparePatches(a, b);
}

/** The comparison that does for all items: integers in handles and patches of one kind have simpler ones. */
function orderFor(items: usize, count: i32): (a: i32, b: i32) => i32 {
  const first = load<i32>(items);
  if (isSmall(first)) {
    for (let i = 1; i < count; i++) if (!isSmall(load<i32>(items + ((<usize>i) << 2)))) return compare;
    return compareHandles;
  }
  const head = first === EMPTY_SET && count > 1 ? load<i32>(items, 4) : first;
  if (!isPatch(head)) return compare;
  const coloured = patch(head).coloured;
  let empty = false;
  for (let i = 0; i < count; i++) {
    const item = load<i32>(items + ((<usize>i) << 2));
    if (item === EMPTY_SET) empty = true;
    else if (!isPatch(item) || patch(item).coloured !== coloured) return compare;
  }
  return empty ? comparePatchesOrNone : comparePatches;
}

/** As they often do: what is mapped from a set tends to keep its order. */
function doAscend(items: usize, count: i32, order: (a: i32, b: i32) => i32): bool {
  for (let i = 1; i < count; i++) {
    const before = load<i32>(items + ((<usize>(i - 1)) << 2));
    if (order(before, load<i32>(items + ((<usize>i) << 2))) >= 0) return false;
  }
  return true;
}
