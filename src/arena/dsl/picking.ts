/** Members of a container picked by place, by value or by how often they occur. */
import { burn, choose, watching } from '../meter';
import { fail, Reason } from '../reason';
import { memberAt, membersOf, rowTuple, sizeOf } from '../values/container';
import { compare, equal } from '../values/order';
import { comparePython } from '../values/python-order';
import { sortStably } from '../values/sort';
import { toContainer, toTuple } from '../values/read';
import { grid, Grid, itemsOf, Kind, newItems, Value } from '../values/layout';
import { EMPTY_SET, isGrid, isKind, isNumber, isPatch, isSet, small } from '../values/value';
import { tupleOf } from './collect';
import { countItems, differentItem, timesOf } from './counting';

export function first(container: Value): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  if (count === 0) return fail(Reason.NO_FIRST, 0);
  return watching && isSet(from) ? choose(membersOf(from), count) : memberAt(from, 0);
}

export function last(container: Value): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  if (count === 0) return fail(Reason.NO_LAST, 0);
  return watching && isSet(from) ? choose(reversed(from), count) : memberAt(from, count - 1);
}

/** The members, the last one first. */
function reversed(container: Value): usize {
  const count = sizeOf(container);
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, memberAt(container, count - 1 - i));
  return items.items;
}

/** The first member that is not the value. */
export function other(container: Value, value: Value): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  for (let i = 0; i < count; i++) {
    burn(1);
    const member = memberAt(from, i);
    if (!equal(member, value)) return watching && isSet(from) ? chosenOther(from, value) : member;
  }
  return fail(Reason.NO_OTHER, 0);
}

/** The choice among the members that are not the value. */
function chosenOther(from: Value, value: Value): Value {
  const items = newItems(sizeOf(from));
  let count = 0;
  for (let i = 0; i < sizeOf(from); i++) {
    const member = memberAt(from, i);
    if (!equal(member, value)) items.put(count++, member);
  }
  return choose(items.items, count);
}

/** The greatest member in Python's order; 0 if there is none. */
export function maximum(container: Value): Value {
  return extreme(container, 1);
}

/** The least member in Python's order; 0 if there is none. */
export function minimum(container: Value): Value {
  return extreme(container, -1);
}

function extreme(container: Value, sign: i32): Value {
  const from = toContainer(container);
  const count = sizeOf(from);
  if (count === 0) return small(0);
  if (isPatch(from) || isAscendingNumbers(from)) return memberAt(from, sign > 0 ? count - 1 : 0);
  burn(count);
  if (isGrid(from)) return extremeRow(grid(from), sign);
  let best = memberAt(from, 0);
  for (let i = 1; i < count; i++) {
    const member = memberAt(from, i);
    if (sign * comparePython(member, best) > 0) best = member;
  }
  return best;
}

/** Numbers stand together in canonical order, so that the ends tell of all. */
function isAscendingNumbers(value: Value): bool {
  if (!isKind(value, Kind.SET)) return false;
  const items = itemsOf(value);
  return isNumber(items.at(0)) && isNumber(items.at(items.count - 1));
}

function extremeRow(from: Grid, sign: i32): Value {
  let best = 0;
  for (let row = 1; row < from.height; row++) if (sign * compareRows(from, row, best) > 0) best = row;
  return rowTuple(from, best);
}

function compareRows(from: Grid, a: i32, b: i32): i32 {
  const width = from.width;
  for (let i = a * width, j = b * width; i < (a + 1) * width; i++, j++) {
    if (from.at(i) !== from.at(j)) return from.at(i) - from.at(j);
  }
  return 0;
}

/** The item of a tuple that occurs most often; the least of them on a tie. */
export function mostcommon(container: Value): Value {
  return byFrequency(container, 1);
}

/** The item of a tuple that occurs least often; the least of them on a tie. */
export function leastcommon(container: Value): Value {
  return byFrequency(container, -1);
}

function byFrequency(container: Value, sign: i32): Value {
  const found = countItems(toTuple(container));
  if (found === 0) return fail(Reason.NO_ITEMS, 0);
  let best = 0;
  for (let i = 1; i < found; i++) {
    const gain = sign * (timesOf(i) - timesOf(best));
    if (gain > 0 || (gain === 0 && compare(differentItem(i), differentItem(best)) < 0)) best = i;
  }
  return watching ? chosenOfFrequency(timesOf(best), found) : differentItem(best);
}

/** The choice among the items that occur so many times. */
function chosenOfFrequency(times: i32, found: i32): Value {
  const items = newItems(found);
  let count = 0;
  for (let i = 0; i < found; i++) if (timesOf(i) === times) items.put(count++, differentItem(i));
  sortStably(items.items, count, compare, newItems(count).items);
  return choose(items.items, count);
}

/** The tuple without repetitions. The empty set has no items to be counted, and is let pass. */
export function dedupe(tup: Value): Value {
  if (tup === EMPTY_SET) return tupleOf(newItems(0));
  const tuple = toTuple(tup);
  const found = countItems(tuple);
  if (found === sizeOf(tuple)) return tuple;
  const items = newItems(found);
  for (let i = 0; i < found; i++) items.put(i, differentItem(i));
  return tupleOf(items);
}
