/** Functions made from functions. What they are made from is checked when they are called, not before. */
import { cells, fn, grid, L } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  identity: {
    params: 'x: Any',
    returns: 'Any',
    generic: 'a -> a',
    doc: 'The argument itself: the function to give where nothing is to be done.',
    say: '{x}',
    example: { args: [L], result: cells('3./33') },
  },
  compose: {
    params: 'outer: Callable, inner: Callable',
    returns: 'Callable',
    generic: '(b -> c) -> (a -> b) -> (a -> c)',
    doc: 'The function x -> outer(inner(x)).',
    patient: ['outer', 'inner'],
    say: '{outer} of {inner}',
    example: { args: [fn('double'), fn('increment')], then: [3], result: 8 },
  },
  chain: {
    params: 'h: Callable, g: Callable, f: Callable',
    returns: 'Callable',
    generic: '(c -> d) -> (b -> c) -> (a -> b) -> (a -> d)',
    doc: 'The function x -> h(g(f(x))): the last one given is the first to work.',
    patient: ['h', 'g', 'f'],
    say: '{h} of {g} of {f}',
    example: { args: [fn('invert'), fn('double'), fn('increment')], then: [3], result: -8 },
  },
  fork: {
    params: 'outer: Callable, a: Callable, b: Callable',
    returns: 'Callable',
    generic: '(b -> c -> d) -> (a -> b) -> (a -> c) -> (a -> d)',
    doc: 'The function x -> outer(a(x), b(x)).',
    patient: ['outer', 'a', 'b'],
    say: '{outer} of {a} and {b}',
    example: {
      args: [fn('hconcat'), fn('identity'), fn('vmirror')],
      then: [grid('12/30')],
      result: grid('1221/3003'),
    },
  },
  matcher: {
    params: 'function: Callable, target: Any',
    returns: 'Callable',
    generic: '(a -> b) -> b -> (a -> Bool)',
    doc: 'The test whether function(x) is the target, which is a value.',
    patient: ['function'],
    say: 'whether {function} is {target}',
    example: { args: [fn('size'), 3], then: [L], result: true },
  },
  rbind: {
    params: 'function: Callable, fixed: Any',
    returns: 'Callable',
    generic: [
      '(a -> b -> r) -> b -> (a -> r)',
      '(a -> b -> c -> r) -> c -> (a -> b -> r)',
      '(a -> b -> c -> d -> r) -> d -> (a -> b -> c -> r)',
    ],
    doc: 'The function with its last argument fixed. It takes one argument less.',
    say: '{function} with {fixed}',
    example: { args: [fn('subtract'), 1], then: [5], result: 4 },
  },
  lbind: {
    params: 'function: Callable, fixed: Any',
    returns: 'Callable',
    generic: [
      '(a -> b -> r) -> a -> (b -> r)',
      '(a -> b -> c -> r) -> a -> (b -> c -> r)',
      '(a -> b -> c -> d -> r) -> a -> (b -> c -> d -> r)',
    ],
    doc: 'The function with its first argument fixed. It takes one argument less.',
    say: '{function} with {fixed}',
    example: { args: [fn('subtract'), 10], then: [3], result: 7 },
  },
  power: {
    params: 'function: Callable, n: Integer',
    returns: 'Callable',
    generic: '(a -> a) -> Int -> (a -> a)',
    doc: 'The function done n times over, each time to the last result. n is at least 1.',
    patient: ['function'],
    loose: true,
    say: '{function}, {n} times',
    example: { args: [fn('double'), 3], then: [1], result: 8 },
  },
};

export const combinators = family('higher-order', SPECS);
