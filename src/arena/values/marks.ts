/**
 * The union of many patches by marking: one bit for each place of the box around all, colour by colour, which are then
 * read in order. Linear where the box is not much larger than what is in it, as it is for patches of a grid.
 */
import { Room, scratch } from '../memory';
import { finishPatch, sortedPatch } from './build';
import { itemAt } from './container';
import { boxOf } from './read';
import { newPatch, Patch, patch, Value } from './layout';

/** Bounds of packed numbers as they are packed: places shifted by 1024, colours by 32. All inclusive. */
let top: i32 = 0;
let bottom: i32 = 0;
let left: i32 = 0;
let right: i32 = 0;
let low: i32 = 0;
let high: i32 = 0;

/** Up to so many cells sorting is cheaper than marking. */
const FEW = 24;

/** The union of the `count` containers at `parts`, `total` >= 1 members in all: patches of one kind, or empty. */
export function unionOfPatches(parts: usize, count: i32, total: i32): Value {
  const marked = total > FEW ? unionByMarks(parts, count, total) : 0;
  return marked !== 0 ? marked : unionBySorting(parts, count, total);
}

function unionBySorting(parts: usize, count: i32, total: i32): Value {
  const made = newPatch(0, total);
  for (let i = 0, at = 0; i < count; i++) {
    const part = patch(itemAt(parts, i));
    if (part.count === 0) continue;
    made.coloured = part.coloured;
    for (let j = 0; j < part.count; j++) made.put(at++, part.at(j));
  }
  return finishPatch(made, total);
}

/** 0 where the box around all is too large. */
function unionByMarks(parts: usize, count: i32, total: i32): Value {
  const coloured = findBounds(parts, count);
  const height = bottom - top + 1;
  // A row of the box is a whole number of words.
  const stride = (right - left + 64) >> 6;
  const words = <i64>(high - low + 1) * <i64>height * <i64>stride;
  if (words > 4 * <i64>total + 512) return 0;
  const board = scratch(Room.BOARD, (<usize>words) << 3);
  memory.fill(board, 0, (<usize>words) << 3);
  const origin = (low * height + top) * stride;
  for (let i = 0; i < count; i++) {
    const part = patch(itemAt(parts, i));
    if (part.count > 0) mark(part, board - ((<usize>origin) << 3), height, stride);
  }
  return readMarks(board, newPatch(coloured, total), stride);
}

/** Finds the bounds of all parts; gives whether they are coloured. */
function findBounds(parts: usize, count: i32): i32 {
  let coloured = 0;
  top = left = low = i32.MAX_VALUE;
  bottom = right = high = 0;
  for (let i = 0; i < count; i++) {
    const part = patch(itemAt(parts, i));
    if (part.count === 0) continue;
    boxOf(part);
    coloured = part.coloured;
    top = min(top, part.top + 1024);
    bottom = max(bottom, part.bottom + 1024);
    left = min(left, part.left + 1024);
    right = max(right, part.right + 1024);
    low = min(low, part.at(0) >> 24);
    high = max(high, part.at(part.count - 1) >> 24);
  }
  return coloured;
}

/** Sets the bits of a patch; `board` is where the word for colour, row and column 0 would be. */
function mark(part: Patch, board: usize, height: i32, stride: i32): void {
  const start = left;
  const end = part.packed + ((<usize>part.count) << 2);
  for (let at = part.packed; at < end; at += 4) {
    const code = load<i32>(at);
    const column = (code & 0xfff) - start;
    const line = (code >> 24) * height + ((code >> 12) & 0xfff);
    const word = board + ((<usize>(line * stride + (column >> 6))) << 3);
    store<u64>(word, load<u64>(word) | ((<u64>1) << u64(column & 63)));
  }
}

/** Writes what is marked into `made` in order, and gives the set. */
function readMarks(board: usize, made: Patch, stride: i32): Value {
  const start = made.packed;
  let to = start;
  let word = board;
  for (let colour = low; colour <= high; colour++) {
    for (let row = top; row <= bottom; row++) {
      let place = (colour << 24) | (row << 12) | left;
      for (let i = 0; i < stride; i++, place += 64, word += 8) {
        for (let bits = load<u64>(word); bits !== 0; bits &= bits - 1, to += 4) {
          store<i32>(to, place + <i32>ctz(bits));
        }
      }
    }
  }
  made.top = top - 1024;
  made.bottom = bottom - 1024;
  made.left = left - 1024;
  made.right = right - 1024;
  return sortedPatch(made, <i32>((to - start) >>> 2));
}
