/** Grids made, joined, split and written to. Any tuple is read as a grid. */
import { newCells } from '../values/arena.ts';
import { gridOf, tuple } from '../values/build.ts';
import { sizeOf } from '../values/container.ts';
import { toContainer, toInteger } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { Grid, type Value } from '../values/value.ts';
import { backgroundOf } from './background.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { asColour, fromRows, itemsOf, payGrid, sliced, tupleRowsOf, twoIntegers, widthOf } from './rows.ts';
import { move, OWN, written } from './writing.ts';

function hconcat(a: Value, b: Value, meter: Meter): Value {
  if (!(a instanceof Grid && b instanceof Grid)) {
    const left = itemsOf(a);
    const right = itemsOf(b);
    const height = Math.min(left.length, right.length);
    return fromRows(
      left.slice(0, height).map((row, i) => [...itemsOf(row), ...itemsOf(right[i])]),
      meter,
    );
  }
  const height = Math.min(a.height, b.height);
  const width = a.width + b.width;
  payGrid(height, width, meter);
  const out = newCells(height * width);
  let to = 0;
  for (let row = 0; row < height; row++) {
    for (let from = row * a.width, end = from + a.width; from < end; from++) out[to++] = a.cells[from];
    for (let from = row * b.width, end = from + b.width; from < end; from++) out[to++] = b.cells[from];
  }
  return new Grid(height, width, out);
}

function vconcat(a: Value, b: Value, meter: Meter): Value {
  if (!(a instanceof Grid && b instanceof Grid && a.width === b.width)) {
    const upper = itemsOf(a);
    const lower = itemsOf(b);
    meter.make(upper.length + lower.length);
    if (lower.length === 0) return a;
    return upper.length === 0 ? b : tuple([...upper, ...lower]);
  }
  payGrid(a.height + b.height, a.width, meter);
  const out = newCells(a.cells.length + b.cells.length);
  out.set(a.cells);
  out.set(b.cells, a.cells.length);
  return new Grid(a.height + b.height, a.width, out);
}

/** `count` pieces of `length` cut from `total` rows or columns: one is skipped between two where `total` does not divide. */
function split(
  total: number,
  count: number,
  meter: Meter,
  cut: (start: number, length: number) => Value,
): Value {
  if (count === 0) fail('division by zero');
  const length = Math.floor(total / count);
  const step = length + (total % count === 0 ? 0 : 1);
  meter.make(Math.max(count, 0));
  const parts: Value[] = [];
  for (let i = 0; i < count; i++) parts.push(cut(i * step, length));
  return tuple(parts);
}

function hsplit(grid: Value, n: Value, meter: Meter): Value {
  const [height, width] = shapeOf(grid);
  return split(width, toInteger(n), meter, (start, length) =>
    sliced(grid, 0, height, start, start + length, meter),
  );
}

function vsplit(grid: Value, n: Value, meter: Meter): Value {
  const [height, width] = shapeOf(grid);
  return split(height, toInteger(n), meter, (start, length) =>
    sliced(grid, start, start + length, 0, width, meter),
  );
}

/** The number of rows, at least 1, and the length of the first one. */
function shapeOf(grid: Value): readonly [height: number, width: number] {
  if (grid instanceof Grid) return [grid.height, grid.width];
  const items = itemsOf(grid);
  if (items.length === 0) fail('the grid has no rows');
  return [items.length, sizeOf(toContainer(items[0]))];
}

function cellwise(a: Value, b: Value, fallback: Value, meter: Meter): Value {
  const other = asColour(fallback);
  if (!(a instanceof Grid && b instanceof Grid) || other === null) return cellwiseRows(a, b, fallback, meter);
  const { height, width } = a;
  if (width > 0 && (b.height < height || b.width < width)) fail('the second grid is smaller than the first');
  payGrid(height, width, meter);
  const out = newCells(height * width);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0, from = row * b.width; column < width; column++, at++, from++) {
      out[at] = a.cells[at] === b.cells[from] ? a.cells[at] : other;
    }
  }
  return new Grid(height, width, out);
}

