/** Containers made from plain values, and pairs from the members of two. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  initset: {
    params: 'value: Any',
    returns: 'FrozenSet',
    generic: 'a -> Set a',
    doc: 'The set with the value as its only member.',
  },
  astuple: {
    params: 'a: Integer, b: Integer',
    returns: 'IntegerTuple',
    generic: 'a -> b -> (a, b)',
    doc: 'The tuple (a, b): a vector from two integers, a cell from a colour and a place, or any other pair.',
  },
  repeat: {
    params: 'item: Any, num: Integer',
    returns: 'Tuple',
    generic: 'a -> Int -> Tuple a',
    doc: 'A tuple that holds the item num times.',
  },
  interval: {
    params: 'start: Integer, stop: Integer, step: Integer',
    returns: 'Tuple',
    generic: 'Int -> Int -> Int -> Tuple Int',
    doc: 'The integers from start up to stop, or down for a negative step; stop itself is left out.',
  },
  product: {
    params: 'a: Container, b: Container',
    returns: 'FrozenSet',
    generic: 'k a -> m b -> Set (a, b)',
    doc: 'The set of all pairs of a member of a and one of b: rows by columns give all places of a rectangle.',
  },
  pair: {
    params: 'a: Tuple, b: Tuple',
    returns: 'TupleTuple',
    generic: 'Tuple a -> Tuple b -> Tuple (a, b)',
    doc: 'The pairs of items at the same position in both tuples, as far as the shorter one goes.',
  },
};

export const making = family('container', SPECS);
