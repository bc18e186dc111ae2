/** Sorting: packed numbers into canonical order, and handles by any comparison, stably. */
import { Room, scratch } from '../memory';

/** Up to this length insertion is the fastest. */
const FEW = 16;

/**
 * Sorts `count` packed numbers, which are not negative, at `at` ascending, drops repetitions, and gives how many are
 * left.
 */
export function ascending(at: usize, count: i32): i32 {
  let sorted = true;
  for (let i = 1; i < count; i++) {
    if (load<i32>(at + ((<usize>(i - 1)) << 2)) >= load<i32>(at + ((<usize>i) << 2))) {
      sorted = false;
      break;
    }
  }
  if (sorted) return count;
  if (count <= 32) insertNumbers(at, count);
  else radixSort(at, count);
  let kept = 1;
  for (let i = 1; i < count; i++) {
    const item = load<i32>(at + ((<usize>i) << 2));
    if (item !== load<i32>(at + ((<usize>(kept - 1)) << 2))) store<i32>(at + ((<usize>(kept++)) << 2), item);
  }
  return kept;
}

function insertNumbers(at: usize, count: i32): void {
  for (let i = 1; i < count; i++) {
    const inserted = load<i32>(at + ((<usize>i) << 2));
    let j = i;
    for (; j > 0; j--) {
      const before = load<i32>(at + ((<usize>(j - 1)) << 2));
      if (before <= inserted) break;
      store<i32>(at + ((<usize>j) << 2), before);
    }
    store<i32>(at + ((<usize>j) << 2), inserted);
  }
}

/** By four passes over bytes; a byte that is the same in all numbers costs no pass. */
function radixSort(at: usize, count: i32): void {
  const bytes = (<usize>count) << 2;
  const counts = scratch(Room.SORT, bytes + 1024);
  let from = at;
  let to = counts + 1024;
  for (let shift = 0; shift < 32; shift += 8) {
    memory.fill(counts, 0, 1024);
    for (let i: usize = 0; i < bytes; i += 4) {
      const slot = counts + ((<usize>((load<u32>(from + i) >> shift) & 255)) << 2);
      store<i32>(slot, load<i32>(slot) + 1);
    }
    const first = counts + ((<usize>((load<u32>(from) >> shift) & 255)) << 2);
    if (load<i32>(first) === count) continue;
    let start = 0;
    for (let slot = counts; slot < counts + 1024; slot += 4) {
      const size = load<i32>(slot);
      store<i32>(slot, start);
      start += size;
    }
    for (let i: usize = 0; i < bytes; i += 4) {
      const item = load<u32>(from + i);
      const slot = counts + ((<usize>((item >> shift) & 255)) << 2);
      const place = load<i32>(slot);
      store<i32>(slot, place + 1);
      store<u32>(to + ((<usize>place) << 2), item);
    }
    const swap = from;
    from = to;
    to = swap;
  }
  if (from !== at) memory.copy(at, from, bytes);
}

/** Negative, zero or positive, as `a` stands before, level with or after `b`. */
export type Comparison = (a: i32, b: i32) => i32;

/**
 * Sorts `count` handles at `at`, level ones in their order. `room` is memory for as many handles: `order` may allocate.
 */
export function sortStably(at: usize, count: i32, order: Comparison, room: usize): void {
  for (let start = 0; start < count; start += FEW) {
    insertHandles(at + ((<usize>start) << 2), min(FEW, count - start), order);
  }
  let from = at;
  let to = room;
  for (let run = FEW; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      mergeRuns(from, to, start, min(start + run, count), min(start + 2 * run, count), order);
    }
    const swap = from;
    from = to;
    to = swap;
  }
  if (from !== at) memory.copy(at, from, (<usize>count) << 2);
}

function insertHandles(at: usize, count: i32, order: Comparison): void {
  for (let i = 1; i < count; i++) {
    const inserted = load<i32>(at + ((<usize>i) << 2));
    let j = i;
    for (; j > 0; j--) {
      const before = load<i32>(at + ((<usize>(j - 1)) << 2));
      if (order(before, inserted) <= 0) break;
      store<i32>(at + ((<usize>j) << 2), before);
    }
    store<i32>(at + ((<usize>j) << 2), inserted);
  }
}

function mergeRuns(from: usize, to: usize, start: i32, middle: i32, end: i32, order: Comparison): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeLeft =
      left < middle &&
      (right >= end ||
        order(load<i32>(from + ((<usize>left) << 2)), load<i32>(from + ((<usize>right) << 2))) <= 0);
    const source = takeLeft ? left++ : right++;
    store<i32>(to + ((<usize>at) << 2), load<i32>(from + ((<usize>source) << 2)));
  }
}
