/**
 * The bank of a search: what expressions come to on all inputs of a task at once. A state is a typed vector of values,
 * one for each input, the train inputs first; equal vectors are one state, made by the cheapest expression that was
 * met first. A macro is an expression with up to two holes.
 */
import { beginCalls, call1 } from '../call';
import { run1, run2, run3, run4 } from '../dispatch';
import { Op } from '../graph';
import { beginQuota, bytesOf, clear, enter, newRegion, trim } from '../memory';
import { fuel, setFuel } from '../meter';
import { Table } from '../table';
import { digestOf, stir } from '../values/digest';
import { keep } from '../values/keep';
import { resetDepth } from '../values/order';
import { toFn } from '../values/read';
import { grid, itemsOf, Kind, patch, Value } from '../values/layout';
import { EMPTY_SET, isBoolean, isGrid, isKind, isPatch, isSmall, isVector, smallOf } from '../values/value';
import { noteGrid, noteGoal } from './goals';

/** What the values of a state are. */
namespace Type {
  export const GRID = 0;
  /** A set of objects. */
  export const OBJECTS = 1;
  export const OBJECT = 2;
  export const INDICES = 3;
  export const INTEGER = 4;
  /** An integer 0..9. */
  export const COLOUR = 5;
  export const VECTOR = 6;
  /** A tuple of grids. */
  export const GRIDS = 7;
  export const BOOLEAN = 8;
  /** A set of sets of indices, or of objects and such. */
  export const PATCHES = 9;
}

/** Arguments of a macro's nodes below 0: the holes and the input. */
const HOLE_X = -1;
const HOLE_Y = -2;

/** Bytes for one macro on one input. */
const BYTES = 8 << 20;
/** Nodes of one macro. */
const MOST_NODES = 64;
/** Limits of what is banked: objects in a set, cells in it, members of a patch. */
const MOST_OBJECTS = 300;
const MOST_CELLS = 4000;
const MOST_SIDE = 60;

const work = newRegion();
const bank = newRegion();

/** Inputs, and how many of them are train inputs. */
let inputCount = 0;
export let trainCount = 0;
/** States so far. */
export let stateCount = 0;
/** Greatest area of a grid. */
let mostArea = 900;

const values = changetype<Table>(memory.data(8));
const roots = changetype<Table>(memory.data(8));
/** Of each state: type, macro, first and second argument (-1: none), digest (two words). */
const records = changetype<Table>(memory.data(8));
/** Open addressing by digest: id + 1, 0 where free. */
const index = changetype<Table>(memory.data(8));
let slots = 0;

/** Of each macro: type of its values, where its nodes start in `code`, how many there are, and steps for one input. */
const macros = changetype<Table>(memory.data(8));
const code = changetype<Table>(memory.data(8));
let macroCount = 0;
let codeLength = 0;

/** Values of a macro's nodes on the input at hand, and results on all inputs. */
const slotsOfNodes = memory.data(MOST_NODES * 4);
const results = changetype<Table>(memory.data(8));

/** The state that `applyRange` works on: where to go on after a failure. */
export let at = 0;
/** Macros applied to single inputs, and steps of fuel, since `beginBank`. */
export let applied: f64 = 0;
export let steps: f64 = 0;

/** Starts anew with `inputs` inputs, the first `train` of them train inputs; allocates from then on in the bank. */
export function beginBank(inputs: i32, train: i32, area: i32): void {
  enter(work);
  trim();
  enter(bank);
  trim();
  inputCount = inputs;
  trainCount = train;
  mostArea = area;
  stateCount = 0;
  macroCount = 0;
  codeLength = 0;
  applied = 0;
  steps = 0;
  roots.reserve((<usize>inputs) << 2);
  results.reserve((<usize>inputs) << 2);
  slots = 4096;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
}

/** Sets input `i`, a value in the bank's region. */
export function setRoot(i: i32, value: Value): void {
  roots.put(i, value);
}

/** Makes the bank's region the one that the host's values go to. */
export function enterBank(): void {
  enter(bank);
}

export function bankBytes(): f64 {
  return <f64>bytesOf(bank);
}

/**
 * Adds a macro of `count` nodes that gives values of a type, written at `words`: op, number of arguments, arguments as
 * earlier nodes, -1 and -2 for the holes (or the value of a LEAF). `most` is the steps that it may take on one input.
 * Gives its number.
 */
