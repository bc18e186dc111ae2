/**
 * Bump allocation in regions. A region is a list of chunks; objects lie one after the other and are given back all
 * at once. Nothing is ever freed alone. Every object starts at a multiple of 8.
 *
 *     chunk:  next chunk (4) | bytes (4) | region (4) | unused (4) | objects …
 *
 * Chunks start at multiples of CHUNK, and an object starts in the first CHUNK bytes of its chunk: the address of an
 * object tells its region.
 */
import { fail, Reason } from './reason';

/** The least size of a chunk with its header, bytes. Chunks are multiples of it. */
// @ts-ignore: decorator
@inline const CHUNK: usize = 1 << 17;

@unmanaged
class Chunk {
  /** NO_CHUNK for the last one. */
  next: Chunk;
  /** Bytes, with this header of 16. */
  size: u32;
  /** The address of the region that has it. */
  region: u32;
}

// @ts-ignore: decorator
@inline const NO_CHUNK = changetype<Chunk>(0);

/** Puts a chunk that nobody uses into the list. */
function giveBack(chunk: Chunk): void {
  const list = changetype<Chunk>(spareList);
  chunk.next = list.next;
  list.next = chunk;
}

/** Objects that live equally long. Made by `newRegion`, never given back itself. */
@unmanaged
export class Region {
  first: Chunk;
  current: Chunk;
  /** Where the next object goes; valid while the region is not the active one. */
  top: usize;
}

/** Where the next object of the active region goes. */
export let top: usize = 0;
/** Where the current chunk of the active region ends. */
let end: usize = 0;
/** The region that `alloc` takes from. */
let active: Region = changetype<Region>(0);

/** Bytes asked for since `beginQuota`, whatever chunks they came to lie in: the same on every machine. */
export let spent: i32 = 0;
/** Above so many bytes an evaluation ends as `size`. */
let quota: i32 = i32.MAX_VALUE;

/** Where memory that nobody has starts; it grows by whole pages. */
let wild: usize = 0;
/** A chunk without room whose list are those that were given back. */
const spareList = memory.data(16);

function newChunk(bytes: usize): Chunk {
  let link = changetype<Chunk>(spareList);
  while (changetype<usize>(link.next) !== 0) {
    const chunk = link.next;
    // Not a much larger one: of that, most would stay empty.
    if (<usize>chunk.size >= bytes && <usize>chunk.size <= max<usize>(2 * bytes, CHUNK)) {
      link.next = chunk.next;
      chunk.next = NO_CHUNK;
      return chunk;
    }
    link = chunk;
  }
  if (wild === 0) wild = (__heap_base + CHUNK - 1) & ~(CHUNK - 1);
  const size = (max(bytes, CHUNK) + CHUNK - 1) & ~(CHUNK - 1);
  const need = wild + size;
  const have = (<usize>memory.size()) << 16;
  if (need > have && memory.grow(<i32>((need - have + 0xffff) >>> 16)) < 0) fail(Reason.NO_MEMORY, 0);
  const chunk = changetype<Chunk>(wild);
  wild += size;
  chunk.next = NO_CHUNK;
  chunk.size = <u32>size;
  return chunk;
}

export function newRegion(): Region {
  const chunk = newChunk(CHUNK);
  const region = changetype<Region>(changetype<usize>(chunk) + 16);
  chunk.region = <u32>changetype<usize>(region);
  region.first = chunk;
  region.current = chunk;
  region.top = changetype<usize>(chunk) + 32;
  return region;
}

/** Makes `region` the one that `alloc` takes from; gives the one before. */
export function enter(region: Region): Region {
  const before = active;
  if (changetype<usize>(before) !== 0) before.top = top;
  active = region;
  top = region.top;
  end = changetype<usize>(region.current) + min<usize>(region.current.size, CHUNK);
  return before;
}

/** Gives back all objects of the active region. Its chunks stay with it. */
export function clear(): void {
  const first = active.first;
  active.current = first;
  top = changetype<usize>(first) + 32;
  end = changetype<usize>(first) + CHUNK;
}

