/** Choices by a key that a function computes for every member. */
import { cells, fn, tup, TWO_OBJECTS } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const KEYED = 'container: Container, compfunc: Callable';

const SPECS: Record<string, PrimitiveSpec> = {
  argmax: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the most; the first of them on a tie.',
    decides: true,
    say: 'the one of {container} for which {compfunc} is greatest',
    example: { args: [TWO_OBJECTS, fn('size')], result: cells('55/5.', 0, 2) },
  },
  argmin: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the least; the first of them on a tie.',
    decides: true,
    say: 'the one of {container} for which {compfunc} is least',
    example: { args: [TWO_OBJECTS, fn('size')], result: cells('2') },
  },
  valmax: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The most that the function gives for a member.',
    loose: true,
    say: 'the greatest {compfunc} among {container}',
    example: { args: [TWO_OBJECTS, fn('size')], result: 3 },
  },
  valmin: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The least that the function gives for a member.',
    loose: true,
    say: 'the least {compfunc} among {container}',
    example: { args: [TWO_OBJECTS, fn('size')], result: 1 },
  },
  order: {
    params: KEYED,
    returns: 'Tuple',
    generic: 'k a -> (a -> b) -> Tuple a',
    doc: 'The members as a tuple, ascending by what the function gives for each.',
    patient: ['compfunc'],
    decides: true,
    say: '{container} in order of {compfunc}',
    example: { args: [TWO_OBJECTS, fn('size')], result: tup(cells('2'), cells('55/5.', 0, 2)) },
  },
};

export const ranking = family('higher-order', SPECS);