export function addMacro(words: usize, count: i32, type: i32, most: i32): i32 {
  const id = macroCount++;
  macros.reserve((<usize>macroCount) * 16);
  macros.put(id * 4, type);
  macros.put(id * 4 + 1, codeLength);
  macros.put(id * 4 + 2, count);
  macros.put(id * 4 + 3, most);
  let length = 0;
  let from = words;
  for (let i = 0; i < count; i++) {
    const given = load<i32>(from, 4);
    length += 2 + given;
    from += (<usize>(2 + given)) << 2;
  }
  code.reserve((<usize>(codeLength + length)) << 2);
  memory.copy(code.words + ((<usize>codeLength) << 2), words, (<usize>length) << 2);
  codeLength += length;
  return id;
}

/** The value of state `id` on input `i`. */
@inline
export function valueOf(id: i32, i: i32): Value {
  return values.at(id * inputCount + i);
}

export function recordAddress(id: i32): usize {
  return records.words + (<usize>id) * 24;
}

/**
 * Applies a macro to the states from `first` to before `last` as its first hole, `y` (or -1) as its second. A failure
 * is thrown; `at` tells where. Gives the number of states after it.
 */
export function applyRange(macro: i32, first: i32, last: i32, y: i32): i32 {
  for (at = first; at < last; at++) apply(macro, at, y);
  return stateCount;
}

/** As `applyRange` for the second hole: `x` stays and the states from `first` on are the second argument. */
export function applyRangeSecond(macro: i32, x: i32, first: i32, last: i32): i32 {
  for (at = first; at < last; at++) apply(macro, x, at);
  return stateCount;
}

/** Gives the new state, or -1 where there is none. */
export function apply(macro: i32, x: i32, y: i32): i32 {
  const type = macros.at(macro * 4);
  enter(work);
  clear();
  let filled = 0;
  for (let i = 0; i < inputCount; i++) {
    applied++;
    const value = measured(macro, i, x, y);
    const fits = fit(type, value);
    if (fits === 0) return -1;
    filled += i32(fits === 2);
    results.put(i, value);
  }
  // Nothing on any input is of no use.
  return filled === 0 ? -1 : add(type, macro, x, y);
}

/** Applies a macro on all inputs and keeps nothing: `probed` tells what it came to, until a macro is applied again. */
export function probe(macro: i32, x: i32): void {
  enter(work);
  clear();
  for (let i = 0; i < inputCount; i++) results.put(i, measured(macro, i, x, -1));
}

export function probed(i: i32): Value {
  return results.at(i);
}

/** Evaluates a macro on one input, and counts what it takes. */
function measured(macro: i32, i: i32, x: i32, y: i32): Value {
  const most: i64 = macros.at(macro * 4 + 3);
  setFuel(most);
  beginQuota(BYTES);
  resetDepth();
  beginCalls(-1);
  const value = evaluate(macro, i, x, y);
  steps += <f64>(most - fuel);
  return value;
}

/** Evaluates a macro on one input. */
function evaluate(macro: i32, i: i32, x: i32, y: i32): Value {
  let from = code.words + ((<usize>macros.at(macro * 4 + 1)) << 2);
  const count = macros.at(macro * 4 + 2);
  const first = x < 0 ? 0 : valueOf(x, i);
  const second = y < 0 ? 0 : valueOf(y, i);
  let value: Value = 0;
  for (let node = 0; node < count; node++) {
    const op = load<i32>(from);
    const given = load<i32>(from, 4);
    if (op === Op.LEAF) value = load<i32>(from, 8);
    else if (op === Op.INPUT) value = roots.at(i);
    else {
      const a = arg(from, 8, first, second);
      if (op === Op.APPLY) value = call1(toFn(a), arg(from, 12, first, second));
      else if (given === 1) value = run1(op - Op.CALL, a);
      else {
        const b = arg(from, 12, first, second);
        if (given === 2) value = run2(op - Op.CALL, a, b);
        else {
          const c = arg(from, 16, first, second);
          value =
            given === 3
              ? run3(op - Op.CALL, a, b, c)
              : run4(op - Op.CALL, a, b, c, arg(from, 20, first, second));
        }
      }
    }
    store<i32>(slotsOfNodes + ((<usize>node) << 2), value);
    from += (<usize>(2 + given)) << 2;
  }
  return value;
}

@inline
function arg(from: usize, offset: usize, first: Value, second: Value): Value {
  const word = load<i32>(from + offset);
  if (word === HOLE_X) return first;
  if (word === HOLE_Y) return second;
  return load<i32>(slotsOfNodes + ((<usize>word) << 2));
}

