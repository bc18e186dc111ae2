/** Calling a function for every member of a container: maps, filters and searches. */
import { attempt1, call1, call2 } from '../call';
import { dropColumn, isForColumns, newColumn, PIECE, tryColumn } from '../columns';
import { alloc, backTo, chunkMark, top } from '../memory';
import { choose, fuel, make, setFuel, setWatching, watching } from '../meter';
import { fail, Reason } from '../reason';
import { setFrom } from '../values/build';
import { itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { pickFromSet } from '../values/picked';
import { toContainer, toFn } from '../values/read';
import { Fn, Items, newItems, Value } from '../values/layout';
import { EMPTY_SET, isObject, isSet, isTrue, isVector, small, vectorColumn, vectorRow } from '../values/value';
import { alike, join, joinTuples, needContainers, tupleOf, tupleOfTwo } from './collect';
import { filterTuple } from './filtering';

/** What the function gives for member `index`. What that took is given back where nothing in memory is left of it. */
@inline
function resultAt(fn: Fn, container: Value, index: i32): Value {
  const chunk = chunkMark();
  const place = top;
  const result = call1(fn, memberAt(container, index));
  if (!isObject(result) && !watching) backTo(chunk, place);
  return result;
}

/** The results for all members in their order. Whether `callee` is a function matters only if there is a member. */
export function results(callee: Value, container: Value): Items {
  const count = sizeOf(container);
  const found = newItems(count);
  if (count === 0) return found;
  const fn = toFn(callee);
  for (let first = 0; first < count; first += PIECE) {
    const length = min(PIECE, count - first);
    pieceOfResults(fn, container, first, length, found.items + ((<usize>first) << 2));
  }
  return found;
}

/** The results for `count` <= PIECE members from `first` on, written at `into`. */
function pieceOfResults(fn: Fn, container: Value, first: i32, count: i32, into: usize): void {
  if (isForColumns(fn, count)) {
    const chunk = chunkMark();
    const place = top;
    for (let i = 0; i < count; i++) putItem(into, i, memberAt(container, first + i));
    const done = tryColumn(fn, into, count);
    if (!done || !hasObjects(into, count)) backTo(chunk, place);
    if (done) return;
  }
  for (let i = 0; i < count; i++) putItem(into, i, resultAt(fn, container, first + i));
}

function hasObjects(items: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (isObject(itemAt(items, i))) return true;
  return false;
}

@inline
function putItem(items: usize, at: i32, item: Value): void {
  store<i32>(items + ((<usize>at) << 2), item);
}

/** The results for the items at equal positions. */
function pairedResults(callee: Value, a: Value, b: Value): Items {
  toContainer(a);
  toContainer(b);
  const length = min(sizeOf(a), sizeOf(b));
  const found = newItems(length);
  if (length === 0) return found;
  const fn = toFn(callee);
  for (let i = 0; i < length; i++) found.put(i, call2(fn, memberAt(a, i), memberAt(b, i)));
  return found;
}

/** The results of the function for the members, in a container of the same kind. */
export function apply(fn: Value, container: Value): Value {
  if (isVector(container)) {
    const callee = toFn(fn);
    const row = call1(callee, small(vectorRow(container)));
    return tupleOfTwo(row, call1(callee, small(vectorColumn(container))));
  }
  const from = toContainer(container);
  return alike(from, results(fn, from));
}

/** The results of several functions for one value, in a container of the same kind. */
export function rapply(functions: Value, value: Value): Value {
  const fns = toContainer(functions);
  const count = sizeOf(fns);
  const found = newItems(count);
  for (let i = 0; i < count; i++) found.put(i, call1(toFn(memberAt(fns, i)), value));
  return alike(fns, found);
}

/** As `apply` for a function that gives containers, whose members then come into one. */
export function mapply(fn: Value, container: Value): Value {
  const from = toContainer(container);
  const found = results(fn, from);
  needContainers(found.items, found.count);
  return join(from, found.items, found.count);
}

/** The results of fn(x, y) for the items at the same position in both. */
export function papply(fn: Value, a: Value, b: Value): Value {
  return tupleOf(pairedResults(fn, a, b));
}

/** As `papply` for a function that gives containers, whose members then come into one tuple. */
export function mpapply(fn: Value, a: Value, b: Value): Value {
  const found = pairedResults(fn, a, b);
  needContainers(found.items, found.count);
  return joinTuples(found.items, found.count);
}

/** The set of callee(x, y) for every member x of a with every member y of b. */
export function prapply(callee: Value, a: Value, b: Value): Value {
  toContainer(a);
  toContainer(b);
  const width = sizeOf(a);
  const height = sizeOf(b);
  if (width === 0 || height === 0) return EMPTY_SET;
  const fn = toFn(callee);
  make(<i64>width * <i64>height);
  const found = newItems(width * height);
  const xs = membersOf(a);
  const ys = membersOf(b);
  for (let j = 0, at = 0; j < height; j++) {
    for (let i = 0; i < width; i++) found.put(at++, call2(fn, itemAt(xs, i), itemAt(ys, j)));
  }
  return setFrom(found, found.count);
}

/** The members that meet the condition, in a container of the same kind. */
export function sfilter(container: Value, condition: Value): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  if (count === 0) return from;
  const fn = toFn(condition);
  const keep = alloc(<usize>count);
  const found = newColumn(PIECE);
  for (let first = 0; first < count; first += PIECE) {
    const length = min(PIECE, count - first);
    pieceOfResults(fn, from, first, length, found);
    for (let i = 0; i < length; i++) store<u8>(keep + <usize>(first + i), u8(isTrue(itemAt(found, i))));
  }
  dropColumn(found);
  return isSet(from) ? pickFromSet(from, keep) : filterTuple(from, keep);
}

/** The inner containers that meet the condition, merged into one of the outer kind. */
export function mfilter(container: Value, fn: Value): Value {
  const kept = sfilter(container, fn);
  const count = sizeOf(kept);
  const parts = membersOf(kept);
  needContainers(parts, count);
  return join(kept, parts, count);
}

/** The first member that meets the condition. */
export function extract(container: Value, condition: Value): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  if (count === 0) return fail(Reason.NO_MATCH, 0);
  const fn = toFn(condition);
  for (let i = 0; i < count; i++) {
    if (!isTrue(resultAt(fn, from, i))) continue;
    return watching && isSet(from) ? chosenMatch(fn, from, i) : memberAt(from, i);
  }
  return fail(Reason.NO_MATCH, 0);
}

/**
 * The choice among member `start`, which meets the condition, and those after it that do. What only a watch asks for
 * is not on the bill, is not watched itself, and may fail.
 */
function chosenMatch(fn: Fn, from: Value, start: i32): Value {
  const count = sizeOf(from);
  const matches = newItems(count - start);
  matches.put(0, memberAt(from, start));
  let kept = 1;
  const steps = fuel;
  setWatching(false);
  for (let i = start + 1; i < count; i++) {
    const member = memberAt(from, i);
    if (isTrue(attempt1(fn, member))) matches.put(kept++, member);
  }
  setWatching(true);
  setFuel(steps);
  return choose(matches.items, kept);
}
