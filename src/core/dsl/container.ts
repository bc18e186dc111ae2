/** Tuples and sets as wholes: their size, joining them, and taking members in or out. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  size: {
    params: 'container: Container',
    returns: 'Integer',
    generic: 'k a -> Int',
    doc: 'The number of direct members. A grid has as many as it has rows.',
  },
  combine: {
    params: 'a: Container, b: Container',
    returns: 'Container',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a, then those of b, in a container of the kind of a. Sets hold each member once.',
  },
  intersection: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'Set a -> Set a -> Set a',
    doc: 'The members that both sets have.',
  },
  difference: {
    params: 'a: FrozenSet, b: FrozenSet',
    returns: 'FrozenSet',
    generic: 'k a -> m a -> k a',
    doc: 'The members of a that b does not have, in a container of the kind of a.',
  },
  merge: {
    params: 'containers: ContainerContainer',
    returns: 'Container',
    generic: 'k (m a) -> k a',
    doc: 'The members of all inner containers in one of the outer kind: objects in a set give a single object.',
  },
  insert: {
    params: 'value: Any, container: FrozenSet',
    returns: 'FrozenSet',
    generic: 'a -> Set a -> Set a',
    doc: 'The set with the value as a further member. The container must be a set.',
  },
  remove: {
    params: 'value: Any, container: Container',
    returns: 'Container',
    generic: 'a -> k a -> k a',
    doc: 'The container without the value, wherever it occurs. The value comes first.',
  },
  sizefilter: {
    params: 'container: Container, n: Integer',
    returns: 'FrozenSet',
    generic: 'k (m a) -> Int -> Set (m a)',
    doc: 'The set of the members that have n members themselves, such as the objects of n cells.',
  },
  totuple: {
    params: 'container: FrozenSet',
    returns: 'Tuple',
    generic: 'k a -> Tuple a',
    doc: 'The members as a tuple, those of a set in ascending order.',
  },
};

export const container = family('container', SPECS);
