/** Calling a primitive by its code: one table for each number of arguments. */
import { fail, Reason } from './reason';
import { Code } from './codes';
import { add, crement, decrement, divide, double, halve, increment, invert, multiply, sign, subtract, toivec, tojvec } from './dsl/arithmetic';
import { color, colorcount, index, leastcolor, mostcolor, numcolors, ofcolor, palette, replace, switch_ } from './dsl/colour';
import { chain, compose, fork, identity, lbind, matcher, power, rbind } from './dsl/combinators';
import { combine, difference, insert, intersection, merge, remove, size, sizefilter, totuple } from './dsl/container';
import { center, centerofmass, gravitate, height, hperiod, leftmost, llcorner, lowermost, lrcorner, manhattan, position, rightmost, shape, ulcorner, uppermost, urcorner, vperiod, width } from './dsl/geometry';
import { canvas, cellwise, cover, fill, hconcat, hsplit, move, paint, underfill, underpaint, vconcat, vsplit } from './dsl/grid-compose';
import { bottomhalf, cmirror, compress, crop, dmirror, downscale, hmirror, hupscale, lefthalf, righthalf, rot180, rot270, rot90, subgrid, tophalf, trim, upscale, vmirror, vupscale } from './dsl/grid-transform';
import { connect, frontiers, hfrontier, shoot, vfrontier } from './dsl/line';
import { both, branch, contained, either, equality, even, flip, greater, positive } from './dsl/logic';
import { astuple, initset, interval, pair, product, repeat } from './dsl/making';
import { apply, extract, mapply, mfilter, mpapply, papply, prapply, rapply, sfilter } from './dsl/mapping';
import { asobject, colorfilter, fgpartition, objects, occurrences, partition, recolor, toobject } from './dsl/object';
import { asindices, backdrop, box, corners, delta, dneighbors, inbox, ineighbors, neighbors, normalize, outbox, shift, toindices } from './dsl/patch';
import { dedupe, first, last, leastcommon, maximum, minimum, mostcommon, other } from './dsl/picking';
import { adjacent, bordering, hline, hmatching, portrait, square, vline, vmatching } from './dsl/predicate';
import { argmax, argmin, order, valmax, valmin } from './dsl/ranking';
import { Value } from './values/layout';

/** The number of arguments that each primitive takes, by code. */
const ARITIES = memory.data<u8>([
  2, 2, 2, 2, 2, 1, 1, 2, 1, 2, 2, 1, 1, 3, 2, 3, 1, 1, 3, 1, 1, 2, 2, 2, 2, 1, 2, 2, 1, 2, 1, 3, 1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 2, 1, 2, 1, 3, 1, 1, 3, 1, 2, 2, 1, 2, 1, 1, 1, 2, 1, 1, 2, 2, 1, 1, 1, 2, 1, 1, 2, 2, 3, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 2, 1, 1, 1, 3, 3, 2, 1, 1, 1, 4, 2, 2, 2, 2, 1, 2, 2, 1, 3, 1, 1, 2, 1, 2, 3, 2, 2, 2, 2, 2, 2, 3, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 3, 1, 1, 1, 2, 1, 1, 1, 1, 3, 2, 1, 2, 1, 2, 2, 2, 1, 1, 2, 1, 1, 2, 2, 1,
]);

/** Parameters of the primitive. */
@inline
export function arityOf(code: i32): i32 {
  return load<u8>(ARITIES + <usize>code);
}

