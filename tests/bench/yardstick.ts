/**
 * A fixed piece of work that has nothing to do with Batt. Times in yardsticks can be compared between a slow hour and a
 * quick one, and, with care, between machines. It must stay as it is: saved results refer to it.
 */

const SIZE = 1 << 14;
const numbers = new Int32Array(SIZE);

/** Fills an array with a chain of pseudo-random numbers, sorts it and folds it: arithmetic, memory and branches. */
export function yardstick(): number {
  let state = 1;
  for (let i = 0; i < SIZE; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    numbers[i] = state >>> 8;
  }
  numbers.sort();
  let folded = 0;
  for (let i = 0; i < SIZE; i++) folded = Math.imul(folded ^ numbers[i], 16777619);
  return folded;
}
