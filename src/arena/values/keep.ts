/** Copying a value into the active region, so that it outlives the region in which it was made. */
import { alloc, Region, regionOf } from '../memory';
import { fail, Reason } from '../reason';
import { Fn, fnOf, grid, Header, itemsOf, Kind, patch, Value } from './layout';
import { isObject } from './value';

/** Values in values that are copied one below the other. */
const DEEPEST = 100;

/** The value, with all parts that lie in the region `from` copied into the active one; others are shared. */
export function keep(value: Value, from: Region, depth: i32 = 0): Value {
  if (!isObject(value) || changetype<usize>(regionOf(value)) !== changetype<usize>(from)) return value;
  if (depth > DEEPEST) fail(Reason.TOO_DEEP, 0);
  const bytes = bytesOfObject(value);
  const copy = alloc(bytes);
  memory.copy(copy, value, bytes);
  const header = changetype<Header>(copy);
  if (header.kind === Kind.TUPLE || header.kind === Kind.SET) {
    const items = itemsOf(<i32>copy);
    for (let i = 0; i < items.count; i++) items.put(i, keep(items.at(i), from, depth + 1));
  } else if (header.kind === Kind.FUNCTION) {
    const fn = changetype<Fn>(copy);
    for (let i = 0; i < fn.count; i++) store<i32>(fn.parts + ((<usize>i) << 2), keep(fn.at(i), from, depth + 1));
  }
  return <i32>copy;
}

/** The size of the object itself, bytes. */
export function bytesOfObject(value: Value): usize {
  const count = <usize>changetype<Header>(value).count;
  switch (changetype<Header>(value).kind) {
    case Kind.GRID:
      return grid(value).cells - <usize>value + ((<usize>grid(value).area) << 1);
    case Kind.PATCH:
      return patch(value).packed - <usize>value + (count << 2);
    case Kind.BIG:
      return 24;
    case Kind.FUNCTION:
      return fnOf(value).parts - <usize>value + (count << 2);
    default:
      return itemsOf(value).items - <usize>value + (count << 2);
  }
}
