/** Measures of pieces and tests on them. */
import { floorDivide } from './primitives-arithmetic.ts';
import { boxOf, cellsOf, extentOf, moved, placesOf, range, sizeOf, toIndices, type Place } from './pieces.ts';
import {
  equal,
  fail,
  isSet,
  isTuple,
  items,
  set,
  spend,
  tuple,
  tupleItems,
  vector,
  type Family,
  type Value,
} from './values.ts';

/** A corner, or () for a patch without cells. */
function corner(patch: Value, pick: (box: ReturnType<typeof boxOf>) => Place): Value {
  return items(patch).length === 0 ? tuple([]) : vector(...pick(boxOf(patch)));
}

export function centerOf(patch: Value): Place {
  const { top, left } = boxOf(patch);
  const [height, width] = extentOf(patch);
  return [top + floorDivide(height, 2), left + floorDivide(width, 2)];
}

/** The least number of steps along rows and columns from one patch to the other. */
function distance(a: Value, b: Value): number {
  const [from, to] = [placesOf(a), placesOf(b)];
  if (from.length === 0 || to.length === 0) fail('the patch is empty');
  spend(from.length * to.length);
  let least = Infinity;
  for (const [i, j] of from) {
    for (const [k, l] of to) least = Math.min(least, Math.abs(i - k) + Math.abs(j - l));
  }
  return least;
}

function shareRow(a: Value, b: Value): boolean {
  const others = placesOf(b).map(([row]) => row);
  return placesOf(a).some(([row]) => others.includes(row));
}

function shareColumn(a: Value, b: Value): boolean {
  const others = placesOf(b).map(([, column]) => column);
  return placesOf(a).some(([, column]) => others.includes(column));
}

function gravitate(source: Value, destination: Value): Value {
  const [from, to] = [centerOf(source), centerOf(destination)];
  const step: Place = shareColumn(source, destination)
    ? [from[0] < to[0] ? 1 : -1, 0]
    : [0, from[1] < to[1] ? 1 : -1];
  let current = source;
  let steps = 0;
  while (steps < 42 && distance(current, destination) !== 1) {
    current = moved(current, ([i, j]) => [i + step[0], j + step[1]]);
    steps++;
  }
  return vector(step[0] * steps, step[1] * steps);
}

/** The smallest shift up or left, below the extent, that takes every cell left in the box to one like it. */
function period(object: Value, axis: 0 | 1): number {
  const extent = extentOf(set(items(object)))[axis];
  const start = extent === 0 ? 0 : axis === 0 ? boxOf(object).top : boxOf(object).left;
  const fits = (shift: number) => {
    const cells = cellsOf(object);
    spend(cells.length * cells.length);
    return cells
      .filter(({ at }) => at[axis] - start >= shift)
      .every((one) =>
        cells.some(
          (other) =>
            equal(one.colour, other.colour) &&
            one.at[axis] - shift === other.at[axis] &&
            one.at[1 - axis] === other.at[1 - axis],
        ),
      );
  };
  return range(1, extent - 1).find(fits) ?? extent;
}

export const GEOMETRY: Family = {
  height: (piece) => (isTuple(piece) ? piece.t.length : extentOf(piece)[0]),
  width: (piece) => extentOf(piece)[1],
  shape: (piece) => vector(...extentOf(piece)),
  ulcorner: (patch) => corner(patch, ({ top, left }) => [top, left]),
  urcorner: (patch) => corner(patch, ({ top, right }) => [top, right]),
  llcorner: (patch) => corner(patch, ({ bottom, left }) => [bottom, left]),
  lrcorner: (patch) => corner(patch, ({ bottom, right }) => [bottom, right]),
  uppermost: (patch) => boxOf(patch).top,
  lowermost: (patch) => boxOf(patch).bottom,
  leftmost: (patch) => boxOf(patch).left,
  rightmost: (patch) => boxOf(patch).right,
  manhattan: (a, b) => distance(a, b),
  centerofmass: (patch) => {
    const count = items(patch).length;
    if (count === 0) return tuple([]);
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    const places = placesOf(patch);
    return vector(
      floorDivide(sum(places.map(([row]) => row)), count),
      floorDivide(sum(places.map(([, column]) => column)), count),
    );
  },
  center: (patch) => vector(...centerOf(patch)),
  position: (a, b) => {
    const [[i, j], [k, l]] = [centerOf(toIndices(a)), centerOf(toIndices(b))];
    return i === k && j === l ? vector(0, -1) : vector(Math.sign(k - i), Math.sign(l - j));
  },
  gravitate: (source, destination) => gravitate(source, destination),
  hperiod: (obj) => period(obj, 1),
  vperiod: (obj) => period(obj, 0),
};

export const PREDICATE: Family = {
  portrait: (piece) => extentOf(piece)[0] > extentOf(piece)[1],
  square: (piece) => {
    if (isTuple(piece) && piece.t.length === 0) fail('the grid has no rows');
    const [height, width] = extentOf(piece);
    return height === width && (!isSet(piece) || piece.s.length === height * width);
  },
  vline: (patch) => extentOf(patch)[0] === items(patch).length && extentOf(patch)[1] === 1,
  hline: (patch) => extentOf(patch)[1] === items(patch).length && extentOf(patch)[0] === 1,
  hmatching: (a, b) => shareRow(a, b),
  vmatching: (a, b) => shareColumn(a, b),
  adjacent: (a, b) => distance(a, b) === 1,
  bordering: (patch, grid) => {
    const { top, left, bottom, right } = boxOf(patch);
    if (top === 0 || left === 0) return true;
    return bottom === tupleItems(grid).length - 1 || right === sizeOf(grid)[1] - 1;
  },
};
