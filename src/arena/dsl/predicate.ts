/** Questions about pieces. */
import { burn } from '../meter';
import { sizeOf } from '../values/container';
import { shareColumn, shareRow, touching } from '../values/distance';
import {
  boxed,
  firstRowLength,
  heightOf,
  nonEmptyPatch,
  toContainer,
  toPatch,
  widthOf,
} from '../values/read';
import { Value } from '../values/layout';
import { isTuple, TRUE, truth } from '../values/value';

/** Cells of a patch, or rows of a grid. */
function sizeOfPiece(piece: Value): i32 {
  return sizeOf(toContainer(piece));
}

/** Whether a grid is as high as it is wide; whether a patch fills a square without gaps. */
export function square(piece: Value): Value {
  if (isTuple(piece)) return truth(sizeOf(piece) === firstRowLength(piece));
  const size = sizeOfPiece(piece);
  burn(size);
  const height = heightOf(piece);
  return truth(height === widthOf(piece) && height * height === size);
}

/** Whether the piece is higher than it is wide. */
export function portrait(piece: Value): Value {
  burn(sizeOfPiece(piece));
  return truth(heightOf(piece) > widthOf(piece));
}

/** Whether the patch is one column of cells without gaps; one cell is enough. */
export function vline(patch: Value): Value {
  const size = sizeOfPiece(patch);
  burn(size);
  return truth(widthOf(patch) === 1 && heightOf(patch) === size);
}

/** Whether the patch is one row of cells without gaps; one cell is enough. */
export function hline(patch: Value): Value {
  const size = sizeOfPiece(patch);
  burn(size);
  return truth(widthOf(patch) === size && heightOf(patch) === 1);
}

/** Whether some row holds cells of both patches. */
export function hmatching(a: Value, b: Value): Value {
  const it = toPatch(a);
  return truth(shareRow(it, toPatch(b)));
}

/** Whether some column holds cells of both patches. */
export function vmatching(a: Value, b: Value): Value {
  const it = toPatch(a);
  return truth(shareColumn(it, toPatch(b)));
}

/** Whether the patches lie edge to edge without overlapping. Corners alone do not count. */
export function adjacent(a: Value, b: Value): Value {
  const it = nonEmptyPatch(a);
  const other = nonEmptyPatch(b);
  burn(<i64>it.count + other.count);
  return truth(touching(it, other, 0, 0));
}

/**
 * Whether the patch ends exactly at one of the four edges of the grid, which is looked at only where the patch does not
 * start in row or column 0.
 */
export function bordering(patch: Value, grid: Value): Value {
  const it = boxed(patch);
  burn(it.count);
  if (it.top === 0 || it.left === 0) return TRUE;
  return truth(it.bottom === sizeOfPiece(grid) - 1 || it.right === firstRowLength(grid) - 1);
}
