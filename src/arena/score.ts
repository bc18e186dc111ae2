/**
 * Scoring: all programs of the graph on one input after the other, into a table that the host copies. Entry e belongs
 * to program e / pairs on pair e % pairs. With n entries the table holds, one after the other,
 *
 *     n x f64   steps of fuel
 *     n x u64   digest of a grid of colours; 0 for any other end
 *     n x u16   right cells; 0 where the shape differs or nothing is expected
 *     n x u16   where the shape differs: thousandths of cells that both have and agree on, of all that either has
 *     n x u8    End
 *     n x u8    1 where the output is the expected one
 *     n x u8    1 where height and width are the expected ones
 */
import { endProgram, result, resultReason, runProgram, usedFuel } from './evaluate';
import { programs } from './graph';
import { Reason } from './reason';
import { Table } from './table';
import { digestOf } from './values/digest';
import { Grid, grid, Value } from './values/layout';
import { isGrid } from './values/value';

/** How a program ends. The names are in src/core/values/ends.ts, in the same order. */
namespace End {
  export const OK = 0;
  /** A value that is no grid of colours 0 to 9. */
  export const NONGRID = 1;
  export const ERROR = 2;
  export const FUEL = 3;
  export const SIZE = 4;
}

const table = changetype<Table>(memory.data(8));
let pairs = 0;
let entries = 0;
/** The pair at hand, its expected output (0: unknown), and the program that comes next. */
let pair = 0;
let expected: Value = 0;
let next = 0;

/** Makes room for the scores of all programs of the graph on so many pairs; gives the table's address. */
export function beginScores(pairCount: i32): usize {
  pairs = pairCount;
  entries = programs * pairCount;
  table.reserve(<usize>entries * 23);
  memory.fill(table.words, 0, <usize>entries * 23);
  return table.words;
}

/** To be called for each pair, its input set before; `output` is the expected grid or 0. */
export function beginPair(index: i32, output: Value): void {
  pair = index;
  expected = output;
  next = 0;
}

/** Scores the programs that are left. After a failure is noted it goes on with the program that failed. */
export function scoreRest(): void {
  while (next < programs) {
    scoreNext();
    endProgram(next - 1);
  }
}

/** Scores the next program, the values of which are there until it is ended. */
export function scoreNext(): void {
  runProgram(next);
  enterScore(next * pairs + pair);
  next++;
}

function enterScore(entry: i32): void {
  const n = <usize>entries;
  const at = <usize>entry;
  const small = table.words + 20 * n + at;
  store<f64>(table.words + (at << 3), usedFuel);
  if (result === 0 || !isGrid(result) || !hasColours(grid(result))) {
    store<u8>(small, <u8>endBy(resultReason));
    return;
  }
  const output = grid(result);
  store<u64>(table.words + ((n + at) << 3), digestOf(result));
  if (expected === 0) return;
  const wanted = grid(expected);
  if (output.count !== wanted.count || output.width !== wanted.width) {
    store<u16>(table.words + 18 * n + (at << 1), <u16>sharedThousandths(output, wanted));
    return;
  }
  const correct = rightCells(output, wanted);
  store<u16>(table.words + 16 * n + (at << 1), <u16>correct);
  store<u8>(small + n, u8(correct === wanted.area));
  store<u8>(small + 2 * n, 1);
}

function endBy(reason: i32): i32 {
  if (reason === 0) return End.NONGRID;
  if (reason === Reason.FUEL) return End.FUEL;
  return reason <= Reason.LAST_SIZE ? End.SIZE : End.ERROR;
}

/** Four cells at a time: the bit of each that is set where it is negative, and the others. */
const SIGNS: u64 = 0x8000800080008000;
const REST: u64 = ~SIGNS;
/** Added to each of four cells below 2^15, it sets the sign of those beyond 9. */
const BEYOND_9: u64 = 0x7ff67ff67ff67ff6;

/** The first `count` of four cells, the others 0. */
@inline
function firstOf(cells: u64, count: i32): u64 {
  return count >= 4 ? cells : cells & ((<u64>1 << ((<u64>count) << 4)) - 1);
}

/** Whether all cells are colours 0 to 9. */
function hasColours(it: Grid): bool {
  let at = it.cells;
  for (let left = it.area; left > 0; left -= 4, at += 8) {
    const four = firstOf(load<u64>(at), left);
    if (((((four & REST) + BEYOND_9) | four) & SIGNS) !== 0) return false;
  }
  return true;
}

/** Cells of a grid that equal those of another one of the same shape. */
function rightCells(a: Grid, b: Grid): i32 {
  let at = a.cells;
  let right = a.area;
  const apart = b.cells - at;
  for (let left = a.area; left > 0; left -= 4, at += 8) {
    const different = firstOf(load<u64>(at) ^ load<u64>(at + apart), left);
    right -= <i32>popcnt(((different & REST) + REST | different) & SIGNS);
  }
  return right;
}

/** Grids of two shapes laid over each other at the top left: cells that agree, of those that either has. */
function sharedThousandths(a: Grid, b: Grid): i32 {
  const height = min(a.count, b.count);
  const width = min(a.width, b.width);
  let same = 0;
  for (let row = 0; row < height; row++) {
    const inA = row * a.width;
    const inB = row * b.width;
    for (let column = 0; column < width; column++) same += i32(a.at(inA + column) === b.at(inB + column));
  }
  return <i32>((<i64>1000 * same) / (<i64>a.area + b.area - height * width));
}
