/** Containers made from members or from other containers: paid for first, then in canonical representation. */
import { make } from '../meter';
import { pairOf, setFrom, tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { unionOfPatches } from '../values/marks';
import { columnOf, rowOf } from '../values/pack';
import { toContainer } from '../values/read';
import { union } from '../values/sets';
import { Grid, grid, Items, itemsOf, Kind, newGrid, newItems, Patch, patch, Value } from '../values/layout';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  isGrid,
  isKind,
  isNumber,
  isPatch,
  isSet,
  isSmall,
  isTuple,
  isVector,
} from '../values/value';
import { copyRows } from './filtering';

/** The tuple of `items`, which it takes over. */
export function tupleOf(items: Items): Value {
  make(items.count);
  return tupleOfPaid(items);
}

/** As `tupleOf` for two items. */
export function tupleOfTwo(a: Value, b: Value): Value {
  if (!isSmall(a)) {
    const items = newItems(2);
    items.put(0, a);
    items.put(1, b);
    return tupleOf(items);
  }
  make(2);
  return pairOf(a, b);
}

/** As `tupleOf`, with the members paid for, but not yet the cells of the grid that they may make. */
function tupleOfPaid(items: Items): Value {
  const width = rowWidth(items);
  if (width > 1) make(<i64>items.count * <i64>width);
  return tupleFrom(items, items.count);
}

/** The common width of rows of numbers; 0 where the items are others. */
function rowWidth(items: Items): i32 {
  const count = items.count;
  if (count === 0) return 0;
  const head = items.at(0);
  const width = lengthOf(head);
  if (width <= 0) return 0;
  if (!isVector(head)) for (let i = 0; i < width; i++) if (!isNumber(itemsOf(head).at(i))) return 0;
  for (let i = 1; i < count; i++) if (lengthOf(items.at(i)) !== width) return 0;
  return width;
}

/** The number of items of a tuple that is no grid; -1 for other values. */
@inline
function lengthOf(value: Value): i32 {
  if (isVector(value)) return 2;
  return isKind(value, Kind.TUPLE) ? itemsOf(value).count : -1;
}

/** A container of the kind of `like` from `items`, which it takes over. */
export function alike(like: Value, items: Items): Value {
  if (isTuple(like)) return tupleOf(items);
  make(items.count);
  return setFrom(items, items.count);
}

/** Fails unless each of the `count` values at `items` is a container. */
export function needContainers(items: usize, count: i32): void {
  for (let i = 0; i < count; i++) toContainer(itemAt(items, i));
}

/** The members of `count` containers at `parts` in one of the kind of `like`: a union, or one tuple after the other. */
export function join(like: Value, parts: usize, count: i32): Value {
  return isSet(like) ? joinSets(parts, count) : joinTuples(parts, count);
}

/** The number of members of all parts. */
function totalSize(parts: usize, count: i32): i64 {
  let total: i64 = 0;
  for (let i = 0; i < count; i++) total += sizeOf(itemAt(parts, i));
  return total;
}

/** The first part that has members, or -1. */
function firstFilled(parts: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) if (sizeOf(itemAt(parts, i)) > 0) return i;
  return -1;
}

/** The set of the members of all parts, which may be tuples, too. */
function joinSets(parts: usize, count: i32): Value {
  const at = firstFilled(parts, count);
  if (at < 0) return EMPTY_SET;
  const total = totalSize(parts, count);
  make(total);
  const head = itemAt(parts, at);
  if (isSet(head) && sizeOf(head) === total) return head;
  if (arePatches(parts, count, head)) {
    return count === 2 ? union(head, itemAt(parts, 1)) : unionOfPatches(parts, count, <i32>total);
  }
  const items = allMembers(parts, count, <i32>total);
  return setFrom(items, items.count);
}

/** The set of the members of a tuple or a set, paid for. */
export function asSet(container: Value): Value {
  const size = sizeOf(container);
  if (size === 0) return EMPTY_SET;
  make(size);
  if (isSet(container)) return container;
  const items = newItems(size);
  for (let i = 0; i < size; i++) items.put(i, memberAt(container, i));
  return setFrom(items, size);
}

/** Whether all parts that have members are patches of the kind of the first. */
function arePatches(parts: usize, count: i32, head: Value): bool {
  if (!isPatch(head)) return false;
  const coloured = patch(head).coloured;
  for (let i = 0; i < count; i++) {
    const part = itemAt(parts, i);
    if (isPatch(part) ? patch(part).coloured !== coloured : sizeOf(part) > 0) return false;
  }
  return true;
}

function allMembers(parts: usize, count: i32, total: i32): Items {
  const items = newItems(total);
  for (let i = 0, at = 0; i < count; i++) {
    const part = itemAt(parts, i);
    const size = sizeOf(part);
    for (let j = 0; j < size; j++) items.put(at++, memberAt(part, j));
  }
  return items;
}

/** The members of all parts, which may be sets, too, in one tuple. */
export function joinTuples(parts: usize, count: i32): Value {
  const at = firstFilled(parts, count);
  if (at < 0) return EMPTY_TUPLE;
  const head = itemAt(parts, at);
  const total = totalSize(parts, count);
  const width = sharedWidth(parts, count, head);
  make(width > 0 ? total * width : total);
  if (isTuple(head) && sizeOf(head) === total) return head;
  if (width >= 0) return joinRows(parts, count, <i32>total, width);
  return tupleOfPaid(allMembers(parts, count, <i32>total));
}

/** The width of the grid that the members of all parts make together; -1 where they need not make one. */
function sharedWidth(parts: usize, count: i32, head: Value): i32 {
  const width = gridWidth(head);
  if (width < 0) return -1;
  for (let i = 0; i < count; i++) {
    const part = itemAt(parts, i);
    if (gridWidth(part) !== width && sizeOf(part) > 0) return -1;
  }
  return width;
}

/** The width of the grid that the members make as a tuple: 2 for indices, -1 where they need not make a grid. */
function gridWidth(part: Value): i32 {
  if (isGrid(part)) return grid(part).width;
  return isPatch(part) && !patch(part).coloured ? 2 : -1;
}

function joinRows(parts: usize, count: i32, height: i32, width: i32): Value {
  const made = newGrid(height, width);
  for (let i = 0, at = 0; i < count; i++) {
    const part = itemAt(parts, i);
    if (isGrid(part)) {
      copyRows(grid(part), 0, sizeOf(part), made, at);
    } else if (isPatch(part)) {
      putIndices(patch(part), made, at);
    }
    at += sizeOf(part);
  }
  return changetype<i32>(made);
}

/** Writes indices as rows of two cells, from row `at` on. */
function putIndices(from: Patch, to: Grid, at: i32): void {
  for (let i = 0; i < from.count; i++) {
    to.put(2 * (at + i), rowOf(from.at(i)));
    to.put(2 * (at + i) + 1, columnOf(from.at(i)));
  }
}
