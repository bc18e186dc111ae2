/** Containers made from plain values, and pairs from the members of two. */
import { burn, make } from '../meter';
import { fail, Reason } from '../reason';
import { pairOf, setFrom, sortedPatch, sortedSet, tupleFrom } from '../values/build';
import { itemAt, membersOf, sizeOf } from '../values/container';
import { canPackColour, packColour, packIndex, PLACE_HIGH, PLACE_LOW } from '../values/pack';
import { toContainer, toInteger } from '../values/read';
import { single } from '../values/sets';
import { grid, Grid, Items, Kind, newGrid, newItems, newPatch, patch, Value } from '../values/layout';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  integer,
  isGrid,
  isNumber,
  isObject,
  isPatch,
  isSet,
  isSmall,
  isVector,
  kindOf,
  NONE,
  smallOf,
} from '../values/value';
import { tupleOf, tupleOfTwo } from './collect';

/** The set with the value as its only member. */
export function initset(value: Value): Value {
  return single(value);
}

/** The tuple (a, b). */
export function astuple(a: Value, b: Value): Value {
  return tupleOfTwo(a, b);
}

/** A tuple that holds the item num times. */
export function repeat(item: Value, num: Value): Value {
  const times = toInteger(num);
  if (times <= 0) return EMPTY_TUPLE;
  make(times);
  const once = newItems(1);
  once.put(0, item);
  const row = tupleFrom(once, 1);
  if (isGrid(row)) return repeatedRow(grid(row), <i32>times);
  const items = newItems(<i32>times);
  for (let i = 0; i < <i32>times; i++) items.put(i, item);
  // Where one item makes no grid many do not, but two numbers may be a vector.
  return times === 2 ? tupleFrom(items, 2) : changetype<i32>(items);
}

function repeatedRow(row: Grid, times: i32): Value {
  make(<i64>times * <i64>row.width);
  const made = newGrid(times, row.width);
  const bytes = (<usize>row.width) << 1;
  for (let i = 0; i < times; i++) memory.copy(made.cells + <usize>i * bytes, row.cells, bytes);
  return changetype<i32>(made);
}

/** The integers from start up to stop, or down for a negative step; stop itself is left out. */
export function interval(start: Value, stop: Value, step: Value): Value {
  const from = toInteger(start);
  const to = toInteger(stop);
  const by = toInteger(step);
  if (by === 0) return fail(Reason.STEP_ZERO, 0);
  const count = by > 0 ? (to - from + by - 1) / by : (from - to - by - 1) / -by;
  if (count <= 0) return EMPTY_TUPLE;
  make(count);
  const items = newItems(<i32>count);
  for (let i = 0, n = from; i < <i32>count; i++, n += by) items.put(i, integer(n));
  return tupleFrom(items, <i32>count);
}

/** What a pair that cannot be packed costs beyond an element. */
const BOXED: i64 = 7;

/** The set of all pairs of a member of a and one of b. */
export function product(a: Value, b: Value): Value {
  toContainer(a);
  toContainer(b);
  const pairs = <i64>sizeOf(a) * <i64>sizeOf(b);
  make(pairs);
  if (pairs === 0) return EMPTY_SET;
  const packed = packedProduct(a, b);
  if (packed !== 0) return packed;
  burn(BOXED * pairs);
  const items = newItems(<i32>pairs);
  const xs = membersOf(a);
  const ys = membersOf(b);
  let at = 0;
  for (let i = 0; i < sizeOf(a); i++) {
    for (let j = 0; j < sizeOf(b); j++) items.put(at++, pairOf(itemAt(xs, i), itemAt(ys, j)));
  }
  // Of two sets the pairs already ascend; only those of numbers with others may be indices or cells.
  const ascend = isSet(a) && isSet(b) && startsPairsOfOthers(itemAt(xs, 0));
  return ascend ? sortedSet(items, at) : setFrom(items, at);
}

/** Whether a pair that begins with the value is neither an index nor a cell. */
function startsPairsOfOthers(value: Value): bool {
  return isVector(value) || value === NONE || (isObject(value) && kindOf(value) !== Kind.BIG);
}

/** Rows by columns make indices, colours by indices make cells; 0 for other members. */
function packedProduct(a: Value, b: Value): Value {
  const rows = distinctNumbers(a);
  if (changetype<usize>(rows) === 0) return 0;
  const least = rows.at(0);
  const greatest = rows.at(rows.count - 1);
  if (isPatch(b)) {
    const isCells = patch(b).coloured === 0 && isColour(least) && isColour(greatest);
    return isCells ? cellsOf(rows, b) : 0;
  }
  const columns = distinctNumbers(b);
  if (changetype<usize>(columns) === 0) return 0;
  if (!isPlace(least) || !isPlace(greatest)) return 0;
  if (!isPlace(columns.at(0)) || !isPlace(columns.at(columns.count - 1))) return 0;
  const made = newPatch(0, rows.count * columns.count);
  for (let i = 0, at = 0; i < rows.count; i++) {
    for (let j = 0; j < columns.count; j++) {
      made.put(at++, packIndex(smallOf(rows.at(i)), smallOf(columns.at(j))));
    }
  }
  return sortedPatch(made, made.count);
}

/** Every colour with every index. */
function cellsOf(colours: Items, indices: Value): Value {
  const places = patch(indices);
  const made = newPatch(1, colours.count * places.count);
  for (let i = 0, at = 0; i < colours.count; i++) {
    const colour = packColour(smallOf(colours.at(i)));
    for (let j = 0; j < places.count; j++) made.put(at++, colour | places.at(j));
  }
  return sortedPatch(made, made.count);
}

@inline
function isColour(number: Value): bool {
  return isSmall(number) && canPackColour(smallOf(number));
}

@inline
function isPlace(number: Value): bool {
  return isSmall(number) && smallOf(number) >= PLACE_LOW && smallOf(number) <= PLACE_HIGH;
}

/** The members as ascending distinct numbers, or null where one is none. Not for empty containers. */
function distinctNumbers(container: Value): Items {
  const none = changetype<Items>(0);
  if (isGrid(container) || isPatch(container)) return none;
  const members = membersOf(container);
  const count = sizeOf(container);
  for (let i = 0; i < count; i++) if (!isNumber(itemAt(members, i))) return none;
  if (isSet(container)) return changetype<Items>(container);
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, itemAt(members, i));
  return changetype<Items>(setFrom(items, count));
}

/** The pairs of items at the same position in both, as far as the shorter one goes. */
export function pair(a: Value, b: Value): Value {
  toContainer(a);
  toContainer(b);
  const length = min(sizeOf(a), sizeOf(b));
  make(length);
  const xs = membersOf(a);
  const ys = membersOf(b);
  const pairs = newItems(length);
  for (let i = 0; i < length; i++) pairs.put(i, pairOf(itemAt(xs, i), itemAt(ys, i)));
  return tupleOf(pairs);
}
