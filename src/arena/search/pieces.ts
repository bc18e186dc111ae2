/**
 * Pieces that may be laid over each other: which of them are of use, and which one is the next. A piece is a pair of masks:
 * the cells that it paints, and those of them that it paints wrong.
 */
import { Table } from '../table';
import { cellCount, dropMasks, maskAt, maskWords, newMask } from './masks';

/**
 * Of each piece the mask that it paints, the mask of what it paints wrong, and where in that mask, in bytes, a wrong cell
 * was seen last: the next look begins there.
 */
const pieces = changetype<Table>(memory.data(8));
let pieceCount = 0;

export function dropPieces(count: i32): void {
  pieceCount = count;
}

export function addPiece(paints: i32, wrong: i32): i32 {
  pieces.reserve((<usize>(pieceCount + 1)) * 12);
  pieces.put(pieceCount * 3, paints);
  pieces.put(pieceCount * 3 + 1, wrong);
  pieces.put(pieceCount * 3 + 2, 0);
  return pieceCount++;
}

/** What `bestPiece` found to be painted newly. */
let gain = 0;

/** Cells of `residual` that a piece paints. */
@inline
function paintedBy(piece: i32, left: usize, bytes: usize): i32 {
  const paints = maskAt(pieces.at(piece * 3));
  let count: i64 = 0;
  for (let i: usize = 0; i < bytes; i += 8) count += popcnt<i64>(load<i64>(paints + i) & load<i64>(left + i));
  return <i32>count;
}

/** Whether a piece paints nothing wrong outside of `covered`. */
@inline
function isClean(piece: i32, covered: usize, bytes: usize): bool {
  const wrong = maskAt(pieces.at(piece * 3 + 1));
  const seen = <usize>pieces.at(piece * 3 + 2);
  if ((load<i64>(wrong + seen) & ~load<i64>(covered + seen)) !== 0) return false;
  for (let i: usize = 0; i < bytes; i += 8)
    if ((load<i64>(wrong + i) & ~load<i64>(covered + i)) !== 0) {
      pieces.put(piece * 3 + 2, <i32>i);
      return false;
    }
  return true;
}

/** What `usablePieces` has found. */
const usable = changetype<Table>(memory.data(8));

/** Pieces that could not be laid yet, in `usablePieces`. */
const waiting = changetype<Table>(memory.data(8));

/**
 * The pieces that may be part of what puts the cells of `residual` right, as pairs (piece, cells of these that it
 * paints): all but those that paint some cell wrong which no other of them paints, nor `painted` has. Of more than `most`
 * those that paint most cells, and the cheapest of the rest. `usableAt` tells where they stand, until the next call. Gives
 * their number.
 */
export function usablePieces(residual: i32, painted: i32, most: i32): i32 {
  const reached = newMask();
  const bytes = (<usize>maskWords) << 2;
  const left = maskAt(residual);
  const covered = maskAt(reached);
  memory.copy(covered, maskAt(painted), bytes);
  usable.reserve((<usize>pieceCount) << 3);
  waiting.reserve((<usize>pieceCount) << 2);
  let count = 0;
  let unclean = 0;
  for (let piece = 0; piece < pieceCount; piece++) {
    if (paintedBy(piece, left, bytes) === 0) continue;
    if (isClean(piece, covered, bytes)) count = use(piece, count, left, covered, bytes);
    else waiting.put(unclean++, piece);
  }
  for (let before = -1; before !== count;) {
    before = count;
    let still = 0;
    for (let i = 0; i < unclean; i++) {
      const piece = waiting.at(i);
      if (isClean(piece, covered, bytes)) count = use(piece, count, left, covered, bytes);
      else waiting.put(still++, piece);
    }
    unclean = still;
  }
  dropMasks(reached);
  return count > most ? thinned(count, most) : count;
}

/** Keeps `most` of the `count` usable pieces: at most half for what they paint, the first of the others. */
function thinned(count: i32, most: i32): i32 {
  waiting.reserve((<usize>(cellCount + 1)) << 2);
  memory.fill(waiting.words, 0, (<usize>(cellCount + 1)) << 2);
  for (let i = 0; i < count; i++) {
    const cells = usable.at(i * 2 + 1);
    waiting.put(cells, waiting.at(cells) + 1);
  }
  let least = cellCount;
  let better = 0;
  while (better + waiting.at(least) <= most >> 1) better += waiting.at(least--);
  let others = most - better;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const cells = usable.at(i * 2 + 1);
    if (cells <= least && --others < 0) continue;
    usable.put(kept * 2, usable.at(i * 2));
    usable.put(kept * 2 + 1, cells);
    kept++;
  }
  return kept;
}

export function usableAt(): usize {
  return usable.words;
}

@inline
function use(piece: i32, count: i32, left: usize, covered: usize, bytes: usize): i32 {
  usable.put(count * 2, piece);
  usable.put(count * 2 + 1, paintedBy(piece, left, bytes));
  const paints = maskAt(pieces.at(piece * 3));
  for (let i: usize = 0; i < bytes; i += 8)
    store<i64>(covered + i, load<i64>(covered + i) | load<i64>(paints + i));
  return count + 1;
}

/**
 * Of the `count` pieces listed at `list` as pairs (piece, most cells that it can paint), the most first: the one that
 * paints most of the cells of `residual`, among those that paint no wrong cell outside of `painted`; of equal ones the
 * one of the lowest number. -1 where none paints any.
 */
export function bestPiece(list: usize, count: i32, residual: i32, painted: i32): i32 {
  let best = -1;
  gain = 0;
  const bytes = (<usize>maskWords) << 2;
  const left = maskAt(residual);
  const covered = maskAt(painted);
  for (let i = 0; i < count; i++) {
    const slot = list + ((<usize>i) << 3);
    if (load<i32>(slot, 4) < gain) break;
    const piece = load<i32>(slot);
    if (!isClean(piece, covered, bytes)) continue;
    const cells = paintedBy(piece, left, bytes);
    if (cells === 0 || cells < gain || (cells === gain && piece > best)) continue;
    gain = cells;
    best = piece;
  }
  return best;
}

/** Whether the piece paints nothing wrong outside of the mask `painted`. */
export function clean(piece: i32, painted: i32): bool {
  return isClean(piece, maskAt(painted), (<usize>maskWords) << 2);
}
