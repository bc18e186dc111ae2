/**
 * TimSort (Tim Peters, CPython's listsort.txt), comparison by comparison as V8 does it, whose Array.prototype.sort is
 * stable. Where an order is partial, as that of sets by inclusion, the steps decide about the result.
 */
import { alloc } from '../memory';
import { itemAt } from './container';
import { copyItems, mergeHigh, mergeLow, resetGallop } from './timsort-merge';
import { gallopLeft, gallopRight } from './timsort-gallop';
import { Comparison } from './sort';

/** Runs that wait to be merged, at most: their lengths grow as Fibonacci's numbers do. */
const MOST_RUNS = 85;
/** Where each of them starts, and its length. */
const starts = memory.data(MOST_RUNS * 4);
const lengths = memory.data(MOST_RUNS * 4);
let runs = 0;

let work: usize = 0;
let temporary: usize = 0;
let order: Comparison = none;

function none(_a: i32, _b: i32): i32 {
  return 0;
}

/** Sorts `count` handles at `at`. `by` must not sort with this itself; it may allocate. */
export function timSort(at: usize, count: i32, by: Comparison): void {
  if (count < 2) return;
  work = at;
  order = by;
  runs = 0;
  resetGallop();
  // Up to so many are inserted into the first run, and nothing is merged.
  if (count >= 64) temporary = alloc((<usize>count) << 2);
  const least = leastRun(count);
  for (let low = 0; low < count; ) {
    let length = run(low, count);
    if (length < least) {
      const forced = min(least, count - low);
      insertInto(low, low + length, low + forced);
      length = forced;
    }
    put(starts, runs, low);
    put(lengths, runs++, length);
    collapse();
    low += length;
  }
  while (runs > 1) mergeAt(runs > 2 && lengthOf(runs - 3) < lengthOf(runs - 1) ? runs - 3 : runs - 2);
}

@inline
function put(array: usize, index: i32, word: i32): void {
  store<i32>(array + ((<usize>index) << 2), word);
}

@inline
function addressOf(index: i32): usize {
  return work + ((<usize>index) << 2);
}

@inline
function lengthOf(index: i32): i32 {
  return itemAt(lengths, index);
}

/** The length to which shorter runs are brought: such that a power of two of them, or a little less, makes all. */
function leastRun(count: i32): i32 {
  let number = count;
  let rest = 0;
  while (number >= 64) {
    rest |= number & 1;
    number >>= 1;
  }
  return number + rest;
}

/** The length of the run that starts at `low`; one that descends strictly is turned round. */
function run(low: i32, high: i32): i32 {
  if (low + 1 === high) return 1;
  const descends = order(itemAt(work, low + 1), itemAt(work, low)) < 0;
  let end = low + 2;
  while (end < high && order(itemAt(work, end), itemAt(work, end - 1)) < 0 === descends) end++;
  if (descends) {
    for (let left = low, right = end - 1; left < right; left++, right--) {
      const item = itemAt(work, left);
      put(work, left, itemAt(work, right));
      put(work, right, item);
    }
  }
  return end - low;
}

/** Inserts the items from `start` to before `high` into those from `low` on, which ascend, by searching in halves. */
function insertInto(low: i32, start: i32, high: i32): void {
  for (let at = start; at < high; at++) {
    const item = itemAt(work, at);
    let left = low;
    let right = at;
    while (left < right) {
      const middle = (left + right) >> 1;
      if (order(item, itemAt(work, middle)) < 0) right = middle;
      else left = middle + 1;
    }
    for (let to = at; to > left; to--) put(work, to, itemAt(work, to - 1));
    put(work, left, item);
  }
}

/** Merges until every run is longer than the two after it together. */
function collapse(): void {
  while (runs > 1) {
    const at = runs - 2;
    if (!isInvariant(at + 1) || !isInvariant(at)) mergeAt(lengthOf(at - 1) < lengthOf(at + 1) ? at - 1 : at);
    else if (lengthOf(at) <= lengthOf(at + 1)) mergeAt(at);
    else return;
  }
}

@inline
function isInvariant(at: i32): bool {
  return at < 2 || lengthOf(at - 2) > lengthOf(at - 1) + lengthOf(at);
}

/** Merges run `at` and the one after it. */
function mergeAt(at: i32): void {
  let start = itemAt(starts, at);
  let length = lengthOf(at);
  const second = itemAt(starts, at + 1);
  let secondLength = lengthOf(at + 1);
  put(lengths, at, length + secondLength);
  if (at === runs - 3) {
    put(starts, at + 1, itemAt(starts, at + 2));
    put(lengths, at + 1, lengthOf(at + 2));
  }
  runs--;
  // What stands right already, at both ends, is left alone.
  const skipped = gallopRight(order, itemAt(work, second), addressOf(start), length, 0);
  start += skipped;
  length -= skipped;
  if (length === 0) return;
  secondLength = gallopLeft(order, itemAt(work, start + length - 1), addressOf(second), secondLength, secondLength - 1);
  if (secondLength === 0) return;
  if (length <= secondLength) {
    copyItems(addressOf(start), temporary, length);
    mergeLow(order, temporary, length, addressOf(start), addressOf(second), secondLength);
  } else {
    copyItems(addressOf(second), temporary, secondLength);
    mergeHigh(order, addressOf(start), length, temporary, secondLength, addressOf(second));
  }
}
