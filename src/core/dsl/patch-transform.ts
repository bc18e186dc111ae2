/** Patches mirrored and enlarged within their bounding box. Runs of packed numbers keep the results in order. */
import { newPacked } from '../values/arena.ts';
import { patchOf, sortedPatch } from '../values/build.ts';
import { boxOf } from '../values/fn.ts';
import { fail, Fault, type Meter } from '../values/meter.ts';
import { canPackPlace, columnOf, PLACE_MASK, rowOf } from '../values/pack.ts';
import { EMPTY_SET, type Box, type PatchView, type SetLike } from '../values/value.ts';

const COLUMN_MASK = 0xfff;
/** One row further down, in packed numbers. */
const ROW = 0x1000;

function boxOfSome(patch: PatchView): Box {
  return patch.packed.length === 0 ? fail('an empty patch has no bounding box') : boxOf(patch);
}

function checkPlace(row: number, column: number): void {
  if (!canPackPlace(row, column)) throw new Fault('size', `the place (${row}, ${column}) is out of range`);
}

/** One past the last place at or after `start` whose packed number agrees with that at `start` from bit `shift` up. */
function endOfRun(packed: Int32Array, start: number, shift: number): number {
  const prefix = packed[start] >> shift;
  let end = start + 1;
  while (end < packed.length && packed[end] >> shift === prefix) end++;
  return end;
}

/** Upside down: row i becomes top + bottom - i. `packed` ascends. */
export function patchUpDown(patch: PatchView, meter: Meter): SetLike {
  const { coloured, packed } = patch;
  const { top, bottom } = boxOfSome(patch);
  meter.make(packed.length);
  const out = newPacked(packed.length);
  for (let start = 0; start < packed.length;) {
    const colourEnd = endOfRun(packed, start, 24);
    let to = colourEnd;
    while (start < colourEnd) {
      const end = endOfRun(packed, start, 12);
      const shift = (top + bottom - 2 * rowOf(packed[start])) * ROW;
      to -= end - start;
      for (let i = start, at = to; i < end; i++) out[at++] = packed[i] + shift;
      start = end;
    }
  }
  return sortedPatch(coloured, out);
}

/** Left to right: column j becomes left + right - j. `packed` ascends. */
export function patchLeftRight(patch: PatchView, meter: Meter): SetLike {
  const { coloured, packed } = patch;
  const { left, right } = boxOfSome(patch);
  meter.make(packed.length);
  const out = newPacked(packed.length);
  for (let start = 0; start < packed.length;) {
    const end = endOfRun(packed, start, 12);
    for (let i = start, to = end - 1; i < end; i++)
      out[to--] = packed[i] + left + right - 2 * columnOf(packed[i]);
    start = end;
  }
  return sortedPatch(coloured, out);
}

/**
 * About a diagonal; the corner (top, left) of the box stays. Main: (i, j) becomes (top + j - left, left + i - top);
 * else, about the other one, (top + right - j, left + bottom - i).
 */
export function patchTransposed(patch: PatchView, main: boolean, meter: Meter): SetLike {
  const { coloured, packed } = patch;
  const { top, left, bottom, right } = boxOfSome(patch);
  meter.make(packed.length);
  checkPlace(top + right - left, left + bottom - top);
  const rowBase = main ? top - left : top + right;
  const columnBase = main ? left - top : left + bottom;
  const sign = main ? 1 : -1;
  const out = newPacked(packed.length);
  for (let i = 0; i < packed.length; i++) {
    const row = rowBase + sign * columnOf(packed[i]);
    const column = columnBase + sign * rowOf(packed[i]);
    out[i] = (packed[i] & ~PLACE_MASK) | ((row + 1024) << 12) | (column + 1024);
  }
  return patchOf(coloured, out);
}

/** Every cell as a block of factor x factor cells, from the top-left corner of the box, which stays. `packed` ascends. */
export function patchEnlarged(patch: PatchView, factor: number, meter: Meter): SetLike {
  const { coloured, packed } = patch;
  if (packed.length === 0) return EMPTY_SET;
  if (!coloured) fail('an object is needed, not bare indices');
  if (factor <= 0) return EMPTY_SET;
  const { top, left, bottom, right } = boxOf(patch);
  meter.make(packed.length * factor * factor);
  checkPlace(top + (bottom - top + 1) * factor - 1, left + (right - left + 1) * factor - 1);
  const out = newPacked(packed.length * factor * factor);
  for (let start = 0, to = 0; start < packed.length;) {
    const end = endOfRun(packed, start, 12);
    const row = top + (rowOf(packed[start]) - top) * factor;
    let rowCode = (packed[start] & ~PLACE_MASK) + (row + 1024) * ROW;
    for (let down = 0; down < factor; down++, rowCode += ROW) {
      for (let i = start; i < end; i++) {
        let code = rowCode + left + ((packed[i] & COLUMN_MASK) - 1024 - left) * factor + 1024;
        for (let across = 0; across < factor; across++) out[to++] = code++;
      }
    }
    start = end;
  }
  return sortedPatch(coloured, out);
}
