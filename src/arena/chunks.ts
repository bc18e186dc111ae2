/**
 * Pieces of memory that regions, rooms and tables are made of. Chunks start at multiples of CHUNK, and are as long.
 *
 *     chunk:  next chunk (4) | bytes (4) | region (4) | unused (4) | …
 */
import { fail, Reason } from './reason';

/** The least size of a chunk with its header, bytes. */
export const CHUNK: usize = 1 << 17;
/**
 * Pages that memory grows by at once, where it can: its host takes each growth for as many new bytes as there are in
 * all, and collects its garbage the sooner. Pages that nobody touched cost nothing.
 */
const PAGES = 128;
/** Bytes of its header. */
export const HEADER: usize = 16;

@unmanaged
export class Chunk {
  /** NO_CHUNK for the last one of a list. */
  next: Chunk;
  /** Bytes, with the header; a multiple of CHUNK. */
  size: u32;
  /** The address of the region that has it. */
  region: u32;
}

export const NO_CHUNK = changetype<Chunk>(0);

@inline
export function startOf(chunk: Chunk): usize {
  return changetype<usize>(chunk);
}

@inline
export function endOf(chunk: Chunk): usize {
  return changetype<usize>(chunk) + <usize>chunk.size;
}

@inline
function align(address: usize): usize {
  return (address + CHUNK - 1) & ~(CHUNK - 1);
}

/** Where memory that nobody ever had starts; it grows by whole pages. */
let wild: usize = 0;
/** Bytes of blocks. */
let inBlocks: usize = 0;
/** A chunk without room, whose list are those that were given back: in the order of addresses, neighbours joined. */
const spare = changetype<Chunk>(memory.data(16));

/** The first spare chunk of at least `bytes`, what is beyond them cut off, or new memory. */
export function newChunk(bytes: usize): Chunk {
  const size = align(bytes);
  let before = spare;
  for (let chunk = spare.next; startOf(chunk) !== 0; before = chunk, chunk = chunk.next) {
    if (<usize>chunk.size < size) continue;
    before.next = chunk.next;
    if (<usize>chunk.size > size) {
      const rest = changetype<Chunk>(startOf(chunk) + size);
      rest.size = chunk.size - <u32>size;
      rest.next = chunk.next;
      before.next = rest;
    }
    chunk.size = <u32>size;
    chunk.next = NO_CHUNK;
    return chunk;
  }
  return wildChunk(size);
}

function wildChunk(size: usize): Chunk {
  if (wild === 0) wild = align(__heap_base);
  const need = wild + size;
  const have = (<usize>memory.size()) << 16;
  if (need > have) {
    const pages = <i32>((need - have + 0xffff) >>> 16);
    if (memory.grow(max(pages, PAGES)) < 0 && memory.grow(pages) < 0) fail(Reason.NO_MEMORY, 0);
  }
  const chunk = changetype<Chunk>(wild);
  wild = need;
  chunk.next = NO_CHUNK;
  chunk.size = <u32>size;
  return chunk;
}

/** Takes a chunk back, and joins it with spare neighbours. */
export function giveBack(chunk: Chunk): void {
  let before = spare;
  while (startOf(before.next) !== 0 && startOf(before.next) < startOf(chunk)) before = before.next;
  const after = before.next;
  chunk.region = 0;
  chunk.next = after;
  if (endOf(chunk) === startOf(after)) {
    chunk.size += after.size;
    chunk.next = after.next;
  }
  if (startOf(before) !== startOf(spare) && endOf(before) === startOf(chunk)) {
    before.size += chunk.size;
    before.next = chunk.next;
  } else {
    before.next = chunk;
  }
}

/** Memory of at least `bytes` that belongs to no region; kept until it is given to `endBlock`. */
export function newBlock(bytes: usize): usize {
  const chunk = newChunk(bytes + HEADER);
  inBlocks += <usize>chunk.size;
  return startOf(chunk) + HEADER;
}

/** Takes a block back. */
export function endBlock(block: usize): void {
  const chunk = changetype<Chunk>(block - HEADER);
  inBlocks -= <usize>chunk.size;
  giveBack(chunk);
}

/** Bytes that are not spare and in no block: those of regions and rooms. */
export function bytesInUse(): usize {
  let bytes: usize = wild === 0 ? 0 : wild - align(__heap_base);
  for (let chunk = spare.next; startOf(chunk) !== 0; chunk = chunk.next) bytes -= <usize>chunk.size;
  return bytes - inBlocks;
}

/** For tests: spare chunks ascend, keep apart, and are aligned. */
export function checkSpare(): void {
  for (let chunk = spare.next; startOf(chunk) !== 0; chunk = chunk.next) {
    assert((startOf(chunk) & (CHUNK - 1)) === 0 && (<usize>chunk.size & (CHUNK - 1)) === 0, 'a spare chunk is not aligned');
    assert(endOf(chunk) <= wild, 'a spare chunk is beyond the end');
    assert(startOf(chunk.next) === 0 || endOf(chunk) < startOf(chunk.next), 'spare chunks are not in order, or touch');
  }
}
