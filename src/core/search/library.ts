/**
 * Macros: expressions of the dialect that the search takes as single steps, each with a cost by its role. `x` and `y`
 * are holes, `I` the input, `c` a colour that occurs in the inputs, `d` one that occurs in the outputs, `v` one that occurs in
 * the inputs and no output. Types by letter: G grid, S set of objects, O object, P indices, N integer, C colour, V vector, L tuple of grids, B boolean.
 */

import type { Uses } from './learned.ts';
import { patternMacros } from './patterns.ts';

export interface MacroSpec {
  /** Types of the holes and of the result: `G>S`, `OP>P`. */
  readonly type: string;
  /** What the step adds to the cost of its arguments. */
  readonly cost: number;
  readonly text: string;
  /** The greatest cost of a state that the macro still starts from; as `LATEST_START` has it where left out. */
  readonly latest?: number;
  /** Steps of fuel for one input; `MACRO_STEPS` where left out. */
  readonly steps?: number;
}

/** Steps of fuel for a macro on one input. */
export const MACRO_STEPS = 60_000;

/** Lines `type cost expression`. */
const ONE_HOLE = `
G>S 1 objects(x, T, T, T)
G>S 1 objects(x, T, F, T)
G>S 1 objects(x, T, F, F)
G>S 2 objects(x, F, T, T)
G>S 2 objects(x, F, F, T)
G>S 2 objects(x, T, T, F)
G>S 1 fgpartition(x)
G>S 2 partition(x)
G>S 2 frontiers(x)
G>P 2 ofcolor(x, c)
G>P 2 ofcolor(x, leastcolor(x))
G>P 2 ofcolor(x, mostcolor(x))
G>P 2 asindices(x)
G>P 2 box(asindices(x))
G>P 3 shoot(ORIGIN, UNITY)
G>P 3 shoot(urcorner(asindices(x)), DOWN_LEFT)
G>P 3 sfilter(asindices(x), compose(even, last))
G>P 3 sfilter(asindices(x), compose(even, first))
G>P 3 initset(ORIGIN)
G>P 3 corners(asindices(x))
G>P 4 initset(center(asindices(x)))
G>P 4 backdrop(inbox(asindices(x)))
G>P 4 sfilter(asindices(x), fork(equality, first, last))
G>P 4 sfilter(asindices(x), compose(even, fork(add, first, last)))
G>P 4 sfilter(asindices(x), compose(positive, first))
G>O 2 asobject(x)
S>O 1 merge(x)
S>O 1 argmax(x, size)
S>O 2 argmin(x, size)
S>O 3 argmax(x, height)
S>O 3 argmax(x, width)
S>O 3 argmin(x, height)
S>O 3 argmin(x, width)
S>O 3 argmax(x, uppermost)
S>O 3 argmin(x, uppermost)
S>O 3 argmax(x, lowermost)
S>O 3 argmin(x, lowermost)
S>O 3 argmax(x, leftmost)
S>O 3 argmin(x, leftmost)
S>O 3 argmax(x, rightmost)
S>O 3 argmin(x, rightmost)
S>O 3 argmax(x, numcolors)
S>O 3 argmin(x, numcolors)
S>O 3 argmax(x, compose(size, delta))
S>O 3 argmin(x, compose(size, delta))
S>O 3 argmax(x, compose(size, backdrop))
S>O 3 argmin(x, compose(size, backdrop))
S>O 4 argmax(x, rbind(colorcount, c))
S>O 4 argmin(x, rbind(colorcount, c))
S>O 4 first(x)
S>O 4 last(x)
S>O 3 extract(x, square)
S>O 3 extract(x, compose(flip, square))
S>O 4 extract(x, hline)
S>O 4 extract(x, vline)
S>O 4 extract(x, portrait)
S>O 4 extract(x, compose(flip, portrait))
S>O 3 extract(x, matcher(size, ONE))
S>O 3 extract(x, matcher(color, leastcommon(apply(color, totuple(x)))))
S>O 3 extract(x, matcher(size, leastcommon(apply(size, totuple(x)))))
S>O 3 extract(x, matcher(normalize, leastcommon(apply(normalize, totuple(x)))))
S>O 3 extract(x, matcher(normalize, mostcommon(apply(normalize, totuple(x)))))
S>O 4 extract(x, matcher(shape, leastcommon(apply(shape, totuple(x)))))
S>O 4 extract(x, matcher(compose(toindices, normalize), leastcommon(apply(compose(toindices, normalize), totuple(x)))))
S>O 4 extract(x, matcher(compose(toindices, normalize), mostcommon(apply(compose(toindices, normalize), totuple(x)))))
S>O 3 extract(x, compose(flip, rbind(bordering, I)))
S>O 3 extract(x, matcher(numcolors, leastcommon(apply(numcolors, totuple(x)))))
S>O 2 extract(x, matcher(color, c))
S>S 2 sizefilter(x, ONE)
S>S 3 sizefilter(x, TWO)
S>S 3 sizefilter(x, THREE)
S>S 3 sizefilter(x, FOUR)
S>S 3 sfilter(x, compose(rbind(greater, ONE), size))
S>S 3 sfilter(x, compose(rbind(greater, TWO), size))
S>S 2 remove(argmax(x, size), x)
S>S 3 remove(argmin(x, size), x)
S>S 2 sfilter(x, compose(flip, rbind(bordering, I)))
S>S 3 sfilter(x, rbind(bordering, I))
S>S 2 sfilter(x, matcher(size, valmax(x, size)))
S>S 3 sfilter(x, matcher(size, valmin(x, size)))
S>S 4 sfilter(x, matcher(leftmost, valmax(x, leftmost)))
S>S 4 sfilter(x, matcher(leftmost, valmin(x, leftmost)))
S>S 4 sfilter(x, matcher(uppermost, valmax(x, uppermost)))
S>S 4 sfilter(x, matcher(uppermost, valmin(x, uppermost)))
S>S 4 sfilter(x, matcher(height, valmax(x, height)))
S>S 4 sfilter(x, matcher(height, valmin(x, height)))
S>S 4 sfilter(x, matcher(width, valmax(x, width)))
S>S 2 colorfilter(x, c)
S>S 3 sfilter(x, compose(flip, matcher(color, c)))
S>S 3 sfilter(x, square)
S>S 4 sfilter(x, compose(flip, square))
S>S 4 sfilter(x, vline)
S>S 4 sfilter(x, hline)
S>S 4 sfilter(x, fork(either, vline, hline))
S>S 4 sfilter(x, compose(flip, fork(either, vline, hline)))
S>S 4 sfilter(x, portrait)
S>S 4 sfilter(x, compose(positive, compose(size, delta)))
S>S 4 sfilter(x, compose(flip, compose(positive, compose(size, delta))))
S>S 4 sfilter(x, compose(positive, compose(decrement, numcolors)))
S>S 4 sfilter(x, fork(equality, identity, fork(recolor, color, backdrop)))
S>S 4 sfilter(x, matcher(normalize, mostcommon(apply(normalize, totuple(x)))))
S>S 4 sfilter(x, compose(even, size))
S>S 4 sfilter(x, compose(flip, compose(even, size)))
S>S 4 sfilter(x, compose(lbind(equality, leastcommon(apply(color, totuple(x)))), color))
S>S 4 colorfilter(x, leastcolor(merge(x)))
S>S 4 sfilter(x, matcher(compose(leastcolor, rbind(toobject, I)), c))
S>P 1 mapply(toindices, x)
S>P 2 mapply(delta, x)
S>P 2 mapply(inbox, x)
S>P 2 mapply(box, x)
S>P 2 mapply(outbox, x)
S>P 2 mapply(corners, x)
S>P 2 mapply(backdrop, x)
S>P 3 mapply(compose(backdrop, inbox), x)
S>P 3 mapply(compose(backdrop, outbox), x)
S>P 3 mapply(compose(box, inbox), x)
S>P 3 mapply(compose(outbox, outbox), x)
S>P 3 mapply(compose(corners, outbox), x)
S>P 3 mapply(compose(corners, inbox), x)
S>P 3 mapply(compose(dneighbors, center), x)
S>P 3 mapply(compose(ineighbors, center), x)
S>P 3 mapply(compose(neighbors, center), x)
S>P 3 apply(center, x)
S>P 3 apply(ulcorner, x)
S>P 3 apply(lrcorner, x)
S>P 4 apply(urcorner, x)
S>P 4 apply(llcorner, x)
S>P 3 mapply(compose(rbind(shoot, UNITY), center), x)
S>P 3 mapply(compose(rbind(shoot, NEG_UNITY), center), x)
S>P 3 mapply(compose(rbind(shoot, UP_RIGHT), center), x)
S>P 3 mapply(compose(rbind(shoot, DOWN_LEFT), center), x)
S>P 3 mapply(compose(rbind(shoot, UP), center), x)
S>P 3 mapply(compose(rbind(shoot, DOWN), center), x)
S>P 3 mapply(compose(rbind(shoot, LEFT), center), x)
S>P 3 mapply(compose(rbind(shoot, RIGHT), center), x)
S>P 4 mapply(compose(rbind(shoot, UNITY), lrcorner), x)
S>P 4 mapply(compose(rbind(shoot, NEG_UNITY), ulcorner), x)
S>P 4 mapply(compose(rbind(shoot, UP_RIGHT), urcorner), x)
S>P 4 mapply(compose(rbind(shoot, DOWN_LEFT), llcorner), x)
S>P 3 mapply(compose(hfrontier, center), x)
S>P 3 mapply(compose(vfrontier, center), x)
S>P 3 mapply(fork(combine, compose(hfrontier, center), compose(vfrontier, center)), x)
S>P 4 mapply(fork(connect, ulcorner, lrcorner), x)
S>P 4 mapply(fork(connect, urcorner, llcorner), x)
S>P 4 mapply(fork(difference, backdrop, identity), x)
S>P 4 mapply(rbind(shift, DOWN), apply(toindices, x))
S>P 4 mapply(rbind(shift, UP), apply(toindices, x))
S>P 4 mapply(rbind(shift, RIGHT), apply(toindices, x))
S>P 4 mapply(rbind(shift, LEFT), apply(toindices, x))
S>O 4 mapply(fork(recolor, color, backdrop), x)
S>O 4 mapply(fork(recolor, color, outbox), x)
S>O 4 mapply(fork(recolor, color, inbox), x)
S>O 4 mapply(fork(recolor, color, box), x)
S>O 4 mapply(fork(recolor, color, delta), x)
S>O 4 mapply(fork(recolor, color, corners), x)
S>O 4 mapply(fork(recolor, color, compose(vfrontier, center)), x)
S>O 4 mapply(fork(recolor, color, compose(hfrontier, center)), x)
S>O 4 mapply(fork(recolor, color, compose(dneighbors, center)), x)
S>O 4 mapply(fork(recolor, color, compose(ineighbors, center)), x)
S>O 4 mapply(fork(recolor, color, compose(neighbors, center)), x)
S>O 4 mapply(fork(recolor, color, fork(connect, compose(last, first), compose(last, last))), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, UP), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, DOWN), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, LEFT), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, RIGHT), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, UNITY), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, NEG_UNITY), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, UP_RIGHT), center)), x)
S>O 4 mapply(fork(recolor, color, compose(rbind(shoot, DOWN_LEFT), center)), x)
S>O 4 mapply(hmirror, x)
S>O 4 mapply(vmirror, x)
S>O 4 mapply(dmirror, x)
S>O 4 mapply(cmirror, x)
S>O 4 mapply(rbind(shift, DOWN), x)
S>O 4 mapply(rbind(shift, UP), x)
S>O 4 mapply(rbind(shift, RIGHT), x)
S>O 4 mapply(rbind(shift, LEFT), x)
S>O 5 mapply(fork(shift, identity, compose(toivec, height)), x)
S>O 5 mapply(fork(shift, identity, compose(tojvec, width)), x)
S>O 5 mapply(fork(shift, identity, compose(toivec, compose(invert, height))), x)
S>O 5 mapply(fork(shift, identity, compose(tojvec, compose(invert, width))), x)
S>O 5 merge(apply(compose(rbind(toobject, I), backdrop), x))
S>L 1 apply(rbind(subgrid, I), totuple(x))
S>N 2 size(x)
S>C 3 color(merge(x))
S>C 2 mostcommon(apply(color, totuple(x)))
S>C 2 leastcommon(apply(color, totuple(x)))
S>C 2 color(argmax(x, size))
S>C 2 color(argmin(x, size))
G>L 2 vsplit(x, TWO)
G>L 2 hsplit(x, TWO)
G>L 2 vsplit(x, THREE)
G>L 2 hsplit(x, THREE)
G>L 3 merge(apply(rbind(hsplit, TWO), vsplit(x, TWO)))
G>L 3 merge(apply(rbind(hsplit, THREE), vsplit(x, THREE)))
L>G 2 argmax(x, numcolors)
L>G 3 argmin(x, numcolors)
L>G 2 argmax(x, rbind(colorcount, c))
L>G 2 argmin(x, rbind(colorcount, c))
L>G 1 leastcommon(x)
L>G 1 mostcommon(x)
L>G 3 extract(x, square)
L>G 2 first(x)
L>G 2 last(x)
L>G 3 first(remove(first(x), x))
L>G 3 extract(x, fork(equality, identity, vmirror))
L>G 3 extract(x, fork(equality, identity, hmirror))
L>G 3 extract(x, fork(equality, identity, dmirror))
L>G 3 extract(x, compose(flip, fork(equality, identity, vmirror)))
L>G 4 extract(x, compose(flip, fork(equality, identity, hmirror)))
L>G 4 extract(x, compose(flip, fork(equality, identity, dmirror)))
L>G 3 argmax(x, compose(size, rbind(ofcolor, c)))
L>G 3 argmax(x, compose(size, rbind(rbind(rbind(objects, T), F), T)))
L>G 4 argmax(x, compose(size, asindices))
L>G 4 argmin(x, compose(size, asindices))
L>G 4 merge(x)
L>G 4 hmirror(merge(x))
O>G 1 subgrid(x, I)
O>G 3 paint(canvas(ZERO, shape(x)), normalize(x))
O>G 4 canvas(color(x), shape(x))
O>G 4 canvas(color(x), UNITY)
O>G 3 cover(I, x)
O>G 4 move(I, x, DOWN)
O>G 4 move(I, x, RIGHT)
O>G 4 move(I, x, UP)
O>G 4 move(I, x, LEFT)
O>G 3 underpaint(I, x)
O>P 1 toindices(x)
O>P 1 delta(x)
O>P 1 inbox(x)
O>P 1 box(x)
O>P 1 outbox(x)
O>P 2 corners(x)
O>P 1 backdrop(x)
O>P 2 vfrontier(center(x))
O>P 2 hfrontier(center(x))
O>P 2 connect(ulcorner(x), lrcorner(x))
O>P 2 connect(urcorner(x), llcorner(x))
O>P 2 shoot(center(x), UP)
O>P 2 shoot(center(x), DOWN)
O>P 2 shoot(center(x), LEFT)
O>P 2 shoot(center(x), RIGHT)
O>P 3 shoot(center(x), UNITY)
O>P 3 shoot(center(x), NEG_UNITY)
O>P 3 shoot(center(x), UP_RIGHT)
O>P 3 shoot(center(x), DOWN_LEFT)
O>P 3 backdrop(outbox(x))
O>P 3 backdrop(inbox(x))
O>O 3 hmirror(x)
O>O 3 vmirror(x)
O>O 3 dmirror(x)
O>O 4 cmirror(x)
O>O 2 shift(x, DOWN)
O>O 2 shift(x, RIGHT)
O>O 2 shift(x, UP)
O>O 2 shift(x, LEFT)
O>O 2 normalize(x)
O>O 3 shift(x, toivec(height(x)))
O>O 3 shift(x, tojvec(width(x)))
O>O 3 shift(x, toivec(invert(height(x))))
O>O 3 shift(x, tojvec(invert(width(x))))
O>O 3 shift(x, shape(x))
O>O 3 recolor(d, x)
O>O 4 sfilter(x, matcher(first, c))
O>O 4 sfilter(x, compose(flip, matcher(first, c)))
O>O 4 sfilter(x, matcher(first, leastcolor(x)))
O>O 4 sfilter(x, matcher(first, mostcolor(x)))
O>O 4 toobject(backdrop(x), I)
O>O 4 toobject(outbox(x), I)
O>O 5 upscale(x, TWO)
O>C 1 color(x)
O>C 2 mostcolor(x)
O>C 2 leastcolor(x)
O>V 2 ulcorner(x)
O>V 2 center(x)
O>V 3 lrcorner(x)
O>N 2 size(x)
O>N 3 height(x)
O>N 3 width(x)
P>P 1 delta(x)
P>P 1 inbox(x)
P>P 1 box(x)
P>P 1 outbox(x)
P>P 1 backdrop(x)
P>P 2 corners(x)
P>P 2 shift(x, DOWN)
P>P 2 shift(x, RIGHT)
P>P 2 shift(x, UP)
P>P 2 shift(x, LEFT)
P>P 3 shift(x, UNITY)
P>P 3 shift(x, NEG_UNITY)
P>P 3 mapply(hfrontier, x)
P>P 3 mapply(vfrontier, x)
P>P 3 mapply(fork(combine, vfrontier, hfrontier), x)
P>P 3 mapply(dneighbors, x)
P>P 3 mapply(ineighbors, x)
P>P 3 mapply(neighbors, x)
P>P 3 mapply(rbind(shoot, UP), x)
P>P 3 mapply(rbind(shoot, DOWN), x)
P>P 3 mapply(rbind(shoot, LEFT), x)
P>P 3 mapply(rbind(shoot, RIGHT), x)
P>P 3 mapply(rbind(shoot, UNITY), x)
P>P 3 mapply(rbind(shoot, NEG_UNITY), x)
P>P 3 mapply(rbind(shoot, UP_RIGHT), x)
P>P 3 mapply(rbind(shoot, DOWN_LEFT), x)
P>P 3 mapply(fork(combine, fork(combine, rbind(shoot, UP_RIGHT), rbind(shoot, DOWN_LEFT)), fork(combine, rbind(shoot, UNITY), rbind(shoot, NEG_UNITY))), x)
P>P 4 mapply(fork(combine, rbind(shoot, UP), rbind(shoot, DOWN)), x)
P>P 4 mapply(fork(combine, rbind(shoot, LEFT), rbind(shoot, RIGHT)), x)
P>P 3 connect(ulcorner(x), lrcorner(x))
P>P 3 vfrontier(center(x))
P>P 3 hfrontier(center(x))
P>P 3 difference(asindices(I), x)
P>P 3 mfilter(prapply(connect, x, x), fork(either, vline, hline))
P>P 4 mfilter(prapply(connect, x, x), hline)
P>P 4 mfilter(prapply(connect, x, x), vline)
P>P 4 sfilter(x, compose(rbind(greater, ONE), compose(size, compose(lbind(intersection, x), dneighbors))))
P>P 4 sfilter(x, compose(rbind(greater, TWO), compose(size, compose(lbind(intersection, x), dneighbors))))
P>P 4 sfilter(x, compose(flip, compose(positive, compose(size, compose(lbind(intersection, x), dneighbors)))))
P>P 4 hmirror(x)
P>P 4 vmirror(x)
P>P 4 dmirror(x)
P>G 1 subgrid(x, I)
P>O 2 toobject(x, I)
P>S 3 apply(initset, toobject(x, I))
G>G 3 rot90(x)
G>G 3 rot180(x)
G>G 3 rot270(x)
G>G 3 hmirror(x)
G>G 3 vmirror(x)
G>G 3 dmirror(x)
G>G 4 cmirror(x)
G>G 3 tophalf(x)
G>G 3 bottomhalf(x)
G>G 3 lefthalf(x)
G>G 3 righthalf(x)
G>G 4 trim(x)
G>G 3 compress(x)
G>G 4 dmirror(dedupe(dmirror(dedupe(x))))
G>G 4 dedupe(x)
G>G 4 dmirror(dedupe(dmirror(x)))
G>G 4 hconcat(x, x)
G>G 4 vconcat(x, x)
G>G 4 hconcat(x, vmirror(x))
G>G 4 hconcat(vmirror(x), x)
G>G 4 vconcat(x, hmirror(x))
G>G 4 vconcat(hmirror(x), x)
G>G 5 vconcat(hconcat(x, vmirror(x)), hmirror(hconcat(x, vmirror(x))))
G>G 5 vconcat(hconcat(x, x), hconcat(x, x))
G>G 5 vconcat(hconcat(x, rot90(x)), hconcat(rot270(x), rot180(x)))
G>G 4 upscale(x, TWO)
G>G 4 upscale(x, THREE)
G>G 5 upscale(x, decrement(numcolors(x)))
G>G 5 upscale(x, numcolors(x))
G>G 5 upscale(x, FOUR)
G>G 6 downscale(x, TWO)
G>G 6 downscale(x, THREE)
G>G 6 hupscale(x, TWO)
G>G 6 vupscale(x, TWO)
G>G 5 vconcat(vconcat(hconcat(hconcat(x, x), x), hconcat(hconcat(x, x), x)), hconcat(hconcat(x, x), x))
G>G 4 replace(x, c, d)
G>G 5 switch(x, c, d)
G>G 5 replace(x, leastcolor(x), d)
G>G 5 replace(x, mostcolor(x), d)
G>G 5 switch(x, leastcolor(x), mostcolor(x))
G>G 5 switch(x, mostcolor(x), other(palette(x), mostcolor(x)))
G>G 4 canvas(mostcolor(x), shape(x))
G>G 4 canvas(leastcolor(x), shape(x))
G>G 5 canvas(ZERO, shape(x))
G>G 5 cover(x, ofcolor(x, c))
G>G 5 subgrid(merge(objects(x, T, T, T)), x)
G>G 5 subgrid(ofcolor(x, c), x)
G>G 5 cellwise(x, vmirror(x), ZERO)
G>G 5 cellwise(x, hmirror(x), ZERO)
G>G 5 paint(x, vmirror(asobject(x)))
G>G 5 order(x, identity)
G>G 5 crop(x, ORIGIN, THREE_BY_THREE)
G>G 5 crop(x, ORIGIN, TWO_BY_TWO)
G>G 5 apply(rbind(order, identity), x)
G>G 5 hmirror(apply(rbind(order, identity), x))
G>G 5 vmirror(apply(rbind(order, identity), x))
G>G 5 dmirror(apply(rbind(order, identity), dmirror(x)))
G>G 6 hmirror(dmirror(apply(rbind(order, identity), dmirror(x))))
G>C 2 leastcolor(x)
G>C 2 mostcolor(x)
G>C 3 other(palette(x), c)
G>C 3 other(other(palette(x), c), c)
G>N 3 numcolors(x)
G>N 3 height(x)
G>N 3 width(x)
G>N 4 decrement(numcolors(x))
G>N 3 colorcount(x, c)
C>G 4 canvas(x, UNITY)
C>G 4 canvas(x, shape(I))
C>G 5 canvas(x, THREE_BY_THREE)
C>G 5 canvas(x, TWO_BY_TWO)
C>P 2 ofcolor(I, x)
N>G 4 canvas(d, astuple(x, x))
N>G 4 canvas(d, astuple(ONE, x))
N>G 4 canvas(d, astuple(x, ONE))
N>G 5 upscale(I, x)
N>P 3 product(initset(ZERO), interval(ZERO, x, ONE))
N>P 3 product(interval(ZERO, x, ONE), initset(ZERO))
N>N 3 increment(x)
N>N 3 decrement(x)
N>N 3 double(x)
V>P 2 initset(x)
V>P 3 shoot(x, UNITY)
V>P 3 dneighbors(x)
V>P 3 ineighbors(x)
`;

