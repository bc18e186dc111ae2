/**
 * Equality, canonical order and hash: one meaning for every representation. A Grid equals the Tuple of its rows,
 * a Patch the ValueSet of its members, and True equals 1, as in Python.
 *
 * Canonical order: None < number (booleans by value) < tuple (item by item, a prefix first) < set (as its
 * ascending sequence of members, compared like a tuple) < function (by name, then parts).
 */
import { members } from './container.ts';
import { columnOf, colourOf, PLACE_MASK, rowOf } from './pack.ts';
import { Fn, Grid, isSet, isTuple, Patch, Tuple, ValueSet, type Value } from './value.ts';

export function equal(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object')
    return typeof a !== 'object' && typeof b !== 'object' && Number(a) === Number(b);
  if (a === null || b === null) return false;
  if (a.hash !== 0 && b.hash !== 0 && a.hash !== b.hash) return false;
  return compare(a, b) === 0;
}

/** Negative, zero or positive, as canonical order puts `a` before, level with or after `b`. */
export function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const rank = rankOf(a);
  const ranks = rank - rankOf(b);
  if (ranks !== 0) return ranks;
  if (rank === 1) return Number(a) - Number(b);
  if (a instanceof Patch && b instanceof Patch && a.coloured === b.coloured)
    return compareNumbers(a.packed, b.packed);
  if (a instanceof Grid && b instanceof Grid) return compareGrids(a, b);
  if (a instanceof Fn && b instanceof Fn) return compareFns(a, b);
  return compareSequences(members(a as Tuple), members(b as Tuple));
}

function rankOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value !== 'object') return 1;
  if (isTuple(value)) return 2;
  return isSet(value) ? 3 : 4;
}

function compareNumbers(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Lexicographic by rows: rows of different widths already differ in the first row. */
function compareGrids(a: Grid, b: Grid): number {
  if (a.width === b.width) {
    const byCells = compareNumbers(a.cells, b.cells);
    return byCells !== 0 ? byCells : a.height - b.height;
  }
  return compareNumbers(a.cells.subarray(0, a.width), b.cells.subarray(0, b.width));
}

function compareFns(a: Fn, b: Fn): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return compareSequences(a.parts, b.parts);
}

function compareSequences(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A non-zero 32-bit hash; equal values have equal hashes whatever their representation. */
export function hashOf(value: Value): number {
  if (typeof value === 'number') return hashNumber(value);
  if (typeof value === 'boolean') return hashNumber(value ? 1 : 0);
  if (value === null) return 0x2f0b4c47;
  if (value.hash === 0) value.hash = computeHash(value);
  return value.hash;
}

const TUPLE_SEED = 0x1b873593;
const SET_SEED = 0x27d4eb2f;

function computeHash(value: Tuple | Grid | ValueSet | Patch | Fn): number {
  if (value instanceof Grid) return hashGrid(value);
  if (value instanceof Patch) return hashPatch(value);
  if (value instanceof Fn) {
    let hash = hashText(value.name);
    for (const part of value.parts) hash = fold(hash, hashOf(part));
    return finish(hash, value.parts.length);
  }
  let hash = value instanceof Tuple ? TUPLE_SEED : SET_SEED;
  for (const item of value.items) hash = fold(hash, hashOf(item));
  return finish(hash, value.items.length);
}

function hashGrid({ height, width, cells }: Grid): number {
  let hash = TUPLE_SEED;
  for (let row = 0, at = 0; row < height; row++) {
    let rowHash = TUPLE_SEED;
    for (let column = 0; column < width; column++) rowHash = fold(rowHash, hashNumber(cells[at++]));
    hash = fold(hash, finish(rowHash, width));
  }
  return finish(hash, height);
}

function hashPatch({ coloured, packed }: Patch): number {
  let hash = SET_SEED;
  for (let i = 0; i < packed.length; i++) {
    const place = packed[i] & PLACE_MASK;
    const placeHash = finish(
      fold(fold(TUPLE_SEED, hashNumber(rowOf(place))), hashNumber(columnOf(place))),
      2,
    );
    const member = coloured
      ? finish(fold(fold(TUPLE_SEED, hashNumber(colourOf(packed[i]))), placeHash), 2)
      : placeHash;
    hash = fold(hash, member);
  }
  return finish(hash, packed.length);
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Numbers beyond 32 bits fold their upper part in. */
function hashNumber(value: number): number {
  const low = value | 0;
  const mixed = Math.imul(low === value ? low : low ^ Math.floor(value / 4294967296), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function fold(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function finish(hash: number, length: number): number {
  const mixed = Math.imul(hash ^ length, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 1;
}
