/**
 * Bump allocation in regions. A region is a list of chunks; objects lie one after the other and are given back all
 * at once. Nothing is ever freed alone. Every object starts at a multiple of 8, and in the first CHUNK bytes of its
 * chunk: its address tells its region.
 */
import { Chunk, CHUNK, endBlock, endOf, giveBack, HEADER, newBlock, newChunk, NO_CHUNK, startOf } from './chunks';
import { checkGuard, GUARD, GUARDED, putGuard, spoil } from './guard';
import { fail, Reason } from './reason';
import { Room, scratch } from './rooms';

export { endBlock, newBlock, Room, scratch };

/** Objects that live equally long. Made by `newRegion`, never given back itself: it lies at the start of its first chunk. */
@unmanaged
export class Region {
  first: Chunk;
  current: Chunk;
  /** Where the next object goes; valid while the region is not the active one. */
  top: usize;
  /** The guard of the last object, in the debug build; valid as `top`. */
  guard: usize;
  /** The region made before. */
  before: Region;
  unused: u32;
}

/** Bytes of a Region. */
const REGION: usize = 24;

const NO_REGION = changetype<Region>(0);

/** Where the next object of the active region goes. */
export let top: usize = 0;
/** Where the current chunk of the active region ends for objects. */
let end: usize = 0;
/** The guard of the last object of the active region. */
let guard: usize = 0;
/** The region that `alloc` takes from. */
export let active: Region = NO_REGION;
/** The region that was made last. */
export let lastRegion: Region = NO_REGION;

/** Bytes asked for since `beginQuota`, whatever chunks they came to lie in: the same on every machine. */
export let spent: i32 = 0;
/** Above so many bytes an evaluation ends as `size`. */
let quota: i32 = i32.MAX_VALUE;

export function newRegion(): Region {
  const chunk = newChunk(CHUNK);
  const region = changetype<Region>(startOf(chunk) + HEADER);
  chunk.region = <u32>changetype<usize>(region);
  region.first = chunk;
  region.current = chunk;
  region.top = startOf(chunk) + HEADER + REGION;
  region.guard = 0;
  region.before = lastRegion;
  lastRegion = region;
  return region;
}

/** Makes `region` the one that `alloc` takes from; gives the one before. */
export function enter(region: Region): Region {
  const before = active;
  if (changetype<usize>(before) !== 0) {
    before.top = top;
    before.guard = guard;
  }
  active = region;
  top = region.top;
  guard = region.guard;
  end = startOf(region.current) + min<usize>(region.current.size, CHUNK);
  return before;
}

/** Gives back all objects of the active region. Its chunks stay with it. */
export function clear(): void {
  const first = active.first;
  if (GUARDED) spoilSince(startOf(first), startOf(first) + HEADER + REGION);
  active.current = first;
  top = startOf(first) + HEADER + REGION;
  end = startOf(first) + CHUNK;
}

/** As `clear`, and hands chunks beyond the first to others. */
export function trim(): void {
  clear();
  let rest = active.first.next;
  active.first.next = NO_CHUNK;
  while (startOf(rest) !== 0) {
    const next = rest.next;
    giveBack(rest);
    rest = next;
  }
}

/** Bytes in chunks of the region, used or not. */
export function bytesOf(region: Region): usize {
  let bytes: usize = 0;
  for (let chunk = region.first; startOf(chunk) !== 0; chunk = chunk.next) bytes += chunk.size;
  return bytes;
}

/** A place in the active region to which `backTo` can return while the region stays active. */
export function chunkMark(): usize {
  return startOf(active.current);
}

/** Gives back what was allocated after `top` was `place` and the chunk was `chunk`. */
export function backTo(chunk: usize, place: usize): void {
  if (GUARDED) spoilSince(chunk, place);
  active.current = changetype<Chunk>(chunk);
  top = place;
  end = chunk + min<usize>(active.current.size, CHUNK);
}

/** Checks the guards of all objects that lie in the chunk from `place` on or in later chunks, and spoils these objects. */
function spoilSince(chunk: usize, place: usize): void {
  const last = chunk + <usize>changetype<Chunk>(chunk).size;
  while (guard !== 0 && !(guard >= chunk && guard < place)) guard = checkGuard(guard);
  let at = active.current;
  if (startOf(at) === chunk) return spoil(place, top);
  spoil(place, last);
  for (at = changetype<Chunk>(chunk).next; startOf(at) !== startOf(active.current); at = at.next)
    spoil(startOf(at) + HEADER, endOf(at));
  spoil(startOf(at) + HEADER, top);
}

/** Forgets what was asked for since `spent` was `bytes`: it was given back. */
export function setSpent(bytes: i32): void {
  spent = bytes;
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
  if (GUARDED) return guarded(size);
  const at = top;
  if (at + size > end) return allocInNext(size);
  top = at + size;
  return at;
}

function guarded(size: usize): usize {
  const at = top + size + GUARD > end ? allocInNext(size + GUARD) : top;
  top = at + size + GUARD;
  guard = putGuard(at + size, guard);
  return at;
}

function allocInNext(size: usize): usize {
  nextChunk(size);
  const at = top;
  top = at + size;
  // No object may start beyond the first CHUNK bytes of a larger chunk.
  end = max(top, startOf(active.current) + CHUNK);
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
  if (startOf(next) === 0 || <usize>next.size < size + HEADER) {
    const made = newChunk(size + HEADER);
    made.region = <u32>changetype<usize>(active);
    made.next = next;
    current.next = made;
    next = made;
  }
  active.current = next;
  top = startOf(next) + HEADER;
  end = endOf(next);
}

/** Sets the end of the last object, which was allocated too large: its first `bytes` from `object` on are kept. */
@inline
export function shrinkLast(object: usize, bytes: usize): void {
  top = (object + bytes + 7) & ~7;
  if (GUARDED) guardShrunk(object);
}

function guardShrunk(object: usize): void {
  const chunk = active.current;
  assert(object >= startOf(chunk) && object < endOf(chunk), 'an object was shrunk that is not the last one');
  while (guard >= object && guard < endOf(chunk)) guard = checkGuard(guard);
  guard = putGuard(top, guard);
  top += GUARD;
}
