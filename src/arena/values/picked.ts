/** Sets of what is left of other sets. */
import { setFrom, sortedPatch, sortedSet } from './build';
import { sizeOf } from './container';
import { Items, itemsOf, Kind, newItems, newPatch, Patch, patch, Value } from './layout';
import { EMPTY_SET, isKind, isPatch, isVector } from './value';

/** The members for which there is no 0 among the bytes at `keep`, counted in canonical order. */
export function pickFromSet(set: Value, keep: usize): Value {
  const size = sizeOf(set);
  let count = 0;
  for (let i = 0; i < size; i++) count += i32(load<u8>(keep + <usize>i) !== 0);
  if (count === size) return set;
  if (count === 0) return EMPTY_SET;
  return isPatch(set) ? pickPacked(patch(set), keep, count) : pickItems(itemsOf(set), keep, count);
}

function pickPacked(from: Patch, keep: usize, count: i32): Value {
  const made = newPatch(from.coloured, count);
  for (let i = 0, kept = 0; kept < count; i++) if (load<u8>(keep + <usize>i)) made.put(kept++, from.at(i));
  return sortedPatch(made, count);
}

function pickItems(from: Items, keep: usize, count: i32): Value {
  const made = newItems(count);
  for (let i = 0, kept = 0; kept < count; i++) if (load<u8>(keep + <usize>i)) made.put(kept++, from.at(i));
  return settled(made, count);
}

/** The set of ascending items, which it takes over: what is left of others, or joined, may be cells only. */
export function settled(items: Items, count: i32): Value {
  if (count === 0) return EMPTY_SET;
  const head = items.at(0);
  return isVector(head) || isKind(head, Kind.TUPLE) ? setFrom(items, count) : sortedSet(items, count);
}
