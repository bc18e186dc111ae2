/** Primitives called by name, and their values as plain arrays of numbers: for tests against plain definitions. */
import fc from 'fast-check';
import { Failure } from '../../src/core/engine/failure.ts';
import { setOf } from '../../src/core/values/build.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import { isContainer, type SetLike, type Value } from '../../src/core/values/value.ts';
import { Budget, call, primitive } from '../support/calls.ts';
import { checkCanonical } from './reference.ts';

export type Place = readonly [row: number, column: number];
export type Coloured = readonly [colour: number, row: number, column: number];

export function run(name: string, ...args: Value[]): Value {
  return runWith(new Budget(1e9), name, ...args);
}

export function runWith(budget: Budget, name: string, ...args: Value[]): Value {
  const result = call(primitive(name), args, budget);
  checkCanonical(result);
  return result;
}

export function faultOf(budget: Budget, name: string, ...args: Value[]): string {
  try {
    runWith(budget, name, ...args);
    return 'none';
  } catch (failure) {
    if (failure instanceof Failure) return failure.end;
    throw failure;
  }
}

/** A value as nested arrays: members in iteration order. */
export function plain(value: Value): unknown {
  return isContainer(value) ? members(value).map(plain) : value;
}

export const indices = (places: readonly Place[]): SetLike =>
  setOf(places.map(([row, column]) => vec(row, column)));
export const objectOf = (cells: readonly Coloured[]): SetLike => setOf(cells.map((one) => cell(...one)));

/** Distinct, in the order of rows, then columns. */
export function sorted(places: readonly Place[]): Place[] {
  const distinct = new Map(places.map((place) => [place.join(), place]));
  return [...distinct.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const coordinate = fc.integer({ min: -9, max: 14 });
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
