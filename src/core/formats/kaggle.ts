/**
 * The files of the competitions at Kaggle: `*_challenges.json`, tasks by id whose test pairs have no outputs, and
 * `*_solutions.json`, for each id the outputs of its test pairs in their order.
 */
import type { GridRows, Task } from '../task/task.ts';
import { attempt, refuse, type Read } from '../task/refusal.ts';
import { counted, dataOf, entriesOf, gridAt, listAt } from './read.ts';

/**
 * Tasks with the outputs of a file of solutions in place; one without a solution stays as it is. A solution without a
 * task is a fault: the files are of different sets.
 */
export function withSolutions(tasks: ReadonlyMap<string, Task>, solutions: unknown): Read<Map<string, Task>> {
  return attempt(() => {
    const all = new Map(tasks);
    for (const [id, outputs] of solutionsAt(dataOf(solutions))) {
      const task =
        all.get(id) ??
        refuse(id, 'a solution for a task that is not there: are the two files of the same set?');
      all.set(id, paired(task, outputs, id));
    }
    return all;
  });
}

/** The file of solutions alone: the outputs of each task in the order of its test pairs. */
export function readSolutions(solutions: unknown): Read<Map<string, readonly GridRows[]>> {
  return attempt(() => solutionsAt(dataOf(solutions)));
}

/** Whether data, by its first entry, is a file of solutions: a grid is a list in a list in a list. */
export function looksLikeSolutions(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const first: unknown = Object.values(data)[0];
  return Array.isArray(first) && Array.isArray(first[0]) && Array.isArray(first[0][0]);
}

function solutionsAt(data: unknown): Map<string, readonly GridRows[]> {
  return new Map(
    entriesOf(data, '').map(([id, outputs]) => {
      const grids = listAt(outputs, id, 'grids').map((grid, i) => gridAt(grid, `${id}[${i}]`));
      return [id, grids.length > 0 ? grids : refuse(id, 'at least one grid is needed')] as const;
    }),
  );
}

function paired(task: Task, outputs: readonly GridRows[], id: string): Task {
  const { train, test } = task;
  if (outputs.length !== test.length) {
    refuse(id, `${counted(outputs.length, 'solution')} for ${counted(test.length, 'test input')}`);
  }
  return { train, test: test.map(({ input }, i) => ({ input, output: outputs[i] })) };
}
