/** Macros by the family: each measure, condition and area in each of the ways in which it is used. */
import type { MacroSpec } from './macro-spec.ts';
import { FORM_CONDITIONS, LIKENESS_CONDITIONS } from './properties.ts';

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
  ...FORM_CONDITIONS,
  'compose(positive, compose(size, delta))',
  'compose(positive, compose(decrement, numcolors))',
  ...LIKENESS_CONDITIONS,
];

/** Positions around or in an object, as functions of one parameter. */
export const AREAS = [
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

export function familyMacros(): MacroSpec[] {
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
  // The colours of a set in the contrary order.
  for (const measure of ['size', 'leftmost', 'uppermost'])
    add(
      'S>O',
      5,
      `mpapply(recolor, apply(color, order(x, compose(invert, ${measure}))), order(x, ${measure}))`,
    );
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
