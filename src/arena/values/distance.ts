/** Distances between patches in steps up, down, left or right, and the patches' rows and columns in common. */
import { Room, scratch } from '../memory';
import { burn } from '../meter';
import { columnOf, rowOf } from './pack';
import { boxOf } from './read';
import { Patch } from './layout';

/** A cell of the distance field costs as much as so many pairs of cells. */
const PAIRS_PER_FIELD_CELL: i64 = 8;

/**
 * The least distance between a cell of `a`, moved by (down, across), and one of `b`; neither is empty. By all
 * pairs or by a field of distances to `b` over the common bounding box, whichever is cheaper.
 */
export function distanceBetween(a: Patch, b: Patch, down: i32, across: i32): i32 {
  const pairs = <i64>a.count * b.count;
  return payDistance(a, b, down, across) < pairs
    ? leastInField(a, b, down, across)
    : leastOfPairs(a, b, down, across);
}

/** Pays for the distance, the cheaper way: at most one step a pair. Fills in both bounding boxes. */
function payDistance(a: Patch, b: Patch, down: i32, across: i32): i64 {
  boxOf(a);
  boxOf(b);
  const height = max(a.bottom + down, b.bottom) - min(a.top + down, b.top) + 1;
  const width = max(a.right + across, b.right) - min(a.left + across, b.left) + 1;
  const steps = min(<i64>a.count * b.count, PAIRS_PER_FIELD_CELL * height * width);
  burn(steps);
  return steps;
}

/** Rows and columns are compared as they are packed: each 1024 too high. */
function leastOfPairs(a: Patch, b: Patch, down: i32, across: i32): i32 {
  const end = b.packed + ((<usize>b.count) << 2);
  let least = i32.MAX_VALUE;
  for (let i = 0; i < a.count && least > 0; i++) {
    const row = ((a.at(i) >> 12) & 0xfff) + down;
    const column = (a.at(i) & 0xfff) + across;
    for (let at = b.packed; at < end; at += 4) {
      const other = load<i32>(at);
      least = min(least, abs(row - ((other >> 12) & 0xfff)) + abs(column - (other & 0xfff)));
    }
  }
  return least;
}

function leastInField(a: Patch, b: Patch, down: i32, across: i32): i32 {
  const top = min(a.top + down, b.top);
  const left = min(a.left + across, b.left);
  const height = max(a.bottom + down, b.bottom) - top + 1;
  const width = max(a.right + across, b.right) - left + 1;
  const field = distanceField(b, top, left, height, width);
  let least = i32.MAX_VALUE;
  for (let i = 0; i < a.count && least > 0; i++) {
    const place = (rowOf(a.at(i)) + down - top) * width + columnOf(a.at(i)) + across - left;
    least = min(least, load<i32>(field + ((<usize>place) << 2)));
  }
  return least;
}

/** height x width 32-bit numbers from (top, left), row by row: how far the nearest cell of `b`, all within, is. */
function distanceField(b: Patch, top: i32, left: i32, height: i32, width: i32): usize {
  const stride = (<usize>width) << 2;
  const bytes = stride * height;
  const field = scratch(Room.BOARD, bytes);
  const far = height + width;
  for (let at: usize = 0; at < bytes; at += 4) store<i32>(field + at, far);
  for (let i = 0; i < b.count; i++) {
    const place = (rowOf(b.at(i)) - top) * width + columnOf(b.at(i)) - left;
    store<i32>(field + ((<usize>place) << 2), 0);
  }
  // In the first row a cell stands for the one that is not there beside it: one more than itself changes nothing.
  let at = field;
  for (let row = 0; row < height; row++) {
    const up = row > 0 ? stride : 0;
    let near = far;
    for (const end = at + stride; at < end; at += 4) {
      near = min(min(near, load<i32>(at - up)) + 1, load<i32>(at));
      store<i32>(at, near);
    }
  }
  for (let row = 0; row < height; row++) {
    const down = row > 0 ? stride : 0;
    let near = far;
    for (const start = at - stride; at > start;) {
      at -= 4;
      near = min(min(near, load<i32>(at + down)) + 1, load<i32>(at));
      store<i32>(at, near);
    }
  }
  return field;
}

