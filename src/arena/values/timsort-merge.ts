/**
 * Merging two ascending runs that lie side by side, one of which was copied away: see timsort.ts. While one run wins
 * again and again, its items are searched for and moved many at a time.
 */
import { Comparison } from './sort';
import { gallopLeft, gallopRight } from './timsort-gallop';

/** Wins in a row from which on it pays to stay in that mode. */
const WINS = 7;
/** Wins in a row that lead into it: fewer where it has paid lately. */
let leastWins = WINS;

/** To be called before each sort. */
export function resetGallop(): void {
  leastWins = WINS;
}

export function copyItems(from: usize, to: usize, count: i32): void {
  memory.copy(to, from, (<usize>count) << 2);
}

/** `back` items before `address`. */
@inline
function before(address: usize, back: i32): usize {
  return address - ((<usize>back) << 2);
}

/** `on` items after `address`. */
@inline
function after(address: usize, on: i32): usize {
  return address + ((<usize>on) << 2);
}

/**
 * Merges `aLength` items at `a` with the later `bLength` at `b`, from `to` on; what is at `b` lies right behind the
 * place for all of `a`. The first of `b` comes before the first of `a`, the last of `a` behind the last of `b`.
 */
export function mergeLow(order: Comparison, a: usize, aLength: i32, to: usize, b: usize, bLength: i32): void {
  store<i32>(to, load<i32>(b));
  to += 4;
  b += 4;
  bLength--;
  while (bLength > 0 && aLength > 1) {
    let aWins = 0;
    let bWins = 0;
    while (bLength > 0 && aLength > 1 && aWins < leastWins && bWins < leastWins) {
      if (order(load<i32>(b), load<i32>(a)) < 0) {
        store<i32>(to, load<i32>(b));
        b += 4;
        bLength--;
        bWins++;
        aWins = 0;
      } else {
        store<i32>(to, load<i32>(a));
        a += 4;
        aLength--;
        aWins++;
        bWins = 0;
      }
      to += 4;
    }
    if (bLength === 0 || aLength === 1) break;
    leastWins++;
    do {
      leastWins = max(1, leastWins - 1);
      aWins = gallopRight(order, load<i32>(b), a, aLength, 0);
      copyItems(a, to, aWins);
      to = after(to, aWins);
      a = after(a, aWins);
      aLength -= aWins;
      if (aLength <= 1) break;
      store<i32>(to, load<i32>(b));
      to += 4;
      b += 4;
      if (--bLength === 0) break;
      bWins = gallopLeft(order, load<i32>(a), b, bLength, 0);
      copyItems(b, to, bWins);
      to = after(to, bWins);
      b = after(b, bWins);
      bLength -= bWins;
      if (bLength === 0) break;
      store<i32>(to, load<i32>(a));
      to += 4;
      a += 4;
      if (--aLength === 1) break;
    } while (aWins >= WINS || bWins >= WINS);
    if (bLength === 0 || aLength <= 1) break;
    leastWins++;
  }
  copyItems(b, to, bLength);
  copyItems(a, after(to, bLength), aLength);
}

/**
 * Merges `aLength` items at `start` with the later `bLength` at `copy`, from their ends down; the place for all of the
 * latter begins at `second`, right behind those at `start`. The bounds are as for `mergeLow`.
 */
export function mergeHigh(
  order: Comparison,
  start: usize,
  aLength: i32,
  copy: usize,
  bLength: i32,
  second: usize,
): void {
  let to = after(second, bLength - 1);
  let a = after(start, aLength - 1);
  let b = after(copy, bLength - 1);
  store<i32>(to, load<i32>(a));
  to -= 4;
  a -= 4;
  aLength--;
  while (aLength > 0 && bLength > 1) {
    let aWins = 0;
    let bWins = 0;
    while (aLength > 0 && bLength > 1 && aWins < leastWins && bWins < leastWins) {
      if (order(load<i32>(b), load<i32>(a)) < 0) {
        store<i32>(to, load<i32>(a));
        a -= 4;
        aLength--;
        aWins++;
        bWins = 0;
      } else {
        store<i32>(to, load<i32>(b));
        b -= 4;
        bLength--;
        bWins++;
        aWins = 0;
      }
      to -= 4;
    }
    if (aLength === 0 || bLength === 1) break;
    leastWins++;
    do {
      leastWins = max(1, leastWins - 1);
      aWins = aLength - gallopRight(order, load<i32>(b), start, aLength, aLength - 1);
      to = before(to, aWins);
      a = before(a, aWins);
      aLength -= aWins;
      copyItems(a + 4, to + 4, aWins);
      if (aLength === 0) break;
      store<i32>(to, load<i32>(b));
      to -= 4;
      b -= 4;
      if (--bLength === 1) break;
      bWins = bLength - gallopLeft(order, load<i32>(a), copy, bLength, bLength - 1);
      to = before(to, bWins);
      b = before(b, bWins);
      bLength -= bWins;
      copyItems(b + 4, to + 4, bWins);
      if (bLength <= 1) break;
      store<i32>(to, load<i32>(a));
      to -= 4;
      a -= 4;
      if (--aLength === 0) break;
    } while (aWins >= WINS || bWins >= WINS);
    if (aLength === 0 || bLength <= 1) break;
    leastWins++;
  }
  to = before(to, aLength);
  copyItems(start, to + 4, aLength);
  copyItems(copy, before(to, bLength - 1), bLength);
}
