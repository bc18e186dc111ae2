/** Calling a function for every member of a container: maps, filters and searches. */
import { cells, fn, grid, set, tup, TWO_OBJECTS, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  apply: {
    params: 'function: Callable, container: Container',
    returns: 'Container',
    generic: '(a -> b) -> k a -> k b',
    doc: 'The results of the function for the members, in a container of the same kind.',
    patient: ['function'],
    say: '{function@container}',
    example: { args: [fn('double'), set(1, 2, 3)], result: set(2, 4, 6) },
  },
  rapply: {
    params: 'functions: Container, value: Any',
    returns: 'Container',
    generic: 'k (a -> b) -> a -> k b',
    doc: 'The results of several functions for one value, in a container of the same kind.',
    say: 'each of {functions} on {value}',
    example: {
      args: [tup(fn('hmirror'), fn('vmirror')), grid('12/30')],
      result: tup(grid('30/12'), grid('21/03')),
    },
  },
  mapply: {
    params: 'function: Callable, container: ContainerContainer',
    returns: 'FrozenSet',
    generic: '(a -> m b) -> k a -> k b',
    doc: 'As apply for a function that gives containers, whose members then come into one.',
    patient: ['function'],
    say: '{function@container}',
    example: { args: [fn('dneighbors'), cells('#..#')], result: cells('.#..#./#.##.#/.#..#.', -1, -1) },
  },
  papply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'The results of function(x, y) for the items at the same position in both tuples.',
    patient: ['function'],
    say: '{function@a@b}',
    example: { args: [fn('add'), tup(1, 2), tup(10, 20)], result: vec(11, 22) },
  },
  mpapply: {
    params: 'function: Callable, a: Tuple, b: Tuple',
    returns: 'Tuple',
    generic: '(a -> b -> m c) -> Tuple a -> Tuple b -> Tuple c',
    doc: 'As papply for a function that gives containers, whose members then come into one tuple.',
    patient: ['function'],
    say: '{function@a@b}',
    example: {
      args: [fn('recolor'), tup(2, 5), tup(cells('##'), cells('##', 1))],
      result: tup(tup(2, vec(0, 0)), tup(2, vec(0, 1)), tup(5, vec(1, 0)), tup(5, vec(1, 1))),
    },
  },
  prapply: {
    params: 'function: Callable, a: Container, b: Container',
    returns: 'FrozenSet',
    generic: '(a -> b -> c) -> k a -> m b -> Set c',
    doc: 'The set of function(x, y) for every member x of a with every member y of b.',
    patient: ['function'],
    say: '{function@a@b}',
    example: { args: [fn('add'), set(1, 2), set(10, 20)], result: set(11, 12, 21, 22) },
  },
  sfilter: {
    params: 'container: Container, condition: Callable',
    returns: 'Container',
    generic: 'k a -> (a -> Bool) -> k a',
    doc: 'The members that meet the condition, in a container of the same kind. The container comes first.',
    patient: ['condition'],
    say: '{container} where {condition}',
    example: { args: [TWO_OBJECTS, fn('hline')], result: set(cells('2')) },
  },
  mfilter: {
    params: 'container: Container, function: Callable',
    returns: 'FrozenSet',
    generic: 'k (m a) -> (m a -> Bool) -> k a',
    doc: 'The inner containers that meet the condition, merged into one of the outer kind.',
    patient: ['function'],
    say: '{container} where {function}',
    example: { args: [TWO_OBJECTS, fn('square')], result: cells('2') },
  },
  extract: {
    params: 'container: Container, condition: Callable',
    returns: 'Any',
    generic: 'k a -> (a -> Bool) -> a',
    doc: 'The first member that meets the condition; without one it fails.',
    decides: true,
    say: 'the first of {container} where {condition}',
    example: { args: [tup(1, 3, 4), fn('even')], result: 4 },
  },
};

export const mapping = family('higher-order', SPECS);
