/**
 * Calling a function on many values, an operation at a time: a column is a run of handles, and each operation of the
 * function goes through it in one loop. Results, fuel and ends are those of calling it value by value: where anything
 * fails, the column is given up, and the values are taken one by one.
 */
import { ascend, atWork, call2, depth, descend, restoreCalls } from './call';
import { CHUNK, HEADER } from './chunks';
import { Code } from './codes';
import { run1, run2 } from './dispatch';
import { tupleOfTwo } from './dsl/collect';
import { backTo, chunkMark, newBlock, setSpent, spent, top } from './memory';
import { fuel, setFuel, watching } from './meter';
import { fail, Reason } from './reason';
import { equal, resetDepth } from './values/order';
import { toFn } from './values/read';
import { Fn, Value } from './values/layout';
import { isVector, small, smallOf, truth, vectorColumn, vectorRow } from './values/value';

/** Columns are taken in pieces of so many values: what a piece makes is soon given back. */
export const PIECE: i32 = 64;
/** For fewer values a column does not pay. */
const FEW = 4;

/** Columns in use lie one behind the other, from the start of the room on; `free` is behind the last one. */
let room: usize = 0;
let free: usize = 0;

/** Room for `count` handles, until `dropColumn`. Fails where there is none: the column is then given up. */
export function newColumn(count: i32): usize {
  if (room === 0) {
    room = newBlock(CHUNK - HEADER);
    free = room;
  }
  const at = free;
  free += (<usize>count) << 2;
  if (free > room + CHUNK - HEADER) fail(Reason.NO_MEMORY, 0);
  return at;
}

/** Gives back a column and all that came after it. */
export function dropColumn(at: usize): void {
  free = at;
}

/** Gives back all columns: an evaluation that failed leaves some behind. */
export function dropColumns(): void {
  free = room;
}

@inline
function at(column: usize, i: i32): Value {
  return load<i32>(column + ((<usize>i) << 2));
}

@inline
function put(column: usize, i: i32, value: Value): void {
  store<i32>(column + ((<usize>i) << 2), value);
}

/** The host's: calls `mapColumn`, and tells whether it went well. */
@external('host', 'column')
declare function hostColumn(fn: Fn, column: usize, count: i32): bool;

/** Whether `tryColumn` is worth while. */
@inline
export function isForColumns(fn: Fn, count: i32): bool {
  return fn.count > 0 && count >= FEW && !watching;
}

/**
 * Puts what the function gives for each value of a column in its place. Where one fails it gives false, and nothing has
 * happened but that the values are lost.
 */
export function tryColumn(fn: Fn, column: usize, count: i32): bool {
  const steps = fuel;
  const bytes = spent;
  const chunk = chunkMark();
  const place = top;
  const before = free;
  const calls = depth;
  const primitive = atWork;
  if (hostColumn(fn, column, count)) return true;
  setFuel(steps);
  setSpent(bytes);
  backTo(chunk, place);
  free = before;
  restoreCalls(calls, primitive);
  resetDepth();
  return false;
}

/** As `call1` for each of the values, which give way to the results. */
export function mapColumn(fn: Fn, column: usize, count: i32): void {
  descend(fn, 1, count);
  if (fn.count === 0) runColumn(fn.code, column, count);
  else deriveColumn(fn, column, count);
  ascend();
}

function runColumn(code: i32, column: usize, count: i32): void {
  if (code === Code.IDENTITY) return;
  for (let i = 0; i < count; i++) put(column, i, run1(code, at(column, i)));
}

function deriveColumn(fn: Fn, column: usize, count: i32): void {
  switch (fn.code) {
    case Code.COMPOSE:
      mapColumn(toFn(fn.at(1)), column, count);
      mapColumn(toFn(fn.at(0)), column, count);
      break;
    case Code.CHAIN:
      mapColumn(toFn(fn.at(2)), column, count);
      mapColumn(toFn(fn.at(1)), column, count);
      mapColumn(toFn(fn.at(0)), column, count);
      break;
    case Code.FORK: {
      const other = newColumn(count);
      memory.copy(other, column, (<usize>count) << 2);
      mapColumn(toFn(fn.at(1)), column, count);
      mapColumn(toFn(fn.at(2)), other, count);
      pairColumns(toFn(fn.at(0)), column, other, count);
      dropColumn(other);
      break;
    }
    case Code.MATCHER: {
      const target = fn.at(1);
      mapColumn(toFn(fn.at(0)), column, count);
      for (let i = 0; i < count; i++) put(column, i, truth(equal(at(column, i), target)));
      break;
    }
    case Code.LBIND:
      bindLeft(changetype<Fn>(fn.at(0)), fn.at(1), column, count);
      break;
    case Code.RBIND:
      bindRight(changetype<Fn>(fn.at(0)), fn.at(1), column, count);
      break;
    default: {
      // power: the function done over and over
      const times = smallOf(fn.at(1));
      for (let i = 0; i < times; i++) mapColumn(toFn(fn.at(0)), column, count);
    }
  }
}

/** As `call2` for each two values of the columns; the results take the place of the first ones. */
function pairColumns(fn: Fn, a: usize, b: usize, count: i32): void {
  if (fn.count > 0) {
    for (let i = 0; i < count; i++) put(a, i, call2(fn, at(a, i), at(b, i)));
    return;
  }
  descend(fn, 2, count);
  for (let i = 0; i < count; i++) put(a, i, run2(fn.code, at(a, i), at(b, i)));
  ascend();
}

function bindLeft(callee: Fn, fixed: Value, column: usize, count: i32): void {
  if (callee.count > 0) {
    for (let i = 0; i < count; i++) put(column, i, call2(callee, fixed, at(column, i)));
    return;
  }
  descend(callee, 2, count);
  if (callee.code === Code.APPLY && areVectors(column, count)) applyToVectors(toFn(fixed), column, count);
  else for (let i = 0; i < count; i++) put(column, i, run2(callee.code, fixed, at(column, i)));
  ascend();
}

function bindRight(callee: Fn, fixed: Value, column: usize, count: i32): void {
  if (callee.count > 0) {
    for (let i = 0; i < count; i++) put(column, i, call2(callee, at(column, i), fixed));
    return;
  }
  descend(callee, 2, count);
  for (let i = 0; i < count; i++) put(column, i, run2(callee.code, at(column, i), fixed));
  ascend();
}

function areVectors(column: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (!isVector(at(column, i))) return false;
  return true;
}

/** As `apply` for each of the vectors: their components are one column of twice the length. */
function applyToVectors(fn: Fn, column: usize, count: i32): void {
  const parts = newColumn(2 * count);
  for (let i = 0; i < count; i++) {
    put(parts, 2 * i, small(vectorRow(at(column, i))));
    put(parts, 2 * i + 1, small(vectorColumn(at(column, i))));
  }
  mapColumn(fn, parts, 2 * count);
  for (let i = 0; i < count; i++) put(column, i, tupleOfTwo(at(parts, 2 * i), at(parts, 2 * i + 1)));
  dropColumn(parts);
}
