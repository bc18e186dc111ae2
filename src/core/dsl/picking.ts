/** Members of a container picked by place, by value or by how often they occur. */
import { set, tup } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { TUPLE } from './shapes.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  first: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> a'],
    doc: 'The first member: the top row of a grid, the row of a vector, the colour of a cell, the least of a set.',
    decides: true,
    doubt: 'by-order',
    say: 'the first of {container}',
    example: { args: [tup(5, 6, 7)], result: 5 },
  },
  last: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> b'],
    doc: 'The last member: the bottom row of a grid, the column of a vector, the place of a cell, the greatest of a set.',
    decides: true,
    doubt: 'by-order',
    say: 'the last of {container}',
    example: { args: [tup(5, 6, 7)], result: 7 },
  },
  other: {
    params: 'container: Container, value: Any',
    returns: 'Any',
    generic: 'k a -> a -> a',
    doc: 'The first member that is not the value, such as the other one of two.',
    decides: true,
    say: 'the one of {container} that is not {value:colour}',
    example: { args: [set(0, 4), 0], result: 4 },
  },
  maximum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The greatest member; 0 if there is none.',
    say: 'the greatest of {container}',
    example: { args: [set(1, 5, 3)], result: 5 },
  },
  minimum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The least member; 0 if there is none.',
    say: 'the least of {container}',
    example: { args: [set(1, 5, 3)], result: 1 },
  },
  mostcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs most often in the tuple; the least of them on a tie.',
    takes: { container: TUPLE },
    decides: true,
    doubt: 'by-order',
    say: 'the commonest of {container}',
    example: { args: [tup(1, 2, 2)], result: 2 },
  },
  leastcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs least often in the tuple; the least of them on a tie.',
    takes: { container: TUPLE },
    decides: true,
    doubt: 'by-order',
    say: 'the rarest of {container}',
    example: { args: [tup(1, 2, 2)], result: 1 },
  },
  dedupe: {
    params: 'tup: Tuple',
    returns: 'Tuple',
    generic: 'Tuple a -> Tuple a',
    doc: 'The tuple without repetitions; each item stays where it occurs first.',
    say: '{tup} without repetitions',
    example: { args: [tup(3, 1, 3, 2)], result: tup(3, 1, 2) },
  },
};

export const picking = family('container', SPECS);
