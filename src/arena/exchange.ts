/** Values between the host and memory: the host writes items into memory and has a value made of them. */
import { PRIMITIVES } from './codes';
import { derive } from './dsl/combinators';
import { arityOf } from './dispatch';
import { enter } from './memory';
import { setFrom, tupleFrom } from './values/build';
import { Items, newFn, newGrid, newItems, Value } from './values/layout';
import { EMPTY_TUPLE, integer, permanent } from './values/value';

/** The address of each primitive as a value, by code. */
const functions = memory.data(PRIMITIVES * 4);

/** The primitive as a value; always the same one. */
export function functionOf(code: i32): Value {
  const slot = functions + ((<usize>code) << 2);
  if (load<i32>(slot) === 0) {
    const before = enter(permanent);
    store<i32>(slot, changetype<i32>(newFn(code, arityOf(code), 0)));
    enter(before);
  }
  return load<i32>(slot);
}

/** An integer of at most 2^53 - 1 in size. */
export function integerOf(number: f64): Value {
  return integer(<i64>number);
}

/** The address of `count` items that are to be written; then `makeTuple` or `makeSet` makes a value of them. */
export function beginItems(count: i32): Items {
  return newItems(count);
}

export function makeTuple(items: Items): Value {
  return tupleFrom(items, items.count);
}

export function makeSet(items: Items): Value {
  return setFrom(items, items.count);
}

/** A grid whose cells are to be written at its address + 24, 16 bits each; () where there are no rows. */
export function beginGrid(height: i32, width: i32): Value {
  return height === 0 ? EMPTY_TUPLE : changetype<i32>(newGrid(height, width));
}

/** What the combinator `code` makes of parts, which are written as items. */
export function makeFunction(code: i32, parts: Items): Value {
  return derive(code, parts);
}
