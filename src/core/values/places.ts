/**
 * Sets of indices made from bounds, and indices read from patches. Whatever would hold a position out of
 * the range of pack.ts is refused with a fault of kind 'size': such a set could not be used as a patch.
 */
import { newPacked } from './arena.ts';
import { patchOf, sortedPatch } from './build.ts';
import { boxOf } from './fn.ts';
import { Fault, type Meter } from './meter.ts';
import { canPackPlace, packIndex, PLACE_HIGH, PLACE_LOW, PLACE_MASK } from './pack.ts';
import { Patch, type Box, type PatchView, type SetLike } from './value.ts';

/** One row down, as a difference of packed numbers; one column to the right is 1. */
export const ROW_STEP = 1 << 12;

/** Refuses a position that cannot be packed. */
export function requirePlace(row: number, column: number): void {
  if (canPackPlace(row, column)) return;
  throw new Fault('size', `the position (${row}, ${column}) is not within ${PLACE_LOW} to ${PLACE_HIGH}`);
}

/** All positions of the box. */
export function rectangle(box: Box, meter: Meter): SetLike {
  const { top, left, bottom, right } = box;
  const width = right - left + 1;
  meter.make((bottom - top + 1) * width);
  requirePlace(top, left);
  requirePlace(bottom, right);
  const packed = newPacked((bottom - top + 1) * width);
  for (let row = top, at = 0; row <= bottom; row++) {
    for (let code = packIndex(row, left), end = code + width; code < end; code++) packed[at++] = code;
  }
  return indices(packed, box);
}

/** The positions on the edge of the box, which is one cell thick. */
export function outline(box: Box, meter: Meter): SetLike {
  const { top, left, bottom, right } = box;
  const height = bottom - top + 1;
  const width = right - left + 1;
  if (height <= 2 || width <= 2) return rectangle(box, meter);
  meter.make(2 * (height + width) - 4);
  requirePlace(top, left);
  requirePlace(bottom, right);
  const packed = newPacked(2 * (height + width) - 4);
  let at = 0;
  for (let code = packIndex(top, left), end = code + width; code < end; code++) packed[at++] = code;
  for (let row = top + 1; row < bottom; row++) {
    packed[at++] = packIndex(row, left);
    packed[at++] = packIndex(row, right);
  }
  for (let code = packIndex(bottom, left), end = code + width; code < end; code++) packed[at++] = code;
  return indices(packed, box);
}

/**
 * The positions from (row, column) on, `length` >= 1 of them. One step leads `down` 0 or 1 rows and `across` -1, 0
 * or 1 columns, and never up, so that the positions ascend.
 */
export function segment(
  row: number,
  column: number,
  down: number,
  across: number,
  length: number,
  meter: Meter,
): SetLike {
  meter.make(length);
  requirePlace(row, column);
  requirePlace(row + (length - 1) * down, column + (length - 1) * across);
  const packed = newPacked(length);
  const step = down * ROW_STEP + across;
  for (let i = 0, code = packIndex(row, column); i < length; i++, code += step) packed[i] = code;
  return sortedPatch(false, packed);
}

/** The distinct positions of a patch, without colours. */
export function placesOf(patch: PatchView, meter: Meter): SetLike {
  if (!patch.coloured && patch instanceof Patch) return patch;
  meter.make(patch.packed.length);
  const packed = newPacked(patch.packed.length);
  for (let i = 0; i < packed.length; i++) packed[i] = patch.packed[i] & PLACE_MASK;
  return patchOf(false, packed);
}

/** The members of the patch as a set, moved by whole rows and columns. */
export function moved(patch: PatchView, rows: number, columns: number, meter: Meter): SetLike {
  meter.make(patch.packed.length);
  const { top, left, bottom, right } = boxOf(patch);
  requirePlace(top + rows, left + columns);
  requirePlace(bottom + rows, right + columns);
  if (patch instanceof Patch) return movedBy(patch, rows, columns);
  const packed = newPacked(patch.packed.length);
  for (let i = 0; i < packed.length; i++) packed[i] = patch.packed[i] + rows * ROW_STEP + columns;
  return patchOf(patch.coloured, packed);
}

/** As `moved`, unpaid and within range. Adding one number to all keeps their order. */
export function movedBy(patch: Patch, rows: number, columns: number): Patch {
  if (rows === 0 && columns === 0) return patch;
  const difference = rows * ROW_STEP + columns;
  const packed = newPacked(patch.packed.length);
  for (let i = 0; i < packed.length; i++) packed[i] = patch.packed[i] + difference;
  const result = new Patch(patch.coloured, packed);
  const { top, left, bottom, right } = boxOf(patch);
  result.box = { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
  return result;
}

/** A set of ascending indices whose bounding box is known. */
function indices(packed: Int32Array, box: Box): Patch {
  const patch = new Patch(false, packed);
  patch.box = box;
  return patch;
}
