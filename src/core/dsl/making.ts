/** Containers made from plain values, and pairs from the members of two. */
import { cells, grid, set, tup, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { ALL } from './shapes.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  initset: {
    params: 'value: Any',
    returns: 'FrozenSet',
    generic: 'a -> Set a',
    doc: 'The set with the value as its only member.',
    say: '{value}',
    example: { args: [vec(0, 0)], result: cells('#') },
  },
  astuple: {
    params: 'a: Integer, b: Integer',
    returns: 'IntegerTuple',
    generic: 'a -> b -> (a, b)',
    doc: 'The tuple (a, b): a vector from two integers, a cell from a colour and a place, or any other pair.',
    takes: { a: ALL, b: ALL },
    say: '({a}, {b})',
    example: { args: [3, 4], result: vec(3, 4) },
  },
  repeat: {
    params: 'item: Any, num: Integer',
    returns: 'Tuple',
    generic: 'a -> Int -> Tuple a',
    doc: 'A tuple that holds the item num times.',
    say: '{num} times {item}',
    example: { args: [grid('12'), 2], result: tup(grid('12'), grid('12')) },
  },
  interval: {
    params: 'start: Integer, stop: Integer, step: Integer',
    returns: 'Tuple',
    generic: 'Int -> Int -> Int -> Tuple Int',
    doc: 'The integers from start up to stop, or down for a negative step; stop itself is left out.',
    say: 'the numbers from {start} to {stop}',
    example: { args: [0, 6, 2], result: tup(0, 2, 4) },
  },
  product: {
    params: 'a: Container, b: Container',
    returns: 'FrozenSet',
    generic: 'k a -> m b -> Set (a, b)',
    doc: 'The set of all pairs of a member of a and one of b: rows by columns give all places of a rectangle.',
    say: 'every pairing of {a} and {b}',
    example: { args: [set(0, 1), set(0, 1, 2)], result: cells('###/###') },
  },
  pair: {
    params: 'a: Tuple, b: Tuple',
    returns: 'TupleTuple',
    generic: 'Tuple a -> Tuple b -> Tuple (a, b)',
    doc: 'The pairs of items at the same position in both tuples, as far as the shorter one goes.',
    say: '{a} and {b} side by side',
    example: { args: [tup(1, 2), tup(5, 6)], result: grid('15/26') },
  },
};

export const making = family('container', SPECS);