/** With two holes, applied to the cheapest states of each type only. */
const TWO_HOLES = `
PG>O 1 toobject(x, y)
PG>G 2 subgrid(x, y)
OG>G 2 subgrid(x, y)
PO>O 2 recolor(color(y), x)
CP>O 2 recolor(x, y)
PP>P 2 combine(x, y)
PP>P 2 intersection(x, y)
PP>P 2 difference(x, y)
OO>P 2 connect(center(x), center(y))
OO>P 3 shoot(center(x), position(x, y))
OO>O 2 shift(x, subtract(center(y), center(x)))
OO>O 2 shift(x, subtract(ulcorner(y), ulcorner(x)))
OO>O 3 shift(x, gravitate(x, y))
OO>O 2 combine(x, y)
OO>O 3 shift(vmirror(x), tojvec(last(subtract(add(ulcorner(y), lrcorner(y)), add(ulcorner(x), lrcorner(x))))))
OO>O 3 shift(hmirror(x), toivec(first(subtract(add(ulcorner(y), lrcorner(y)), add(ulcorner(x), lrcorner(x))))))
OO>O 4 shift(dmirror(x), astuple(subtract(first(subtract(ulcorner(y), ulcorner(x))), last(subtract(ulcorner(y), ulcorner(x)))), subtract(last(subtract(ulcorner(y), ulcorner(x))), first(subtract(ulcorner(y), ulcorner(x))))))
OP>O 3 mapply(lbind(shift, normalize(x)), y)
OS>O 3 mapply(lbind(shift, normalize(x)), apply(ulcorner, y))
OS>O 4 mapply(lbind(shift, shift(normalize(x), NEG_UNITY)), apply(ulcorner, y))
OS>O 4 mapply(compose(lbind(shift, x), compose(rbind(subtract, center(x)), center)), y)
SO>S 3 remove(y, x)
SO>S 3 sfilter(x, rbind(adjacent, y))
SO>S 3 sfilter(x, rbind(hmatching, y))
SO>S 3 sfilter(x, rbind(vmatching, y))
SP>S 3 sfilter(x, rbind(adjacent, y))
SP>S 3 sfilter(x, compose(flip, rbind(adjacent, y)))
SP>S 3 sfilter(x, compose(positive, compose(size, compose(lbind(intersection, y), toindices))))
SP>S 3 sfilter(x, compose(flip, compose(positive, compose(size, compose(lbind(intersection, y), toindices)))))
SS>S 2 difference(x, y)
SS>S 3 combine(x, y)
SO>O 3 mapply(fork(shift, identity, rbind(gravitate, y)), x)
SC>S 2 colorfilter(x, y)
SC>S 3 sfilter(x, compose(flip, matcher(color, y)))
SN>S 3 sizefilter(x, y)
SC>O 3 argmax(x, rbind(colorcount, y))
PP>P 3 mfilter(prapply(connect, x, y), fork(either, vline, hline))
PP>P 3 sfilter(x, compose(positive, compose(size, compose(lbind(intersection, y), dneighbors))))
PP>P 3 sfilter(x, compose(positive, compose(size, compose(lbind(intersection, y), neighbors))))
PP>P 4 sfilter(x, compose(rbind(greater, ONE), compose(size, compose(lbind(intersection, y), dneighbors))))
PP>P 4 sfilter(x, compose(rbind(greater, ONE), compose(size, compose(lbind(intersection, y), neighbors))))
GG>G 3 hconcat(x, y)
GG>G 4 vconcat(hconcat(x, y), hconcat(y, x))
GG>G 3 vconcat(x, y)
GC>G 3 replace(x, y, d)
GC>G 3 replace(x, c, y)
CG>G 3 canvas(x, shape(y))
NN>G 3 canvas(d, astuple(x, y))
NN>G 3 canvas(mostcolor(I), astuple(x, y))
CN>G 2 canvas(x, astuple(ONE, y))
CN>G 2 canvas(x, astuple(y, ONE))
CN>G 3 canvas(x, astuple(y, y))
GO>G 3 paint(x, y)
GO>G 4 paint(x, normalize(y))
GO>G 3 cover(x, y)
GN>G 3 upscale(x, y)
LC>G 2 argmax(x, rbind(colorcount, y))
LC>G 3 argmin(x, rbind(colorcount, y))
`;

