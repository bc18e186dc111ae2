/**
 * The bank of a search: what expressions come to on all inputs of a task at once. A state is a typed vector of values,
 * one for each input, the train inputs first; equal vectors are one state, made by the cheapest expression that was
 * met first. Macros are in macros.ts.
 */
import { beginQuota, bytesOf, clear, enter, newRegion, trim } from '../memory';
import { Table } from '../table';
import { digestOf, stir } from '../values/digest';
import { keep } from '../values/keep';
import { Value } from '../values/layout';
import { equal } from '../values/order';
import { fit, setMostArea, Type } from './fits';
import { noteGrid, noteGoal } from './goals';
import { beginMacros, runMacro, typeOfMacro } from './macros';

const work = newRegion();
const bank = newRegion();

/** Inputs, and how many of them are train inputs. */
let inputCount = 0;
export let trainCount = 0;
/** States so far. */
export let stateCount = 0;
const values = changetype<Table>(memory.data(8));
const roots = changetype<Table>(memory.data(8));
/** Bytes of a state in `records`. */
const RECORD = 24;
/** Of each state: type, macro, first and second argument (-1: none), digest (two words). */
const records = changetype<Table>(memory.data(8));
/** Open addressing by digest: id + 1, 0 where free. */
const index = changetype<Table>(memory.data(8));
let slots = 0;

/** What the macro at hand comes to on all inputs. */
const results = changetype<Table>(memory.data(8));

/** The state that `applyRange` works on: where to go on after a failure. */
export let at = 0;
/** Macros applied to single inputs since `beginBank`; what is only probed does not count. */
export let applied: f64 = 0;

/** Starts anew with `inputs` inputs, the first `train` of them train inputs; allocates from then on in the bank. */
export function beginBank(inputs: i32, train: i32, area: i32): void {
  enter(work);
  trim();
  enter(bank);
  trim();
  inputCount = inputs;
  trainCount = train;
  stateCount = 0;
  applied = 0;
  setMostArea(area);
  beginMacros();
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

/** Of the values and of what is noted of them: the same whatever banks there were before. */
export function bankBytes(): f64 {
  return <f64>bytesOf(bank) + <f64>stateCount * <f64>(RECORD + inputCount * 4) + <f64>slots * 4;
}

/** The value of state `id` on input `i`. */
@inline
export function valueOf(id: i32, i: i32): Value {
  return values.at(id * inputCount + i);
}

export function recordAddress(id: i32): usize {
  return records.words + <usize>(id * RECORD);
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
  const type = typeOfMacro(macro);
  enter(work);
  clear();
  let filled = 0;
  for (let i = 0; i < inputCount; i++) {
    applied++;
    const value = valueBy(macro, i, x, y);
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
  for (let i = 0; i < inputCount; i++) results.put(i, valueBy(macro, i, x, -1));
}

export function probed(i: i32): Value {
  return results.at(i);
}

/** What a macro makes of states (-1: none) on one input. */
@inline
function valueBy(macro: i32, i: i32, x: i32, y: i32): Value {
  return runMacro(macro, roots.at(i), x < 0 ? 0 : valueOf(x, i), y < 0 ? 0 : valueOf(y, i));
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
    if (load<u64>(recordAddress(found), 16) === digest && isState(found, type)) return -1;
    place = (place + 1) & (slots - 1);
  }
  const id = stateCount++;
  index.put(place, id + 1);
  records.reserve(<usize>(stateCount * RECORD));
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

/** Whether the values in `results` are those of state `id`. */
function isState(id: i32, type: i32): bool {
  if (load<i32>(recordAddress(id)) !== type) return false;
  for (let i = 0; i < inputCount; i++) if (!equal(results.at(i), valueOf(id, i))) return false;
  return true;
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
