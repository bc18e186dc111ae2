/** Straight lines of positions, and the one-coloured lines of a grid. */
import { burn, make } from '../meter';
import { fail, Reason } from '../reason';
import { distinct, pairOf, setFrom } from '../values/build';
import { memberAt, sizeOf } from '../values/container';
import { packCell } from '../values/pack';
import { ROW_STEP, segment } from '../values/places';
import { Grid, Items, newItems, newPatch, Value } from '../values/layout';
import { EMPTY_SET, isNumber, isTuple, longOf, small } from '../values/value';
import { objectSet, packedGrid } from './packed-grid';
import { one, two, twoIntegers } from './rows';

/** The frontiers through a location have this length, whatever the grid. */
const FRONTIER_LENGTH = 30;
/** How many times its direction a ray reaches beyond its start. */
const RAY_STEPS: i64 = 42;

/** The straight line from a to b with both ends; empty unless it runs along a row, a column or a diagonal. */
export function connect(a: Value, b: Value): Value {
  twoIntegers(a, true);
  const row = one;
  const column = two;
  twoIntegers(b, true);
  return straight(row, column, one, two);
}

/** The ray from the start in the direction, 42 times its length: out of any grid. */
export function shoot(start: Value, direction: Value): Value {
  twoIntegers(start, true);
  const row = one;
  const column = two;
  twoIntegers(direction, false);
  return straight(row, column, row + RAY_STEPS * one, column + RAY_STEPS * two);
}

/** Both ends included; empty unless they share a row, a column or a diagonal. No number is beyond 2^60 in size. */
function straight(rowA: i64, columnA: i64, rowB: i64, columnB: i64): Value {
  if (rowB < rowA || (rowB === rowA && columnB < columnA)) return straight(rowB, columnB, rowA, columnA);
  const rows = rowB - rowA;
  const columns = columnB - columnA;
  if (rows !== 0 && columns !== 0 && rows !== abs(columns)) return EMPTY_SET;
  const across = columns > 0 ? 1 : columns < 0 ? -1 : 0;
  return segment(rowA, columnA, i32(rows > 0), across, max(rows, columns) + 1);
}

/** The column of the location, from row 0 to row 29. */
export function vfrontier(location: Value): Value {
  const column = coordinate(location, 1);
  if (isNumber(column)) return segment(0, longOf(column), 1, 0, FRONTIER_LENGTH);
  make(FRONTIER_LENGTH);
  const members = newItems(FRONTIER_LENGTH);
  for (let row = 0; row < FRONTIER_LENGTH; row++) members.put(row, pairOf(small(row), column));
  return setFrom(members, FRONTIER_LENGTH);
}

/** The row of the location, from column 0 to column 29. */
export function hfrontier(location: Value): Value {
  const row = coordinate(location, 0);
  if (isNumber(row)) return segment(longOf(row), 0, 0, 1, FRONTIER_LENGTH);
  make(FRONTIER_LENGTH);
  const members = newItems(FRONTIER_LENGTH);
  for (let column = 0; column < FRONTIER_LENGTH; column++) members.put(column, pairOf(row, small(column)));
  return setFrom(members, FRONTIER_LENGTH);
}

/** Item `index` of a location; further items are ignored, and it need not be a number. */
function coordinate(location: Value, index: i32): Value {
  if (!isTuple(location)) return fail(Reason.NEED_VECTOR, location);
  return index < sizeOf(location) ? memberAt(location, index) : fail(Reason.VECTOR_ITEMS, 0);
}

/** The rows and the columns of the grid that have one colour throughout, each as an object. */
export function frontiers(value: Value): Value {
  const field = packedGrid(value);
  burn(field.area);
  const lines = newItems(field.height + field.width);
  let count = putUniform(lines, 0, field, true);
  count = putUniform(lines, count, field, false);
  lines.count = count === 0 ? 0 : distinct(lines.items, count);
  return objectSet(lines);
}

/** Puts the rows (or the columns) of one colour, as objects, among the lines from `at` on; gives where they end. */
function putUniform(lines: Items, at: i32, field: Grid, rows: bool): i32 {
  const count = rows ? field.height : field.width;
  const length = rows ? field.width : field.height;
  if (length === 0) return at;
  const apart = rows ? field.width : 1;
  const step = rows ? 1 : field.width;
  for (let line = 0; line < count; line++) {
    const start = line * apart;
    const colour = field.at(start);
    let same = 1;
    while (same < length && field.at(start + same * step) === colour) same++;
    if (same < length) continue;
    make(length);
    const made = newPatch(1, length);
    let code = rows ? packCell(colour, line, 0) : packCell(colour, 0, line);
    for (let i = 0; i < length; i++, code += rows ? 1 : ROW_STEP) made.put(i, code);
    lines.put(at++, changetype<i32>(made));
  }
  return at;
}