/** 0 where the value is not of the type or too large, 1 where it is but empty, else 2. */
function fit(type: i32, value: Value): i32 {
  switch (type) {
    case Type.GRID:
      return isGrid(value) && isColours(value) ? 2 : 0;
    case Type.OBJECTS:
      return fitObjects(value, true);
    case Type.PATCHES:
      return fitObjects(value, false);
    case Type.OBJECT:
      if (value === EMPTY_SET) return 1;
      return isPatch(value) && patch(value).coloured !== 0 && patch(value).count <= MOST_CELLS ? 2 : 0;
    case Type.INDICES:
      if (value === EMPTY_SET) return 1;
      return isPatch(value) && patch(value).coloured === 0 && patch(value).count <= MOST_CELLS ? 2 : 0;
    case Type.INTEGER:
      return isSmall(value) ? 2 : 0;
    case Type.COLOUR:
      return isSmall(value) && smallOf(value) >= 0 && smallOf(value) <= 9 ? 2 : 0;
    case Type.VECTOR:
      return isVector(value) ? 2 : 0;
    case Type.BOOLEAN:
      return isBoolean(value) ? 2 : 0;
    default:
      return fitGrids(value);
  }
}

function isColours(value: Value): bool {
  const cells = grid(value);
  if (cells.width < 1 || cells.area > mostArea || cells.height > MOST_SIDE || cells.width > MOST_SIDE) return false;
  let bits = 0;
  for (let i = 0; i < cells.area; i++) {
    const cell = cells.at(i);
    bits |= cell | i32(cell > 9) << 8;
  }
  return (bits & ~15) === 0;
}

/** A set of patches (of cells where `coloured`), not too many. */
function fitObjects(value: Value, coloured: bool): i32 {
  if (value === EMPTY_SET) return 1;
  if (!isKind(value, Kind.SET) && !isKind(value, Kind.TUPLE)) return 0;
  const set = itemsOf(value);
  if (set.count > MOST_OBJECTS || (coloured && set.kind !== Kind.SET)) return 0;
  let cells = 0;
  for (let i = 0; i < set.count; i++) {
    const item = set.at(i);
    if (!isPatch(item) || (coloured && patch(item).coloured === 0)) return 0;
    cells += patch(item).count;
  }
  return cells <= MOST_CELLS ? 2 : 0;
}

function fitGrids(value: Value): i32 {
  if (!isKind(value, Kind.TUPLE)) return 0;
  const items = itemsOf(value);
  if (items.count > MOST_OBJECTS) return 0;
  for (let i = 0; i < items.count; i++) if (!isGrid(items.at(i)) || !isColours(items.at(i))) return 0;
  return items.count > 0 ? 2 : 0;
}

/** Adds the state whose values are in `results`, unless it is known. */
function add(type: i32, macro: i32, x: i32, y: i32): i32 {
  let digest: u64 = <u64>type + 1;
  let train: u64 = 0;
  for (let i = 0; i < inputCount; i++) {
    if (i === trainCount) train = digest;
    digest = stir(digest, digestOf(results.at(i)));
  }
  if (trainCount === inputCount) train = digest;
  let place = <i32>(digest ^ (digest >> 29)) & (slots - 1);
  for (;;) {
    const found = index.at(place) - 1;
    if (found < 0) break;
    if (load<u64>(recordAddress(found), 16) === digest) return -1;
    place = (place + 1) & (slots - 1);
  }
  const id = stateCount++;
  index.put(place, id + 1);
  records.reserve((<usize>stateCount) * 24);
  const record = recordAddress(id);
  store<i32>(record, type);
  store<i32>(record, macro, 4);
  store<i32>(record, x, 8);
  store<i32>(record, y, 12);
  store<u64>(record, digest, 16);
  enter(bank);
  beginQuota(i32.MAX_VALUE);
  values.reserve((<usize>(stateCount * inputCount)) << 2);
  for (let i = 0; i < inputCount; i++) values.put(id * inputCount + i, keep(results.at(i), work));
  if (stateCount * 2 > slots) rehash();
  if (type === Type.GRID) {
    noteGoal(id, train);
    noteGrid(id);
  }
  return id;
}

function rehash(): void {
  slots *= 2;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
  for (let id = 0; id < stateCount; id++) {
    const digest = load<u64>(recordAddress(id), 16);
    let place = <i32>(digest ^ (digest >> 29)) & (slots - 1);
    while (index.at(place) !== 0) place = (place + 1) & (slots - 1);
    index.put(place, id + 1);
  }
}

/** The digest of the train part of grids that stand at `words`, as `noteGoal` compares it. */
export function trainDigest(words: usize): u64 {
  let digest: u64 = <u64>Type.GRID + 1;
  for (let i = 0; i < trainCount; i++) digest = stir(digest, digestOf(load<i32>(words + ((<usize>i) << 2))));
  return digest;
}