function cellwiseRows(a: Value, b: Value, fallback: Value, meter: Meter): Value {
  const left = tupleRowsOf(a);
  const right = itemsOf(b);
  const width = widthOf(left);
  if (width === 0)
    return fromRows(
      left.map(() => []),
      meter,
    );
  if (right.length < left.length) fail('the second grid is smaller than the first');
  const rows = left.map((row, i) => {
    const beside = itemsOf(right[i]);
    if (row.length < width || beside.length < width) fail('the rows of the grids differ in length');
    return row.slice(0, width).map((value, column) => (equal(value, beside[column]) ? value : fallback));
  });
  return fromRows(rows, meter);
}

function canvas(value: Value, dimensions: Value, meter: Meter): Value {
  const [height, width] = twoIntegers(dimensions, false).map((side) => Math.max(side, 0));
  payGrid(height, width, meter);
  const colour = asColour(value);
  if (colour === null)
    return tuple(new Array<Value>(height).fill(tuple(new Array<Value>(width).fill(value))));
  return gridOf(height, width, newCells(height * width).fill(colour));
}

const PATCHED = { returns: 'Grid', params: 'grid: Grid, value: Integer, patch: Patch' } as const;
const PAINTED = { returns: 'Grid', params: 'grid: Grid, obj: Object' } as const;
const TWO_GRIDS = { returns: 'Grid', params: 'a: Grid, b: Grid' } as const;
const SPLIT = {
  returns: 'Tuple',
  params: 'grid: Grid, n: Integer',
  generic: 'Grid -> Int -> Tuple Grid',
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  canvas: {
    params: 'value: Integer, dimensions: IntegerTuple',
    returns: 'Grid',
    doc: 'A grid of one colour; `dimensions` are its height and its width.',
    run: canvas,
  },
  fill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at every place of the patch.',
    run: (grid: Value, value: Value, patch: Value, meter: Meter) => written(grid, patch, value, false, meter),
  },
  underfill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at those places of the patch that are background.',
    run: (grid: Value, value: Value, patch: Value, meter: Meter) => written(grid, patch, value, true, meter),
  },
  paint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object on top, in their own colours.',
    run: (grid: Value, obj: Value, meter: Meter) => written(grid, obj, OWN, false, meter),
  },
  underpaint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object, in their own colours, where the grid is background.',
    run: (grid: Value, obj: Value, meter: Meter) => written(grid, obj, OWN, true, meter),
  },
  cover: {
    params: 'grid: Grid, patch: Patch',
    returns: 'Grid',
    doc: 'The grid with background at every place of the patch: it is erased.',
    run: (grid: Value, patch: Value, meter: Meter) =>
      written(grid, patch, backgroundOf(grid, meter), false, meter),
  },
  move: {
    params: 'grid: Grid, obj: Object, offset: IntegerTuple',
    returns: 'Grid',
    doc: 'The grid with the object erased and painted again, `offset` further.',
    run: move,
  },
  hconcat: {
    ...TWO_GRIDS,
    doc: 'The grids side by side, `a` left of `b`. Rows without a counterpart are dropped.',
    run: hconcat,
  },
  vconcat: { ...TWO_GRIDS, doc: 'The grids one above the other, `a` on top.', run: vconcat },
  hsplit: {
    ...SPLIT,
    doc: '`n` grids side by side; a separating column is skipped where the width does not divide by `n`.',
    run: hsplit,
  },
  vsplit: {
    ...SPLIT,
    doc: '`n` grids from top to bottom; a separating row is skipped where the height does not divide by `n`.',
    run: vsplit,
  },
  cellwise: {
    params: 'a: Grid, b: Grid, fallback: Integer',
    returns: 'Grid',
    doc: 'The cells on which both grids agree, and the colour `fallback` elsewhere.',
    run: cellwise,
  },
};

export const gridCompose = family('grid-compose', SPECS);
