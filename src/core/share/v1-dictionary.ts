/** What deflate knows beforehand in version 1: FROZEN, like the words it is made of. The likeliest stands last. */
import { V1_CONSTANTS, V1_PRIMITIVES } from './v1-words.ts';

const PHRASES = `from dsl import *
from constants import *
#  - the of input output every each object cell colour grid rows columns
 x20 = x19 = x18 = x17 = x16 = x15 = x14 = x13 = x12 = x11 = x10 = 
, x10), x11), x12)(I, x
lambda: Grid) -> Grid:
= apply(
= compose(
= fork(
= rbind(
= lbind(
= sfilter(
= mapply(
= merge(x
, ZERO)
, ONE)
, TWO)
 = objects(I, F, F, T)
 = objects(I, T, F, T)
 = objects(I, T, T, T)
 = ofcolor(I, 
 = fill(I, 
 = subgrid(
 = paint(I, 
    x9 = x8)
    x8 = x7)
    x7 = x6)
    x6 = x5)
    x5 = x4)
    x4 = x3)
    x3 = x2)
    x2 = x1)
def solve_(I):
    x1 = (I)
    O = (I, x1, x2)
    return O
`;

export const V1_DICTIONARY: Uint8Array = bytesOf(
  [...V1_CONSTANTS, ...V1_PRIMITIVES.map(([name]) => name).reverse(), PHRASES].join(' '),
);

/** All of it is ASCII. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
