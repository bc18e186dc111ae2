/**
 * Equality and canonical order: one meaning for every representation. A Grid equals the Tuple of its rows, a Patch
 * the ValueSet of its members, and True equals 1, as in Python. The arena has the same (src/arena/values/order.ts).
 *
 * Canonical order: None < number (booleans by value) < tuple (item by item, a prefix first) < set (as its
 * ascending sequence of members, compared like a tuple) < function (by name, then parts).
 */
import { members } from './container.ts';
import { Fn, Grid, isSet, isTuple, Patch, type Container, type Value } from './value.ts';

export function equal(a: Value, b: Value): boolean {
  return compare(a, b) === 0;
}

/** Negative, zero or positive, as canonical order puts `a` before, level with or after `b`. */
export function compare(a: Value, b: Value): number {
  const rank = rankOf(a);
  const ranks = rank - rankOf(b);
  if (ranks !== 0 || rank === 0) return ranks;
  if (rank === 1) return Number(a) - Number(b);
  if (a instanceof Patch && b instanceof Patch && a.coloured === b.coloured)
    return compareNumbers(a.packed, b.packed);
  if (a instanceof Grid && b instanceof Grid && a.width === b.width)
    return compareNumbers(a.cells, b.cells) || a.height - b.height;
  if (a instanceof Fn && b instanceof Fn)
    return a.name !== b.name ? (a.name < b.name ? -1 : 1) : compareSequences(a.parts, b.parts);
  return compareSequences(members(a as Container), members(b as Container));
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

function compareSequences(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
