/**
 * Small integer arrays, cheaply. An engine keeps a typed array of more than 64 bytes outside its heap, in a buffer of
 * its own that costs ten times as much as the array; arrays of middling length therefore share the buffers of blocks.
 * A block lives as long as any array cut from it. Whoever posts such an array to another thread must copy it first.
 */

/** Numbers in a block. */
const BLOCK = 2048;
/** Up to this length an array is kept in the heap anyway. */
const SHORT = 16;
/** From this length on, an own buffer costs little beside what is written into it. */
const LONG = 400;

let block = new Int32Array(BLOCK);
let used = 0;

/** `length` zeros. */
export function newPacked(length: number): Int32Array {
  if (length <= SHORT || length >= LONG) return new Int32Array(length);
  if (used + length > BLOCK) {
    block = new Int32Array(BLOCK);
    used = 0;
  }
  used += length;
  return block.subarray(used - length, used);
}

/** A copy of `packed` from `start` to before `end`. */
export function copyPacked(packed: Int32Array, start: number, end: number): Int32Array {
  const copy = newPacked(end - start);
  for (let i = start; i < end; i++) copy[i - start] = packed[i];
  return copy;
}

/** Cells in a block of cells, and the most that one array takes of it: that of a grid of 30 x 30, and some more. */
const CELL_BLOCK = 4096;
const MANY_CELLS = 1024;
/** The cells that fit in 64 bytes. */
const FEW_CELLS = 32;

let cellBlock = new Int16Array(CELL_BLOCK);
let usedCells = 0;

/** `length` zeros for a grid. */
export function newCells(length: number): Int16Array {
  if (length <= FEW_CELLS || length > MANY_CELLS) return new Int16Array(length);
  if (usedCells + length > CELL_BLOCK) {
    cellBlock = new Int16Array(CELL_BLOCK);
    usedCells = 0;
  }
  usedCells += length;
  return cellBlock.subarray(usedCells - length, usedCells);
}

/** A copy of all `cells`. */
export function copyCells(cells: Int16Array): Int16Array {
  const copy = newCells(cells.length);
  copy.set(cells);
  return copy;
}

/** The cells from `start` to before `end`, shared with `cells` where that is cheap: neither is written to any more. */
export function partOfCells(cells: Int16Array, start: number, end: number): Int16Array {
  return cells.length <= FEW_CELLS ? cells.slice(start, end) : cells.subarray(start, end);
}
