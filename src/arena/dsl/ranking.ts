/** Choices by a key that a function computes for every member. */
import { call1 } from '../call';
import { choose, watching } from '../meter';
import { fail, Reason } from '../reason';
import { itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { placesByKey } from '../values/keyed-sort';
import { comparePython } from '../values/python-order';
import { toContainer, toFn } from '../values/read';
import { Items, newItems, Value } from '../values/layout';
import { isSet, small } from '../values/value';
import { tupleOf } from './collect';
import { results } from './mapping';

/** The member for which the function gives the most; the first of them on a tie. */
export function argmax(container: Value, compfunc: Value): Value {
  return argExtreme(container, compfunc, 1);
}

/** The member for which the function gives the least; the first of them on a tie. */
export function argmin(container: Value, compfunc: Value): Value {
  return argExtreme(container, compfunc, -1);
}

/** The most that the function gives for a member; for an empty container what it gives for 0. */
export function valmax(container: Value, compfunc: Value): Value {
  return valExtreme(container, compfunc, 1);
}

/** The least that the function gives for a member; for an empty container what it gives for 0. */
export function valmin(container: Value, compfunc: Value): Value {
  return valExtreme(container, compfunc, -1);
}

/** The members as a tuple, ascending by what the function gives for each. */
export function order(container: Value, compfunc: Value): Value {
  const from = toContainer(container);
  const keys = results(compfunc, from);
  const count = keys.count;
  const places = placesByKey(keys.items, count);
  const members = membersOf(from);
  if (watching && isSet(from)) settleTies(places, members, keys);
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, itemAt(members, itemAt(places, i)));
  return tupleOf(items);
}

/** Where the greatest (`sign` 1) or least (-1) key stands; the first such place. */
function extremeAt(keys: Items, sign: i32): i32 {
  let best = 0;
  for (let i = 1; i < keys.count; i++) if (sign * comparePython(keys.at(i), keys.at(best)) > 0) best = i;
  return best;
}

function argExtreme(container: Value, compfunc: Value, sign: i32): Value {
  const from = toContainer(container);
  if (sizeOf(from) === 0) return fail(Reason.NO_CHOICE, 0);
  const keys = results(compfunc, from);
  const best = extremeAt(keys, sign);
  return watching && isSet(from) ? chosenLevel(from, keys, best) : memberAt(from, best);
}

/** The choice among member `best` and those with keys level with its key. */
function chosenLevel(from: Value, keys: Items, best: i32): Value {
  const level = newItems(keys.count);
  level.put(0, memberAt(from, best));
  let count = 1;
  for (let i = 0; i < keys.count; i++) {
    if (i !== best && comparePython(keys.at(i), keys.at(best)) === 0) level.put(count++, memberAt(from, i));
  }
  return choose(level.items, count);
}

function valExtreme(container: Value, compfunc: Value, sign: i32): Value {
  const from = toContainer(container);
  if (sizeOf(from) === 0) return call1(toFn(compfunc), small(0));
  const keys = results(compfunc, from);
  return keys.at(extremeAt(keys, sign));
}

/** Among members with level keys, which stand together, a watch may choose the one to stand first. */
function settleTies(places: usize, members: usize, keys: Items): void {
  const count = keys.count;
  const group = newItems(count);
  for (let start = 0, end = 1; start < count; start = end++) {
    const key = keys.at(itemAt(places, start));
    while (end < count && comparePython(key, keys.at(itemAt(places, end))) === 0) end++;
    if (end === start + 1) continue;
    for (let i = start; i < end; i++) group.put(i - start, itemAt(members, itemAt(places, i)));
    const head = choose(group.items, end - start);
    let at = start;
    while (itemAt(members, itemAt(places, at)) !== head) at++;
    const place = itemAt(places, at);
    for (; at > start; at--) store<i32>(places + ((<usize>at) << 2), itemAt(places, at - 1));
    store<i32>(places + ((<usize>start) << 2), place);
  }
}
