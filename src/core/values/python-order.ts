/**
 * How Python compares keys, which is not canonical order: numbers by value, tuples by their first unequal items,
 * sets by inclusion (a partial order), and nothing else.
 */
import { members, sizeOf } from './container.ts';
import { describe } from './fn.ts';
import { fail } from './meter.ts';
import { compare, equal } from './order.ts';
import { isSubset } from './sets.ts';
import { Grid, isInteger, isSet, isTuple, type SetLike, type TupleLike, type Value } from './value.ts';

/** Whether `a < b` in Python; fails where Python would not compare the two. */
export function less(a: Value, b: Value): boolean {
  return comparePython(a, b) < 0;
}

/** Negative where `a < b`, positive where `a > b`, else 0: equal, or sets of which neither includes the other. */
export function comparePython(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isInteger(a) && isInteger(b)) return Number(a) - Number(b);
  if (isTuple(a) && isTuple(b)) return compareTuples(a, b);
  if (isSet(a) && isSet(b)) return compareSets(a, b);
  return fail(`${describe(a)} and ${describe(b)} have no order`);
}

/** Equal items are passed over even where they have no order. */
function compareTuples(a: TupleLike, b: TupleLike): number {
  if (a instanceof Grid && b instanceof Grid) return compare(a, b);
  const aItems = members(a);
  const bItems = members(b);
  const shared = Math.min(aItems.length, bItems.length);
  for (let i = 0; i < shared; i++)
    if (!equal(aItems[i], bItems[i])) return comparePython(aItems[i], bItems[i]);
  return aItems.length - bItems.length;
}

function compareSets(a: SetLike, b: SetLike): number {
  const sizes = sizeOf(a) - sizeOf(b);
  if (sizes < 0) return isSubset(a, b) ? -1 : 0;
  return sizes > 0 && isSubset(b, a) ? 1 : 0;
}
