/** Calling a function for every member of a container: maps, filters and searches. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  apply: {
    params: 'function: Callable, container: Container',
    returns: 'Container',
    generic: '(a -> b) -> k a -> k b',
    doc: 'The results of the function for the members, in a container of the same kind.',
  },
  rapply: {
    params: 'functions: Container, value: Any',
    returns: 'Container',
    generic: 'k (a -> b) -> a -> k b',
    doc: 'The results of several functions for one value, in a container of the same kind.',
  },
  mapply: {
    params: 'function: Callable, container: ContainerContainer',
    returns: 'FrozenSet',
    generic: '(a -> m b) -> k a -> k b',
    doc: 'As apply for a function that gives containers, whose members then come into one.',
  },
  papply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'The results of function(x, y) for the items at the same position in both tuples.',
  },
  mpapply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> m c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'As papply for a function that gives containers, whose members then come into one tuple.',
  },
  prapply: {
    params: 'function: Callable, a: Container, b: Container',
    returns: 'FrozenSet',
    generic: '(a -> b -> c) -> k a -> m b -> Set c',
    doc: 'The set of function(x, y) for every member x of a with every member y of b.',
  },
  sfilter: {
    params: 'container: Container, condition: Callable',
    returns: 'Container',
    generic: 'k a -> (a -> Bool) -> k a',
    doc: 'The members that meet the condition, in a container of the same kind. The container comes first.',
  },
  mfilter: {
    params: 'container: Container, function: Callable',
    returns: 'FrozenSet',
    generic: 'k (m a) -> (m a -> Bool) -> k a',
    doc: 'The inner containers that meet the condition, merged into one of the outer kind.',
  },
  extract: {
    params: 'container: Container, condition: Callable',
    returns: 'Any',
    generic: 'k a -> (a -> Bool) -> a',
    doc: 'The first member that meets the condition; without one it fails.',
  },
};

export const mapping = family('higher-order', SPECS);
