/** Making and moving patches, and lines. */
import { boxOf, cell, indices, moved, range, rowsOf, sizeOf, toIndices, type Place } from './pieces.ts';
import {
  exact,
  fail,
  has,
  isTuple,
  items,
  place,
  vectorStart,
  set,
  spend,
  tuple,
  tupleItems,
  vector,
  equal,
  type Family,
  type Value,
} from './values.ts';

type Box = ReturnType<typeof boxOf>;

export function shift(patch: Value, directions: Value): Value {
  if (items(patch).length === 0) return patch;
  const [down, across] = place(directions);
  return moved(patch, ([i, j]) => [i + down, j + across]);
}

export function normalize(patch: Value): Value {
  if (items(patch).length === 0) return patch;
  const { top, left } = boxOf(patch);
  return moved(patch, ([i, j]) => [i - top, j - left]);
}

/** The positions at the given offsets from a place. */
function around(loc: Value, offsets: readonly Place[]): Value {
  const [i, j] = vectorStart(loc);
  return indices(offsets.map(([down, across]) => [i + down, j + across]));
}

const SIDES: readonly Place[] = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];
const DIAGONALS: readonly Place[] = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
];

function backdrop({ top, left, bottom, right }: Box): Place[] {
  spend((bottom - top + 1) * (right - left + 1));
  return range(top, bottom).flatMap((i) => range(left, right).map((j): Place => [i, j]));
}

/** The outermost lines of a box; bounds that are inverted are swapped. */
function outline(box: Box): Value {
  const [top, bottom] = [Math.min(box.top, box.bottom), Math.max(box.top, box.bottom)];
  const [left, right] = [Math.min(box.left, box.right), Math.max(box.left, box.right)];
  return indices(
    backdrop({ top, left, bottom, right }).filter(
      ([i, j]) => i === top || i === bottom || j === left || j === right,
    ),
  );
}

/** The box of a patch, larger by `margin` on every side. */
function widened(patch: Value, margin: number): Box {
  const { top, left, bottom, right } = boxOf(patch);
  return { top: top - margin, left: left - margin, bottom: bottom + margin, right: right + margin };
}

export const PATCH: Family = {
  asindices: (grid) => {
    if (items(grid).length === 0) return set([]);
    const [height, width] = sizeOf(grid);
    return indices(backdrop({ top: 0, left: 0, bottom: height - 1, right: width - 1 }));
  },
  toindices: (patch) => toIndices(patch),
  shift: (patch, directions) => shift(patch, directions),
  normalize: (patch) => normalize(patch),
  dneighbors: (loc) => around(loc, SIDES),
  ineighbors: (loc) => around(loc, DIAGONALS),
  neighbors: (loc) => around(loc, [...SIDES, ...DIAGONALS]),
  corners: (patch) => {
    if (items(patch).length === 0) return set([tuple([])]);
    const { top, left, bottom, right } = boxOf(patch);
    return indices([
      [top, left],
      [top, right],
      [bottom, left],
      [bottom, right],
    ]);
  },
  backdrop: (patch) => (items(patch).length === 0 ? set([]) : indices(backdrop(boxOf(patch)))),
  delta: (patch) => {
    if (items(patch).length === 0) return set([]);
    const occupied = toIndices(patch);
    if (isTuple(occupied)) fail('a tuple of indices is no set');
    const taken = items(occupied);
    return indices(backdrop(boxOf(patch)).filter(([i, j]) => !has(taken, vector(i, j))));
  },
  inbox: (patch) => outline(widened(patch, -1)),
  outbox: (patch) => outline(widened(patch, 1)),
  box: (patch) => (items(patch).length === 0 ? patch : outline(widened(patch, 0))),
};

/** The places on the straight line between two places, both included; none unless it keeps to the eight directions. */
function connect([i, j]: Place, [k, l]: Place): Value {
  const [rows, columns] = [Math.abs(k - i), Math.abs(l - j)];
  if (rows !== 0 && columns !== 0 && rows !== columns) return set([]);
  const length = Math.max(rows, columns);
  spend(length);
  return indices(
    range(0, length).map((step): Place => [i + step * Math.sign(k - i), j + step * Math.sign(l - j)]),
  );
}

/** Positions in a long enough tuple; what stands there is not looked at. */
function itemAt(location: Value, at: number): Value {
  const found = tupleItems(location);
  return at < found.length ? found[at] : fail('the item is missing');
}

/** One object for every row that has one colour, wherever `toPlace` puts its cells. */
function uniformRows(
  rows: readonly (readonly Value[])[],
  toPlace: (row: number, column: number) => Place,
): Value[] {
  return rows.flatMap((row, i) =>
    row.length > 0 && row.every((colour) => equal(colour, row[0]))
      ? [set(row.map((colour, j) => cell(colour, toPlace(i, j))))]
      : [],
  );
}

export const LINE: Family = {
  connect: (a, b) => connect(place(a), place(b)),
  vfrontier: (location) => set(range(0, 29).map((i) => tuple([i, itemAt(location, 1)]))),
  hfrontier: (location) => set(range(0, 29).map((j) => tuple([itemAt(location, 0), j]))),
  shoot: (start, direction) => {
    const [[i, j], [down, across]] = [place(start), vectorStart(direction)];
    return connect([i, j], [exact(i + 42 * down), exact(j + 42 * across)]);
  },
  frontiers: (grid) => {
    const [, width] = sizeOf(grid);
    const rows = rowsOf(grid);
    const columns = range(0, width - 1).map((j) => rows.map((row) => row[j]));
    return set([...uniformRows(rows, (i, j) => [i, j]), ...uniformRows(columns, (j, i) => [i, j])]);
  },
};
