/** The library as a list: a heading for each task, then its solvers. */
import type { KeptSolver } from '../../host/library/record.ts';

export type KeptRow =
  | { readonly key: string; readonly task: string; readonly count: number }
  | (KeptSolver & { readonly key?: never });

/** @param solvers by task */
export function rowsOf(solvers: readonly KeptSolver[]): KeptRow[] {
  const counts = new Map<string, number>();
  for (const { task } of solvers) counts.set(task, (counts.get(task) ?? 0) + 1);
  return solvers.flatMap((solver, i): KeptRow[] => {
    const { task } = solver;
    const isFirst = i === 0 || solvers[i - 1].task !== task;
    return isFirst ? [{ key: task, task, count: counts.get(task) ?? 0 }, solver] : [solver];
  });
}
