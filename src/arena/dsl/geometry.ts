/** Measures of pieces: sizes, extremes, centres, distances. Periods are in period.ts. */
import { Room, scratch } from '../memory';
import { burn, make } from '../meter';
import { sizeOf } from '../values/container';
import { distanceBetween, shareColumn, touching } from '../values/distance';
import { columnOf, PLACE_MASK, rowOf } from '../values/pack';
import { boxed, boxOf, heightOf, nonEmptyPatch, toContainer, toPatch, widthOf } from '../values/read';
import { ascending } from '../values/sort';
import { Kind, Patch, Value } from '../values/layout';
import { EMPTY_TUPLE, isTuple, small, vec } from '../values/value';

export { hperiod, vperiod } from './period';

/** Pays for one look at every member of a piece: the bounding box. */
function payScan(piece: Value): void {
  burn(sizeOf(toContainer(piece)));
}

export function height(piece: Value): Value {
  payScan(piece);
  return small(heightOf(piece));
}

export function width(piece: Value): Value {
  payScan(piece);
  return small(widthOf(piece));
}

export function shape(piece: Value): Value {
  payScan(piece);
  const rows = heightOf(piece);
  return vec(rows, widthOf(piece));
}

/** A patch without cells has () for a corner. */
export function ulcorner(piece: Value): Value {
  const it = paidBox(piece);
  return it.count === 0 ? EMPTY_TUPLE : vec(it.top, it.left);
}

/** See `ulcorner`. */
export function urcorner(piece: Value): Value {
  const it = paidBox(piece);
  return it.count === 0 ? EMPTY_TUPLE : vec(it.top, it.right);
}

/** See `ulcorner`. */
export function llcorner(piece: Value): Value {
  const it = paidBox(piece);
  return it.count === 0 ? EMPTY_TUPLE : vec(it.bottom, it.left);
}

/** See `ulcorner`. */
export function lrcorner(piece: Value): Value {
  const it = paidBox(piece);
  return it.count === 0 ? EMPTY_TUPLE : vec(it.bottom, it.right);
}

/** A piece read as a patch, with its bounding box where it has members. */
function paidBox(piece: Value): Patch {
  payScan(piece);
  const it = toPatch(piece);
  return it.count === 0 ? it : boxOf(it);
}

export function uppermost(piece: Value): Value {
  payScan(piece);
  return small(boxed(piece).top);
}

export function lowermost(piece: Value): Value {
  payScan(piece);
  return small(boxed(piece).bottom);
}

export function leftmost(piece: Value): Value {
  payScan(piece);
  return small(boxed(piece).left);
}

export function rightmost(piece: Value): Value {
  payScan(piece);
  return small(boxed(piece).right);
}

/** The place of the centre of what `findCentre` saw last. */
let centreRow = 0;
let centreColumn = 0;

/**
 * The bounds come from the cells. The size of a tuple is that of a grid, n x 2 for n of them; `asSet`: not of a tuple
 * of cells, which lost its colours and thereby became a set.
 */
function findCentre(piece: Value, asSet: bool): void {
  const it = boxed(piece);
  const asGrid = isTuple(piece) && !(asSet && it.coloured);
  const rows = asGrid ? it.count : it.bottom - it.top + 1;
  const columns = asGrid ? 2 : it.right - it.left + 1;
  centreRow = it.top + (rows >> 1);
  centreColumn = it.left + (columns >> 1);
}

export function center(piece: Value): Value {
  payScan(piece);
  findCentre(piece, false);
  return vec(centreRow, centreColumn);
}

/** Sums over distinct positions, divided by the number of members. */
export function centerofmass(piece: Value): Value {
  const it = toPatch(piece);
  if (it.count === 0) return EMPTY_TUPLE;
  burn(it.count);
  if (it.coloured) make(it.count);
  let places = it.packed;
  let count = it.count;
  if (it.coloured && !isOneColoured(it)) {
    places = scratch(Room.BOARD, (<usize>count) << 2);
    for (let i = 0; i < count; i++) store<i32>(places + ((<usize>i) << 2), it.at(i) & PLACE_MASK);
    count = ascending(places, count);
  }
  let rows: i64 = 0;
  let columns: i64 = 0;
  for (const end = places + ((<usize>count) << 2); places < end; places += 4) {
    rows += rowOf(load<i32>(places));
    columns += columnOf(load<i32>(places));
  }
  return vec(<i32>floored(rows, it.count), <i32>floored(columns, it.count));
}

/** Whether the places of an object are distinct for that. */
function isOneColoured(it: Patch): bool {
  return it.kind === Kind.PATCH && it.at(0) >> 24 === it.at(it.count - 1) >> 24;
}

/** The quotient rounded down, as Python does; `divisor` > 0. */
function floored(number: i64, divisor: i64): i64 {
  return (number < 0 ? number - divisor + 1 : number) / divisor;
}

export function manhattan(a: Value, b: Value): Value {
  payScan(a);
  payScan(b);
  const from = nonEmptyPatch(a);
  return small(distanceBetween(from, nonEmptyPatch(b), 0, 0));
}

/** Objects lose their colours first: a tuple of cells becomes a set, a tuple of bare indices is read as a grid. */
export function position(a: Value, b: Value): Value {
  findPlainCentre(a);
  const row = centreRow;
  const column = centreColumn;
  findPlainCentre(b);
  const across = column < centreColumn ? 1 : -1;
  if (row === centreRow) return vec(0, across);
  return vec(row < centreRow ? 1 : -1, column === centreColumn ? 0 : across);
}

/** Pays as if the places without colours were made: they have the same bounds. */
function findPlainCentre(piece: Value): void {
  payScan(piece);
  const it = toPatch(piece);
  if (it.coloured) make(it.count);
  findCentre(piece, true);
}

/** The reference gives up after so many steps. */
const GRAVITY_STEPS = 42;

export function gravitate(source: Value, destination: Value): Value {
  payScan(source);
  payScan(destination);
  findCentre(source, false);
  const row = centreRow;
  const column = centreColumn;
  findCentre(destination, false);
  const moving = toPatch(source);
  const target = toPatch(destination);
  const vertical = shareColumn(moving, target);
  const down = !vertical ? 0 : row < centreRow ? 1 : -1;
  const across = vertical ? 0 : column < centreColumn ? 1 : -1;
  let step = 0;
  while (step < GRAVITY_STEPS && !touching(moving, target, step * down, step * across)) step++;
  return vec(step * down, step * across);
}
