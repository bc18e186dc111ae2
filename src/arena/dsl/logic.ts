/** Tests and connectives on plain values. */
import { burn } from '../meter';
import { extentOf, memberAt, sizeOf } from '../values/container';
import { equal } from '../values/order';
import { comparePython } from '../values/python-order';
import { toContainer, toInteger } from '../values/read';
import { has } from '../values/sets';
import { grid, Grid, Value } from '../values/layout';
import {
  FALSE,
  isGrid,
  isInteger,
  isSet,
  isSmall,
  isTrue,
  isTuple,
  isVector,
  longOf,
  truth,
  vectorColumn,
  vectorRow,
} from '../values/value';

export function even(n: Value): Value {
  return truth((toInteger(n) & 1) === 0);
}

/** Not b. Zero, None and empty containers count as false. */
export function flip(b: Value): Value {
  return truth(!isTrue(b));
}

/** Whether a and b are the same, inside and out. */
export function equality(a: Value, b: Value): Value {
  burn(min(extentOf(a), extentOf(b)));
  return truth(equal(a, b));
}

/** Whether a member equals the value: a search by halves in a set, from the left in a tuple. */
export function contained(value: Value, container: Value): Value {
  const within = toContainer(container);
  if (isSet(within)) return truth(has(within, value));
  burn(extentOf(within));
  if (isGrid(within)) return truth(hasRow(grid(within), value));
  for (let i = 0; i < sizeOf(within); i++) if (equal(memberAt(within, i), value)) return truth(true);
  return FALSE;
}

/** Whether a row equals the value. Rows are not made for that. */
function hasRow(from: Grid, value: Value): bool {
  if (!isTuple(value) || sizeOf(value) !== from.width) return false;
  if (from.width === 0) return true;
  for (let row = 0; row < from.height; row++) if (isRow(from, row, value)) return true;
  return false;
}

function isRow(from: Grid, row: i32, value: Value): bool {
  const start = row * from.width;
  if (isVector(value)) {
    return from.at(start) === vectorRow(value) && from.at(start + 1) === vectorColumn(value);
  }
  for (let i = 0; i < from.width; i++) {
    const item = memberAt(value, i);
    if (!isInteger(item) || longOf(item) !== from.at(start + i)) return false;
  }
  return true;
}

/** Whether a > b. Tuples compare by the first item in which they differ, sets by inclusion. */
export function greater(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) {
    burn(1);
    return truth(a > b);
  }
  burn(min(extentOf(a), extentOf(b)));
  return truth(comparePython(a, b) > 0);
}

/** As in Python the result is one of the two: a where it counts as false, else b. */
export function both(a: Value, b: Value): Value {
  return isTrue(a) ? b : a;
}

/** As in Python the result is one of the two: a where it counts as true, else b. */
export function either(a: Value, b: Value): Value {
  return isTrue(a) ? a : b;
}

export function positive(x: Value): Value {
  return truth(toInteger(x) > 0);
}

export function branch(condition: Value, a: Value, b: Value): Value {
  return isTrue(condition) ? a : b;
}