/** Properties of an object that tell it from others, as functions of one parameter, dearer ones later. */
const MEASURES = [
  'size',
  'height',
  'width',
  'color',
  'numcolors',
  'uppermost',
  'lowermost',
  'leftmost',
  'rightmost',
  'compose(size, delta)',
  'compose(size, backdrop)',
  'normalize',
  'compose(toindices, normalize)',
  'shape',
];

/** Conditions on an object, as functions of one parameter. */
const CONDITIONS = [
  'square',
  'hline',
  'vline',
  'portrait',
  'fork(either, vline, hline)',
  'rbind(bordering, I)',
  'compose(even, size)',
  'compose(even, height)',
  'compose(even, width)',
  'compose(positive, compose(size, delta))',
  'compose(positive, compose(decrement, numcolors))',
  'fork(equality, identity, vmirror)',
  'fork(equality, identity, hmirror)',
  'fork(equality, identity, dmirror)',
  'fork(equality, toindices, backdrop)',
  'fork(equality, toindices, box)',
];

/** Positions around or in an object, as functions of one parameter. */
const AREAS = [
  'backdrop',
  'delta',
  'inbox',
  'outbox',
  'box',
  'corners',
  'compose(backdrop, inbox)',
  'compose(backdrop, outbox)',
  'compose(outbox, outbox)',
  'compose(inbox, inbox)',
  'compose(corners, outbox)',
  'compose(corners, inbox)',
  'compose(hfrontier, center)',
  'compose(vfrontier, center)',
  'compose(dneighbors, center)',
  'compose(ineighbors, center)',
  'compose(neighbors, center)',
  ...['UP', 'DOWN', 'LEFT', 'RIGHT', 'UNITY', 'NEG_UNITY', 'UP_RIGHT', 'DOWN_LEFT'].map(
    (direction) => `compose(rbind(shoot, ${direction}), center)`,
  ),
  'fork(combine, compose(hfrontier, center), compose(vfrontier, center))',
  'fork(connect, ulcorner, lrcorner)',
  'fork(connect, urcorner, llcorner)',
  'compose(rbind(shoot, UNITY), lrcorner)',
  'compose(rbind(shoot, NEG_UNITY), ulcorner)',
  'compose(rbind(shoot, UP_RIGHT), urcorner)',
  'compose(rbind(shoot, DOWN_LEFT), llcorner)',
  'compose(rbind(mfilter, fork(either, vline, hline)), fork(lbind(prapply, connect), toindices, toindices))',
  'compose(lbind(mapply, hfrontier), toindices)',
  'compose(lbind(mapply, vfrontier), toindices)',
  'compose(lbind(mapply, dneighbors), toindices)',
  'compose(lbind(mapply, neighbors), toindices)',
];

