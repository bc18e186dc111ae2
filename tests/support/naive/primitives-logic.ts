/** Tests and connectives on plain values. */
import { equal, has, integer, isTrue, items, less, type Family } from './values.ts';

export const LOGIC: Family = {
  even: (n) => integer(n) % 2 === 0,
  flip: (b) => !isTrue(b),
  equality: (a, b) => equal(a, b),
  contained: (value, container) => has(items(container), value),
  greater: (a, b) => less(b, a),
  both: (a, b) => (isTrue(a) ? b : a),
  either: (a, b) => (isTrue(a) ? a : b),
  positive: (x) => integer(x) > 0,
  branch: (condition, a, b) => (isTrue(condition) ? a : b),
};
