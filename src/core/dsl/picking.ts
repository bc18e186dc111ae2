/** Members of a container picked by place, by value or by how often they occur. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  first: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> a'],
    doc: 'The first member: the top row of a grid, the row of a vector, the colour of a cell, the least of a set.',
  },
  last: {
    params: 'container: Container',
    returns: 'Any',
    generic: ['k a -> a', '(a, b) -> b'],
    doc: 'The last member: the bottom row of a grid, the column of a vector, the place of a cell, the greatest of a set.',
  },
  other: {
    params: 'container: Container, value: Any',
    returns: 'Any',
    generic: 'k a -> a -> a',
    doc: 'The first member that is not the value, such as the other one of two.',
  },
  maximum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The greatest member; 0 if there is none.',
  },
  minimum: {
    params: 'container: IntegerSet',
    returns: 'Integer',
    generic: 'k Int -> Int',
    doc: 'The least member; 0 if there is none.',
  },
  mostcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs most often in the tuple; the least of them on a tie.',
  },
  leastcommon: {
    params: 'container: Container',
    returns: 'Any',
    generic: 'Tuple a -> a',
    doc: 'The item that occurs least often in the tuple; the least of them on a tie.',
  },
  dedupe: {
    params: 'tup: Tuple',
    returns: 'Tuple',
    generic: 'Tuple a -> Tuple a',
    doc: 'The tuple without repetitions; each item stays where it occurs first.',
  },
};

export const picking = family('container', SPECS);
