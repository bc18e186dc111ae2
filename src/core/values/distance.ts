/** Distances between patches in steps up, down, left or right, and the patches' rows and columns in common. */
import { boxOf } from './fn.ts';
import type { Meter } from './meter.ts';
import { columnOf, rowOf } from './pack.ts';
import type { PatchView } from './value.ts';

/** A pair of cells costs about an eighth of what a cell of the distance field costs. */
const PAIRS_PER_FIELD_CELL = 8;

/**
 * The least distance between a cell of `a`, moved by (down, across), and one of `b`; neither is empty. By all
 * pairs or by a field of distances to `b` over the common bounding box, whichever is cheaper.
 */
export function distanceBetween(
  a: PatchView,
  b: PatchView,
  down: number,
  across: number,
  meter: Meter,
): number {
  const boxA = boxOf(a);
  const boxB = boxOf(b);
  const top = Math.min(boxA.top + down, boxB.top);
  const left = Math.min(boxA.left + across, boxB.left);
  const height = Math.max(boxA.bottom + down, boxB.bottom) - top + 1;
  const width = Math.max(boxA.right + across, boxB.right) - left + 1;
  const pairs = a.packed.length * b.packed.length;
  meter.burn(Math.min(pairs, PAIRS_PER_FIELD_CELL * height * width));
  if (pairs <= PAIRS_PER_FIELD_CELL * height * width) return leastOfPairs(a.packed, b.packed, down, across);
  const field = distanceField(b.packed, top, left, height, width);
  let least = Infinity;
  for (let i = 0; i < a.packed.length && least > 0; i++) {
    const place = (rowOf(a.packed[i]) + down - top) * width + columnOf(a.packed[i]) + across - left;
    if (field[place] < least) least = field[place];
  }
  return least;
}

function leastOfPairs(a: Int32Array, b: Int32Array, down: number, across: number): number {
  let least = 0x7fffffff;
  for (let i = 0; i < a.length && least > 0; i++) {
    const row = rowOf(a[i]) + down;
    const column = columnOf(a[i]) + across;
    for (let j = 0; j < b.length; j++) {
      const distance = Math.abs(row - rowOf(b[j])) + Math.abs(column - columnOf(b[j]));
      if (distance < least) least = distance;
    }
  }
  return least;
}

/** height x width from (top, left), row by row: how far the nearest of `packed`, which lie within, is. */
function distanceField(
  packed: Int32Array,
  top: number,
  left: number,
  height: number,
  width: number,
): Int32Array {
  const field = new Int32Array(height * width).fill(height + width);
  for (let i = 0; i < packed.length; i++)
    field[(rowOf(packed[i]) - top) * width + columnOf(packed[i]) - left] = 0;
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if (column > 0 && field[at - 1] + 1 < field[at]) field[at] = field[at - 1] + 1;
      if (row > 0 && field[at - width] + 1 < field[at]) field[at] = field[at - width] + 1;
    }
  }
  for (let row = height - 1, at = field.length - 1; row >= 0; row--) {
    for (let column = width - 1; column >= 0; column--, at--) {
      if (column < width - 1 && field[at + 1] + 1 < field[at]) field[at] = field[at + 1] + 1;
      if (row < height - 1 && field[at + width] + 1 < field[at]) field[at] = field[at + width] + 1;
    }
  }
  return field;
}

/** Whether `a`, moved by (down, across), and `b` share an edge somewhere and no position; neither is empty. */
export function touching(a: PatchView, b: PatchView, down: number, across: number, meter: Meter): boolean {
  const boxA = boxOf(a);
  const boxB = boxOf(b);
  const rowGap = Math.max(0, boxB.top - boxA.bottom - down, boxA.top + down - boxB.bottom);
  const columnGap = Math.max(0, boxB.left - boxA.right - across, boxA.left + across - boxB.right);
  return rowGap + columnGap <= 1 && distanceBetween(a, b, down, across, meter) === 1;
}

/** Whether some row number occurs in both; false when either is empty. */
export function shareRow(a: PatchView, b: PatchView, meter: Meter): boolean {
  return shareField(a.packed, b.packed, 12, meter);
}

/** Whether some column number occurs in both; false when either is empty. */
export function shareColumn(a: PatchView, b: PatchView, meter: Meter): boolean {
  return shareField(a.packed, b.packed, 0, meter);
}

const seen = new Uint8Array(1 << 12);

/** Compares the 12 bits from bit `shift` up. */
function shareField(a: Int32Array, b: Int32Array, shift: number, meter: Meter): boolean {
  meter.burn(a.length + b.length);
  for (let i = 0; i < a.length; i++) seen[(a[i] >> shift) & 0xfff] = 1;
  let found = false;
  for (let i = 0; i < b.length && !found; i++) found = seen[(b[i] >> shift) & 0xfff] === 1;
  for (let i = 0; i < a.length; i++) seen[(a[i] >> shift) & 0xfff] = 0;
  return found;
}
