/** Reshaping and cutting grids, some also patches. */
import {
  boxOf,
  cellsOf,
  colourAt,
  extentOf,
  moved,
  range,
  rowsOf,
  sizeOf,
  tupleRowsOf,
  type Place,
  type Rows,
} from './pieces.ts';
import { floorDivide } from './primitives-arithmetic.ts';
import {
  equal,
  fail,
  integer,
  isTuple,
  items,
  set,
  spend,
  tuple,
  tupleItems,
  vectorStart,
  vector,
  type Family,
  type Value,
} from './values.ts';

export function gridOf(rows: Rows): Value {
  return tuple(rows.map((row) => tuple(row)));
}

/** Rows as columns; as many as the shortest row has items. */
function transposed(rows: Rows): Rows {
  const width = rows.length === 0 ? 0 : Math.min(...rows.map((row) => row.length));
  return range(0, width - 1).map((j) => rows.map((row) => row[j]));
}

function upsideDown(rows: Rows): Rows {
  return rows.toReversed();
}

function leftToRight(rows: Rows): Rows {
  return rows.map((row) => row.toReversed());
}

const clockwise = (rows: Rows) => transposed(upsideDown(rows));
const anticlockwise = (rows: Rows) => upsideDown(transposed(rows));

/** A mirror: of a tuple, as a grid, its rows; of a set its places, given the bounding box. */
function mirror(
  piece: Value,
  rows: (piece: Value) => Rows,
  ofRows: (rows: Rows) => Rows,
  ofPlace: (at: Place, box: ReturnType<typeof boxOf>) => Place,
): Value {
  if (isTuple(piece)) return gridOf(ofRows(rows(piece)));
  const box = boxOf(piece);
  return moved(piece, (at) => ofPlace(at, box));
}

/** A slice of a list; the bounds may count from the end. */
function slice<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  return list.slice(from, to);
}

export function crop(grid: Value, [top, left]: Place, [height, width]: Place): Value {
  const rows = slice(tupleItems(grid), top, top + height).map(tupleItems);
  return gridOf(rows.map((row) => slice(row, left, left + width)));
}

/** Every item so many times; none for zero and less. */
function stretched<Item>(list: readonly Item[], factor: number): readonly Item[] {
  spend(list.length * Math.max(0, factor));
  return list.flatMap((item) => Array<Item>(Math.max(0, factor)).fill(item));
}

function upscaleObject(object: Value, factor: number): Value {
  if (items(object).length === 0) return set([]);
  const { top, left } = boxOf(object);
  spend(items(object).length * Math.max(0, factor) ** 2);
  const offsets = range(0, factor - 1);
  const blocks = cellsOf(object).flatMap(({ colour, at }) => {
    const [row, column] = [top + (at[0] - top) * factor, left + (at[1] - left) * factor];
    return offsets.flatMap((i) => offsets.map((j) => tuple([colour, vector(row + i, column + j)])));
  });
  return set(blocks);
}

function half<Row>(rows: readonly Row[], which: 'first' | 'last'): readonly Row[] {
  const length = floorDivide(rows.length, 2);
  return which === 'first' ? rows.slice(0, length) : rows.slice(rows.length - length);
}

/** Every row and column that has more than one colour, or none. */
function compress(grid: Value): Value {
  const rows = rowsOf(grid);
  const isUniform = (line: readonly Value[]) =>
    line.length > 0 && line.every((colour) => equal(colour, line[0]));
  const dropped = transposed(rows).map(isUniform);
  return gridOf(
    rows.filter((row) => !isUniform(row)).map((row) => row.filter((_, j) => dropped[j] !== true)),
  );
}

export const GRID_TRANSFORM: Family = {
  crop: (grid, start, dims) => crop(grid, vectorStart(start), vectorStart(dims)),
  rot90: (grid) => gridOf(clockwise(rowsOf(grid))),
  rot180: (grid) => gridOf(leftToRight(upsideDown(tupleRowsOf(grid)))),
  rot270: (grid) => gridOf(anticlockwise(rowsOf(grid))),
  hmirror: (piece) => {
    if (isTuple(piece)) return tuple(piece.t.toReversed());
    const { top, bottom } = boxOf(piece);
    return moved(piece, ([i, j]) => [top + bottom - i, j]);
  },
  vmirror: (piece) =>
    mirror(piece, tupleRowsOf, leftToRight, ([i, j], { left, right }) => [i, left + right - j]),
  dmirror: (piece) =>
    mirror(piece, rowsOf, transposed, ([i, j], { top, left }) => [top + j - left, left + i - top]),
  cmirror: (piece) =>
    mirror(
      piece,
      tupleRowsOf,
      (rows) => transposed(leftToRight(upsideDown(rows))),
      ([i, j], { top, left, bottom, right }) => [top + right - j, left + bottom - i],
    ),
  hupscale: (grid, factor) => {
    const by = integer(factor);
    return gridOf(rowsOf(grid).map((row) => stretched(row, by)));
  },
  vupscale: (grid, factor) => tuple(stretched(tupleItems(grid), integer(factor))),
  upscale: (element, factor) => {
    const by = integer(factor);
    if (!isTuple(element)) return upscaleObject(element, by);
    return gridOf(
      stretched(
        rowsOf(element).map((row) => stretched(row, by)),
        by,
      ),
    );
  },
  downscale: (grid, factor) => {
    const by = integer(factor);
    if (by === 0) fail('the factor is zero');
    const [height, width] = sizeOf(grid);
    const columns = range(0, width - 1).filter((j) => j % by === 0);
    const sampled = range(0, height - 1).map((i) => columns.map((j) => colourAt(grid, [i, j])));
    return gridOf(sampled.filter((_, i) => i % by === 0));
  },
  subgrid: (patch, grid) => {
    const { top, left } = boxOf(patch);
    return crop(grid, [top, left], extentOf(patch));
  },
  trim: (grid) => gridOf(slice(tupleItems(grid), 1, -1).map((row) => slice(tupleItems(row), 1, -1))),
  tophalf: (grid) => tuple(half(tupleItems(grid), 'first')),
  bottomhalf: (grid) => tuple(half(tupleItems(grid), 'last')),
  lefthalf: (grid) => gridOf(anticlockwise(half(clockwise(rowsOf(grid)), 'first'))),
  righthalf: (grid) => gridOf(anticlockwise(half(clockwise(rowsOf(grid)), 'last'))),
  compress: (grid) => compress(grid),
};
