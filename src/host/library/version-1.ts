/**
 * What version 1 wrote, in the database and in files, had no `set`: records were told apart by the id of their task.
 * FROZEN: this is about the past.
 */
import { OWN, UNPLACED } from './task-ref.ts';

const SETS: readonly (readonly [name: string, key: string])[] = [
  ['starter', 'starter'],
  ['ARC-AGI-1 training', 'arc-agi-1-training'],
  ['ARC-AGI-1 evaluation', 'arc-agi-1-evaluation'],
  ['ARC-AGI-2 training', 'arc-agi-2-training'],
  ['ARC-AGI-2 evaluation', 'arc-agi-2-evaluation'],
];

interface Version1 {
  /** Name and version of the data set, '' for own tasks and where the task was not at hand. */
  readonly dataset: string;
  /** No pairs where it was never scored, for the task was not at hand. */
  readonly score: { readonly pairs: number };
}

/** The set that a solver of version 1 belongs to. */
export function setOfVersion1({ dataset, score }: Version1): string {
  const known = SETS.find(([name]) => dataset === name || dataset.startsWith(`${name} @`));
  if (known) return known[1];
  return dataset === '' && score.pairs > 0 ? OWN : UNPLACED;
}
