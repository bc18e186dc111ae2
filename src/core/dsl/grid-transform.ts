/** Grids turned, mirrored, cut and scaled. Any tuple is read as a grid; the mirrors and `upscale` take patches, too. */
import { newCells, partOfCells } from '../values/arena.ts';
import { gridOf, tuple } from '../values/build.ts';
import { sizeOf } from '../values/container.ts';
import { boxOf, toPatch } from '../values/fn.ts';
import { cropped } from '../values/grids.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { EMPTY_TUPLE, Grid, isTuple, type Value } from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { fromRows, itemsOf, payGrid, rowsOf, shortest, sliced, twoIntegers, type Row } from './rows.ts';
import { downscale, hupscale, upscale, vupscale } from './scaling.ts';
import { cmirror, dmirror, hmirror, rot180, rot270, rot90, vmirror } from './turning.ts';

function crop(grid: Value, start: Value, dims: Value, meter: Meter): Value {
  const [top, left] = twoIntegers(start, false);
  const [height, width] = twoIntegers(dims, false);
  return sliced(grid, top, top + height, left, left + width, meter);
}

/** A tuple of cells has the corner of a patch but, read as a grid, the size of its items. */
function subgrid(patch: Value, grid: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) fail('an empty patch has no bounding box');
  if (!isTuple(patch)) meter.burn(view.packed.length);
  const { top, left, bottom, right } = boxOf(view);
  const [height, width] = isTuple(patch) ? [sizeOf(patch), 2] : [bottom - top + 1, right - left + 1];
  return sliced(grid, top, top + height, left, left + width, meter);
}

/** The first (or the last) floor(n / 2) of n rows. */
function halfOfRows(grid: Value, last: boolean, meter: Meter): Value {
  if (grid instanceof Grid) {
    const half = grid.height >> 1;
    payGrid(half, grid.width, meter);
    return last
      ? cropped(grid, grid.height - half, grid.height, 0, grid.width)
      : cropped(grid, 0, half, 0, grid.width);
  }
  const items = itemsOf(grid);
  const half = items.length >> 1;
  meter.make(half);
  return tuple(last ? items.slice(items.length - half) : items.slice(0, half));
}

/** The first (or the last) floor(n / 2) of n columns; () where that is none. */
function halfOfColumns(grid: Value, last: boolean, meter: Meter): Value {
  if (grid instanceof Grid) {
    const half = grid.width >> 1;
    payGrid(grid.height, half, meter);
    if (half === 0) return EMPTY_TUPLE;
    return last
      ? cropped(grid, 0, grid.height, grid.width - half, grid.width)
      : cropped(grid, 0, grid.height, 0, half);
  }
  const rows = rowsOf(grid);
  const width = shortest(rows);
  const half = width >> 1;
  if (half === 0) return EMPTY_TUPLE;
  return fromRows(
    rows.map((row) => (last ? row.slice(width - half, width) : row.slice(0, half))),
    meter,
  );
}

function compress(grid: Value, meter: Meter): Value {
  if (!(grid instanceof Grid)) return compressRows(rowsOf(grid), meter);
  const { height, width, cells } = grid;
  payGrid(height, width, meter);
  const keptColumns: number[] = [];
  for (let column = 0; column < width; column++) {
    let at = column;
    while (at < cells.length && cells[at] === cells[column]) at += width;
    if (at < cells.length) keptColumns.push(column);
  }
  const out = newCells(height * keptColumns.length);
  let keptRows = 0;
  let to = 0;
  for (let start = 0, row = 0; row < height; row++, start += width) {
    let at = start;
    while (at < start + width && cells[at] === cells[start]) at++;
    if (at === start + width && width > 0) continue;
    keptRows++;
    for (const column of keptColumns) out[to++] = cells[start + column];
  }
  return gridOf(keptRows, keptColumns.length, partOfCells(out, 0, to));
}

