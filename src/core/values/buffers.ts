/**
 * Memory for grids and patches. An engine spends far longer on an ArrayBuffer of its own than on a view of one
 * that is there already, so arrays of medium size are cut one after another from shared blocks. A block is never
 * used twice: new arrays are zero. It lives as long as some array on it, which is why blocks are small.
 *
 * The buffer of an array may thus hold others, too: neither buffers nor arrays may be transferred or cloned.
 */
const BLOCK_BYTES = 8192;
/** Up to this size an engine keeps an array without a buffer, which is cheaper still. */
const TINY_BYTES = 64;
/** Larger arrays would leave too much of a block empty. */
const SHARED_BYTES = BLOCK_BYTES / 4;

let block = new ArrayBuffer(BLOCK_BYTES);
let used = 0;

/** The offset of `bytes` free bytes in the block, which is renewed where it is full. Offsets are multiples of 4. */
function reserve(bytes: number): number {
  if (used + bytes > BLOCK_BYTES) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  const offset = used;
  used += (bytes + 3) & ~3;
  return offset;
}

/** `length` zero cells of a grid. */
export function newCells(length: number): Int16Array {
  const bytes = length * 2;
  if (bytes <= TINY_BYTES || bytes > SHARED_BYTES) return new Int16Array(length);
  const offset = reserve(bytes);
  return new Int16Array(block, offset, length);
}

/** The cells once more, to be written to. */
export function copyCells(cells: Int16Array): Int16Array {
  const copy = newCells(cells.length);
  copy.set(cells);
  return copy;
}

/** The items from `from` up to `to`, as a view where that is cheap: neither array may be written to afterwards. */
export function partOf<T extends Int16Array | Int32Array>(array: T, from: number, to: number): T {
  return (array.byteLength <= TINY_BYTES ? array.slice(from, to) : array.subarray(from, to)) as T;
}

/** Room for `length` packed members. */
export function newPacked(length: number): Int32Array {
  const bytes = length * 4;
  if (bytes <= TINY_BYTES || bytes > SHARED_BYTES) return new Int32Array(length);
  const offset = reserve(bytes);
  return new Int32Array(block, offset, length);
}
