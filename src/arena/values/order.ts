/**
 * Equality, canonical order and hash: one meaning for every representation. A grid equals the tuple of its rows,
 * a patch the set of its members, and True equals 1, as in Python.
 *
 * Canonical order: None < number (booleans by value) < tuple (item by item, a prefix first) < set (as its
 * ascending sequence of members, compared like a tuple) < function (by name, then parts).
 */
import { fail, Reason } from '../reason';
import { memberAt, sizeOf } from './container';
import { colourOf, columnOf, PLACE_MASK, rowOf } from './pack';
import { fnOf, grid, Grid, Header, Kind, patch, Value } from './layout';
import { isInteger, isObject, isSmall, isVector, kindOf, longOf, placeOf } from './value';

/** Levels of values in values at which comparing and hashing give up: the stack is not endless. */
const DEEPEST = 1000;
let depth = 0;

/** To be called before an evaluation: one that was thrown out of does not come back up. */
export function resetDepth(): void {
  depth = 0;
}

export function equal(a: Value, b: Value): bool {
  if (a === b) return true;
  if (isSmall(a) && isSmall(b)) return false;
  if (isVector(a) && isVector(b)) return false;
  if (isObject(a) && isObject(b)) {
    const x = changetype<Header>(a).hash;
    const y = changetype<Header>(b).hash;
    if (x !== 0 && y !== 0 && x !== y) return false;
  }
  return compare(a, b) === 0;
}

function rankOf(value: Value): i32 {
  const kind = kindOf(value);
  if (kind === Kind.NONE) return 0;
  if (kind === Kind.BOOLEAN || kind === Kind.INTEGER || kind === Kind.BIG) return 1;
  if (kind === Kind.VECTOR || kind === Kind.TUPLE || kind === Kind.GRID) return 2;
  return kind === Kind.FUNCTION ? 4 : 3;
}

@inline
function sign(a: i64, b: i64): i32 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Negative, zero or positive, as canonical order puts `a` before, level with or after `b`. */
export function compare(a: Value, b: Value): i32 {
  if (a === b) return 0;
  if (isSmall(a) && isSmall(b)) return a < b ? -1 : 1;
  if (isVector(a) && isVector(b)) return placeOf(a) - placeOf(b);
  const rank = rankOf(a);
  const ranks = rank - rankOf(b);
  if (ranks !== 0) return ranks;
  if (rank === 1) return sign(longOf(a), longOf(b));
  const kind = kindOf(a);
  if (kind === kindOf(b)) {
    if (kind === Kind.PATCH && patch(a).coloured === patch(b).coloured) return comparePatches(a, b);
    if (kind === Kind.GRID) return compareGrids(grid(a), grid(b));
    if (kind === Kind.FUNCTION) return compareFns(a, b);
  }
  return compareMembers(a, b);
}

/** As `compare` for patches of one kind. */
export function comparePatches(a: Value, b: Value): i32 {
  const x = patch(a);
  const y = patch(b);
  const shared = min(x.count, y.count);
  for (let i = 0; i < shared; i++) if (x.at(i) !== y.at(i)) return x.at(i) - y.at(i);
  return x.count - y.count;
}

/** Lexicographic by rows: rows of different widths already differ in the first row. */
function compareGrids(a: Grid, b: Grid): i32 {
  const cells = min(a.width, b.width) * (a.width === b.width ? min(a.count, b.count) : 1);
  for (let i = 0; i < cells; i++) if (a.at(i) !== b.at(i)) return a.at(i) - b.at(i);
  return a.width === b.width ? a.count - b.count : a.width - b.width;
}

/** Codes are in the order of names. */
function compareFns(a: Value, b: Value): i32 {
  const x = fnOf(a);
  const y = fnOf(b);
  if (x.code !== y.code) return x.code - y.code;
  const shared = min(x.count, y.count);
  descend();
  for (let i = 0; i < shared; i++) {
    const order = compare(x.at(i), y.at(i));
    if (order !== 0) return ascend(order);
  }
  return ascend(x.count - y.count);
}

