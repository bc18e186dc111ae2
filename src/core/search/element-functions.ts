/**
 * What may be done with each element of a set: functions of one object, point-free, which stand in `mapply`. `x` is the
 * set itself, `c` a colour of the inputs.
 */
import { AREAS } from './macro-families.ts';

export interface ElementFunction {
  readonly text: string;
  readonly cost: number;
}

const fn = (cost: number, text: string): ElementFunction => ({ cost, text });

/** The other element that is nearest, and the nearest that is not of a colour, or is. */
const NEAREST = 'fork(argmin, rbind(remove, x), lbind(lbind, manhattan))';
const OTHERS = 'sfilter(x, compose(flip, matcher(color, c)))';
const NEAREST_OTHER = `compose(lbind(argmin, ${OTHERS}), lbind(lbind, manhattan))`;
const NEAREST_OF = 'compose(lbind(argmin, colorfilter(x, c)), lbind(lbind, manhattan))';

/** The cells of an object in the colour that it has least and most of, and the gap in its outline. */
const ofColour = (colour: string): string =>
  `fork(sfilter, identity, compose(lbind(matcher, first), ${colour}))`;
const MINOR = ofColour('leastcolor');
const MAJOR = ofColour('mostcolor');
const GAP = 'fork(difference, box, toindices)';

/** The colours at both ends of an object: of its upper left and its lower right corner. */
const ENDS = ['first', 'last'].map((end) => `compose(${end}, compose(${end}, rbind(subgrid, I)))`);

/** Both colours of an object, each in the place of the other. */
const SWAPPED = `fork(combine, fork(recolor, leastcolor, ${MAJOR}), fork(recolor, mostcolor, ${MINOR}))`;

/** An object again and again, each time moved on by a vector. */
const again = (vector: string): string =>
  'fork(mapply, lbind(lbind, shift), ' +
  `compose(rbind(apply, interval(ONE, TEN, ONE)), compose(lbind(lbind, multiply), ${vector})))`;

/** Vectors by which an object moves. */
const TOWARDS = [
  `fork(gravitate, identity, ${NEAREST})`,
  `fork(gravitate, identity, ${NEAREST_OF})`,
  'rbind(gravitate, ofcolor(I, c))',
];

const STEPS: readonly ElementFunction[] = [
  fn(3, 'compose(toivec, height)'),
  fn(3, 'compose(tojvec, width)'),
  fn(3, 'compose(toivec, compose(invert, height))'),
  fn(3, 'compose(tojvec, compose(invert, width))'),
  fn(3, 'shape'),
  fn(3, 'compose(invert, shape)'),
  fn(3, 'compose(toivec, compose(lbind(subtract, decrement(height(I))), lowermost))'),
  fn(3, 'compose(tojvec, compose(lbind(subtract, decrement(width(I))), rightmost))'),
  fn(3, 'compose(toivec, compose(invert, uppermost))'),
  fn(3, 'compose(tojvec, compose(invert, leftmost))'),
  fn(4, 'compose(toivec, size)'),
  fn(4, 'compose(tojvec, size)'),
  fn(4, 'compose(toivec, compose(invert, size))'),
  fn(4, 'compose(tojvec, compose(invert, size))'),
  fn(4, 'fork(gravitate, identity, compose(merge, rbind(remove, x)))'),
  ...TOWARDS.map((text) => fn(4, text)),
];

const DIRECTIONS = ['UP', 'DOWN', 'LEFT', 'RIGHT', 'UNITY', 'NEG_UNITY', 'UP_RIGHT', 'DOWN_LEFT'];

/** From an object to the length of a step that leads over it, with and without a gap. */
const STRIDES = ['toivec, height', 'tojvec, width'].flatMap((step) => {
  const [vector, side] = step.split(', ');
  return [side, `compose(increment, ${side})`].flatMap((length) => [
    `compose(${vector}, ${length})`,
    `compose(${vector}, compose(invert, ${length}))`,
  ]);
});

const TURNS = ['hmirror', 'vmirror', 'dmirror', 'cmirror'];

