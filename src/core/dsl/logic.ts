/** Tests and connectives on plain values. */
import { grid, set } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { CONTAINER, INTEGER } from './shapes.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  even: {
    params: 'n: Integer',
    returns: 'Boolean',
    generic: 'Int -> Bool',
    doc: 'Whether the integer is a multiple of two.',
    say: '{n} is even',
    example: { args: [4], result: true },
  },
  flip: {
    params: 'b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool',
    doc: 'Not b. Zero, None and empty containers count as false.',
    say: 'not ({b})',
    example: { args: [true], result: false },
  },
  equality: {
    params: 'a: Any, b: Any',
    returns: 'Boolean',
    generic: 'a -> b -> Bool',
    doc: 'Whether a and b are the same, inside and out. T equals 1; a tuple never equals a set.',
    say: '{a} equals {b}',
    example: { args: [grid('12/21'), grid('12/21')], result: true },
  },
  contained: {
    params: 'value: Any, container: Container',
    returns: 'Boolean',
    generic: 'a -> k a -> Bool',
    doc: 'Whether the value is a direct member of the tuple or set.',
    say: '{value} is in {container}',
    example: { args: [3, set(1, 3)], result: true },
  },
  greater: {
    params: 'a: Integer, b: Integer',
    returns: 'Boolean',
    generic: ['Int -> Int -> Bool', 'Tuple a -> Tuple a -> Bool'],
    doc: 'Whether a > b. Tuples compare by the first item in which they differ, sets by inclusion.',
    takes: { a: INTEGER | CONTAINER, b: INTEGER | CONTAINER },
    say: '{a} is more than {b}',
    example: { args: [3, 2], result: true },
  },
  both: {
    params: 'a: Boolean, b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool -> Bool',
    doc: 'a and b. As in Python the result is one of the two: a where it counts as false, else b.',
    say: '{a} and {b}',
    example: { args: [true, false], result: false },
  },
  either: {
    params: 'a: Boolean, b: Boolean',
    returns: 'Boolean',
    generic: 'Bool -> Bool -> Bool',
    doc: 'a or b. As in Python the result is one of the two: a where it counts as true, else b.',
    say: '{a} or {b}',
    example: { args: [true, false], result: true },
  },
  positive: {
    params: 'x: Integer',
    returns: 'Boolean',
    generic: 'Int -> Bool',
    doc: 'Whether the integer is above zero.',
    say: '{x} is above zero',
    example: { args: [-1], result: false },
  },
  branch: {
    params: 'condition: Boolean, a: Any, b: Any',
    returns: 'Any',
    generic: 'Bool -> a -> a -> a',
    doc: 'a if the condition holds, else b. Both are computed in any case.',
    say: '{a} where {condition}, else {b}',
    example: { args: [true, grid('1'), grid('2')], result: grid('1') },
  },
};

export const logic = family('logic', SPECS);
