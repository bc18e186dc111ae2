/**
 * Any rectangular tuple read as a grid of packable colours, so that one algorithm serves all. Where the values are
 * no packable colours themselves, their ranks stand for them and are turned back in the result.
 */
import { setOf, sortedSet, tuple } from '../values/build.ts';
import { canPackGrid } from '../values/cells.ts';
import { members } from '../values/container.ts';
import { fail, Fault, type Meter } from '../values/meter.ts';
import { compare } from '../values/order.ts';
import { COLOUR_HIGH, PLACE_HIGH } from '../values/pack.ts';
import { Grid, Patch, type SetLike, type Tuple, type Value } from '../values/value.ts';
import { tupleRowsOf, widthOf } from './rows.ts';

export interface PackedGrid {
  readonly grid: Grid;
  /** What colour i of `grid` stands for, ascending; null where colours stand for themselves. */
  readonly legend: readonly Value[] | null;
}

/** Pays for looking at each cell. Fails for a tuple without rows and for rows of different lengths. */
export function packedGrid(value: Value, meter: Meter): PackedGrid {
  if (value instanceof Grid) {
    meter.burn(value.cells.length);
    if (canPackGrid(value)) return { grid: value, legend: null };
    if (value.height > PLACE_HIGH || value.width > PLACE_HIGH) tooLarge(value.height, value.width);
  }
  const rows = tupleRowsOf(value);
  const width = widthOf(rows);
  if (rows.some((row) => row.length !== width)) fail('the rows of the grid differ in length');
  const items = rows.flat();
  meter.burn(items.length);
  const legend = members(setOf(items));
  if (legend.length > COLOUR_HIGH + 1 || rows.length > PLACE_HIGH || width > PLACE_HIGH) {
    tooLarge(rows.length, width);
  }
  const ranks = Int16Array.from(items, (item) => rankIn(legend, item));
  return { grid: new Grid(rows.length, width, ranks), legend };
}

function tooLarge(height: number, width: number): never {
  throw new Fault('size', `a grid of ${height} x ${width} cells, or with so many colours, is too large`);
}

/** The colour of the packed grid that stands for `value`, or -1 where it has none; only with a legend. */
export function rankIn(legend: readonly Value[], value: Value): number {
  let low = 0;
  let high = legend.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(legend[middle], value);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The set of objects of the packed grid, given in canonical order and distinct. */
export function objectSet(objects: readonly Patch[], legend: readonly Value[] | null): SetLike {
  return legend === null ? sortedSet(objects) : setOf(objects.map((object) => translated(object, legend)));
}

function translated(object: Patch, legend: readonly Value[]): SetLike {
  const cells = members(object) as readonly Tuple[];
  return setOf(cells.map(({ items: [colour, place] }) => tuple([legend[colour as number], place])));
}
