/**
 * How Python compares keys, which is not canonical order: numbers by value, tuples by their first unequal items,
 * sets by inclusion (a partial order), and nothing else.
 */
import { fail, Reason } from '../reason';
import { memberAt, sizeOf } from './container';
import { compare, equal } from './order';
import { isSubset } from './sets';
import { Value } from './layout';
import { isGrid, isInteger, isSet, isSmall, isTuple, isVector, longOf, placeOf } from './value';

/**
 * Negative where `a < b` in Python, positive where `a > b`, else 0: equal, or sets of which neither includes the
 * other. Fails where Python would not compare the two.
 */
export function comparePython(a: Value, b: Value): i32 {
  if (isSmall(a) && isSmall(b)) return i32(a > b) - i32(a < b);
  if (isVector(a) && isVector(b)) return placeOf(a) - placeOf(b);
  if (isInteger(a) && isInteger(b)) return i32(longOf(a) > longOf(b)) - i32(longOf(a) < longOf(b));
  if (isTuple(a) && isTuple(b)) return compareTuples(a, b);
  if (isSet(a) && isSet(b)) return compareSets(a, b);
  return fail(Reason.NO_ORDER, a, b);
}

/** Equal items are passed over even where they have no order. */
function compareTuples(a: Value, b: Value): i32 {
  if (isGrid(a) && isGrid(b)) return compare(a, b);
  const shared = min(sizeOf(a), sizeOf(b));
  for (let i = 0; i < shared; i++) {
    const x = memberAt(a, i);
    const y = memberAt(b, i);
    if (!equal(x, y)) return comparePython(x, y);
  }
  return sizeOf(a) - sizeOf(b);
}

function compareSets(a: Value, b: Value): i32 {
  const sizes = sizeOf(a) - sizeOf(b);
  if (sizes < 0) return isSubset(a, b) ? -1 : 0;
  return sizes > 0 && isSubset(b, a) ? 1 : 0;
}