const NUMBERS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'];

/** Macros that combine the lists above. */
function combined(): MacroSpec[] {
  const specs: MacroSpec[] = [];
  const add = (type: string, cost: number, text: string): void => {
    specs.push({ type, cost, text });
  };
  MEASURES.forEach((measure, i) => {
    const extra = i < 4 ? 0 : 1;
    if (i < 11) {
      add('S>S', 3 + extra, `sfilter(x, matcher(${measure}, valmax(x, ${measure})))`);
      add('S>S', 3 + extra, `sfilter(x, matcher(${measure}, valmin(x, ${measure})))`);
      add('S>S', 4 + extra, `sfilter(x, compose(flip, matcher(${measure}, valmax(x, ${measure}))))`);
      add('S>S', 4 + extra, `sfilter(x, compose(flip, matcher(${measure}, valmin(x, ${measure}))))`);
      add('S>O', 3 + extra, `argmax(x, ${measure})`);
      add('S>O', 3 + extra, `argmin(x, ${measure})`);
    }
    const common = `(apply(${measure}, totuple(x)))`;
    add('S>S', 3 + extra, `sfilter(x, matcher(${measure}, mostcommon${common}))`);
    add('S>S', 3 + extra, `sfilter(x, compose(flip, matcher(${measure}, mostcommon${common})))`);
    add('S>S', 3 + extra, `sfilter(x, matcher(${measure}, leastcommon${common}))`);
    add('S>O', 3 + extra, `extract(x, matcher(${measure}, leastcommon${common}))`);
  });
  for (const condition of CONDITIONS) {
    add('S>S', 3, `sfilter(x, ${condition})`);
    add('S>S', 3, `sfilter(x, compose(flip, ${condition}))`);
    add('S>O', 4, `extract(x, ${condition})`);
  }
  for (const number of NUMBERS) {
    add('S>S', 3, `sizefilter(x, ${number})`);
    add('S>S', 4, `sfilter(x, compose(rbind(greater, ${number}), size))`);
    add('S>S', 4, `sfilter(x, matcher(height, ${number}))`);
    add('S>S', 4, `sfilter(x, matcher(width, ${number}))`);
    add('S>S', 4, `sfilter(x, matcher(compose(size, delta), ${number}))`);
    add('S>O', 4, `extract(x, matcher(size, ${number}))`);
  }
  AREAS.forEach((area, i) => {
    add('S>P', 2 + Number(i > 5) + Number(i > 28), `mapply(${area}, x)`);
    add('S>O', 3 + Number(i > 5) + Number(i > 28), `mapply(fork(recolor, color, ${area}), x)`);
    add('S>O', 5, `mapply(fork(recolor, leastcolor, ${area}), x)`);
    add('S>O', 5, `mapply(fork(recolor, mostcolor, ${area}), x)`);
  });
  for (const colour of [
    'leastcolor',
    'mostcolor',
    'compose(mostcolor, compose(rbind(toobject, I), outbox))',
    'compose(leastcolor, compose(rbind(toobject, I), backdrop))',
    'compose(mostcolor, compose(rbind(toobject, I), delta))',
    'size',
    'numcolors',
    'height',
    'width',
  ])
    add('S>O', 4, `mapply(fork(recolor, ${colour}, identity), x)`);
  for (const colour of [
    'compose(leastcolor, rbind(subgrid, I))',
    'compose(mostcolor, compose(rbind(toobject, I), outbox))',
    'compose(mostcolor, compose(rbind(toobject, I), delta))',
    'compose(leastcolor, compose(rbind(toobject, I), delta))',
    'size',
    'numcolors',
    'compose(size, delta)',
  ])
    for (const area of ['delta', 'backdrop', 'inbox', 'outbox', 'identity'])
      add('S>O', 4, `mapply(fork(recolor, ${colour}, ${area}), x)`);
  for (const measure of ['size', 'height', 'width', 'leftmost', 'uppermost'])
    for (const text of [
      `apply(rbind(repeat, ONE), apply(color, order(x, ${measure})))`,
      `hmirror(apply(rbind(repeat, ONE), apply(color, order(x, ${measure}))))`,
      `dmirror(apply(rbind(repeat, ONE), apply(color, order(x, ${measure}))))`,
      `vmirror(dmirror(apply(rbind(repeat, ONE), apply(color, order(x, ${measure})))))`,
    ])
      add('S>G', 4, text);
  for (const [before, after] of [
    ['x', 'x'],
    ['rot90(x)', 'rot270'],
    ['rot270(x)', 'rot90'],
    ['dmirror(x)', 'dmirror'],
  ])
    for (const measure of [
      'compose(size, lbind(remove, c))',
      'compose(invert, compose(size, lbind(remove, c)))',
    ]) {
      const ordered = `order(${before}, ${measure})`;
      add('G>G', 5, after === 'x' ? ordered : `${after}(${ordered})`);
    }
  for (const [turn, cost] of [
    ['hmirror', 4],
    ['vmirror', 4],
    ['dmirror', 4],
    ['cmirror', 5],
  ] as const) {
    add('S>O', cost, `mapply(${turn}, x)`);
    for (const move of [
      'compose(toivec, height)',
      'compose(toivec, compose(invert, height))',
      'compose(tojvec, width)',
      'compose(tojvec, compose(invert, width))',
    ])
      add('S>O', cost + 2, `mapply(compose(fork(shift, identity, ${move}), ${turn}), x)`);
  }
  return specs;
}

