/** What the grid families share: reading any tuple as a grid, small arguments, and what a grid costs. */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { toInteger } from '../values/read';
import { tupleFrom } from '../values/build';
import { Items, newItems, UNKNOWN, Value } from '../values/layout';
import { isBoolean, isContainer, isSmall, isTuple, smallOf, TRUE } from '../values/value';

/** The address of the items of a tuple, `sizeOf` of them; fails for what is none. */
export function tupleItems(value: Value): usize {
  if (!isTuple(value)) fail(Reason.NEED_GRID, value);
  return membersOf(value);
}

/** The rows of a tuple of containers (sets are read in order). */
export function rowsOf(value: Value): usize {
  const rows = tupleItems(value);
  for (let i = 0; i < sizeOf(value); i++) if (!isContainer(itemAt(rows, i))) fail(Reason.NEED_ROW, itemAt(rows, i));
  return rows;
}

/** The rows of a tuple of tuples: what slices and subscripts need. */
export function tupleRowsOf(value: Value): usize {
  const rows = tupleItems(value);
  for (let i = 0; i < sizeOf(value); i++) if (!isTuple(itemAt(rows, i))) fail(Reason.NEED_GRID, itemAt(rows, i));
  return rows;
}

/** The members of `count` rows, one after the other, as a general tuple's items: rows x members, flat. */
export function cellsOf(rows: usize, count: i32): Items {
  let total = 0;
  for (let i = 0; i < count; i++) total += sizeOf(itemAt(rows, i));
  const cells = newItems(total);
  for (let i = 0, at = 0; i < count; i++) {
    const row = itemAt(rows, i);
    for (let j = 0; j < sizeOf(row); j++) cells.put(at++, memberAt(row, j));
  }
  return cells;
}

/** The length of the first row, which stands for the width of the grid; fails where there is none. */
export function widthOfRows(rows: usize, count: i32): i32 {
  return count === 0 ? fail(Reason.NO_ROWS, 0) : sizeOf(itemAt(rows, 0));
}

/** The length of the shortest row; 0 where there is no row. */
export function shortest(rows: usize, count: i32): i32 {
  if (count === 0) return 0;
  let least = i32.MAX_VALUE;
  for (let i = 0; i < count; i++) least = min(least, sizeOf(itemAt(rows, i)));
  return least;
}

/** Pays for rows, which are tuples already, once more, and makes them a tuple. */
export function fromRows(rows: Items): Value {
  let size: i64 = rows.count;
  for (let i = 0; i < rows.count; i++) size += sizeOf(rows.at(i));
  make(size);
  return tupleFrom(rows, rows.count);
}

/** Pays for a grid of height x width. A row without cells counts as one element: it takes its place, too. */
@inline
export function payGrid(height: i32, width: i32): void {
  make(<i64>height * <i64>max(width, 1));
}

/** The value as a number that a grid can hold (booleans as 0 and 1), or UNKNOWN. */
export function asColour(value: Value): i32 {
  if (isSmall(value)) {
    const number = smallOf(value);
    return number >= -32768 && number <= 32767 ? number : UNKNOWN;
  }
  return isBoolean(value) ? i32(value === TRUE) : UNKNOWN;
}

/** Where `twoIntegers` leaves what it read. */
export let one: i64 = 0;
export let two: i64 = 0;

/** Reads items 0 and 1 of a tuple as integers into `one` and `two`; further items only unless `exactly` two are meant. */
export function twoIntegers(value: Value, exactly: bool): void {
  if (!isTuple(value)) fail(Reason.NEED_VECTOR, value);
  const size = sizeOf(value);
  if (size < 2 || (exactly && size > 2)) fail(Reason.VECTOR_ITEMS, 0);
  const a = toInteger(memberAt(value, 0));
  two = toInteger(memberAt(value, 1));
  one = a;
}
