/** Cells of a grid at given positions. */
import { patchOf, sortedPatch } from './build.ts';
import { canPackColour, COLOUR_HIGH, COLOUR_LOW, PLACE_MASK, columnOf, packColour, rowOf } from './pack.ts';
import type { Grid, PatchView, SetLike } from './value.ts';

/** From so many cells on, counting colours beats sorting. */
const WORTH_COUNTING = 32;

/**
 * The object of the cells that the grid has at the positions of the patch; positions outside are passed over.
 * Null where a colour cannot be packed.
 */
export function pickCells(grid: Grid, patch: PatchView): SetLike | null {
  const { height, width, cells } = grid;
  const picked = new Int32Array(patch.packed.length);
  let count = 0;
  let ascending = true;
  for (let i = 0; i < patch.packed.length; i++) {
    const place = patch.packed[i] & PLACE_MASK;
    const row = rowOf(place);
    const column = columnOf(place);
    if (row < 0 || row >= height || column < 0 || column >= width) continue;
    const colour = cells[row * width + column];
    if (!canPackColour(colour)) return null;
    if (count > 0 && (picked[count - 1] & PLACE_MASK) >= place) ascending = false;
    picked[count++] = packColour(colour) | place;
  }
  const found = picked.subarray(0, count);
  return ascending && count >= WORTH_COUNTING ? sortedPatch(true, byColour(found)) : patchOf(true, found.slice());
}

/** A copy in canonical order of cells whose positions ascend strictly. */
function byColour(cells: Int32Array): Int32Array {
  const starts = new Int32Array(COLOUR_HIGH - COLOUR_LOW + 2);
  for (let i = 0; i < cells.length; i++) starts[(cells[i] >> 24) + 1]++;
  for (let slot = 1; slot < starts.length; slot++) starts[slot] += starts[slot - 1];
  const sorted = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) sorted[starts[cells[i] >> 24]++] = cells[i];
  return sorted;
}
