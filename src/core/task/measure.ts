/**
 * How well a solver does on a task: the one meaning that these words have in the page, on the command line, in tables and
 * in files.
 *
 * `match`     the output is exactly the expected one; null where nobody knows what is expected
 * `matched`   train pairs that match
 * `accuracy`  share of right cells over the train pairs, each pair weighing the same; a wrong shape has none right
 * `solved`    every train pair matches, and so does every test pair whose output is known
 */

/** What is needed of a pair. */
export interface Measured {
  readonly match: boolean | null;
  /** Right cells, 0 where the shape differs, out of `cells`, those of the expected output. */
  readonly correct: number;
  readonly cells: number;
}

/** Over the first `train` pairs, 0-1. */
export function accuracyOf(pairs: readonly Measured[], train: number): number {
  let share = 0;
  for (let i = 0; i < train; i++) share += pairs[i].cells === 0 ? 0 : pairs[i].correct / pairs[i].cells;
  return train === 0 ? 0 : share / train;
}

/** `matched` of `train` train pairs, and the test pairs one by one. */
export function isSolved(matched: number, train: number, test: readonly (boolean | null)[]): boolean {
  return train > 0 && matched === train && !test.includes(false);
}

/** As tables and files have it. */
export function roundedAccuracy(accuracy: number): number {
  return Number(accuracy.toFixed(6));
}
