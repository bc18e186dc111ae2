/** Grids turned, cut and enlarged as typed arrays, and searched for a colour. Sizes are rows x columns. */
import { newCells, newPacked, partOfCells } from './arena.ts';
import { gridOf, setOf, sortedPatch } from './build.ts';
import { vec } from './container.ts';
import { packIndex, PLACE_HIGH } from './pack.ts';
import { Grid, type SetLike, type Tuple, type TupleLike } from './value.ts';

/** height x width, with the order of the rows (`upDown`) or of the columns (`leftRight`) reversed, or of both. */
export function flipped(grid: Grid, upDown: boolean, leftRight: boolean): Grid {
  const { height, width, cells } = grid;
  const out = newCells(cells.length);
  if (upDown && leftRight) {
    for (let from = 0, to = cells.length - 1; to >= 0; from++, to--) out[to] = cells[from];
  } else if (upDown) {
    for (let row = height - 1, from = 0; row >= 0; row--) {
      for (let to = row * width, end = to + width; to < end; to++) out[to] = cells[from++];
    }
  } else {
    for (let row = 0, from = 0; row < height; row++) {
      for (let to = (row + 1) * width - 1; to >= row * width; to--) out[to] = cells[from++];
    }
  }
  return new Grid(height, width, out);
}

/**
 * width x height: columns become rows. `upDown` and `leftRight` reverse the rows and the columns of the
 * original first. A grid without columns becomes (), which has no rows.
 */
export function transposed(grid: Grid, upDown: boolean, leftRight: boolean): TupleLike {
  const { height, width, cells } = grid;
  const out = newCells(cells.length);
  const firstRow = upDown ? (height - 1) * width : 0;
  const rowStep = upDown ? -width : width;
  for (let column = 0, to = 0; column < width; column++) {
    let from = firstRow + (leftRight ? width - 1 - column : column);
    for (let row = 0; row < height; row++, from += rowStep) out[to++] = cells[from];
  }
  return gridOf(width, height, out);
}

/** The bounds [from, to) that a Python slice [start:stop] has on a sequence; to >= from. */
export function sliceBounds(
  length: number,
  start: number,
  stop: number,
): readonly [from: number, to: number] {
  const from = Math.min(start < 0 ? Math.max(start + length, 0) : start, length);
  const to = Math.min(stop < 0 ? Math.max(stop + length, 0) : stop, length);
  return [from, Math.max(from, to)];
}

/**
 * Rows top to bottom - 1 and columns left to right - 1; the bounds are within the grid. () without rows. Whole
 * rows are shared, not copied.
 */
export function cropped(grid: Grid, top: number, bottom: number, left: number, right: number): TupleLike {
  if (top >= bottom) return gridOf(0, 0, new Int16Array(0));
  const { width, cells } = grid;
  if (left === 0 && right === width)
    return new Grid(bottom - top, width, partOfCells(cells, top * width, bottom * width));
  const outWidth = right - left;
  const out = newCells((bottom - top) * outWidth);
  for (let row = top, to = 0; row < bottom; row++) {
    for (let from = row * width + left, end = row * width + right; from < end; from++)
      out[to++] = cells[from];
  }
  return new Grid(bottom - top, outWidth, out);
}

/** (height * down) x (width * across): every cell becomes a block. The factors are at least 0. */
export function enlarged(grid: Grid, down: number, across: number): TupleLike {
  const { height, width, cells } = grid;
  const outWidth = width * across;
  const out = newCells(height * down * outWidth);
  for (let row = 0, from = 0, to = 0; row < height && out.length > 0; row++) {
    const start = to;
    for (let column = 0; column < width; column++) {
      const colour = cells[from++];
      for (let end = to + across; to < end; to++) out[to] = colour;
    }
    for (let copied = start, end = start + down * outWidth; to < end; to++) out[to] = out[copied++];
  }
  return gridOf(height * down, outWidth, out);
}

/** ceil(height / step) x ceil(width / step): the cells whose row and column are multiples of `step` >= 1. */
export function sampled(grid: Grid, step: number): TupleLike {
  const { height, width, cells } = grid;
  const outWidth = Math.ceil(width / step);
  const out = newCells(Math.ceil(height / step) * outWidth);
  for (let row = 0, to = 0; row < height; row += step) {
    for (let column = 0; column < width; column += step) out[to++] = cells[row * width + column];
  }
  return gridOf(Math.ceil(height / step), outWidth, out);
}

/** The indices of the cells equal to `colour`. */
export function indicesOf(grid: Grid, colour: number): SetLike {
  const { height, width, cells } = grid;
  let count = 0;
  for (let at = 0; at < cells.length; at++) if (cells[at] === colour) count++;
  if (height > PLACE_HIGH || width > PLACE_HIGH) return setOf(unpackedIndices(grid, colour));
  const packed = newPacked(count);
  for (let row = 0, at = 0, to = 0; row < height; row++) {
    for (let code = packIndex(row, 0), end = code + width; code < end; code++)
      if (cells[at++] === colour) packed[to++] = code;
  }
  return sortedPatch(false, packed);
}

function unpackedIndices({ width, cells }: Grid, colour: number): Tuple[] {
  const found: Tuple[] = [];
  for (let at = 0; at < cells.length; at++)
    if (cells[at] === colour) found.push(vec(Math.floor(at / width), at % width));
  return found;
}
