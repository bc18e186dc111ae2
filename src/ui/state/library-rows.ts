/** The library as a list: a heading for each task, then its solvers. */
import { groupBy } from '../../core/group.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import { keyOf, type TaskRef } from '../../host/library/task-ref.ts';

export type LibraryRow =
  (TaskRef & { readonly key: string; readonly count: number }) | (KeptSolver & { readonly key?: never });

/** @param solvers by set and task */
export function rowsOf(solvers: readonly KeptSolver[]): LibraryRow[] {
  return [...groupBy(solvers, keyOf)].flatMap(([key, list]): LibraryRow[] => {
    const [{ set, task }] = list;
    return [{ key, set, task, count: list.length }, ...list];
  });
}
