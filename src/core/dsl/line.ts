/** Straight lines of positions, and the one-coloured lines of a grid. */
import { cells, grid, set, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { TUPLE } from './shapes.ts';

const VECTORS_TO_INDICES = { returns: 'Indices', generic: 'Vec -> Vec -> Indices' } as const;

const LOCATION_TO_INDICES = { params: 'location: IntegerTuple', returns: 'Indices' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  connect: {
    ...VECTORS_TO_INDICES,
    params: 'a: IntegerTuple, b: IntegerTuple',
    doc: 'The straight line from a to b with both ends; empty unless it runs along a row, a column or a diagonal.',
    say: 'the line from {a} to {b}',
    example: { args: [vec(0, 0), vec(2, 2)], result: cells('#../.#./..#') },
  },
  vfrontier: {
    ...LOCATION_TO_INDICES,
    generic: 'Vec -> Indices',
    doc: 'The column of the location, from row 0 to row 29.',
    takes: { location: TUPLE },
    say: 'the column through {location}',
    example: { args: [vec(0, 2)], result: set(...Array.from({ length: 30 }, (_, row) => vec(row, 2))) },
  },
  hfrontier: {
    ...LOCATION_TO_INDICES,
    generic: 'Vec -> Indices',
    doc: 'The row of the location, from column 0 to column 29.',
    takes: { location: TUPLE },
    say: 'the row through {location}',
    example: { args: [vec(1, 0)], result: cells('##############################', 1) },
  },
  shoot: {
    ...VECTORS_TO_INDICES,
    params: 'start: IntegerTuple, direction: IntegerTuple',
    doc: 'The ray from the start in the direction, 42 times its length: out of any grid.',
    say: 'the ray from {start} towards {direction}',
    example: {
      args: [vec(0, 0), vec(1, 1)],
      result: set(...Array.from({ length: 43 }, (_, step) => vec(step, step))),
    },
  },
  frontiers: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'The rows and the columns of the grid that have one colour throughout, each as an object.',
    say: 'the one-coloured rows and columns[ of {grid}]',
    example: {
      args: [grid('0500/0500/0500')],
      result: set(cells('0/0/0'), cells('0/0/0', 0, 2), cells('0/0/0', 0, 3), cells('5/5/5', 0, 1)),
    },
  },
};

export const line = family('line', SPECS);