function compressRows(rows: readonly Row[], meter: Meter): Value {
  const alike = (line: Row): boolean => line.length > 0 && line.every((value) => equal(value, line[0]));
  const dropped = Array.from({ length: shortest(rows) }, (_, column) =>
    alike(rows.map((row) => row[column])),
  );
  return fromRows(
    rows.filter((row) => !alike(row)).map((row) => row.filter((_, column) => dropped[column] !== true)),
    meter,
  );
}

const ONE_GRID = { params: 'grid: Grid', returns: 'Grid' } as const;
const ONE_PIECE = {
  params: 'piece: Piece',
  returns: 'Piece',
  generic: ['Grid -> Grid', 'Object -> Object', 'Indices -> Indices'],
} as const;
const SCALED = { params: 'grid: Grid, factor: Integer', returns: 'Grid' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  rot90: { ...ONE_GRID, doc: 'The grid after a quarter turn clockwise.', run: rot90 },
  rot180: { ...ONE_GRID, doc: 'The grid after half a turn.', run: rot180 },
  rot270: { ...ONE_GRID, doc: 'The grid after a quarter turn anticlockwise.', run: rot270 },
  hmirror: {
    ...ONE_PIECE,
    doc: 'Top and bottom swapped; a patch is flipped within its bounding box.',
    run: hmirror,
  },
  vmirror: {
    ...ONE_PIECE,
    doc: 'Left and right swapped; a patch is flipped within its bounding box.',
    run: vmirror,
  },
  dmirror: {
    ...ONE_PIECE,
    doc: 'Rows and columns swapped. The top-left corner of a patch keeps its place.',
    run: dmirror,
  },
  cmirror: {
    ...ONE_PIECE,
    doc: 'Mirrored about the diagonal from top right to bottom left. The top-left corner of a patch keeps its place.',
    run: cmirror,
  },
  hupscale: { ...SCALED, doc: 'The grid with every column repeated `factor` times.', run: hupscale },
  vupscale: { ...SCALED, doc: 'The grid with every row repeated `factor` times.', run: vupscale },
  upscale: {
    params: 'element: Element, factor: Integer',
    returns: 'Element',
    generic: ['Grid -> Int -> Grid', 'Object -> Int -> Object'],
    doc: 'Every cell becomes a block of `factor` x `factor` cells. An object grows from its top-left corner.',
    run: upscale,
  },
  downscale: {
    ...SCALED,
    doc: 'Every `factor`-th cell of every `factor`-th row, from the top left.',
    run: downscale,
  },
  crop: {
    params: 'grid: Grid, start: IntegerTuple, dims: IntegerTuple',
    returns: 'Grid',
    doc: 'The rectangle of the size `dims` whose top-left cell is at `start`, cut off at the bottom and the right edge.',
    run: crop,
  },
  subgrid: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Grid',
    doc: 'The part of the grid under the bounding box of the patch.',
    run: subgrid,
  },
  trim: {
    ...ONE_GRID,
    doc: 'The grid without its outermost rows and columns.',
    run: (grid: Value, meter: Meter) => sliced(grid, 1, -1, 1, -1, meter),
  },
  tophalf: {
    ...ONE_GRID,
    doc: 'The upper half; a middle row is left out.',
    run: (grid: Value, meter: Meter) => halfOfRows(grid, false, meter),
  },
  bottomhalf: {
    ...ONE_GRID,
    doc: 'The lower half; a middle row is left out.',
    run: (grid: Value, meter: Meter) => halfOfRows(grid, true, meter),
  },
  lefthalf: {
    ...ONE_GRID,
    doc: 'The left half; a middle column is left out.',
    run: (grid: Value, meter: Meter) => halfOfColumns(grid, false, meter),
  },
  righthalf: {
    ...ONE_GRID,
    doc: 'The right half; a middle column is left out.',
    run: (grid: Value, meter: Meter) => halfOfColumns(grid, true, meter),
  },
  compress: {
    ...ONE_GRID,
    doc: 'The grid without the rows and the columns that have one colour only.',
    run: compress,
  },
};

export const gridTransform = family('grid-transform', SPECS);
