/** Macros about whole grids: patterns that go on behind a mask, cells that fall, stripes, squares, summaries. */
import type { MacroSpec } from './macro-spec.ts';

/** Steps for one input of macros that compare a pattern with itself, moved. */
const MOVING_STEPS = 3_000_000;

/** The cells of `x` that the mask, a colour, leaves visible. */
const visible = (mask: string): string => `sfilter(asobject(x), compose(flip, matcher(first, ${mask})))`;

/** Whether a cell set made of a vector by `made` has no cell in another colour than `pattern` has there. */
const agrees = (pattern: string, made: string): string =>
  `compose(fork(equality, size, compose(size, toindices)), compose(lbind(combine, ${pattern}), ${made}))`;

/** The vectors, of at most half the grid, by which the pattern can be moved without contradiction. */
const periods = (pattern: string): string =>
  `sfilter(asindices(crop(x, ORIGIN, increment(halve(shape(x))))), ${agrees(pattern, `lbind(shift, ${pattern})`)})`;

/** The pattern mirrored, where it lies on itself without contradiction within two cells of its own place. */
const reflected = (pattern: string, turn: string, vectors: string): string =>
  `mapply(lbind(shift, ${turn}(${pattern})), sfilter(${vectors}, ${agrees(pattern, `lbind(shift, ${turn}(${pattern}))`)}))`;

