/** Set operations as merges of ascending sequences. All give values in canonical representation. */
import { alloc, shrinkLast } from '../memory';
import { packCellValue, packIndexValue, setFrom, sortedPatch, sortedSet } from './build';
import { itemAt, memberAt, membersOf, sizeOf } from './container';
import { compare } from './order';
import { pickFromSet, settled } from './picked';
import { itemsOf, Kind, newItems, newPatch, Patch, patch, Value } from './layout';
import { EMPTY_SET, isKind, isPatch } from './value';

/** The set with the value as its only member. */
export function single(value: Value): Value {
  const items = newItems(1);
  items.put(0, value);
  return setFrom(items, 1);
}

/** Whether some member equals the value: a binary search. */
@inline
export function has(set: Value, value: Value): bool {
  return placeIn(set, value) >= 0;
}

/** Where in canonical order the member stands that equals the value, or -1. */
function placeIn(set: Value, value: Value): i32 {
  if (!isPatch(set)) return searchMembers(set, value);
  const it = patch(set);
  const code = it.coloured ? packCellValue(value) : packIndexValue(value);
  if (code >= 0) return searchPacked(it.packed, it.count, code);
  // Only with booleans in it can something else equal a cell or an index.
  return isKind(value, Kind.TUPLE) && itemsOf(value).count === 2 ? searchMembers(set, value) : -1;
}

function searchMembers(set: Value, value: Value): i32 {
  let low = 0;
  let high = sizeOf(set);
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(memberAt(set, middle), value);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Where `code` is among the `count` ascending numbers at `packed`, or -1. */
function searchPacked(packed: usize, count: i32, code: i32): i32 {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(packed, middle) < code) low = middle + 1;
    else high = middle;
  }
  return low < count && itemAt(packed, low) === code ? low : -1;
}

/** Whether both are patches, of one kind: then packed numbers tell all. */
@inline
function alike(a: Value, b: Value): bool {
  return isPatch(a) && isPatch(b) && patch(a).coloured === patch(b).coloured;
}

/** Of equal members that of `a` is kept. */
export function union(a: Value, b: Value): Value {
  if (alike(a, b)) return mergePatches(patch(a), patch(b));
  if (sizeOf(a) === 0) return b;
  return sizeOf(b) === 0 ? a : mergeMembers(a, b);
}

function mergePatches(a: Patch, b: Patch): Value {
  const made = newPatch(a.coloured, a.count + b.count);
  let x = a.packed;
  let y = b.packed;
  let to = made.packed;
  const xEnd = x + ((<usize>a.count) << 2);
  const yEnd = y + ((<usize>b.count) << 2);
  while (x < xEnd && y < yEnd) {
    const p = load<i32>(x);
    const q = load<i32>(y);
    store<i32>(to, min(p, q));
    to += 4;
    x += usize(p <= q) << 2;
    y += usize(q <= p) << 2;
  }
  for (; x < xEnd; x += 4, to += 4) store<i32>(to, load<i32>(x));
  for (; y < yEnd; y += 4, to += 4) store<i32>(to, load<i32>(y));
  return sortedPatch(made, <i32>((to - made.packed) >>> 2));
}

function mergeMembers(a: Value, b: Value): Value {
  const xs = membersOf(a);
  const ys = membersOf(b);
  const merged = newItems(sizeOf(a) + sizeOf(b));
  let i = 0;
  let j = 0;
  let kept = 0;
  while (i < sizeOf(a) && j < sizeOf(b)) {
    const order = compare(itemAt(xs, i), itemAt(ys, j));
    merged.put(kept++, order <= 0 ? itemAt(xs, i) : itemAt(ys, j));
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  while (i < sizeOf(a)) merged.put(kept++, itemAt(xs, i++));
  while (j < sizeOf(b)) merged.put(kept++, itemAt(ys, j++));
  return settled(merged, kept);
}

/** The members that both have, as they are in `a`. */
export function intersection(a: Value, b: Value): Value {
  return select(a, b, true);
}

/** The members of `a` that are not in `b`. */
export function difference(a: Value, b: Value): Value {
  return select(a, b, false);
}

function select(a: Value, b: Value, wanted: bool): Value {
  if (alike(a, b)) return selectPacked(patch(a), patch(b), wanted);
  const count = sizeOf(a);
  if (count === 0 || sizeOf(b) === 0 || (isPatch(a) && isPatch(b))) return wanted ? EMPTY_SET : a;
  const keep = alloc(<usize>count);
  for (let i = 0; i < count; i++) store<u8>(keep + <usize>i, u8(has(b, memberAt(a, i)) === wanted));
  return pickFromSet(a, keep);
}

/** By search where `a` is far smaller. */
function selectPacked(a: Patch, b: Patch, wanted: bool): Value {
  const made = newPatch(a.coloured, a.count);
  const few = a.count * 8 < b.count;
  const end = a.packed + ((<usize>a.count) << 2);
  const bEnd = b.packed + ((<usize>b.count) << 2);
  let to = made.packed;
  let y = b.packed;
  for (let at = a.packed; at < end; at += 4) {
    const code = load<i32>(at);
    let found: bool;
    if (few) {
      found = searchPacked(b.packed, b.count, code) >= 0;
    } else {
      while (y < bEnd && load<i32>(y) < code) y += 4;
      found = y < bEnd && load<i32>(y) === code;
    }
    store<i32>(to, code);
    to += usize(found === wanted) << 2;
  }
  const count = <i32>((to - made.packed) >>> 2);
  if (count > 0 && count < a.count) return sortedPatch(made, count);
  shrinkLast(changetype<usize>(made), 0);
  return count === 0 ? EMPTY_SET : changetype<i32>(a);
}

/** The set with the value as a further member; of equal ones the old member stays. */
export function withMember(set: Value, value: Value): Value {
  if (has(set, value)) return set;
  const size = sizeOf(set);
  if (size === 0 || isPatch(set)) return union(set, single(value));
  // A general set stays one when it grows.
  const made = newItems(size + 1);
  let at = 0;
  for (; at < size && compare(itemsOf(set).at(at), value) < 0; at++) made.put(at, itemsOf(set).at(at));
  made.put(at, value);
  for (; at < size; at++) made.put(at + 1, itemsOf(set).at(at));
  return sortedSet(made, size + 1);
}

/** The set without the member that equals the value, if there is one. */
export function withoutMember(set: Value, value: Value): Value {
  const place = placeIn(set, value);
  if (place < 0) return set;
  const size = sizeOf(set);
  const keep = alloc(<usize>size);
  memory.fill(keep, 1, <usize>size);
  store<u8>(keep + <usize>place, 0);
  return pickFromSet(set, keep);
}

/** Whether every member of `a` is in `b`. */
export function isSubset(a: Value, b: Value): bool {
  if (alike(a, b)) return isSubsetPacked(patch(a), patch(b));
  for (let i = 0; i < sizeOf(a); i++) if (!has(b, memberAt(a, i))) return false;
  return true;
}

function isSubsetPacked(a: Patch, b: Patch): bool {
  for (let i = 0, j = 0; i < a.count; i++, j++) {
    while (j < b.count && b.at(j) < a.at(i)) j++;
    if (j >= b.count || b.at(j) !== a.at(i)) return false;
  }
  return true;
}
