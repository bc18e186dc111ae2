/** Grids made, joined, split and written to. Any tuple is read as a grid; what lies outside of a grid is ignored. */
import { copyCells, newCells } from '../values/buffers.ts';
import { gridOf, patchOf, tuple } from '../values/build.ts';
import { sizeOf } from '../values/container.ts';
import { toContainer, toInteger, toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import { Grid, Patch, type PatchView, type Value } from '../values/value.ts';
import { background, backgroundOf } from './background.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { asColour, fromRows, itemsOf, payGrid, rowsOf, sliced, tupleRowsOf, twoIntegers, widthOf } from './rows.ts';

/** What is written: the colour of each cell, or one value for all positions. */
type Ink = Value | 'colours of cells';
const OWN = 'colours of cells';

/** The cells or indices of `patch`; cells where their colours are needed, unless there are none at all. */
function toInk(patch: Value, ink: Ink): PatchView {
  const view = toPatch(patch);
  if (ink === OWN && !view.coloured && view.packed.length > 0) fail('an object is needed, not bare indices');
  return view;
}

/**
 * Writes onto `out` (height x width) the colour, or that of each cell where it is null, in the order of
 * `packed` and moved by (down, across); where `onto` is not null, only over cells of that colour.
 */
function write(
  out: Int16Array, height: number, width: number, packed: Int32Array, colour: number | null, onto: number | null, down = 0, across = 0,
): void {
  for (let i = 0; i < packed.length; i++) {
    const row = rowOf(packed[i]) + down;
    const column = columnOf(packed[i]) + across;
    if (row < 0 || row >= height || column < 0 || column >= width) continue;
    const at = row * width + column;
    if (onto === null || out[at] === onto) out[at] = colour ?? colourOf(packed[i]);
  }
}

/** The grid with `ink` at the patch, everywhere or on the background only. */
function written(grid: Value, patch: Value, ink: Ink, under: boolean, meter: Meter): Value {
  const colour = ink === OWN ? null : asColour(ink);
  if (!(grid instanceof Grid) || (colour === null && ink !== OWN)) return writtenRows(grid, patch, ink, under, meter);
  const { height, width, cells } = grid;
  const onto = under ? background(grid, meter) : null;
  const { packed } = toInk(patch, ink);
  meter.burn(packed.length);
  payGrid(height, width, meter);
  const out = copyCells(cells);
  write(out, height, width, packed, colour, onto);
  return new Grid(height, width, out);
}

/** `written` for rows of any length and content; the first row stands for the width. */
function writtenRows(grid: Value, patch: Value, ink: Ink, under: boolean, meter: Meter, down = 0, across = 0): Value {
  const rows = rowsOf(grid).map((row) => [...row]);
  const width = widthOf(rows);
  const onto = under ? backgroundOf(grid, meter) : null;
  const { packed } = toInk(patch, ink);
  meter.burn(packed.length);
  for (const code of packed) {
    const row = rowOf(code) + down;
    const column = columnOf(code) + across;
    if (row < 0 || row >= rows.length || column < 0 || column >= width) continue;
    if (column >= rows[row].length) fail('the rows of the grid differ in length');
    if (under && !equal(rows[row][column], onto)) continue;
    rows[row][column] = ink === OWN ? colourOf(code) : ink;
  }
  return fromRows(rows, meter);
}

function move(grid: Value, obj: Value, offset: Value, meter: Meter): Value {
  const bare = written(grid, obj, backgroundOf(grid, meter), false, meter);
  const view = toInk(obj, OWN);
  if (view.packed.length === 0) return bare;
  const [down, across] = twoIntegers(offset, true);
  meter.burn(view.packed.length);
  const cells = obj instanceof Patch ? view : { coloured: true, packed: view.packed.slice().sort() };
  if (!(bare instanceof Grid)) return writtenRows(bare, patchOf(true, cells.packed), OWN, false, meter, down, across);
  write(bare.cells, bare.height, bare.width, cells.packed, null, null, down, across);
  return bare;
}

function hconcat(a: Value, b: Value, meter: Meter): Value {
  if (!(a instanceof Grid && b instanceof Grid)) {
    const left = itemsOf(a);
    const right = itemsOf(b);
    const height = Math.min(left.length, right.length);
    return fromRows(left.slice(0, height).map((row, i) => [...itemsOf(row), ...itemsOf(right[i])]), meter);
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
function split(total: number, count: number, meter: Meter, cut: (start: number, length: number) => Value): Value {
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
  return split(width, toInteger(n), meter, (start, length) => sliced(grid, 0, height, start, start + length, meter));
}

function vsplit(grid: Value, n: Value, meter: Meter): Value {
  const [height, width] = shapeOf(grid);
  return split(height, toInteger(n), meter, (start, length) => sliced(grid, start, start + length, 0, width, meter));
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
  if (width === 0) return fromRows(left.map(() => []), meter);
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
  if (colour === null) return tuple(new Array<Value>(height).fill(tuple(new Array<Value>(width).fill(value))));
  return gridOf(height, width, newCells(height * width).fill(colour));
}

const PATCHED = { returns: 'Grid', params: 'grid: Grid, value: Integer, patch: Patch' } as const;
const PAINTED = { returns: 'Grid', params: 'grid: Grid, obj: Object' } as const;
const TWO_GRIDS = { returns: 'Grid', params: 'a: Grid, b: Grid' } as const;
const SPLIT = { returns: 'Tuple', params: 'grid: Grid, n: Integer', generic: 'Grid -> Int -> Tuple Grid' } as const;

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
    run: (grid: Value, patch: Value, meter: Meter) => written(grid, patch, backgroundOf(grid, meter), false, meter),
  },
  move: {
    params: 'grid: Grid, obj: Object, offset: IntegerTuple',
    returns: 'Grid',
    doc: 'The grid with the object erased and painted again, `offset` further.',
    run: move,
  },
  hconcat: { ...TWO_GRIDS, doc: 'The grids side by side, `a` left of `b`. Rows without a counterpart are dropped.', run: hconcat },
  vconcat: { ...TWO_GRIDS, doc: 'The grids one above the other, `a` on top.', run: vconcat },
  hsplit: { ...SPLIT, doc: '`n` grids side by side; a separating column is skipped where the width does not divide by `n`.', run: hsplit },
  vsplit: { ...SPLIT, doc: '`n` grids from top to bottom; a separating row is skipped where the height does not divide by `n`.', run: vsplit },
  cellwise: {
    params: 'a: Grid, b: Grid, fallback: Integer',
    returns: 'Grid',
    doc: 'The cells on which both grids agree, and the colour `fallback` elsewhere.',
    run: cellwise,
  },
};

export const gridCompose = family('grid-compose', SPECS);
