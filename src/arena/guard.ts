/**
 * Guards of the debug build: a word behind every object and every room tells whether something was written beyond its
 * end, and memory that is given back is filled with nonsense, so that whoever still reads it is found out. The release
 * build has nothing of this.
 */

export const GUARDED: bool = ASC_OPTIMIZE_LEVEL === 0;

/** Bytes of a guard: a magic word, and the address of the guard before (0: none). */
export const GUARD: usize = 8;
const MAGIC: u32 = 0x5afe6a7d;
const NONSENSE: u8 = 0xa5;

/** Puts a guard at `at`; gives `at`. */
export function putGuard(at: usize, before: usize): usize {
  store<u32>(at, MAGIC);
  store<u32>(at, <u32>before, 4);
  return at;
}

/** Traps where the guard was overwritten; gives the guard before. */
export function checkGuard(at: usize): usize {
  assert(load<u32>(at) === MAGIC, 'an object was written beyond its end');
  return load<u32>(at, 4);
}

export function spoil(from: usize, to: usize): void {
  if (to > from) memory.fill(from, NONSENSE, to - from);
}
