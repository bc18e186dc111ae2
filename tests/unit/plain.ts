/** Primitives called by name, and their values as plain arrays of numbers: for tests against plain definitions. */
import fc from 'fast-check';
import { PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import { setOf } from '../../src/core/values/build.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import { callWith, toContainer } from '../../src/core/values/fn.ts';
import { Fault, Meter } from '../../src/core/values/meter.ts';
import type { SetLike, Value } from '../../src/core/values/value.ts';
import { checkCanonical } from './reference.ts';

export type Place = readonly [row: number, column: number];
export type Coloured = readonly [colour: number, row: number, column: number];

export function run(name: string, ...args: Value[]): Value {
  return runWith(new Meter(1e9), name, ...args);
}

export function runWith(meter: Meter, name: string, ...args: Value[]): Value {
  const result = callWith(PRIMITIVES.get(name)!.fn, args, meter);
  checkCanonical(result);
  return result;
}

export function faultOf(meter: Meter, name: string, ...args: Value[]): string {
  try {
    runWith(meter, name, ...args);
    return 'none';
  } catch (fault) {
    if (fault instanceof Fault) return fault.end;
    throw fault;
  }
}

/** A value as nested arrays: members in iteration order. */
export function plain(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return members(toContainer(value)).map(plain);
}

export const indices = (places: readonly Place[]): SetLike =>
  setOf(places.map(([row, column]) => vec(row, column)));
export const objectOf = (cells: readonly Coloured[]): SetLike => setOf(cells.map((one) => cell(...one)));

/** Distinct, in the order of rows, then columns. */
export function sorted(places: readonly Place[]): Place[] {
  const distinct = new Map(places.map((place) => [place.join(), place]));
  return [...distinct.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

export const coordinate = fc.integer({ min: -9, max: 14 });
export const place = fc.tuple(coordinate, coordinate);
export const places = fc.array(place, { minLength: 1, maxLength: 40 });
export const coloured = fc.tuple(fc.integer({ min: 0, max: 2 }), coordinate, coordinate);
export const cells = fc.array(coloured, { minLength: 1, maxLength: 40 });

export function rectangle(top: number, left: number, bottom: number, right: number): Place[] {
  const found: Place[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) found.push([row, column]);
  return found;
}
