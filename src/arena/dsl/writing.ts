/** Writing patches onto a grid, or onto a tuple read as one. What lies outside of the grid is ignored. */
import { burn } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch, tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { copyCells } from '../values/grids';
import { equal } from '../values/order';
import { colourOf, columnOf, rowOf } from '../values/pack';
import { toPatch } from '../values/read';
import {
  grid,
  Grid,
  Items,
  itemsOf,
  newGrid,
  newItems,
  newPatch,
  patch,
  Patch,
  UNKNOWN,
  Value,
} from '../values/layout';
import { isGrid, isPatch, small } from '../values/value';
import { background, backgroundOf } from './background';
import { asColour, fromRows, one, payGrid, rowsOf, two, twoIntegers, widthOfRows } from './rows';

/** In place of a value to be written: each cell's own colour. */
export const OWN: Value = 0;

/** The cells or indices of a patch; cells where their colours are needed, unless there are none at all. */
function toInk(piece: Value, ink: Value): Patch {
  const it = toPatch(piece);
  if (ink === OWN && it.coloured === 0 && it.count > 0) fail(Reason.NEED_OBJECT, 0);
  return it;
}

/** The grid with `ink` (or OWN) at the patch, everywhere or on the background only. */
export function written(value: Value, piece: Value, ink: Value, under: bool): Value {
  const colour = ink === OWN ? UNKNOWN : asColour(ink);
  if (!isGrid(value) || (colour === UNKNOWN && ink !== OWN))
    return writtenRows(value, piece, ink, under, 0, 0);
  const from = grid(value);
  const onto = under ? background(from) : UNKNOWN;
  const it = toInk(piece, ink);
  burn(it.count);
  payGrid(from.height, from.width);
  const made = newGrid(from.height, from.width);
  copyCells(made.cells, from.cells, made.area);
  write(made, it, colour, onto, 0, 0);
  return changetype<i32>(made);
}

/**
 * Writes the colour, or that of each cell where it is UNKNOWN, in the order of `it` and moved by (down, across); where
 * `onto` is not UNKNOWN, only over cells of that colour.
 */
function write(into: Grid, it: Patch, colour: i32, onto: i32, down: i32, across: i32): void {
  const height = into.height;
  const width = into.width;
  const cells = into.cells;
  const end = it.packed + ((<usize>it.count) << 2);
  for (let from = it.packed; from < end; from += 4) {
    const code = load<i32>(from);
    const row = rowOf(code) + down;
    const column = columnOf(code) + across;
    if (<u32>row >= <u32>height || <u32>column >= <u32>width) continue;
    const at = cells + ((<usize>(row * width + column)) << 1);
    if (onto !== UNKNOWN && load<i16>(at) !== onto) continue;
    store<i16>(at, colour === UNKNOWN ? colourOf(code) : colour);
  }
}

/** `written` for rows of any length and content, moved by (down, across); the first row stands for the width. */
function writtenRows(value: Value, piece: Value, ink: Value, under: bool, down: i32, across: i32): Value {
  const rows = copiesOfRows(value);
  const width = widthOfRows(rows.items, rows.count);
  const onto = under ? backgroundOf(value) : OWN;
  const it = toInk(piece, ink);
  burn(it.count);
  for (let i = 0; i < it.count; i++) {
    const code = it.at(i);
    const row = rowOf(code) + down;
    const column = columnOf(code) + across;
    if (<u32>row >= <u32>rows.count || <u32>column >= <u32>width) continue;
    const cells = itemsOf(rows.at(row));
    if (column >= cells.count) fail(Reason.RAGGED, 0);
    if (under && !equal(cells.at(column), onto)) continue;
    cells.put(column, ink === OWN ? small(colourOf(code)) : ink);
  }
  for (let i = 0; i < rows.count; i++) rows.put(i, tupleFrom(itemsOf(rows.at(i)), itemsOf(rows.at(i)).count));
  return fromRows(rows);
}

/** The rows of any tuple of containers as items that may be written to: no values yet. */
function copiesOfRows(value: Value): Items {
  const rows = rowsOf(value);
  const copies = newItems(sizeOf(value));
  for (let i = 0; i < copies.count; i++) {
    const row = itemAt(rows, i);
    const cells = newItems(sizeOf(row));
    for (let j = 0; j < cells.count; j++) cells.put(j, memberAt(row, j));
    copies.put(i, changetype<i32>(cells));
  }
  return copies;
}

/** The grid with the object erased and painted again, `offset` further. */
export function move(value: Value, obj: Value, offset: Value): Value {
  const bare = written(value, obj, backgroundOf(value), false);
  const it = toInk(obj, OWN);
  if (it.count === 0) return bare;
  twoIntegers(offset, true);
  const down = withinReach(one);
  const across = withinReach(two);
  burn(it.count);
  const cells = isPatch(obj) ? it : inOrder(it);
  if (!isGrid(bare)) return writtenRows(bare, changetype<i32>(cells), OWN, false, down, across);
  // Nobody else has seen this grid yet.
  write(grid(bare), cells, UNKNOWN, UNKNOWN, down, across);
  return bare;
}

/** A distance, or one that leads out of every grid, too. */
function withinReach(distance: i64): i32 {
  return <i32>min<i64>(max<i64>(distance, -0x40000000), 0x40000000);
}

/** The cells of a view as they ascend, repetitions left out: of the cells at one place the last one counts. */
function inOrder(view: Patch): Patch {
  const made = newPatch(view.coloured, view.count);
  memory.copy(made.packed, view.packed, (<usize>view.count) << 2);
  return patch(finishPatch(made, view.count));
}