/** Runs a primitive of 1 argument. */
export function run1(code: i32, a: Value): Value {
  switch (code) {
    case Code.ASINDICES: return asindices(a);
    case Code.ASOBJECT: return asobject(a);
    case Code.BACKDROP: return backdrop(a);
    case Code.BOTTOMHALF: return bottomhalf(a);
    case Code.BOX: return box(a);
    case Code.CENTER: return center(a);
    case Code.CENTEROFMASS: return centerofmass(a);
    case Code.CMIRROR: return cmirror(a);
    case Code.COLOR: return color(a);
    case Code.COMPRESS: return compress(a);
    case Code.CORNERS: return corners(a);
    case Code.CREMENT: return crement(a);
    case Code.DECREMENT: return decrement(a);
    case Code.DEDUPE: return dedupe(a);
    case Code.DELTA: return delta(a);
    case Code.DMIRROR: return dmirror(a);
    case Code.DNEIGHBORS: return dneighbors(a);
    case Code.DOUBLE: return double(a);
    case Code.EVEN: return even(a);
    case Code.FGPARTITION: return fgpartition(a);
    case Code.FIRST: return first(a);
    case Code.FLIP: return flip(a);
    case Code.FRONTIERS: return frontiers(a);
    case Code.HALVE: return halve(a);
    case Code.HEIGHT: return height(a);
    case Code.HFRONTIER: return hfrontier(a);
    case Code.HLINE: return hline(a);
    case Code.HMIRROR: return hmirror(a);
    case Code.HPERIOD: return hperiod(a);
    case Code.IDENTITY: return identity(a);
    case Code.INBOX: return inbox(a);
    case Code.INCREMENT: return increment(a);
    case Code.INEIGHBORS: return ineighbors(a);
    case Code.INITSET: return initset(a);
    case Code.INVERT: return invert(a);
    case Code.LAST: return last(a);
    case Code.LEASTCOLOR: return leastcolor(a);
    case Code.LEASTCOMMON: return leastcommon(a);
    case Code.LEFTHALF: return lefthalf(a);
    case Code.LEFTMOST: return leftmost(a);
    case Code.LLCORNER: return llcorner(a);
    case Code.LOWERMOST: return lowermost(a);
    case Code.LRCORNER: return lrcorner(a);
    case Code.MAXIMUM: return maximum(a);
    case Code.MERGE: return merge(a);
    case Code.MINIMUM: return minimum(a);
    case Code.MOSTCOLOR: return mostcolor(a);
    case Code.MOSTCOMMON: return mostcommon(a);
    case Code.NEIGHBORS: return neighbors(a);
    case Code.NORMALIZE: return normalize(a);
    case Code.NUMCOLORS: return numcolors(a);
    case Code.OUTBOX: return outbox(a);
    case Code.PALETTE: return palette(a);
    case Code.PARTITION: return partition(a);
    case Code.PORTRAIT: return portrait(a);
    case Code.POSITIVE: return positive(a);
    case Code.RIGHTHALF: return righthalf(a);
    case Code.RIGHTMOST: return rightmost(a);
    case Code.ROT180: return rot180(a);
    case Code.ROT270: return rot270(a);
    case Code.ROT90: return rot90(a);
    case Code.SHAPE: return shape(a);
    case Code.SIGN: return sign(a);
    case Code.SIZE: return size(a);
    case Code.SQUARE: return square(a);
    case Code.TOINDICES: return toindices(a);
    case Code.TOIVEC: return toivec(a);
    case Code.TOJVEC: return tojvec(a);
    case Code.TOPHALF: return tophalf(a);
    case Code.TOTUPLE: return totuple(a);
    case Code.TRIM: return trim(a);
    case Code.ULCORNER: return ulcorner(a);
    case Code.UPPERMOST: return uppermost(a);
    case Code.URCORNER: return urcorner(a);
    case Code.VFRONTIER: return vfrontier(a);
    case Code.VLINE: return vline(a);
    case Code.VMIRROR: return vmirror(a);
    case Code.VPERIOD: return vperiod(a);
    case Code.WIDTH: return width(a);
    default:
      return fail(Reason.ARITY, code, 1);
  }
}

