/** Grids turned, cut and enlarged cell by cell. Sizes are rows x columns; whoever calls has paid for the result. */
import { Grid, newGrid, Value } from './layout';
import { EMPTY_TUPLE } from './value';

/** From so many bytes on, the bulk instruction is the faster copy. */
const BULK: usize = 256;

/** Copies `count` cells to where they do not overlap. */
@inline
export function copyCells(to: usize, from: usize, count: i32): void {
  const bytes = (<usize>count) << 1;
  if (bytes >= BULK) memory.copy(to, from, bytes);
  else copyFew(to, from, bytes);
}

function copyFew(to: usize, from: usize, bytes: usize): void {
  const end = from + bytes;
  for (; from + 8 <= end; from += 8, to += 8) store<u64>(to, load<u64>(from));
  for (; from < end; from += 2, to += 2) store<i16>(to, load<i16>(from));
}

/** Copies `count` cells in reverse order to where they do not overlap, four at a time where there are as many. */
function copyReversed(to: usize, from: usize, count: i32): void {
  let at = from + ((<usize>count) << 1);
  for (; at >= from + 8; to += 8) {
    at -= 8;
    const halves = rotl(load<u64>(at), 32);
    store<u64>(to, ((halves & 0x0000ffff0000ffff) << 16) | ((halves >> 16) & 0x0000ffff0000ffff));
  }
  for (; at > from; to += 2) {
    at -= 2;
    store<i16>(to, load<i16>(at));
  }
}

/** Writes the cell `count` times. */
export function fillCells(to: usize, cell: i32, count: i32): void {
  const four = <u64>(cell & 0xffff) * 0x0001000100010001;
  const end = to + ((<usize>count) << 1);
  for (; to + 8 <= end; to += 8) store<u64>(to, four);
  for (; to < end; to += 2) store<i16>(to, cell);
}

/** height x width, with the order of the rows (`upDown`) or of the columns (`leftRight`) reversed, or of both. */
export function flipped(from: Grid, upDown: bool, leftRight: bool): Value {
  const height = from.height;
  const width = from.width;
  const made = newGrid(height, width);
  made.most = from.most;
  if (upDown && leftRight) {
    copyReversed(made.cells, from.cells, height * width);
    return changetype<i32>(made);
  }
  const stride = (<usize>width) << 1;
  let source = from.cells;
  let to = made.cells + (upDown ? stride * (height - 1) : 0);
  for (let row = 0; row < height; row++) {
    if (leftRight) copyReversed(to, source, width);
    else copyCells(to, source, width);
    source += stride;
    to += upDown ? -stride : stride;
  }
  return changetype<i32>(made);
}

/**
 * width x height: columns become rows. `upDown` and `leftRight` reverse the rows and the columns of the
 * original first. A grid without columns becomes (), which has no rows.
 */
export function transposed(from: Grid, upDown: bool, leftRight: bool): Value {
  const height = from.height;
  const width = from.width;
  if (width === 0) return EMPTY_TUPLE;
  const made = newGrid(width, height);
  made.most = from.most;
  const stride = (<usize>width) << 1;
  const down = upDown ? -stride : stride;
  const across: isize = leftRight ? -2 : 2;
  let first = from.cells + (upDown ? stride * (height - 1) : 0) + (leftRight ? stride - 2 : 0);
  let to = made.cells;
  for (let column = 0; column < width; column++, first += across) {
    let source = first;
    for (let row = 0; row < height; row++, source += down, to += 2) store<i16>(to, load<i16>(source));
  }
  return changetype<i32>(made);
}

/** Where a Python slice [start:…] begins in a sequence of `length`. */
@inline
export function sliceStart(length: i32, start: i64): i32 {
  return <i32>min(start < 0 ? max(start + length, 0) : start, length);
}

/** One past where a Python slice […:stop] ends that begins at `from`; `from` where it is empty. */
@inline
export function sliceEnd(length: i32, from: i32, stop: i64): i32 {
  return max(from, sliceStart(length, stop));
}

/** Rows top to bottom - 1 and columns left to right - 1; the bounds are within the grid. () without rows. */
export function cropped(from: Grid, top: i32, bottom: i32, left: i32, right: i32): Value {
  if (top >= bottom) return EMPTY_TUPLE;
  const width = right - left;
  const made = newGrid(bottom - top, width);
  const stride = (<usize>from.width) << 1;
  let source = from.cells + stride * top + ((<usize>left) << 1);
  let to = made.cells;
  if (width === from.width) {
    copyCells(to, source, made.area);
    return changetype<i32>(made);
  }
  for (let row = top; row < bottom; row++) {
    copyCells(to, source, width);
    source += stride;
    to += (<usize>width) << 1;
  }
  return changetype<i32>(made);
}

/** (height * down) x (width * across): every cell becomes a block. The factors are at least 0. */
export function enlarged(from: Grid, down: i32, across: i32): Value {
  if (down === 0) return EMPTY_TUPLE;
  const width = from.width * across;
  const made = newGrid(from.height * down, width);
  const stride = (<usize>width) << 1;
  const block = (<usize>across) << 1;
  let source = from.cells;
  let to = made.cells;
  for (let row = 0; row < from.height; row++) {
    const start = to;
    for (const sourceEnd = source + ((<usize>from.width) << 1); source < sourceEnd; source += 2) {
      const cell = load<i16>(source);
      for (const end = to + block; to < end; to += 2) store<i16>(to, cell);
    }
    for (let copy = 1; copy < down; copy++, to += stride) copyCells(to, start, width);
  }
  return changetype<i32>(made);
}

/** ceil(height / step) x ceil(width / step): the cells whose row and column are multiples of `step` >= 1. */
export function sampled(from: Grid, step: i32): Value {
  const height = partsOf(from.height, step);
  const width = partsOf(from.width, step);
  const made = newGrid(height, width);
  let to = made.cells;
  for (let row = 0; row < height; row++) {
    let source = row * step * from.width;
    for (let column = 0; column < width; column++, source += step, to += 2) store<i16>(to, from.at(source));
  }
  return changetype<i32>(made);
}

/** How many steps of `step` >= 1 it takes to get through `total` >= 0: their quotient rounded up. */
@inline
export function partsOf(total: i32, step: i32): i32 {
  return total === 0 ? 0 : (total - 1) / step + 1;
}
