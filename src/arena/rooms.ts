/** Working memory by purpose, so that an algorithm and the sort that it calls do not share a room. */
import { Chunk, giveBack, HEADER, newChunk, startOf } from './chunks';
import { checkGuard, GUARD, GUARDED, putGuard, spoil } from './guard';

export namespace Room {
  export const BOARD = 0;
  export const STACK = 1;
  export const LABELS = 2;
  export const SORT = 3;
  export const COUNT = 4;
}

/** Of each room: its chunk (0: none yet), its bytes, and the address of its guard. */
const rooms = memory.data(12 * Room.COUNT);

/** `bytes` of working memory with any content, until the room is asked for again. Nothing of it may be in a value. */
export function scratch(room: i32, bytes: usize): usize {
  const slot = rooms + (<usize>room) * 12;
  if (GUARDED) checkRoom(slot);
  const need = GUARDED ? ((bytes + 7) & ~7) + GUARD : bytes;
  if (<usize>load<u32>(slot, 4) < need) {
    const before = changetype<Chunk>(load<u32>(slot));
    if (startOf(before) !== 0) giveBack(before);
    store<u32>(slot, 0);
    store<u32>(slot, 0, 4);
    const chunk = newChunk(max<usize>(need + HEADER, 65536));
    store<u32>(slot, <u32>startOf(chunk));
    store<u32>(slot, chunk.size - <u32>HEADER, 4);
  }
  const start = <usize>load<u32>(slot) + HEADER;
  if (GUARDED) {
    spoil(start, start + need);
    store<u32>(slot, <u32>putGuard(start + need - GUARD, 0), 8);
  }
  return start;
}

function checkRoom(slot: usize): void {
  if (load<u32>(slot, 8) !== 0) checkGuard(load<u32>(slot, 8));
}

/** For tests, in the debug build: no room was written beyond its end. Gives the bytes of all rooms' chunks. */
export function checkRooms(): usize {
  let bytes: usize = 0;
  for (let room = 0; room < Room.COUNT; room++) {
    const slot = rooms + (<usize>room) * 12;
    if (GUARDED) checkRoom(slot);
    if (load<u32>(slot) !== 0) bytes += <usize>changetype<Chunk>(load<u32>(slot)).size;
  }
  return bytes;
}
