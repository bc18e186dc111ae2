/** Searching in an ascending run by steps that double, and then in halves: see timsort.ts. */
import { itemAt } from './container';
import { Comparison } from './sort';

/** Where `key` goes among the `length` items at `from`, before those level with it; `hint` is where to begin. */
export function gallopLeft(order: Comparison, key: i32, from: usize, length: i32, hint: i32): i32 {
  let last = 0;
  let offset = 1;
  if (order(itemAt(from, hint), key) < 0) {
    const most = length - hint;
    while (offset < most && order(itemAt(from, hint + offset), key) < 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    last += hint;
    offset = min(offset, most) + hint;
  } else {
    const most = hint + 1;
    while (offset < most && order(itemAt(from, hint - offset), key) >= 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    const nearest = hint - last;
    last = hint - min(offset, most);
    offset = nearest;
  }
  last++;
  while (last < offset) {
    const middle = (last + offset) >> 1;
    if (order(itemAt(from, middle), key) < 0) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

/** As `gallopLeft`, behind those level with the key. */
export function gallopRight(order: Comparison, key: i32, from: usize, length: i32, hint: i32): i32 {
  let last = 0;
  let offset = 1;
  if (order(key, itemAt(from, hint)) < 0) {
    const most = hint + 1;
    while (offset < most && order(key, itemAt(from, hint - offset)) < 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    const nearest = hint - last;
    last = hint - min(offset, most);
    offset = nearest;
  } else {
    const most = length - hint;
    while (offset < most && order(key, itemAt(from, hint + offset)) >= 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    last += hint;
    offset = min(offset, most) + hint;
  }
  last++;
  while (last < offset) {
    const middle = (last + offset) >> 1;
    if (order(key, itemAt(from, middle)) < 0) offset = middle;
    else last = middle + 1;
  }
  return offset;
}
