/** Grids: building, joining, splitting and writing. */
import {
  cellsOf,
  colourAt,
  isInside,
  placesOf,
  range,
  rowsOf,
  sizeOf,
  toIndices,
  type Cell,
} from './pieces.ts';
import { floorDivide, remainder } from './primitives-arithmetic.ts';
import { background } from './primitives-colour.ts';
import { crop, gridOf } from './primitives-grid-transform.ts';
import { shift } from './primitives-patch.ts';
import {
  equal,
  fail,
  integer,
  spend,
  tuple,
  tupleItems,
  vectorStart,
  type Family,
  type Value,
} from './values.ts';

/** `count` pieces side by side along an axis, one line left out between two where the size is no multiple. */
function split(grid: Value, n: Value, axis: 0 | 1): Value {
  const [count, size] = [integer(n), sizeOf(grid)];
  const length = floorDivide(size[axis], count);
  const gap = remainder(size[axis], count) === 0 ? 0 : 1;
  spend(Math.max(0, count));
  return tuple(
    range(0, count - 1).map((i) => {
      const start = i * (length + gap);
      return axis === 0
        ? crop(grid, [start, 0], [length, size[1]])
        : crop(grid, [0, start], [size[0], length]);
    }),
  );
}

/** The grid with cells written one after the other where `mayWrite` allows it; what lies outside is left out. */
function written(grid: Value, cells: readonly Cell[], mayWrite: (old: Value) => boolean): Value {
  const size = sizeOf(grid);
  const rows = rowsOf(grid).map((row) => [...row]);
  for (const { colour, at } of cells) {
    if (!isInside(at, size)) continue;
    const row = rows[at[0]];
    if (at[1] >= row.length) fail('the row is shorter than the first one');
    if (mayWrite(row[at[1]])) row[at[1]] = colour;
  }
  return gridOf(rows);
}

const always = () => true;

function fill(grid: Value, value: Value, patch: Value, mayWrite: (old: Value) => boolean): Value {
  return written(
    grid,
    placesOf(patch).map((at) => ({ colour: value, at })),
    mayWrite,
  );
}

function isBackgroundOf(grid: Value): (colour: Value) => boolean {
  sizeOf(grid);
  const found = background(grid);
  return (colour) => equal(colour, found);
}

function cover(grid: Value, patch: Value): Value {
  return fill(grid, background(grid), toIndices(patch), always);
}

export const GRID_COMPOSE: Family = {
  fill: (grid, value, patch) => fill(grid, value, patch, always),
  paint: (grid, obj) => written(grid, cellsOf(obj), always),
  underfill: (grid, value, patch) => fill(grid, value, patch, isBackgroundOf(grid)),
  underpaint: (grid, obj) => written(grid, cellsOf(obj), isBackgroundOf(grid)),
  hconcat: (a, b) => {
    const length = Math.min(tupleItems(a).length, tupleItems(b).length);
    const [left, right] = [a, b].map((grid) => tupleItems(grid).slice(0, length).map(tupleItems));
    return gridOf(range(0, length - 1).map((i) => [...left[i], ...right[i]]));
  },
  vconcat: (a, b) => tuple([...tupleItems(a), ...tupleItems(b)]),
  hsplit: (grid, n) => split(grid, n, 1),
  vsplit: (grid, n) => split(grid, n, 0),
  cellwise: (a, b, fallback) => {
    const [height, width] = sizeOf(a);
    const others = tupleItems(b).length;
    return gridOf(
      range(0, height - 1).map((i) =>
        range(0, width - 1).map((j) => {
          if (i >= others) fail('the second grid has too few rows');
          const [one, other] = [colourAt(a, [i, j]), colourAt(b, [i, j])];
          return equal(one, other) ? one : fallback;
        }),
      ),
    );
  },
  canvas: (value, dimensions) => {
    const [height, width] = vectorStart(dimensions);
    spend(Math.max(0, height) * Math.max(1, width));
    return gridOf(range(1, height).map(() => range(1, width).map(() => value)));
  },
  cover: (grid, patch) => cover(grid, patch),
  move: (grid, obj, offset) => written(cover(grid, obj), cellsOf(shift(obj, offset)), always),
};
