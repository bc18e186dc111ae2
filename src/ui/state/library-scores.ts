/** What a solver does on its task, as the library records it. */
import type { Inspector } from '../../host/inspector.ts';
import type { Scored } from '../../host/library/import.ts';
import { scoreOf } from '../../host/library/record.ts';
import { refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Outcome } from '../../protocol/index.ts';
import { nameFor } from './solver.svelte.ts';

/** The data set with its version, as records have it. */
export function datasetOf({ dataset, origin }: NamedTask): string {
  return dataset === '' ? '' : origin;
}

/** null where there is no task. */
export async function scored(
  inspector: Inspector,
  source: string,
  named: NamedTask | null,
  fuel: number,
): Promise<Outcome<Scored | null>> {
  if (named === null) return { ok: true, value: null };
  const answer = await inspector.inspect({ source, solver: null, task: named.task, fuel });
  if (!answer.ok) return answer;
  const { result } = answer.value;
  if (result === null) return { ok: true, value: null };
  const score = scoreOf(result.pairs.filter(({ set }) => set === 'train'));
  const cost = result.pairs.reduce((sum, pair) => sum + pair.fuel, 0);
  return { ok: true, value: { ...refOf(named), score, cost, dataset: datasetOf(named) } };
}

/**
 * The task that a solver is for, by its name: the id, or the id as a function may be called. Of several tasks of one
 * name the one of the preferred data set is meant, else the one that came last.
 */
export function taskFinder(
  tasks: readonly NamedTask[],
  preferred: string | undefined,
): (name: string) => NamedTask | null {
  const isMeant = ({ dataset }: NamedTask): boolean => dataset === preferred;
  const ordered = [...tasks.filter((named) => !isMeant(named)), ...tasks.filter(isMeant)];
  const byName = new Map<string, NamedTask>();
  for (const named of ordered) byName.set(nameFor(named.id), named);
  for (const named of ordered) byName.set(named.id, named);
  return (name) => byName.get(name) ?? null;
}
