/** How well outputs fit a task. */
import type { GridRows, Task } from '../task/task.ts';

export interface Fit {
  /** Train pairs whose output is right. */
  readonly matched: number;
  /** Cells of the train outputs that are right; none of a pair whose size differs. */
  readonly right: number;
}

/** `given` are the outputs for the train inputs, in their order; null where there is none. */
export function fitOf({ train }: Task, given: readonly (GridRows | null)[]): Fit {
  let matched = 0;
  let right = 0;
  train.forEach(({ output }, i) => {
    const [wanted, made] = [output as GridRows, given[i]];
    if (made === null || made.length !== wanted.length || made[0].length !== wanted[0].length) return;
    const cells = wanted.length * wanted[0].length;
    const same = made.reduce((sum, row, r) => sum + row.filter((cell, c) => cell === wanted[r][c]).length, 0);
    right += same;
    if (same === cells) matched++;
  });
  return { matched, right };
}

/** Negative where `a` comes nearer: more pairs, more cells. */
export const compareFit = (a: Fit, b: Fit): number => b.matched - a.matched || b.right - a.right;
