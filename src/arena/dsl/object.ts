/** Objects: cut out of grids, coloured, chosen, and found again (occurrences.ts). */
import { make } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch, pairOf, setFrom } from '../values/build';
import { allCells, canPackGrid, cellsByColour, NO_COLOUR, pickCells } from '../values/cells';
import { itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { componentsOf } from '../values/components';
import { canPackColour, columnOf, packColour, PLACE_MASK, rowOf } from '../values/pack';
import { placesOf, putBox } from '../values/places';
import { firstRowLength, toPatch } from '../values/read';
import { grid, Grid, newItems, newPatch, Patch, Value } from '../values/layout';
import { EMPTY_SET, isGrid, isSmall, isTrue, isTuple, smallOf, vec } from '../values/value';
import { background } from './background';
import { objectSet, packedGrid } from './packed-grid';
import { rowsOf } from './rows';

export { colorfilter } from './colorfilter';
export { occurrences } from './occurrences';

/** Any value can serve as a colour; only small integers give a packed object. */
export function recolor(value: Value, piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return EMPTY_SET;
  make(it.count);
  if (!isSmall(value) || !canPackColour(smallOf(value))) return withValue(value, it);
  const made = newPatch(1, it.count);
  const colour = packColour(smallOf(value));
  for (let i = 0; i < it.count; i++) made.put(i, colour | (it.at(i) & PLACE_MASK));
  if (it.bottom >= it.top) putBox(made, it.top, it.left, it.bottom, it.right);
  return finishPatch(made, it.count);
}

function withValue(value: Value, it: Patch): Value {
  const places = placesOf(it);
  const count = sizeOf(places);
  const cells = newItems(count);
  for (let i = 0; i < count; i++) cells.put(i, pairOf(value, memberAt(places, i)));
  return setFrom(cells, count);
}

export function toobject(piece: Value, from: Value): Value {
  const it = toPatch(piece);
  const width = firstRowLength(from);
  make(it.count);
  if (isGrid(from)) {
    const picked = pickCells(grid(from), it);
    if (picked !== 0) return picked;
  }
  return valuesAt(it, from, width);
}

/** `toobject` for a tuple whose rows may differ and hold anything; the first row is `width` long. */
function valuesAt(it: Patch, from: Value, width: i32): Value {
  const cells = newItems(it.count);
  let count = 0;
  for (let i = 0; i < it.count; i++) {
    const row = rowOf(it.at(i));
    const column = columnOf(it.at(i));
    if (row < 0 || row >= sizeOf(from) || column < 0 || column >= width) continue;
    const items = memberAt(from, row);
    if (!isTuple(items)) return fail(Reason.NEED_GRID, items);
    if (column >= sizeOf(items)) return fail(Reason.NO_COLUMN, row, column);
    cells.put(count++, pairOf(memberAt(items, column), vec(row, column)));
  }
  return setFrom(cells, count);
}

export function asobject(value: Value): Value {
  if (isGrid(value) && canPackGrid(grid(value))) {
    make(grid(value).area);
    return allCells(grid(value));
  }
  const rows = rowsOf(value);
  let total = 0;
  for (let i = 0; i < sizeOf(value); i++) total += sizeOf(itemAt(rows, i));
  make(total);
  const cells = newItems(total);
  for (let i = 0, count = 0; i < sizeOf(value); i++) {
    const row = membersOf(itemAt(rows, i));
    for (let j = 0; j < sizeOf(itemAt(rows, i)); j++) cells.put(count++, pairOf(itemAt(row, j), vec(i, j)));
  }
  return setFrom(cells, total);
}

export function objects(value: Value, univalued: Value, diagonal: Value, withoutBackground: Value): Value {
  const colours = packedGrid(value);
  const without = isTrue(withoutBackground) ? background(colours) : NO_COLOUR;
  make(colours.area);
  return objectSet(componentsOf(colours, isTrue(univalued), isTrue(diagonal), without));
}

export function partition(value: Value): Value {
  if (isTuple(value) && sizeOf(value) === 0) return EMPTY_SET;
  return partitionWithout(packedGrid(value), NO_COLOUR);
}

export function fgpartition(value: Value): Value {
  const colours = packedGrid(value);
  return partitionWithout(colours, background(colours));
}

/** One object a colour. */
function partitionWithout(colours: Grid, without: i32): Value {
  make(colours.area);
  return objectSet(cellsByColour(colours, without));
}