function read(text: string): readonly MacroSpec[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [type, cost, ...rest] = line.split(' ');
      return { type, cost: Number(cost), text: rest.join(' ') };
    });
}

/** Uses from which a macro counts as a common one. */
const COMMON = 4;

/** The cost as experience has it: common macros come sooner, those that no answer needed so far later. */
function learnedCost({ text, cost }: MacroSpec, known: Uses): number {
  const uses = known[text] ?? 0;
  if (uses >= COMMON) return Math.max(1, cost - 1);
  return uses === 0 ? cost + 1 : cost;
}

/** Each expression once, at its least cost. */
function distinct(specs: readonly MacroSpec[]): readonly MacroSpec[] {
  const best = new Map<string, MacroSpec>();
  for (const spec of specs) {
    const before = best.get(spec.text);
    if (before === undefined || spec.cost < before.cost) best.set(spec.text, spec);
  }
  return [...best.values()];
}

/** All macros, those of one hole first. */
export const MACROS: readonly MacroSpec[] = distinct([
  ...read(ONE_HOLE),
  ...combined(),
  ...patternMacros(),
  ...read(TWO_HOLES),
]);

/** The macros with the costs that experience gives them. */
export const macrosBy = (uses: Uses): MacroSpec[] =>
  MACROS.map((spec) => ({ ...spec, cost: learnedCost(spec, uses) }));

/** The greatest cost of a state that a macro from one type to another still starts from. */
export const LATEST_START: Readonly<Record<string, number>> = {
  'G>G': 6,
  'G>S': 5,
  'G>P': 5,
  'G>L': 5,
  'G>O': 4,
  'G>C': 4,
  'G>N': 4,
  'S>S': 4,
  'P>P': 8,
  'O>O': 8,
  'N>N': 4,
};
