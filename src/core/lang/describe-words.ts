/** Words that sentences about programs are made of. */
import { members, sizeOf } from '../values/container.ts';
import { isContainer, type Value } from '../values/value.ts';

/** What people call the colours, 0 to 9. */
const COLOURS = ['black', 'blue', 'red', 'green', 'yellow', 'grey', 'pink', 'orange', 'light blue', 'maroon'];

export function colourWords(value: Value): string | null {
  return typeof value === 'number' ? (COLOURS[value] ?? null) : null;
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  DOWN: 'one down',
  RIGHT: 'one to the right',
  UP: 'one up',
  LEFT: 'one to the left',
  UP_RIGHT: 'one up and right',
  DOWN_LEFT: 'one down and left',
  UNITY: 'one down and right',
  NEG_UNITY: 'one up and left',
};

/** A constant as part of a sentence. */
export function valueWords(name: string, value: Value): string {
  if (Object.hasOwn(DIRECTIONS, name)) return DIRECTIONS[name];
  if (isContainer(value) && sizeOf(value) === 2) return `(${members(value).map(String).join(', ')})`;
  return typeof value === 'boolean' ? (value ? 'true' : 'false') : String(value);
}

export function numberWords(count: string): string {
  return count === '1' ? 'once' : count === '2' ? 'twice' : `${count} times`;
}

/** Said of what is too deep to be told, by its declared type. */
export const HEADS: Readonly<Record<string, string>> = {
  Grid: 'another grid',
  Piece: 'a piece',
  Element: 'a piece',
  Patch: 'some cells',
  Indices: 'some cells',
  Object: 'an object',
  Objects: 'some objects',
  Integer: 'a number',
  IntegerTuple: 'a place',
  Numerical: 'a number',
  Boolean: 'a condition holds',
  Container: 'some of them',
  FrozenSet: 'some of them',
  Tuple: 'some of them',
  Any: 'one of them',
};

const SUPERLATIVES: Readonly<Record<string, readonly [most: string, least: string]>> = {
  size: ['largest', 'smallest'],
  height: ['highest', 'lowest'],
  width: ['widest', 'narrowest'],
  numcolors: ['most colourful', 'least colourful'],
  leftmost: ['furthest right', 'leftmost'],
  rightmost: ['rightmost', 'furthest left'],
  uppermost: ['furthest down', 'topmost'],
  lowermost: ['bottommost', 'furthest up'],
};

/** What is chosen by a primitive, in one word; null where there is none. */
export function superlative(name: 'argmax' | 'argmin', by: string): string | null {
  return Object.hasOwn(SUPERLATIVES, by) ? SUPERLATIVES[by][name === 'argmax' ? 0 : 1] : null;
}

/** One of the members of what is said to be objects; null where nothing can be told. */
export function elementOf(text: string): string | null {
  const found = /^the ((?:[a-z-]+ ){0,2})objects\b(.*)$/.exec(text);
  return found === null ? null : `the ${found[1]}object${found[2]}`;
}
