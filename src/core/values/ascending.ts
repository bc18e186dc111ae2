/** Putting packed cells and indices into canonical order, without repetitions. */
import { copyPacked, newPacked } from './arena.ts';

/** Up to this length insertion sort is the fastest; the built-in sort has a fixed cost that few numbers do not repay. */
const FEW = 24;

/** The distinct numbers of `packed`, ascending. Sorts in place; the result may be `packed` itself. */
export function ascending(packed: Int32Array): Int32Array {
  if (isAscending(packed)) return packed;
  if (packed.length > FEW) {
    const marked = byMarks(packed);
    if (marked !== null) return marked;
    packed.sort();
  } else {
    insertionSort(packed);
  }
  let kept = 1;
  for (let i = 1; i < packed.length; i++) if (packed[i] !== packed[kept - 1]) packed[kept++] = packed[i];
  return kept === packed.length ? packed : copyPacked(packed, 0, kept);
}

function isAscending(packed: Int32Array): boolean {
  for (let i = 1; i < packed.length; i++) if (packed[i - 1] >= packed[i]) return false;
  return true;
}

function insertionSort(packed: Int32Array): void {
  for (let i = 1; i < packed.length; i++) {
    const inserted = packed[i];
    let at = i;
    for (; at > 0 && packed[at - 1] > inserted; at--) packed[at] = packed[at - 1];
    packed[at] = inserted;
  }
}

/** One mark for each place of a box, colour by colour; all 0 between two uses. */
let marks = new Uint8Array(4096);

/**
 * Marks each number at its place in the box around all, and reads the marks in order: linear where the box is not
 * much larger than what is in it, as it is for unions of patches of a grid. null where the box is too large.
 */
function byMarks(packed: Int32Array): Int32Array | null {
  let all = 0;
  let common = -1;
  let [top, bottom, left, right, low, high] = [0xfff, 0, 0xfff, 0, 0x7f, 0];
  for (let i = 0; i < packed.length; i++) {
    const code = packed[i];
    all |= code;
    common &= code;
    const row = (code >> 12) & 0xfff;
    const column = code & 0xfff;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  // Colours only where they differ: most patches have one, or none.
  if ((all ^ common) >> 24 === 0) {
    low = all >> 24;
    high = low;
  } else {
    for (let i = 0; i < packed.length; i++) {
      const colour = packed[i] >> 24;
      if (colour < low) low = colour;
      if (colour > high) high = colour;
    }
  }
  const width = right - left + 1;
  const layer = width * (bottom - top + 1);
  const size = layer * (high - low + 1);
  if (size > packed.length * 8 + 1024) return null;
  if (marks.length < size) marks = new Uint8Array(size * 2);
  let distinct = 0;
  for (let i = 0; i < packed.length; i++) {
    const code = packed[i];
    const at = ((code >> 24) - low) * layer + (((code >> 12) & 0xfff) - top) * width + (code & 0xfff) - left;
    distinct += 1 - marks[at];
    marks[at] = 1;
  }
  const sorted = newPacked(distinct);
  let kept = 0;
  let at = 0;
  for (let colour = low; colour <= high; colour++) {
    for (let row = top; row <= bottom; row++) {
      const base = (colour << 24) | (row << 12) | left;
      for (let column = 0; column < width; column++, at++) {
        if (marks[at] === 0) continue;
        marks[at] = 0;
        sorted[kept++] = base + column;
      }
    }
  }
  return sorted;
}