/** From an object to the object that it becomes. */
export const MOVES: readonly ElementFunction[] = [
  ...DIRECTIONS.map((vector) => fn(3, `rbind(shift, ${vector})`)),
  ...STEPS.map(({ cost, text }) => fn(cost + 1, `fork(shift, identity, ${text})`)),
  ...TURNS.map((turn) => fn(3, turn)),
  ...STEPS.slice(0, 4).flatMap(({ cost, text }) =>
    TURNS.slice(0, 2).map((turn) => fn(cost + 2, `compose(fork(shift, identity, ${text}), ${turn})`)),
  ),
  fn(4, 'compose(rbind(toobject, I), backdrop)'),
  fn(4, SWAPPED),
  ...TURNS.map((turn) => fn(4, `fork(combine, identity, ${turn})`)),
  fn(5, 'compose(fork(combine, identity, hmirror), fork(combine, identity, vmirror))'),
  ...[...STRIDES, 'shape', 'compose(invert, shape)'].map((vector) => fn(5, again(vector))),
];

/** From an object to places. */
export const PLACES: readonly ElementFunction[] = [
  fn(1, 'toindices'),
  ...AREAS.map((text, i) => fn(2 + Number(i > 5) + Number(i > 28), text)),
  ...['sign', 'compose(invert, sign)'].map((way) =>
    fn(5, `fork(shoot, center, compose(${way}, rbind(gravitate, ofcolor(I, c))))`),
  ),
  ...ENDS.map((end) => fn(4, `compose(lbind(ofcolor, I), ${end})`)),
  fn(3, MINOR),
  fn(3, MAJOR),
  fn(3, GAP),
  ...[MINOR, GAP].flatMap((part) => [
    fn(4, `fork(shoot, compose(center, ${part}), fork(position, identity, ${part}))`),
    fn(4, `fork(shoot, center, compose(invert, fork(position, identity, ${part})))`),
    ...['hfrontier', 'vfrontier'].map((line) => fn(5, `compose(${line}, compose(center, ${part}))`)),
  ]),
  ...DIRECTIONS.map((direction) => fn(5, `compose(rbind(shoot, ${direction}), compose(center, ${MINOR}))`)),
  ...TOWARDS.map((text) => fn(5, `fork(connect, center, compose(center, fork(shift, identity, ${text})))`)),
  ...[NEAREST, NEAREST_OTHER, NEAREST_OF].flatMap((other) => [
    fn(5, `fork(connect, center, compose(center, ${other}))`),
    fn(5, `fork(shoot, center, fork(position, identity, ${other}))`),
    fn(5, `fork(shoot, center, compose(invert, fork(position, identity, ${other})))`),
  ]),
];

/** From an object to a colour. */
export const COLOURINGS: readonly ElementFunction[] = [
  fn(1, 'color'),
  fn(2, 'leastcolor'),
  fn(2, 'mostcolor'),
  ...['size', 'numcolors', 'height', 'width', 'compose(size, delta)'].map((text) => fn(3, text)),
  ...ENDS.map((end) => fn(3, end)),
  ...['leastcolor', 'mostcolor'].flatMap((colour) =>
    ['backdrop', 'delta', 'outbox', 'inbox'].map((area) =>
      fn(3, `compose(${colour}, compose(rbind(toobject, I), ${area}))`),
    ),
  ),
  fn(4, `compose(color, ${NEAREST})`),
  fn(4, `compose(color, ${NEAREST_OTHER})`),
  ...['hmatching', 'vmatching', 'adjacent'].map((relation) =>
    fn(4, `compose(color, compose(lbind(argmax, ${OTHERS}), lbind(lbind, ${relation})))`),
  ),
  ...['compose(toindices, normalize)', 'size', 'shape'].map((key) =>
    fn(5, `compose(color, compose(lbind(argmax, ${OTHERS}), compose(lbind(matcher, ${key}), ${key})))`),
  ),
];

/** Colours beyond which functions about a colour are left out: they would be too many. */
const MOST_COLOURS = 4;

/** Each function, those with a colour once for each of these. */
export function inColours(
  functions: readonly ElementFunction[],
  colours: readonly string[],
): ElementFunction[] {
  const few = colours.length <= MOST_COLOURS ? colours : [];
  return functions.flatMap((each) =>
    /\bc\b/.test(each.text)
      ? few.map((colour) => ({ ...each, text: each.text.replaceAll(/\bc\b/g, colour) }))
      : [each],
  );
}

/** Whether a function compares an element with the others, which takes long where these are many. */
export const isRelation = ({ text }: ElementFunction): boolean => /\bx\b|gravitate|prapply|mapply/.test(text);
