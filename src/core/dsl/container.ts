/** Tuples and sets as wholes: their size, joining them, and taking members in or out. */
import { cells, L, set, tup, TWO_OBJECTS, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { INTEGER, SET } from './shapes.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  size: {
    params: 'container: Container',
    returns: 'Integer',
    generic: 'k a -> Int',
    doc: 'The number of direct members. A grid has as many as it has rows.',
    say: 'the size of {container}',
    example: { args: [L], result: 3 },
  },
  combine: {
    params: 'a: Container, b: Container',
    returns: 'Container',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a, then those of b, in a container of the kind of a. Sets hold each member once.',
    say: '{a} with {b}',
    example: { args: [L, cells('5', 0, 1)], result: cells('35/33') },
  },
  intersection: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'Set a -> Set a -> Set a',
    doc: 'The members that both sets have.',
    takes: { a: SET | INTEGER, b: SET | INTEGER },
    say: 'what {a} and {b} have in common',
    example: { args: [set(1, 2, 3), set(2, 3, 4)], result: set(2, 3) },
  },
  difference: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a that b does not have, in a container of the kind of a.',
    patient: ['b'],
    say: '{a} without {b}',
    example: { args: [cells('##/##'), cells('#')], result: cells('.#/##') },
  },
  merge: {
    params: 'containers: ContainerContainer',
    returns: 'Container',
    generic: 'k (m a) -> k a',
    doc: 'The members of all inner containers in one of the outer kind: objects in a set give a single object.',
    say: '{containers} taken together',
    example: { args: [TWO_OBJECTS], result: cells('2.55/..5.') },
  },
  insert: {
    params: 'value: Any, container: FrozenSet',
    returns: 'FrozenSet',
    generic: 'a -> Set a -> Set a',
    doc: 'The set with the value as a further member. The container must be a set.',
    takes: { container: SET },
    say: '{container} with {value}',
    example: { args: [4, set(1, 2)], result: set(1, 2, 4) },
  },
  remove: {
    params: 'value: Any, container: Container',
    returns: 'Container',
    generic: 'a -> k a -> k a',
    doc: 'The container without the value, wherever it occurs. The value comes first.',
    say: '{container} without {value}',
    example: { args: [1, tup(1, 2, 1, 3)], result: vec(2, 3) },
  },
  sizefilter: {
    params: 'container: Container, n: Integer',
    returns: 'FrozenSet',
    generic: 'k (m a) -> Int -> Set (m a)',
    doc: 'The set of the members that have n members themselves, such as the objects of n cells.',
    patient: ['n'],
    say: 'those of {container} of size {n}',
    example: { args: [TWO_OBJECTS, 1], result: set(cells('2')) },
  },
  totuple: {
    params: 'container: FrozenSet',
    returns: 'Tuple',
    generic: 'k a -> Tuple a',
    doc: 'The members as a tuple, those of a set in ascending order.',
    decides: true,
    say: '{container}',
    example: { args: [set(3, 1, 2)], result: tup(1, 2, 3) },
  },
};

export const container = family('container', SPECS);