/** Whether `a`, moved by (down, across), and `b` share an edge somewhere and no position; neither is empty. */
export function touching(a: Patch, b: Patch, down: i32, across: i32): bool {
  boxOf(a);
  boxOf(b);
  const rowGap = max(max(0, b.top - a.bottom - down), a.top + down - b.bottom);
  const columnGap = max(max(0, b.left - a.right - across), a.left + across - b.right);
  if (rowGap + columnGap > 1) return false;
  payDistance(a, b, down, across);
  // Only where both bounding boxes are, and one step around it, can the patches meet.
  const top = max(a.top + down, b.top) - 1;
  const left = max(a.left + across, b.left) - 1;
  const height = min(a.bottom + down, b.bottom) + 2 - top;
  const width = min(a.right + across, b.right) + 2 - left;
  const boardSteps = (<i64>height * width) / CELLS_PER_STEP + STEPS_PER_CELL * (a.count + b.count);
  if (<i64>a.count * b.count <= boardSteps) return leastOfPairs(a, b, down, across) === 1;
  return meetOnBoard(a, b, down, across, top, left, height, width);
}

/** What the board of `meetOnBoard` costs, in pairs of cells: so many of its cells one, a cell of a patch so many. */
const CELLS_PER_STEP: i64 = 16;
const STEPS_PER_CELL: i64 = 4;

const TAKEN = 1;
const BESIDE = 2;

/** `touching`, on height x width bytes from (top, left) on, outside of which the patches do not meet. */
function meetOnBoard(
  a: Patch,
  b: Patch,
  down: i32,
  across: i32,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
): bool {
  // With a border of one, on which marks may fall, too.
  const stride = width + 2;
  const bytes = <usize>(stride * (height + 2));
  const board = scratch(Room.BOARD, bytes);
  memory.fill(board, 0, bytes);
  for (let i = 0; i < a.count; i++) {
    const row = rowOf(a.at(i)) + down - top;
    const column = columnOf(a.at(i)) + across - left;
    if (<u32>row >= <u32>height || <u32>column >= <u32>width) continue;
    const at = board + (row + 1) * stride + column + 1;
    mark(at, TAKEN);
    mark(at - 1, BESIDE);
    mark(at + 1, BESIDE);
    mark(at - stride, BESIDE);
    mark(at + stride, BESIDE);
  }
  let met = 0;
  for (let i = 0; i < b.count; i++) {
    const row = rowOf(b.at(i)) - top;
    const column = columnOf(b.at(i)) - left;
    if (<u32>row >= <u32>height || <u32>column >= <u32>width) continue;
    met |= load<u8>(board + (row + 1) * stride + column + 1);
  }
  return met === BESIDE;
}

@inline
function mark(at: usize, bit: i32): void {
  store<u8>(at, load<u8>(at) | bit);
}

/** Whether some row number occurs in both; false when either is empty. */
export function shareRow(a: Patch, b: Patch): bool {
  return shareField(a, b, 12);
}

/** Whether some column number occurs in both; false when either is empty. */
export function shareColumn(a: Patch, b: Patch): bool {
  return shareField(a, b, 0);
}

/** A byte for each number of 12 bits; zeros between calls. */
const seen = memory.data(1 << 12);

/** Compares the 12 bits from bit `shift` up. */
function shareField(a: Patch, b: Patch, shift: i32): bool {
  burn(<i64>a.count + b.count);
  for (let i = 0; i < a.count; i++) store<u8>(seen + ((a.at(i) >> shift) & 0xfff), 1);
  let found = false;
  for (let i = 0; i < b.count && !found; i++) found = load<u8>(seen + ((b.at(i) >> shift) & 0xfff)) !== 0;
  for (let i = 0; i < a.count; i++) store<u8>(seen + ((a.at(i) >> shift) & 0xfff), 0);
  return found;
}