export function patternMacros(): MacroSpec[] {
  const specs: MacroSpec[] = [];
  const add: Add = (type, cost, text, rest = {}) => {
    specs.push({ type, cost, text, ...rest });
  };
  const hidden = visible('v');
  const moving = { latest: 6, steps: MOVING_STEPS };
  const forward = `mapply(lbind(shift, ${hidden}), ${periods(hidden)})`;
  const backward = `mapply(compose(lbind(shift, ${hidden}), invert), ${periods(hidden)})`;
  add('G>G', 3, `paint(paint(x, ${forward}), ${backward})`, { ...moving, latest: 3 });
  add('G>G', 2, 'subgrid(ofcolor(I, v), x)');
  const near = 'interval(NEG_TWO, THREE, ONE)';
  add('G>G', 3, `paint(x, ${reflected(hidden, 'vmirror', `apply(tojvec, ${near})`)})`, moving);
  add('G>G', 3, `paint(x, ${reflected(hidden, 'hmirror', `apply(toivec, ${near})`)})`, moving);
  add('G>G', 3, `paint(x, dmirror(${hidden}))`, moving);
  add('G>G', 4, `paint(x, cmirror(${hidden}))`, moving);
  // A pattern that goes on over the edge, or from where it stops.
  for (const pattern of ['asobject(x)', visible('ZERO')]) {
    const once = `mapply(lbind(shift, ${pattern}), ${periods(pattern)})`;
    add('G>O', 3, `mapply(lbind(shift, ${once}), ${periods(pattern)})`, { latest: 0, steps: MOVING_STEPS });
  }
  for (const pattern of ['asobject(x)', visible('ZERO')]) {
    const down = `apply(compose(toivec, lbind(multiply, vperiod(${pattern}))), interval(ZERO, TEN, ONE))`;
    const right = `apply(compose(tojvec, lbind(multiply, hperiod(${pattern}))), interval(ZERO, TEN, ONE))`;
    for (const vectors of [down, right])
      add('G>O', 3, `mapply(lbind(shift, ${pattern}), ${vectors})`, { latest: 0, steps: MOVING_STEPS });
  }
  // Cells of one colour fall to one side, the others keep their order.
  for (const [before, after] of [
    ['x', ''],
    ['vmirror(x)', 'vmirror'],
    ['dmirror(x)', 'dmirror'],
    ['rot270(x)', 'rot90'],
  ]) {
    const fallen = `apply(rbind(order, matcher(identity, c)), ${before})`;
    add('G>G', 4, after === '' ? fallen : `${after}(${fallen})`);
  }
  for (const step of ['TWO', 'THREE']) {
    for (const start of ['ZERO', 'ONE', 'TWO'].slice(0, step === 'TWO' ? 2 : 3)) {
      const [rows, columns] = [
        `interval(${start}, height(x), ${step})`,
        `interval(${start}, width(x), ${step})`,
      ];
      add('G>P', 4, `product(interval(ZERO, height(x), ONE), ${columns})`, { latest: 0 });
      add('G>P', 4, `product(${rows}, interval(ZERO, width(x), ONE))`, { latest: 0 });
      add('G>P', 5, `product(${rows}, ${columns})`, { latest: 0 });
    }
  }
  add('G>P', 4, 'product(interval(ZERO, height(x), ONE), interval(decrement(width(x)), NEG_ONE, NEG_TWO))', {
    latest: 0,
  });
  add('G>P', 4, 'product(interval(decrement(height(x)), NEG_ONE, NEG_TWO), interval(ZERO, width(x), ONE))', {
    latest: 0,
  });
  for (const size of ['TWO_BY_TWO', 'THREE_BY_THREE', 'astuple(TWO, THREE)', 'astuple(THREE, TWO)']) {
    const square = `canvas(c, ${size})`;
    add('G>P', 4, `mapply(lbind(shift, asindices(${square})), occurrences(x, asobject(${square})))`, {
      latest: 0,
    });
  }
  add('G>N', 3, 'increment(size(sfilter(frontiers(x), hline)))');
  add('G>N', 3, 'increment(size(sfilter(frontiers(x), vline)))');
  add('G>N', 3, 'size(merge(fgpartition(x)))', { latest: 0 });
  for (const repeats of ['TWO', 'THREE'])
    for (const measure of ['leftmost', 'uppermost', 'size'])
      for (const turn of ['', 'dmirror']) {
        const bars = `apply(rbind(repeat, ${repeats}), apply(color, order(x, ${measure})))`;
        add('S>G', 4, turn === '' ? bars : `${turn}(${bars})`);
      }
  // Copies side by side, with and without a gap.
  for (const span of ['interval(ZERO, TEN, ONE)', 'interval(invert(NINE), TEN, ONE)']) {
    for (const [vector, side] of [
      ['tojvec', 'width'],
      ['toivec', 'height'],
    ])
      for (const length of [`${side}(x)`, `increment(${side}(x))`])
        add(
          'O>O',
          4,
          `mapply(lbind(shift, x), apply(compose(${vector}, lbind(multiply, ${length})), ${span}))`,
        );
    add('O>O', 4, `mapply(lbind(shift, x), apply(lbind(multiply, shape(x)), ${span}))`);
  }
  ruled(add);
  placed(add);
  completed(add);
  joined(add);
  return specs;
}

type Add = (type: string, cost: number, text: string, rest?: Partial<MacroSpec>) => void;

/** A grid with one of equal rows that follow each other. */
const runs = (grid: string): string =>
  `apply(first, sfilter(pair(${grid}, combine(repeat(ZERO, ONE), ${grid})), compose(flip, fork(equality, first, last))))`;

/** Lines that repeat the one before are left out; objects are laid over each other where they have a mark in common. */
function joined(add: Add): void {
  add('G>G', 4, runs('x'));
  add('G>G', 4, `dmirror(${runs('dmirror(x)')})`);
  add('G>G', 4, `dmirror(${runs(`dmirror(${runs('x')})`)})`);
  for (const place of ['center', 'compose(ulcorner, rbind(sfilter, matcher(first, c)))'])
    add('S>O', 4, `mapply(fork(shift, identity, compose(invert, ${place})), x)`);
}

/** What lies between the lines that rule a grid, each as one object of all its cells. */
const BETWEEN =
  'apply(compose(rbind(toobject, x), toindices), ' +
  'colorfilter(objects(fill(canvas(ZERO, shape(x)), ONE, merge(frontiers(x))), T, F, F), ZERO))';

