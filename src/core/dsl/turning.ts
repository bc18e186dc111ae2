/** Turns and mirrors of grids, of tuples read as grids, and of patches. */
import { tuple } from '../values/build.ts';
import { toPatch } from '../values/fn.ts';
import { flipped, transposed } from '../values/grids.ts';
import type { Meter } from '../values/meter.ts';
import { Grid, isTuple, type TupleLike, type Value } from '../values/value.ts';
import { patchLeftRight, patchTransposed, patchUpDown } from './patch-transform.ts';
import { fromRows, payGrid, rowsOf, shortest, tupleRowsOf, type Row } from './rows.ts';

export function rot90(grid: Value, meter: Meter): Value {
  return onGrid(
    grid,
    meter,
    (it) => transposed(it, true, false),
    (other) => columns(rowsOf(other).toReversed()),
  );
}

export function rot180(grid: Value, meter: Meter): Value {
  return onGrid(grid, meter, (it) => flipped(it, true, true), turned);
}

export function rot270(grid: Value, meter: Meter): Value {
  return onGrid(
    grid,
    meter,
    (it) => transposed(it, false, true),
    (other) => columns(rowsOf(other)).reverse(),
  );
}

export function hmirror(piece: Value, meter: Meter): Value {
  if (!isTuple(piece)) return patchUpDown(toPatch(piece), meter);
  if (piece instanceof Grid) {
    payGrid(piece.height, piece.width, meter);
    return flipped(piece, true, false);
  }
  meter.make(piece.items.length);
  return tuple(piece.items.toReversed());
}

export function vmirror(piece: Value, meter: Meter): Value {
  if (!isTuple(piece)) return patchLeftRight(toPatch(piece), meter);
  return onGrid(
    piece,
    meter,
    (grid) => flipped(grid, false, true),
    (other) => tupleRowsOf(other).map((row) => row.toReversed()),
  );
}

export function dmirror(piece: Value, meter: Meter): Value {
  if (!isTuple(piece)) return patchTransposed(toPatch(piece), true, meter);
  return onGrid(
    piece,
    meter,
    (grid) => transposed(grid, false, false),
    (other) => columns(rowsOf(other)),
  );
}

export function cmirror(piece: Value, meter: Meter): Value {
  if (!isTuple(piece)) return patchTransposed(toPatch(piece), false, meter);
  return onGrid(
    piece,
    meter,
    (grid) => transposed(grid, true, true),
    (other) => columns(turned(other)),
  );
}

/** How to treat a Grid, and the rows of another tuple: only the former is common. */
function onGrid(
  grid: Value,
  meter: Meter,
  fast: (grid: Grid) => TupleLike,
  general: (grid: TupleLike) => readonly Row[],
): TupleLike {
  if (!(grid instanceof Grid)) return fromRows(general(grid as TupleLike), meter);
  payGrid(grid.height, grid.width, meter);
  return fast(grid);
}

/** The columns as rows, as many as the shortest row has items. */
function columns(rows: readonly Row[]): Row[] {
  return Array.from({ length: shortest(rows) }, (_, column) => rows.map((row) => row[column]));
}

/** The rows in reverse order, each reversed. */
function turned(grid: Value): Row[] {
  return tupleRowsOf(grid)
    .map((row) => row.toReversed())
    .reverse();
}