/** Runs a primitive of 2 arguments. */
export function run2(code: i32, a: Value, b: Value): Value {
  switch (code) {
    case Code.ADD: return add(a, b);
    case Code.ADJACENT: return adjacent(a, b);
    case Code.APPLY: return apply(a, b);
    case Code.ARGMAX: return argmax(a, b);
    case Code.ARGMIN: return argmin(a, b);
    case Code.ASTUPLE: return astuple(a, b);
    case Code.BORDERING: return bordering(a, b);
    case Code.BOTH: return both(a, b);
    case Code.CANVAS: return canvas(a, b);
    case Code.COLORCOUNT: return colorcount(a, b);
    case Code.COLORFILTER: return colorfilter(a, b);
    case Code.COMBINE: return combine(a, b);
    case Code.COMPOSE: return compose(a, b);
    case Code.CONNECT: return connect(a, b);
    case Code.CONTAINED: return contained(a, b);
    case Code.COVER: return cover(a, b);
    case Code.DIFFERENCE: return difference(a, b);
    case Code.DIVIDE: return divide(a, b);
    case Code.DOWNSCALE: return downscale(a, b);
    case Code.EITHER: return either(a, b);
    case Code.EQUALITY: return equality(a, b);
    case Code.EXTRACT: return extract(a, b);
    case Code.GRAVITATE: return gravitate(a, b);
    case Code.GREATER: return greater(a, b);
    case Code.HCONCAT: return hconcat(a, b);
    case Code.HMATCHING: return hmatching(a, b);
    case Code.HSPLIT: return hsplit(a, b);
    case Code.HUPSCALE: return hupscale(a, b);
    case Code.INDEX: return index(a, b);
    case Code.INSERT: return insert(a, b);
    case Code.INTERSECTION: return intersection(a, b);
    case Code.LBIND: return lbind(a, b);
    case Code.MANHATTAN: return manhattan(a, b);
    case Code.MAPPLY: return mapply(a, b);
    case Code.MATCHER: return matcher(a, b);
    case Code.MFILTER: return mfilter(a, b);
    case Code.MULTIPLY: return multiply(a, b);
    case Code.OCCURRENCES: return occurrences(a, b);
    case Code.OFCOLOR: return ofcolor(a, b);
    case Code.ORDER: return order(a, b);
    case Code.OTHER: return other(a, b);
    case Code.PAINT: return paint(a, b);
    case Code.PAIR: return pair(a, b);
    case Code.POSITION: return position(a, b);
    case Code.POWER: return power(a, b);
    case Code.PRODUCT: return product(a, b);
    case Code.RAPPLY: return rapply(a, b);
    case Code.RBIND: return rbind(a, b);
    case Code.RECOLOR: return recolor(a, b);
    case Code.REMOVE: return remove(a, b);
    case Code.REPEAT: return repeat(a, b);
    case Code.SFILTER: return sfilter(a, b);
    case Code.SHIFT: return shift(a, b);
    case Code.SHOOT: return shoot(a, b);
    case Code.SIZEFILTER: return sizefilter(a, b);
    case Code.SUBGRID: return subgrid(a, b);
    case Code.SUBTRACT: return subtract(a, b);
    case Code.TOOBJECT: return toobject(a, b);
    case Code.UNDERPAINT: return underpaint(a, b);
    case Code.UPSCALE: return upscale(a, b);
    case Code.VALMAX: return valmax(a, b);
    case Code.VALMIN: return valmin(a, b);
    case Code.VCONCAT: return vconcat(a, b);
    case Code.VMATCHING: return vmatching(a, b);
    case Code.VSPLIT: return vsplit(a, b);
    case Code.VUPSCALE: return vupscale(a, b);
    default:
      return fail(Reason.ARITY, code, 2);
  }
}

/** Runs a primitive of 3 arguments. */
export function run3(code: i32, a: Value, b: Value, c: Value): Value {
  switch (code) {
    case Code.BRANCH: return branch(a, b, c);
    case Code.CELLWISE: return cellwise(a, b, c);
    case Code.CHAIN: return chain(a, b, c);
    case Code.CROP: return crop(a, b, c);
    case Code.FILL: return fill(a, b, c);
    case Code.FORK: return fork(a, b, c);
    case Code.INTERVAL: return interval(a, b, c);
    case Code.MOVE: return move(a, b, c);
    case Code.MPAPPLY: return mpapply(a, b, c);
    case Code.PAPPLY: return papply(a, b, c);
    case Code.PRAPPLY: return prapply(a, b, c);
    case Code.REPLACE: return replace(a, b, c);
    case Code.SWITCH: return switch_(a, b, c);
    case Code.UNDERFILL: return underfill(a, b, c);
    default:
      return fail(Reason.ARITY, code, 3);
  }
}

/** Runs a primitive of 4 arguments. */
export function run4(code: i32, a: Value, b: Value, c: Value, d: Value): Value {
  switch (code) {
    case Code.OBJECTS: return objects(a, b, c, d);
    default:
      return fail(Reason.ARITY, code, 4);
  }
}
