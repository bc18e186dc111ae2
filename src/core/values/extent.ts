/** How far a piece reaches: the size of a grid, the bounding box of a patch. */
import { sizeOf } from './container.ts';
import { boxOf, describe, toPatch } from './fn.ts';
import { fail } from './meter.ts';
import { Grid, isContainer, isTuple, Tuple, type Box, type PatchView, type Value } from './value.ts';

/** Rows of any tuple (even one of cells) or rows that the bounding box of a set spans; 0 when empty. */
export function heightOf(piece: Value): number {
  if (isTuple(piece)) return sizeOf(piece);
  const patch = toPatch(piece);
  if (patch.packed.length === 0) return 0;
  const { top, bottom } = boxOf(patch);
  return bottom - top + 1;
}

/** Items in the first row of any tuple (even one of cells) or columns that the box of a set spans; 0 when empty. */
export function widthOf(piece: Value): number {
  if (piece instanceof Tuple && piece.items.length === 0) return 0;
  if (isTuple(piece)) return firstRowLength(piece);
  const patch = toPatch(piece);
  if (patch.packed.length === 0) return 0;
  const { left, right } = boxOf(patch);
  return right - left + 1;
}

/** The width of a tuple read as a grid; fails for () and for what is no tuple of containers. */
export function firstRowLength(grid: Value): number {
  if (grid instanceof Grid) return grid.width;
  if (!(grid instanceof Tuple)) return fail(`a grid is needed, not ${describe(grid)}`);
  if (grid.items.length === 0) return fail('the grid has no rows');
  const row = grid.items[0];
  return isContainer(row) ? sizeOf(row) : fail(`a row of a grid must be a tuple, not ${describe(row)}`);
}

/** A set or a tuple of cells or indices; fails where there are none. */
export function nonEmptyPatch(value: Value): PatchView {
  const patch = toPatch(value);
  return patch.packed.length === 0 ? fail('the patch is empty') : patch;
}

/** The bounding box of a set or a tuple of cells or indices; fails where there are none. */
export function boundsOf(value: Value): Box {
  return boxOf(nonEmptyPatch(value));
}
