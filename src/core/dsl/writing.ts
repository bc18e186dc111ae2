/** Writing patches onto a grid, or onto a tuple read as one. What lies outside of the grid is ignored. */
import { copyCells } from '../values/arena.ts';
import { patchOf } from '../values/build.ts';
import { toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import { Grid, Patch, type PatchView, type Value } from '../values/value.ts';
import { background, backgroundOf } from './background.ts';
import { asColour, fromRows, payGrid, rowsOf, twoIntegers, widthOf } from './rows.ts';

/** What is written: the colour of each cell, or one value for all positions. */
type Ink = Value | 'colours of cells';
export const OWN = 'colours of cells';

/** The cells or indices of `patch`; cells where their colours are needed, unless there are none at all. */
function toInk(patch: Value, ink: Ink): PatchView {
  const view = toPatch(patch);
  if (ink === OWN && !view.coloured && view.packed.length > 0) fail('an object is needed, not bare indices');
  return view;
}

/**
 * Writes onto `out` (height x width) the colour, or that of each cell where it is null, in the order of
 * `packed` and moved by (down, across); where `onto` is not null, only over cells of that colour.
 */
function write(
  out: Int16Array,
  height: number,
  width: number,
  packed: Int32Array,
  colour: number | null,
  onto: number | null,
  down = 0,
  across = 0,
): void {
  for (let i = 0; i < packed.length; i++) {
    const row = rowOf(packed[i]) + down;
    const column = columnOf(packed[i]) + across;
    if (row < 0 || row >= height || column < 0 || column >= width) continue;
    const at = row * width + column;
    if (onto === null || out[at] === onto) out[at] = colour ?? colourOf(packed[i]);
  }
}

/** The grid with `ink` at the patch, everywhere or on the background only. */
export function written(grid: Value, patch: Value, ink: Ink, under: boolean, meter: Meter): Value {
  const colour = ink === OWN ? null : asColour(ink);
  if (!(grid instanceof Grid) || (colour === null && ink !== OWN))
    return writtenRows(grid, patch, ink, under, meter);
  const { height, width, cells } = grid;
  const onto = under ? background(grid, meter) : null;
  const { packed } = toInk(patch, ink);
  meter.burn(packed.length);
  payGrid(height, width, meter);
  const out = copyCells(cells);
  write(out, height, width, packed, colour, onto);
  return new Grid(height, width, out);
}

/** `written` for rows of any length and content; the first row stands for the width. */
function writtenRows(
  grid: Value,
  patch: Value,
  ink: Ink,
  under: boolean,
  meter: Meter,
  down = 0,
  across = 0,
): Value {
  const rows = rowsOf(grid).map((row) => [...row]);
  const width = widthOf(rows);
  const onto = under ? backgroundOf(grid, meter) : null;
  const { packed } = toInk(patch, ink);
  meter.burn(packed.length);
  for (const code of packed) {
    const row = rowOf(code) + down;
    const column = columnOf(code) + across;
    if (row < 0 || row >= rows.length || column < 0 || column >= width) continue;
    if (column >= rows[row].length) fail('the rows of the grid differ in length');
    if (under && !equal(rows[row][column], onto)) continue;
    rows[row][column] = ink === OWN ? colourOf(code) : ink;
  }
  return fromRows(rows, meter);
}

export function move(grid: Value, obj: Value, offset: Value, meter: Meter): Value {
  const bare = written(grid, obj, backgroundOf(grid, meter), false, meter);
  const view = toInk(obj, OWN);
  if (view.packed.length === 0) return bare;
  const [down, across] = twoIntegers(offset, true);
  meter.burn(view.packed.length);
  const cells =
    obj instanceof Patch ? view : { coloured: true, packed: view.packed.slice().sort(), box: null };
  if (!(bare instanceof Grid))
    return writtenRows(bare, patchOf(true, cells.packed), OWN, false, meter, down, across);
  write(bare.cells, bare.height, bare.width, cells.packed, null, null, down, across);
  return bare;
}
