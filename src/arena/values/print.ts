/**
 * 64-bit digests that equal values share, as Python has it: whatever the representation, and True is 1. What values have
 * in common is read once: sharing can make a value of a few steps endless when it is spelt out.
 */
import { Table } from '../table';
import { stir } from './digest';
import { colourOf, columnOf, rowOf } from './pack';
import { fnOf, grid, itemsOf, Kind, patch, Value } from './layout';
import { isInteger, isVector, kindOf, longOf, NONE, placeOf } from './value';

/** Elements that are read at most from one `beginPrints` to the next; after that nothing more can be told. */
const MOST_STEPS = 5_000_000;
/** How deep one value is followed beyond what was read before. */
const DEEPEST = 200;
/** What took fewer steps is read again rather than looked up. */
const WORTH_KEEPING = 16;

// What a digest begins with.
const INTEGER: u64 = 0x51ed27;
const TUPLE: u64 = 0x6a09e667;
const SET: u64 = 0x3c6ef372;
const FUNCTION: u64 = 0x1f83d9ab;
const NOTHING: u64 = 0x5be0cd19137e2179;

let steps: i32 = 0;
/** Set where the value at hand is too large or too deep. */
let lost: bool = false;

/** A container or function that was read, and its digest. */
@unmanaged
class Known {
  value: Value;
  unused: i32;
  digest: u64;
}

const KNOWN_BYTES = 16;

const known = changetype<Table>(memory.data(8));
/** Open addressing: places in `known` + 1, 0 where free. At most half full. */
const index = changetype<Table>(memory.data(8));
let knownCount = 0;
let slots = 0;

/** To be called when values may have gone: what was read is forgotten, and as much can be read as ever. */
export function beginPrints(): void {
  steps = 0;
  knownCount = 0;
  slots = 256;
  index.reserve(1024);
  memory.fill(index.words, 0, 1024);
}

/** 0 where the value is too large to be read. */
export function printOf(value: Value): u64 {
  lost = false;
  const digest = read(value, 0);
  return lost ? 0 : digest;
}

function read(value: Value, depth: i32): u64 {
  if (steps > MOST_STEPS || depth > DEEPEST) lost = true;
  if (lost) return 0;
  steps++;
  if (isInteger(value)) return ofInteger(longOf(value));
  if (value === NONE) return NOTHING;
  if (isVector(value)) return ofPlace(placeOf(value));
  const kind = kindOf(value);
  if (kind === Kind.GRID) return ofGrid(value);
  if (kind === Kind.PATCH) return ofPatch(value);
  const found = placeIn(value);
  if (index.at(found) > 0) return knownAt(index.at(found) - 1).digest;
  const before = steps;
  const digest = kind === Kind.FUNCTION ? ofFunction(value, depth) : ofItems(value, kind, depth);
  if (steps - before > WORTH_KEEPING && !lost) keep(value, digest);
  return digest;
}

@inline
function ofInteger(number: i64): u64 {
  return stir(INTEGER, <u64>number);
}

function ofPlace(place: i32): u64 {
  return stir(stir(stir(TUPLE, 2), ofInteger(rowOf(place))), ofInteger(columnOf(place)));
}

/** As the tuple of its rows. */
function ofGrid(value: Value): u64 {
  const cells = grid(value);
  const width = cells.width;
  steps += cells.area;
  let hash = stir(TUPLE, cells.height);
  for (let row = 0, at = 0; row < cells.height; row++) {
    let ofRow = stir(TUPLE, width);
    for (let column = 0; column < width; column++) ofRow = stir(ofRow, ofInteger(cells.at(at++)));
    hash = stir(hash, ofRow);
  }
  return hash;
}

/** As the set of its members. */
function ofPatch(value: Value): u64 {
  const members = patch(value);
  steps += members.count;
  let hash = stir(SET, members.count);
  for (let i = 0; i < members.count; i++) {
    const packed = members.at(i);
    let member = ofPlace(packed);
    if (members.coloured) member = stir(stir(stir(TUPLE, 2), ofInteger(colourOf(packed))), member);
    hash = stir(hash, member);
  }
  return hash;
}

function ofItems(value: Value, kind: i32, depth: i32): u64 {
  const items = itemsOf(value);
  let hash = stir(kind === Kind.TUPLE ? TUPLE : SET, items.count);
  for (let i = 0; i < items.count; i++) hash = stir(hash, read(items.at(i), depth + 1));
  return hash;
}

function ofFunction(value: Value, depth: i32): u64 {
  const fn = fnOf(value);
  let hash = stir(stir(FUNCTION, fn.code), fn.count);
  for (let i = 0; i < fn.count; i++) hash = stir(hash, read(fn.at(i), depth + 1));
  return hash;
}

@inline
function knownAt(place: i32): Known {
  return changetype<Known>(known.words + <usize>(place * KNOWN_BYTES));
}

/** Where `value` is in the index, or would go. */
function placeIn(value: Value): i32 {
  let at = ((value * 0x9e3779b1) >>> 8) & (slots - 1);
  for (let place = index.at(at); place !== 0 && knownAt(place - 1).value !== value; place = index.at(at))
    at = (at + 1) & (slots - 1);
  return at;
}

function keep(value: Value, digest: u64): void {
  const place = knownCount++;
  known.reserve(<usize>(knownCount * KNOWN_BYTES));
  const entry = knownAt(place);
  entry.value = value;
  entry.digest = digest;
  index.put(placeIn(value), place + 1);
  if (knownCount * 2 > slots) spread();
}

function spread(): void {
  slots *= 2;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
  for (let place = 0; place < knownCount; place++) index.put(placeIn(knownAt(place).value), place + 1);
}
