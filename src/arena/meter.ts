/**
 * The limits of one evaluation. Fuel counts elementary steps, so that a result never depends on the speed of a
 * machine. Ties are told to the host where it watches.
 */
import { fail, Reason } from './reason';

/** Steps left. */
export let fuel: i64 = 0;
/** The largest number of elements that one value may have. */
let cap: i64 = 1_000_000;
/** Whether the host wants to know, and to decide, where canonical order alone decides. */
export let watching: bool = false;

export function setFuel(steps: i64): void {
  fuel = steps;
}

export function setCap(elements: i64): void {
  cap = elements;
}

export function setWatching(on: bool): void {
  watching = on;
}

/** Uses up `steps` >= 0 steps. */
@inline
export function burn(steps: i64): void {
  fuel -= steps;
  if (fuel < 0) fail(Reason.FUEL, 0);
}

/** To be called before a value of `elements` elements is made: pays for it, and refuses it over the cap. */
@inline
export function make(elements: i64): void {
  if (elements > cap) fail(Reason.CAP, <i32>elements, <i32>(elements >> 32));
  burn(elements);
}

/** The host's: an index into the `count` values from `items` on, the first of which is the default. */
@external('host', 'choose')
declare function hostChoose(items: usize, count: i32): i32;

/** The choice among `count` >= 1 tied values at `items`: the first one, unless somebody watches and decides otherwise. */
export function choose(items: usize, count: i32): i32 {
  const at = watching && count > 1 ? hostChoose(items, count) : 0;
  return load<i32>(items + ((<usize>at) << 2));
}
