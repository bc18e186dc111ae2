/** Grids as sets of cells: all of them, or those at given positions, in canonical order by counting colours. */
import { copyPacked, newPacked } from './arena.ts';
import { patchOf, sortedPatch } from './build.ts';
import {
  canPackColour,
  columnOf,
  COLOUR_HIGH,
  COLOUR_LOW,
  packColour,
  packIndex,
  PLACE_HIGH,
  PLACE_MASK,
  rowOf,
} from './pack.ts';
import type { Grid, PatchView, SetLike } from './value.ts';

/** From so many cells on, counting colours beats sorting. */
const WORTH_COUNTING = 32;

/**
 * The object of the cells that the grid has at the positions of the patch; positions outside are passed over.
 * Null where a colour cannot be packed.
 */
export function pickCells(grid: Grid, patch: PatchView): SetLike | null {
  const { height, width, cells } = grid;
  const picked = newPacked(patch.packed.length);
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
  if (ascending && count >= WORTH_COUNTING) return sortedPatch(true, byColour(picked, count));
  return patchOf(true, count === picked.length ? picked : copyPacked(picked, 0, count));
}

/** Counts by colour, kept one slot too far, and then the place in the result where each colour goes on. */
const starts = new Int32Array(COLOUR_HIGH - COLOUR_LOW + 2);

/** From counts to places, for the first `slots` colours. */
function countsToStarts(slots: number): void {
  for (let slot = 1; slot <= slots; slot++) starts[slot] += starts[slot - 1];
}

/** The first `count` cells, whose positions ascend strictly, in canonical order. */
function byColour(cells: Int32Array, count: number): Int32Array {
  starts.fill(0);
  for (let i = 0; i < count; i++) starts[(cells[i] >> 24) + 1]++;
  countsToStarts(COLOUR_HIGH - COLOUR_LOW);
  const sorted = newPacked(count);
  for (let i = 0; i < count; i++) sorted[starts[cells[i] >> 24]++] = cells[i];
  return sorted;
}

/** Whether all cells of the grid can be packed: its colours, and its rows and columns. */
export function canPackGrid({ height, width, cells }: Grid): boolean {
  let bits = 0;
  for (let i = 0; i < cells.length; i++) bits |= cells[i] - COLOUR_LOW;
  return (bits & ~(COLOUR_HIGH - COLOUR_LOW)) === 0 && height <= PLACE_HIGH && width <= PLACE_HIGH;
}

/** All cells of a grid that can be packed, except those of the colour `without`, in canonical order. */
export function allCells({ height, width, cells }: Grid, without: number | undefined): Int32Array {
  let bits = 0;
  for (let i = 0; i < cells.length; i++) bits |= cells[i];
  const usual = (bits & ~15) === 0;
  const low = usual ? 0 : COLOUR_LOW;
  const slots = usual ? 16 : COLOUR_HIGH - COLOUR_LOW + 1;
  starts.fill(0, 0, slots + 1);
  for (let i = 0; i < cells.length; i++) starts[cells[i] - low + 1]++;
  if (without !== undefined) starts[without - low + 1] = 0;
  countsToStarts(slots);
  const sorted = newPacked(starts[slots]);
  for (let row = 0, at = 0; row < height; row++) {
    for (let place = packIndex(row, 0), end = place + width; place < end; place++) {
      const colour = cells[at++];
      if (colour !== without) sorted[starts[colour - low]++] = packColour(colour) | place;
    }
  }
  return sorted;
}
