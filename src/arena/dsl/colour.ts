/** Colours counted and looked up. Any tuple is read as a grid, a set as an object. */
import { burn } from '../meter';
import { fail, Reason } from '../reason';
import { setFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { equal } from '../values/order';
import { colourOf, packIndex, PLACE_HIGH, rowOf } from '../values/pack';
import { toContainer } from '../values/read';
import { grid, Grid, newItems, newPatch, Patch, patch, Value } from '../values/layout';
import { EMPTY_SET, isGrid, isInteger, isPatch, isTuple, longOf, NONE, small, vec } from '../values/value';
import { background, extremeColour, extremeRun, extremeValue } from './background';
import { colourOffset, colourShift, coloursOf } from './elements';
import { cellsOf, one, payGrid, rowsOf, tupleRowsOf, two, twoIntegers } from './rows';

export { numcolors, palette } from './palette';
export { replace, switch_ } from './recolouring';

export function mostcolor(element: Value): Value {
  if (isGrid(element)) return small(background(grid(element)));
  return isPatch(element) ? extremeOfPatch(patch(element), true) : extremeValue(coloursOf(element), true);
}

export function leastcolor(element: Value): Value {
  if (isPatch(element)) return extremeOfPatch(patch(element), false);
  if (!isGrid(element)) return extremeValue(coloursOf(element), false);
  const it = grid(element);
  burn(it.area);
  return it.area === 0 ? fail(Reason.GRID_NO_COLOUR, 0) : small(extremeColour(it, false));
}

function extremeOfPatch(it: Patch, most: bool): Value {
  burn(it.count);
  return small(extremeRun(it.packed, it.count, colourShift(it), colourOffset(it), most));
}

export function colorcount(element: Value, value: Value): Value {
  const number = isInteger(value) ? longOf(value) : i64.MIN_VALUE;
  // Numbers that are no colour of any cell all stand for none.
  const wanted = number >= -32768 && number <= 32767 ? <i32>number : i32.MIN_VALUE;
  if (isGrid(element)) return small(countInGrid(grid(element), wanted));
  if (isPatch(element)) return small(countInPatch(patch(element), wanted));
  const values = isTuple(element) ? cellsOf(tupleRowsOf(element), sizeOf(element)) : coloursOf(element);
  burn(values.count);
  let count = 0;
  for (let i = 0; i < values.count; i++) count += i32(equal(values.at(i), value));
  return small(count);
}

function countInGrid(it: Grid, wanted: i32): i32 {
  burn(it.area);
  let count = 0;
  const end = it.cells + ((<usize>it.area) << 1);
  for (let at = it.cells; at < end; at += 2) count += i32(<i32>load<i16>(at) === wanted);
  return count;
}

function countInPatch(it: Patch, wanted: i32): i32 {
  burn(it.count);
  const shift = colourShift(it);
  const bits = wanted + colourOffset(it);
  let count = 0;
  for (let i = 0; i < it.count; i++) count += i32(it.at(i) >> shift === bits);
  return count;
}

export function color(obj: Value): Value {
  if (isPatch(obj)) {
    const it = patch(obj);
    return small(it.coloured ? colourOf(it.at(0)) : rowOf(it.at(0)));
  }
  toContainer(obj);
  if (sizeOf(obj) === 0) return fail(Reason.OBJECT_NO_COLOUR, 0);
  const first = memberAt(obj, 0);
  if (!isTuple(first)) return fail(Reason.NEED_GRID, first);
  return sizeOf(first) === 0 ? fail(Reason.ROW_NO_COLOUR, 0) : memberAt(first, 0);
}

export function ofcolor(value: Value, wanted: Value): Value {
  if (!isGrid(value)) return placesOfValue(value, wanted);
  const it = grid(value);
  payGrid(it.height, it.width);
  if (!isInteger(wanted)) return EMPTY_SET;
  const number = longOf(wanted);
  if (number < -32768 || number > 32767) return EMPTY_SET;
  return it.height > PLACE_HIGH || it.width > PLACE_HIGH
    ? placesIn(it, <i32>number)
    : indicesOf(it, <i32>number);
}

/** The indices of the cells equal to `colour`, of a grid whose places can be packed. */
function indicesOf(it: Grid, colour: i32): Value {
  let count = 0;
  const end = it.cells + ((<usize>it.area) << 1);
  for (let at = it.cells; at < end; at += 2) count += i32(<i32>load<i16>(at) === colour);
  if (count === 0) return EMPTY_SET;
  const made = newPatch(0, count);
  const last = made.packed + ((<usize>(count - 1)) << 2);
  let to = made.packed;
  let from = it.cells;
  for (let row = 0; to <= last; row++) {
    let code = packIndex(row, 0);
    for (const stop = code + it.width; code < stop && to <= last; code++, from += 2) {
      // What is not to stay is written over by the next place.
      store<i32>(to, code);
      to += (<usize>(<i32>load<i16>(from) === colour)) << 2;
    }
  }
  return changetype<i32>(made);
}

/** The same for any grid. */
function placesIn(it: Grid, colour: i32): Value {
  let count = 0;
  for (let i = 0; i < it.area; i++) count += i32(it.at(i) === colour);
  const found = newItems(count);
  count = 0;
  for (let i = 0; i < it.area; i++)
    if (it.at(i) === colour) found.put(count++, vec(i / it.width, i % it.width));
  return setFrom(found, count);
}

/** The same for a tuple of containers. */
function placesOfValue(value: Value, wanted: Value): Value {
  const rows = rowsOf(value);
  let total = 0;
  for (let i = 0; i < sizeOf(value); i++) total += sizeOf(itemAt(rows, i));
  const found = newItems(total);
  let count = 0;
  for (let i = 0; i < sizeOf(value); i++) {
    const row = itemAt(rows, i);
    burn(sizeOf(row));
    for (let j = 0; j < sizeOf(row); j++) if (equal(memberAt(row, j), wanted)) found.put(count++, vec(i, j));
  }
  return setFrom(found, count);
}

export function index(value: Value, loc: Value): Value {
  twoIntegers(loc, true);
  const row = one;
  const column = two;
  if (isGrid(value)) {
    const it = grid(value);
    const inside = row >= 0 && row < it.height && column >= 0 && column < it.width;
    return inside ? small(it.at(<i32>row * it.width + <i32>column)) : NONE;
  }
  if (!isTuple(value)) return fail(Reason.NEED_GRID, value);
  if (sizeOf(value) === 0) return fail(Reason.NO_ROWS, 0);
  const width = sizeOf(toContainer(memberAt(value, 0)));
  if (row < 0 || row >= sizeOf(value) || column < 0 || column >= width) return NONE;
  const items = memberAt(value, <i32>row);
  if (!isTuple(items)) return fail(Reason.NEED_GRID, items);
  return column < sizeOf(items) ? memberAt(items, <i32>column) : fail(Reason.RAGGED, 0);
}
