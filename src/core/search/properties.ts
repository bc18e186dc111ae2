/** What objects and grids can be told by: functions of one element. `x` is the set that it is of. */

export interface Measure {
  readonly text: string;
  readonly cost: number;
  /** Whether its values have an order that means something. */
  readonly ordered: boolean;
}

/** Every other element that is alike by `key` counts. */
const alike = (key: string): string =>
  `compose(size, compose(lbind(sfilter, x), compose(lbind(matcher, ${key}), ${key})))`;

/** How many elements have more of a measure: the place in their order, the greatest having 0. */
const rankBy = (key: string): string =>
  `compose(size, compose(lbind(sfilter, x), compose(rbind(compose, ${key}), compose(lbind(rbind, greater), ${key}))))`;

/** The holes of an object and one: the parts of its surroundings that no way leads to. */
const HOLES =
  'compose(size, compose(rbind(colorfilter, ZERO), compose(rbind(rbind(rbind(objects, F), F), T), ' +
  'fork(paint, compose(lbind(canvas, ZERO), compose(lbind(add, TWO), shape)), ' +
  'compose(rbind(shift, UNITY), normalize)))))';

const SHAPE = 'compose(toindices, normalize)';

export const measure = (cost: number, text: string, ordered = true): Measure => ({ cost, text, ordered });

/** Of objects. */
export const OBJECT_MEASURES: readonly Measure[] = [
  measure(1, 'size'),
  measure(1, 'color', false),
  measure(2, 'height'),
  measure(2, 'width'),
  measure(2, 'numcolors'),
  measure(2, 'uppermost'),
  measure(2, 'lowermost'),
  measure(2, 'leftmost'),
  measure(2, 'rightmost'),
  measure(2, 'compose(size, delta)'),
  measure(3, HOLES),
  measure(2, SHAPE, false),
  measure(2, 'shape', false),
  measure(3, 'normalize', false),
  measure(3, 'compose(numcolors, compose(rbind(toobject, I), backdrop))'),
  measure(3, alike(SHAPE)),
  measure(3, alike('size')),
  measure(3, alike('color')),
  measure(3, rankBy('size')),
  measure(4, rankBy('leftmost')),
  measure(4, rankBy('uppermost')),
  measure(4, alike('uppermost')),
  measure(4, alike('leftmost')),
];

/** Conditions on an object by its form and place, as functions of one parameter. */
export const FORM_CONDITIONS: readonly string[] = [
  'square',
  'hline',
  'vline',
  'portrait',
  'fork(either, vline, hline)',
  'rbind(bordering, I)',
  'compose(even, size)',
  'compose(even, height)',
  'compose(even, width)',
];

/** Conditions on an object by what it is equal to. */
export const LIKENESS_CONDITIONS: readonly string[] = [
  'fork(equality, identity, vmirror)',
  'fork(equality, identity, hmirror)',
  'fork(equality, identity, dmirror)',
  'fork(equality, toindices, backdrop)',
  'fork(equality, toindices, box)',
];

export const OBJECT_CONDITIONS: readonly string[] = [...FORM_CONDITIONS, ...LIKENESS_CONDITIONS];

/** With a colour of the inputs in the place of `c`. */
export const COLOUR_CONDITIONS: readonly string[] = [
  'rbind(adjacent, ofcolor(I, c))',
  'rbind(hmatching, ofcolor(I, c))',
  'rbind(vmatching, ofcolor(I, c))',
  'compose(positive, rbind(colorcount, c))',
  'compose(positive, compose(rbind(colorcount, c), compose(rbind(toobject, I), backdrop)))',
  'compose(positive, compose(rbind(colorcount, c), compose(rbind(toobject, I), outbox)))',
];

/** Of grids. */
export const GRID_MEASURES: readonly Measure[] = [
  measure(1, 'numcolors'),
  measure(2, 'identity', false),
  measure(2, 'height'),
  measure(2, 'width'),
  measure(2, 'mostcolor', false),
  measure(2, 'leastcolor', false),
  measure(2, 'compose(size, rbind(rbind(rbind(objects, T), F), T))'),
  measure(2, 'compose(size, rbind(rbind(rbind(objects, T), T), T))'),
  measure(3, alike('identity')),
];

export const GRID_CONDITIONS: readonly string[] = [
  'square',
  'portrait',
  'fork(equality, identity, vmirror)',
  'fork(equality, identity, hmirror)',
  'fork(equality, identity, dmirror)',
  'fork(equality, identity, rot180)',
];