function ruled(add: Add): void {
  add('G>S', 2, BETWEEN, { latest: 0 });
  add('G>G', 4, `downscale(compress(x), height(argmin(${BETWEEN}, size)))`, { latest: 0 });
  // Each part as one cell, at its place among the others.
  for (const colour of ['leastcolor', 'mostcolor'])
    add(
      'S>O',
      4,
      `apply(fork(astuple, ${colour}, compose(rbind(divide, increment(height(first(x)))), ulcorner)), x)`,
    );
  add('S>O', 3, 'mapply(normalize, x)');
  add('S>O', 4, 'sfilter(mapply(normalize, x), compose(flip, matcher(first, ZERO)))');
  for (const size of ['ONE', 'TWO'])
    add('G>G', 4, `cover(x, merge(sizefilter(objects(x, T, F, T), ${size})))`, { latest: 3 });
  add('G>G', 4, 'cover(x, merge(sizefilter(objects(x, T, T, T), ONE)))', { latest: 3 });
  for (const measure of ['size', 'leftmost', 'uppermost']) {
    add('S>G', 4, `merge(apply(rbind(subgrid, I), order(x, ${measure})))`);
    add('S>G', 4, `dmirror(merge(apply(compose(dmirror, rbind(subgrid, I)), order(x, ${measure}))))`);
  }
}

/** Objects moved to an edge, to another object, or to places of which one of their own cells is the mark. */
function placed(add: Add): void {
  for (const [vector, way, own] of [
    [
      'toivec',
      'compose(lbind(subtract, decrement(height(I))), lowermost)',
      'subtract(decrement(height(I)), lowermost(x))',
    ],
    ['toivec', 'compose(invert, uppermost)', 'invert(uppermost(x))'],
    [
      'tojvec',
      'compose(lbind(subtract, decrement(width(I))), rightmost)',
      'subtract(decrement(width(I)), rightmost(x))',
    ],
    ['tojvec', 'compose(invert, leftmost)', 'invert(leftmost(x))'],
  ]) {
    add('S>O', 4, `mapply(fork(shift, identity, compose(${vector}, ${way})), x)`);
    add('O>O', 4, `shift(x, ${vector}(${own}))`);
  }
  add('OO>P', 3, 'connect(center(x), center(shift(x, gravitate(x, y))))');
  add('OP>O', 3, 'mapply(lbind(shift, shift(x, invert(center(x)))), y)');
  add('OP>O', 4, 'mapply(lbind(shift, shift(x, invert(ulcorner(sfilter(x, matcher(first, c)))))), y)');
  add('O>P', 3, 'occurrences(I, x)');
  add('GG>G', 3, 'cellwise(x, y, ZERO)');
  add('GG>G', 4, 'cellwise(x, y, d)');
}

/** Steps for one input of macros that look for an object in all places and orientations. */
const LOOKING_STEPS = 2_000_000;

/** Objects of several colours put, in all orientations, where the grid has their cells of all colours but the commonest. */
function completed(add: Add): void {
  const marks =
    'fork(sfilter, identity, compose(lbind(compose, flip), compose(lbind(matcher, first), mostcolor)))';
  const put =
    `fork(mapply, compose(lbind(lbind, shift), fork(shift, identity, compose(invert, compose(ulcorner, ${marks})))), ` +
    `compose(lbind(occurrences, I), ${marks}))`;
  const both = (turn: string, set: string): string => `combine(${set}, apply(${turn}, ${set}))`;
  const several = 'sfilter(x, compose(positive, compose(decrement, numcolors)))';
  const turned = both('hmirror', both('vmirror', both('dmirror', several)));
  const rest = { latest: 4, steps: LOOKING_STEPS };
  add('S>O', 3, `mapply(${put}, ${turned})`, rest);
  add('S>O', 3, `mapply(${put}, ${several})`, rest);
}