/** As `clear`, and hands chunks beyond the first to other regions. */
export function trim(): void {
  clear();
  let rest = active.first.next;
  active.first.next = NO_CHUNK;
  while (changetype<usize>(rest) !== 0) {
    const next = rest.next;
    giveBack(rest);
    rest = next;
  }
}

/** Bytes in chunks of the region, used or not. */
export function bytesOf(region: Region): usize {
  let bytes: usize = 0;
  for (let chunk = region.first; changetype<usize>(chunk) !== 0; chunk = chunk.next) bytes += chunk.size;
  return bytes;
}

/** A place in the active region to which `backTo` can return while the region stays active. */
export function chunkMark(): usize {
  return changetype<usize>(active.current);
}

/** Memory of at least `bytes` that belongs to no region, and is never given back. */
export function newBlock(bytes: usize): usize {
  return changetype<usize>(newChunk(bytes + 16)) + 16;
}

/** Gives back what was allocated after `top` was `place` and the chunk was `chunk`. */
export function backTo(chunk: usize, place: usize): void {
  active.current = changetype<Chunk>(chunk);
  top = place;
  end = chunk + min<usize>(active.current.size, CHUNK);
}

/** Begins to count bytes; more than `bytes` from now on end the evaluation. */
export function beginQuota(bytes: i32): void {
  spent = 0;
  quota = bytes;
}

/** `bytes` of memory with any content, at a multiple of 8. */
@inline
export function alloc(bytes: usize): usize {
  const size = (bytes + 7) & ~7;
  spent += <i32>size;
  if (spent > quota) fail(Reason.MEMORY, 0);
  const at = top;
  if (at + size > end) return allocInNext(size);
  top = at + size;
  return at;
}

function allocInNext(size: usize): usize {
  nextChunk(size);
  const at = top;
  top = at + size;
  // No object may start beyond the first CHUNK bytes of a larger chunk.
  end = max(top, changetype<usize>(active.current) + CHUNK);
  return at;
}

/** The region in which an object lies. */
@inline
export function regionOf(object: usize): Region {
  return changetype<Region>(<usize>changetype<Chunk>(object & ~(CHUNK - 1)).region);
}

/** Goes to a chunk with room for `size` bytes: one that the region has, or a new one put in after the current one. */
function nextChunk(size: usize): void {
  const current = active.current;
  let next = current.next;
  if (changetype<usize>(next) === 0 || <usize>next.size < size + 32) {
    const made = newChunk(size + 32);
    made.region = <u32>changetype<usize>(active);
    made.next = next;
    current.next = made;
    next = made;
  }
  active.current = next;
  top = changetype<usize>(next) + 16;
  end = changetype<usize>(next) + next.size;
}

/** Working memory by purpose, so that an algorithm and the sort that it calls do not share a room. */
export namespace Room {
  // @ts-ignore: decorator
  @inline export const BOARD = 0;
  // @ts-ignore: decorator
  @inline export const STACK = 1;
  // @ts-ignore: decorator
  @inline export const LABELS = 2;
  // @ts-ignore: decorator
  @inline export const SORT = 3;
}

/** Address and size of each room's memory. */
const rooms = memory.data(8 * 4);

/** `bytes` of working memory with any content, until the room is asked for again. Nothing of it may be in a value. */
export function scratch(room: i32, bytes: usize): usize {
  const slot = rooms + ((<usize>room) << 3);
  if (<usize>load<u32>(slot, 4) < bytes) {
    const before = changetype<Chunk>(load<u32>(slot));
    if (changetype<usize>(before) !== 0) giveBack(before);
    const chunk = newChunk(max<usize>(bytes + 16, 65536));
    store<u32>(slot, <u32>changetype<usize>(chunk));
    store<u32>(slot, chunk.size - 16, 4);
  }
  return load<u32>(slot) + 16;
}

/** Sets the end of the last object, which was allocated too large: its first `bytes` from `object` on are kept. */
@inline
export function shrinkLast(object: usize, bytes: usize): void {
  top = (object + bytes + 7) & ~7;
}
