/** Choices by a key that a function computes for every member. */
import { family, type PrimitiveSpec } from './primitive.ts';

const KEYED = 'container: Container, compfunc: Callable';

const SPECS: Record<string, PrimitiveSpec> = {
  argmax: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the most; the first of them on a tie.',
  },
  argmin: {
    params: KEYED,
    returns: 'Any',
    generic: 'k a -> (a -> b) -> a',
    doc: 'The member for which the function gives the least; the first of them on a tie.',
  },
  valmax: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The most that the function gives for a member.',
  },
  valmin: {
    params: KEYED,
    returns: 'Integer',
    generic: 'k a -> (a -> b) -> b',
    doc: 'The least that the function gives for a member.',
  },
  order: {
    params: KEYED,
    returns: 'Tuple',
    generic: 'k a -> (a -> b) -> Tuple a',
    doc: 'The members as a tuple, ascending by what the function gives for each.',
  },
};

export const ranking = family('higher-order', SPECS);
