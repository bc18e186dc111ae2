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
