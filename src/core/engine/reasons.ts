/** The reasons of src/arena/reason.ts in words: what ended an evaluation, as a clause in lower case. */
import type { FaultEnd } from '../values/ends.ts';

/** What a message may ask of the two values or numbers that come with a reason. */
export interface Details {
  readonly a: number;
  readonly b: number;
  /** Elements that a value may have. */
  readonly cap: number;
  /** What the module threw that was no end of an evaluation. */
  readonly defect: string;
  /** The value behind a handle, in the words of messages. */
  describe(handle: number): string;
  /** The name of a function value, or of a primitive by its code. */
  name(handleOrCode: number): string;
  /** The parameters of a function value, or of a primitive by its code. */
  arity(handleOrCode: number): number;
}

type Words = (details: Details) => string;

const needed =
  (what: string): Words =>
  ({ a, describe }) =>
    `${what} is needed, not ${describe(a)}`;
const say =
  (text: string): Words =>
  () =>
    text;

/** By number; 0 is none. */
export const REASONS: readonly Words[] = [
  say('no reason'),
  say('the fuel ran out'),
  ({ a, b, cap }) => `a value of ${b * 4294967296 + (a >>> 0)} elements is over the cap of ${cap}`,
  say('the integer is beyond 2^53'),
  ({ a, b }) => `a grid of ${a} x ${b} cells, or with so many colours, is too large`,
  ({ a, b }) => `the place (${a}, ${b}) is out of range`,
  ({ a, b }) => `the position (${a}, ${b}) is not within -1024 to 3071`,
  say('the values take too much memory'),
  say('no memory is left'),
  say('functions or values are nested too deeply'),
  needed('a function'),
  needed('an integer'),
  needed('a tuple or a set'),
  needed('a set'),
  needed('a tuple'),
  needed('a grid'),
  ({ a, describe }) => `a row of a grid must be a tuple, not ${describe(a)}`,
  needed('a patch'),
  needed('a cell'),
  needed('a vector'),
  needed('an integer or a vector'),
  needed('a set of indices'),
  say('an object is needed, not bare indices'),
  ({ a, b, name, arity }) =>
    `${name(a)} takes ${arity(a)} argument${arity(a) === 1 ? '' : 's'} and was called with ${b}`,
  ({ a, b, describe }) => `${describe(a)} and ${describe(b)} have no order`,
  ({ a, describe }) => `${describe(a)} is no number of iterations`,
  say('division by zero'),
  say('the result is not a number'),
  say('a vector needs two items'),
  say('the items of a vector must be integers'),
  say('a cell is needed, not the empty tuple'),
  say('a grid without cells has no colour'),
  say('a row without cells has no colour'),
  say('an empty container has no first member'),
  say('an empty container has no last member'),
  say('an empty container has no members to choose from'),
  say('an empty object has no colour'),
  say('an empty patch has no bounding box'),
  say('an interval needs a step other than 0'),
  say('an object is empty'),
  say('no member meets the condition'),
  say('nothing has no colour'),
  say('the container has no other member'),
  say('the empty tuple has no items'),
  say('the grid has no rows'),
  say('the patch is empty'),
  say('the rows of the grid differ in length'),
  say('the rows of the grids differ in length'),
  say('the second grid is smaller than the first'),
  ({ a, b }) => `row ${a} of the grid has no column ${b}`,
  ({ defect }) => `internal fault: ${defect}`,
];

/** The reasons that the host gives itself. */
export const TOO_DEEP = 9;
export const INTERNAL = 50;

const FUEL = 1;
const LAST_SIZE = 9;

/** How an evaluation that ends by the reason ends. */
export function endOfReason(reason: number): FaultEnd {
  if (reason === FUEL) return 'fuel';
  return reason <= LAST_SIZE ? 'size' : 'error';
}
