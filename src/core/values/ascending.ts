/** Putting packed cells and indices into canonical order, without repetitions. */
import { copyPacked, newPacked } from './arena.ts';

/** Up to this length insertion sort is the fastest; the built-in sort has a fixed cost that few numbers do not repay. */
const FEW = 24;

/** The distinct numbers of `packed`, ascending. Sorts in place; the result may be `packed` itself. */
export function ascending(packed: Int32Array): Int32Array {
  if (isAscending(packed)) return packed;
  if (packed.length > FEW) {
    const marked = unionByMarks([packed], packed.length);
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

/** Bounds of packed numbers: the row and column bits, and the colour bits shifted down. All inclusive. */
interface Bounds {
  top: number;
  bottom: number;
  left: number;
  right: number;
  low: number;
  high: number;
}

function boundsOf(parts: readonly Int32Array[]): Bounds {
  const bounds = { top: 0xfff, bottom: 0, left: 0xfff, right: 0, low: 0x7f, high: 0 };
  for (const packed of parts) {
    for (let i = 0; i < packed.length; i++) {
      const code = packed[i];
      const row = (code >> 12) & 0xfff;
      const column = code & 0xfff;
      const colour = code >> 24;
      if (row < bounds.top) bounds.top = row;
      if (row > bounds.bottom) bounds.bottom = row;
      if (column < bounds.left) bounds.left = column;
      if (column > bounds.right) bounds.right = column;
      if (colour < bounds.low) bounds.low = colour;
      if (colour > bounds.high) bounds.high = colour;
    }
  }
  return bounds;
}

/**
 * The distinct numbers of all parts, ascending: marks each at its place in the box around all, and reads the marks
 * in order. Linear where the box is not much larger than what is in it, as it is for unions of patches of a grid.
 * null where the box is too large.
 */
export function unionByMarks(parts: readonly Int32Array[], total: number): Int32Array | null {
  const { top, bottom, left, right, low, high } = boundsOf(parts);
  const width = right - left + 1;
  const layer = width * (bottom - top + 1);
  const size = layer * (high - low + 1);
  if (size > total * 8 + 1024) return null;
  if (marks.length < size) marks = new Uint8Array(size * 2);
  const distinct = mark(parts, (low * layer + top * width + left) | 0, layer, width);
  return readMarks({ top, left, bottom, right, low, high }, distinct);
}

/** The places of the box that are marked, `distinct` of them, in order; takes the marks away. */
function readMarks({ top, bottom, left, right, low, high }: Bounds, distinct: number): Int32Array {
  const width = right - left + 1;
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

/** Marks every number at colour x layer + row x width + column, less `origin`; gives the number of marks. */
function mark(parts: readonly Int32Array[], origin: number, layer: number, width: number): number {
  const board = marks;
  let distinct = 0;
  for (const packed of parts) {
    for (let i = 0; i < packed.length; i++) {
      const code = packed[i];
      const at = (code >> 24) * layer + ((code >> 12) & 0xfff) * width + (code & 0xfff) - origin;
      distinct += 1 - board[at];
      board[at] = 1;
    }
  }
  return distinct;
}

/**
 * The distinct numbers of one patch moved by `down` rows and `across` columns, for each of these, ascending. As
 * `unionByMarks` of the moved patches, without making them. No number may leave its range.
 */
export function unionOfMoved(
  packed: Int32Array,
  down: readonly number[],
  across: readonly number[],
): Int32Array | null {
  const own = boundsOf([packed]);
  const [up, low] = rangeOf(down);
  const [west, east] = rangeOf(across);
  const bounds = {
    ...own,
    top: own.top + up,
    bottom: own.bottom + low,
    left: own.left + west,
    right: own.right + east,
  };
  const width = bounds.right - bounds.left + 1;
  const layer = width * (bounds.bottom - bounds.top + 1);
  const size = layer * (own.high - own.low + 1);
  if (size > packed.length * down.length * 8 + 1024) return null;
  if (marks.length < size) marks = new Uint8Array(size * 2);
  const board = marks;
  const places = Array.from(packed, (code) => {
    const row = ((code >> 12) & 0xfff) - own.top;
    return ((code >> 24) - own.low) * layer + row * width + (code & 0xfff) - own.left;
  });
  let distinct = 0;
  for (let move = 0; move < down.length; move++) {
    const base = (down[move] - up) * width + across[move] - west;
    for (let i = 0; i < places.length; i++) {
      const at = base + places[i];
      distinct += 1 - board[at];
      board[at] = 1;
    }
  }
  return readMarks(bounds, distinct);
}

/** The least and the greatest of some numbers. */
function rangeOf(numbers: readonly number[]): [number, number] {
  let least = numbers[0];
  let greatest = numbers[0];
  for (let i = 1; i < numbers.length; i++) {
    if (numbers[i] < least) least = numbers[i];
    if (numbers[i] > greatest) greatest = numbers[i];
  }
  return [least, greatest];
}