function compareMembers(a: Value, b: Value): i32 {
  const shared = min(sizeOf(a), sizeOf(b));
  descend();
  for (let i = 0; i < shared; i++) {
    const order = compare(memberAt(a, i), memberAt(b, i));
    if (order !== 0) return ascend(order);
  }
  return ascend(sizeOf(a) - sizeOf(b));
}

@inline
function descend(): void {
  if (++depth > DEEPEST) fail(Reason.TOO_DEEP, 0);
}

@inline
function ascend(result: i32): i32 {
  depth--;
  return result;
}

const TUPLE_SEED: i32 = 0x1b873593;
const SET_SEED: i32 = 0x27d4eb2f;
const FUNCTION_SEED: i32 = 0x16a4f3c1;

/** A non-zero 32-bit hash; equal values have equal hashes whatever their representation. */
export function hashOf(value: Value): i32 {
  if (isSmall(value)) return hashNumber(value >> 1);
  if (isVector(value)) return hashPlace(placeOf(value));
  if (!isObject(value)) return isInteger(value) ? hashNumber(<i32>longOf(value)) : 0x2f0b4c47;
  const header = changetype<Header>(value);
  if (header.hash === 0) header.hash = computeHash(value);
  return header.hash;
}

function computeHash(value: Value): i32 {
  const kind = kindOf(value);
  if (kind === Kind.GRID) return hashGrid(grid(value));
  if (kind === Kind.PATCH) return hashPatch(value);
  if (kind === Kind.BIG) return hashNumber(<i32>longOf(value) ^ <i32>(longOf(value) >> 32)) | 1;
  descend();
  const count = changetype<Header>(value).count;
  let hash: i32;
  if (kind === Kind.FUNCTION) {
    const fn = fnOf(value);
    hash = fold(FUNCTION_SEED, fn.code);
    for (let i = 0; i < count; i++) hash = fold(hash, hashOf(fn.at(i)));
  } else {
    hash = kind === Kind.TUPLE ? TUPLE_SEED : SET_SEED;
    for (let i = 0; i < count; i++) hash = fold(hash, hashOf(memberAt(value, i)));
  }
  return ascend(finish(hash, count));
}

function hashGrid(it: Grid): i32 {
  const width = it.width;
  let hash = TUPLE_SEED;
  for (let row = 0, at = 0; row < it.count; row++) {
    let rowHash = TUPLE_SEED;
    for (let column = 0; column < width; column++) rowHash = fold(rowHash, hashNumber(it.at(at++)));
    hash = fold(hash, finish(rowHash, width));
  }
  return finish(hash, it.count);
}

function hashPlace(place: i32): i32 {
  return finish(fold(fold(TUPLE_SEED, hashNumber(rowOf(place))), hashNumber(columnOf(place))), 2);
}

function hashPatch(value: Value): i32 {
  const it = patch(value);
  let hash = SET_SEED;
  for (let i = 0; i < it.count; i++) {
    const packed = it.at(i);
    const place = hashPlace(packed & PLACE_MASK);
    const member = it.coloured
      ? finish(fold(fold(TUPLE_SEED, hashNumber(colourOf(packed))), place), 2)
      : place;
    hash = fold(hash, member);
  }
  return finish(hash, it.count);
}

@inline
function hashNumber(value: i32): i32 {
  const mixed = value * 0x9e3779b1;
  return mixed ^ (mixed >>> 15);
}

@inline
function fold(hash: i32, part: i32): i32 {
  const mixed = (hash ^ part) * 0x85ebca6b;
  return mixed ^ (mixed >>> 13);
}

@inline
function finish(hash: i32, length: i32): i32 {
  const mixed = (hash ^ length) * 0xc2b2ae35;
  return (mixed ^ (mixed >>> 16)) | 1;
}
