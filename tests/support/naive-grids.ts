/** Rows and coloured places as plain data, at random, to be held against what the primitives make of them. */
import fc from 'fast-check';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import { EMPTY_TUPLE, Grid, isTuple, type Container, type Value } from '../../src/core/values/value.ts';
import { call as callFunction, primitive } from './calls.ts';

export type Rows = number[][];

export type Spot = { colour: number; row: number; column: number };

export function call(name: string, ...values: Value[]): Value {
  return callFunction(primitive(name), values);
}

export function gridFrom(rows: Rows): Value {
  return rows.length === 0
    ? EMPTY_TUPLE
    : new Grid(rows.length, rows[0].length, Int16Array.from(rows.flat()));
}

/** Naive rows back from a value: a tuple of tuples of integers. */
export function rowsFrom(value: Value): Rows {
  if (!isTuple(value)) throw new Error('not a tuple');
  return members(value).map((row) => members(row as Container).map(Number));
}

export function objectFrom(spots: readonly Spot[]): Value {
  return setOf(spots.map(({ colour, row, column }) => cell(colour, row, column)));
}

export function tupleFrom(spots: readonly Spot[]): Value {
  return tuple(spots.map(({ colour, row, column }) => cell(colour, row, column)));
}

export function indicesFrom(spots: readonly Spot[]): Value {
  return setOf(spots.map(({ row, column }) => vec(row, column)));
}

/** By colour, row and column: the order in which a set is gone through. */
export function ascending(spots: readonly Spot[]): Spot[] {
  return [...spots].sort((a, b) => a.colour - b.colour || a.row - b.row || a.column - b.column);
}

export const colours = fc.integer({ min: 0, max: 9 });

export const rowsOf = (maxSide: number): fc.Arbitrary<Rows> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: maxSide }),
      fc.integer({ min: 1, max: maxSide }),
      fc.integer({ min: 0, max: 9 }),
    )
    .chain(([height, width, most]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );

export const grids = rowsOf(12);

export const largest = fc.array(fc.array(colours, { minLength: 30, maxLength: 30 }), {
  minLength: 30,
  maxLength: 30,
});

export const anyGrid = fc.oneof({ weight: 4, arbitrary: grids }, { weight: 1, arbitrary: largest });

export const spots = fc.array(
  fc.record({
    colour: colours,
    row: fc.integer({ min: -3, max: 9 }),
    column: fc.integer({ min: -3, max: 9 }),
  }),
  {
    maxLength: 30,
  },
);

export const bound = fc.integer({ min: -8, max: 14 });

export function check<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  body: (...values: Ts) => void,
): void {
  fc.assert(fc.property(...arbitraries, body), { numRuns: 60 });
}

/** Most frequent colour, the smallest of tied ones. */
export function mostFrequent(rows: Rows): number {
  const flat = rows.flat();
  const count = (colour: number): number => flat.filter((each) => each === colour).length;
  return [...new Set(flat)].sort((a, b) => count(b) - count(a) || a - b)[0];
}
