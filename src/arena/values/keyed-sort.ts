/** Sorting places by keys in Python's order. */
import { alloc } from '../memory';
import { itemAt } from './container';
import { comparePython } from './python-order';
import { timSort } from './timsort';

/** The keys of the sort at work, by place. */
let keys: usize = 0;

function compareAt(a: i32, b: i32): i32 {
  return comparePython(itemAt(keys, a), itemAt(keys, b));
}

/** The places 0 .. count - 1 in ascending order of the `count` keys at `keysAt`, level ones as they come. */
export function placesByKey(keysAt: usize, count: i32): usize {
  keys = keysAt;
  const places = alloc((<usize>count) << 2);
  for (let i = 0; i < count; i++) store<i32>(places + ((<usize>i) << 2), i);
  timSort(places, count, compareAt);
  return places;
}
