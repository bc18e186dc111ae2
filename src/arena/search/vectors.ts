/**
 * Vectors of values: what an expression comes to on each input of a task, whatever its type. Equal vectors are one, so
 * that whoever enumerates expressions meets each behaviour once.
 */
import { beginCalls, call1, call2, call3 } from '../call';
import { run1, run2, run3, run4 } from '../dispatch';
import { beginQuota, bytesOf, clear, enter, newRegion, trim } from '../memory';
import { fuel, setFuel } from '../meter';
import { Table } from '../table';
import { digestOf, stir } from '../values/digest';
import { keep } from '../values/keep';
import { equal, resetDepth } from '../values/order';
import { toFn } from '../values/read';
import { Value } from '../values/layout';

/** Bytes for one call on one input. */
const BYTES = 4 << 20;

const work = newRegion();
const held = newRegion();

let inputCount = 0;
let vectorCount = 0;
/** Steps of fuel since `beginVectors`. */
export let vectorSteps: f64 = 0;

const values = changetype<Table>(memory.data(8));
const results = changetype<Table>(memory.data(8));
const digests = changetype<Table>(memory.data(8));
/** Open addressing by digest: id + 1, 0 where free. */
const index = changetype<Table>(memory.data(8));
let slots = 0;

/** Starts anew with so many inputs. */
export function beginVectors(inputs: i32): void {
  enter(work);
  trim();
  enter(held);
  trim();
  inputCount = inputs;
  vectorCount = 0;
  vectorSteps = 0;
  results.reserve((<usize>inputs) << 2);
  slots = 4096;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
}

/** Makes the region of the vectors the one that the host's values go to. */
export function enterVectors(): void {
  enter(held);
  beginQuota(i32.MAX_VALUE);
}

export function vectorBytes(): f64 {
  return <f64>bytesOf(held);
}

/** Sets the value on input `i` of the vector that `addVector` adds; it lies in the region of the vectors. */
export function setVector(i: i32, value: Value): void {
  results.put(i, value);
}

/** The value of a vector on an input. */
export function vectorValue(id: i32, i: i32): Value {
  return values.at(id * inputCount + i);
}

/** Whether a vector has the value, which lies in the region of the vectors, on an input. */
export function isVectorValue(id: i32, i: i32, value: Value): bool {
  resetDepth();
  return equal(vectorValue(id, i), value);
}

/** The vector that was set; the one that equals it where there is one. */
export function addVector(): i32 {
  let digest: u64 = 1;
  for (let i = 0; i < inputCount; i++) digest = stir(digest, digestOf(results.at(i)));
  let place = <i32>(digest ^ (digest >> 29)) & (slots - 1);
  for (;;) {
    const found = index.at(place) - 1;
    if (found < 0) break;
    if (load<u64>(digests.words + ((<usize>found) << 3)) === digest) return found;
    place = (place + 1) & (slots - 1);
  }
  const id = vectorCount++;
  index.put(place, id + 1);
  digests.reserve((<usize>vectorCount) << 3);
  store<u64>(digests.words + ((<usize>id) << 3), digest);
  enter(held);
  beginQuota(i32.MAX_VALUE);
  values.reserve((<usize>(vectorCount * inputCount)) << 2);
  for (let i = 0; i < inputCount; i++) values.put(id * inputCount + i, keep(results.at(i), work));
  if (vectorCount * 2 > slots) rehash();
  return id;
}

/**
 * The vector that the primitive `code` makes of `count` vectors; where `code` is -1 the first is a vector of functions
 * that is called with the others. `most` is the steps that it may take on one input. A failure is thrown.
 */
export function makeVector(code: i32, count: i32, a: i32, b: i32, c: i32, d: i32, most: i32): i32 {
  enter(work);
  clear();
  for (let i = 0; i < inputCount; i++) {
    setFuel(<i64>most);
    beginQuota(BYTES);
    resetDepth();
    beginCalls(code);
    const first = vectorValue(a, i);
    const second = count > 1 ? vectorValue(b, i) : 0;
    const third = count > 2 ? vectorValue(c, i) : 0;
    const fourth = count > 3 ? vectorValue(d, i) : 0;
    results.put(i, code < 0 ? called(count, first, second, third, fourth) : run(code, count, first, second, third, fourth));
    vectorSteps += <f64>(<i64>most - fuel);
  }
  return addVector();
}

function run(code: i32, count: i32, a: Value, b: Value, c: Value, d: Value): Value {
  if (count === 1) return run1(code, a);
  if (count === 2) return run2(code, a, b);
  return count === 3 ? run3(code, a, b, c) : run4(code, a, b, c, d);
}

function called(count: i32, fn: Value, a: Value, b: Value, c: Value): Value {
  if (count === 2) return call1(toFn(fn), a);
  return count === 3 ? call2(toFn(fn), a, b) : call3(toFn(fn), a, b, c);
}

/** Ends what was being made: the steps of a call that failed count, too. */
export function vectorFailed(most: i32): void {
  vectorSteps += <f64>(<i64>most - (fuel < 0 ? 0 : fuel));
}

function rehash(): void {
  slots *= 2;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
  for (let id = 0; id < vectorCount; id++) {
    const digest = load<u64>(digests.words + ((<usize>id) << 3));
    let place = <i32>(digest ^ (digest >> 29)) & (slots - 1);
    while (index.at(place) !== 0) place = (place + 1) & (slots - 1);
    index.put(place, id + 1);
  }
}
