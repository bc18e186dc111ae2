/** The task format of ARC: pairs of grids, some to learn from, some to be answered. */

/** Rows of colours 0-9, 1-30 rows of 1-30 equally many cells. */
export type GridRows = readonly (readonly number[])[];

export interface Pair {
  readonly input: GridRows;
  /** null where the answer is not known, which is allowed for test pairs only. */
  readonly output: GridRows | null;
}

export interface Task {
  readonly train: readonly Pair[];
  readonly test: readonly Pair[];
}

/** A task with pairs of somebody's own beside it: they are run with the others, and never count. */
export interface AskedTask extends Task {
  readonly own?: readonly Pair[];
}

/** The pairs that a task has itself. */
export type TaskSet = 'train' | 'test';

export type PairSet = TaskSet | 'own';

/** One pair of a task, by its place in it. */
export interface PlacedPair extends Pair {
  readonly set: PairSet;
  readonly index: number;
}

export const MAX_SIDE = 30;

/** All pairs in their fixed order: train, then test, then own ones. */
export function pairsOf({ train, test, own = [] }: AskedTask): readonly PlacedPair[] {
  return [...placed('train', train), ...placed('test', test), ...placed('own', own)];
}

function placed(set: PairSet, pairs: readonly Pair[]): PlacedPair[] {
  return pairs.map((pair, index) => ({ ...pair, set, index }));
}

/** The task without the outputs of its test pairs: a search never sees them. */
export function blind({ train, test }: Task): Task {
  return { train, test: test.map(({ input }) => ({ input, output: null })) };
}
