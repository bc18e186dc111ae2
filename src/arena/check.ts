/**
 * In the debug build: traps where an invariant of the arena does not hold. A value must be in memory of a region, in its one
 * representation, and what is remembered of it must be true; all memory must be somebody's.
 */
import { bytesInUse, checkSpare, CHUNK, Chunk, endOf, startOf } from './chunks';
import { PRIMITIVES } from './codes';
import { nodeAt, Op, size } from './graph';
import { active, bytesOf, lastRegion, Region, regionOf, top } from './memory';
import { checkRooms } from './rooms';
import { isGridRow, packCellValue, rowLength } from './values/build';
import { bytesOfObject } from './values/keep';
import { compare, hashOf } from './values/order';
import { canPackPlace, PLACE_MASK } from './values/pack';
import { boxOf } from './values/read';
import { Big, fnOf, grid, Header, Items, itemsOf, Kind, patch, Patch, UNKNOWN, Value } from './values/layout';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  FALSE,
  isObject,
  isSmall,
  isVector,
  NONE,
  placeOf,
  smallOf,
  TRUE,
} from './values/value';

/** Parts of one value that are looked at; the same part in several places counts again. */
const MOST_PARTS = 20_000;
let parts = 0;

/** Checks a value and its parts, of very large ones the first. */
export function checkValue(value: Value): void {
  parts = 0;
  check(value);
}

function check(value: Value): void {
  if (++parts > MOST_PARTS || isSmall(value)) return;
  if (isVector(value)) return assert(placeOf(value) <= PLACE_MASK, 'a vector beyond its range');
  if (!isObject(value)) return assert(value === NONE || value === FALSE || value === TRUE, 'no handle');
  const header = changetype<Header>(value);
  assert(header.kind >= Kind.BIG && header.kind <= Kind.FUNCTION, 'an object of no kind');
  assert(header.count >= 0, 'a negative count');
  checkPlace(value);
  switch (header.kind) {
    case Kind.BIG:
      checkBig(changetype<Big>(value).value);
      break;
    case Kind.TUPLE:
      checkTuple(value);
      break;
    case Kind.GRID:
      checkGrid(value);
      break;
    case Kind.SET:
      checkSet(value);
      break;
    case Kind.PATCH:
      checkPatch(patch(value));
      break;
    default:
      checkFunction(value);
  }
  checkHash(header, value);
}

/** Whether the object lies in a chunk of its region, below where the next object goes. */
function checkPlace(value: Value): void {
  const at = <usize>value;
  const chunk = changetype<Chunk>(at & ~(CHUNK - 1));
  const last = at + bytesOfObject(value);
  const region = regionOf(at);
  assert(isRegion(region), 'an object in no region');
  assert(last <= endOf(chunk), 'an object beyond its chunk');
  const next = changetype<usize>(region) === changetype<usize>(active) ? top : region.top;
  if (startOf(region.current) === startOf(chunk)) assert(last <= next, 'an object that was given back');
}

function isRegion(region: Region): bool {
  for (let other = lastRegion; changetype<usize>(other) !== 0; other = other.before)
    if (changetype<usize>(other) === changetype<usize>(region)) return true;
  return false;
}

function checkBig(number: i64): void {
  assert(number < -0x40000000 || number > 0x3fffffff, 'an integer that fits into a handle');
  assert(number >= -9007199254740991 && number <= 9007199254740991, 'an integer beyond 2^53');
}

function checkTuple(value: Value): void {
  const items = itemsOf(value);
  const count = items.count;
  if (count === 0) return assert(value === EMPTY_TUPLE, 'a second empty tuple');
  for (let i = 0; i < count; i++) check(items.at(i));
  if (count === 2 && isSmall(items.at(0)) && isSmall(items.at(1)))
    assert(!canPackPlace(smallOf(items.at(0)), smallOf(items.at(1))), 'a tuple that is a vector');
  assert(!isGridOf(items, count), 'a tuple that is a grid');
}

function isGridOf(items: Items, count: i32): bool {
  const width = rowLength(items.at(0));
  if (width < 0) return false;
  for (let i = 0; i < count; i++) if (rowLength(items.at(i)) !== width || !isGridRow(items.at(i))) return false;
  return true;
}

function checkGrid(value: Value): void {
  const it = grid(value);
  assert(it.count >= 1 && it.width >= 0, 'a grid of no size');
  if (it.most === UNKNOWN || it.area === 0) return;
  let found = false;
  for (let i = 0; i < it.area; i++) if (it.at(i) === it.most) found = true;
  assert(found, 'a most frequent colour that is not there');
}

function checkSet(value: Value): void {
  const items = itemsOf(value);
  const count = items.count;
  if (count === 0) return assert(value === EMPTY_SET, 'a second empty set');
  let cells = 0;
  let indices = 0;
  for (let i = 0; i < count; i++) {
    const item = items.at(i);
    check(item);
    if (i > 0) assert(compare(items.at(i - 1), item) < 0, 'a set that does not ascend');
    if (isVector(item)) indices++;
    else if (packCellValue(item) >= 0) cells++;
  }
  assert(cells < count && indices < count, 'a set that is a patch');
}

function checkPatch(it: Patch): void {
  assert(it.count >= 1 && (it.coloured === 0 || it.coloured === 1), 'a patch of nothing');
  assert(it.at(0) >= 0 && (it.coloured === 1 || it.at(it.count - 1) <= PLACE_MASK), 'a patch beyond its range');
  for (let i = 1; i < it.count; i++) assert(it.at(i - 1) < it.at(i), 'a patch that does not ascend');
  if (it.bottom < it.top) return;
  const top = it.top;
  const left = it.left;
  const bottom = it.bottom;
  const right = it.right;
  it.top = 1;
  it.bottom = 0;
  boxOf(it);
  assert(it.top === top && it.left === left && it.bottom === bottom && it.right === right, 'a wrong box');
}

function checkFunction(value: Value): void {
  const fn = fnOf(value);
  assert(fn.code >= 0 && fn.code < PRIMITIVES && fn.arity >= 1 && fn.arity <= 4, 'no function');
  for (let i = 0; i < fn.count; i++) check(fn.at(i));
}

function checkHash(header: Header, value: Value): void {
  const known = header.hash;
  if (known === 0 || parts > MOST_PARTS) return;
  header.hash = 0;
  assert(hashOf(value) === known, 'a wrong hash');
}

/** Checks all values of the graph, all regions, and that no memory is lost. */
export function checkInvariants(): void {
  checkSpare();
  let bytes = checkRooms();
  for (let region = lastRegion; changetype<usize>(region) !== 0; region = region.before) {
    checkRegion(region);
    bytes += bytesOf(region);
  }
  assert(bytes === bytesInUse(), 'memory that nobody has, or two have');
  for (let id = 0; id < size; id++) {
    const node = nodeAt(id);
    assert(node.value === 0 || node.reason === 0, 'a value and a reason for none');
    if (node.value !== 0 && node.op !== Op.INPUT) checkValue(node.value);
  }
}

function checkRegion(region: Region): void {
  let current = false;
  for (let chunk = region.first; startOf(chunk) !== 0; chunk = chunk.next) {
    assert((startOf(chunk) & (CHUNK - 1)) === 0, 'a chunk that is not aligned');
    assert(<usize>chunk.region === changetype<usize>(region), "a chunk of another region");
    if (startOf(chunk) === startOf(region.current)) current = true;
  }
  assert(current, 'a region without its current chunk');
  const next = changetype<usize>(region) === changetype<usize>(active) ? top : region.top;
  assert(next >= startOf(region.current) && next <= endOf(region.current), 'a region whose end is elsewhere');
}
