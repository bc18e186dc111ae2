/** The sets that a sweep can be over, and its results in their order. */
import type { KeptSweep } from '../../host/sweep/store.ts';
import type { SweptTasks, TaskResult } from '../../host/sweep/sweep.ts';
import { nameTask, type NamedTask } from '../../host/tasks/named-task.ts';

export interface SweepSet {
  /** The key of the data set, '' for files and own tasks. */
  readonly dataset: string;
  readonly label: string;
  readonly tasks: readonly NamedTask[];
}

/** The loaded tasks by data set. Ids are unique within each. */
export function setsOf(tasks: readonly NamedTask[]): SweepSet[] {
  const sets = new Map<string, NamedTask[]>();
  for (const named of tasks) {
    const list = sets.get(named.dataset);
    if (list) list.push(named);
    else sets.set(named.dataset, [named]);
  }
  return [...sets].map(([dataset, list]) => {
    const isOne = list.every(({ origin }) => origin === list[0].origin);
    return { dataset, label: isOne ? list[0].origin : 'Files and own tasks', tasks: list };
  });
}

/** The results in the order of the tasks. */
export function inTaskOrder({ tasks }: KeptSweep, results: readonly TaskResult[]): TaskResult[] {
  const byTask = new Map(results.map((result) => [result.task, result]));
  return tasks.flatMap(({ id }) => byTask.get(id) ?? []);
}

/** What its reports are on. */
export function sweptIn({ label, tasks }: KeptSweep): SweptTasks {
  return { dataset: label, count: tasks.length };
}

export function tasksIn(results: readonly TaskResult[]): ReadonlySet<string> {
  return new Set(results.map(({ task }) => task));
}

/** The task of a result as the page has it, or as the sweep kept it. */
export function sweptTask(
  sweep: KeptSweep,
  { task: id }: TaskResult,
  tasks: readonly NamedTask[],
): NamedTask | null {
  const kept = sweep.tasks.find((task) => task.id === id);
  if (!kept) return null;
  const known = tasks.find((named) => named.id === id && named.dataset === sweep.dataset);
  return known ?? nameTask(id, kept.task, sweep.label, { dataset: sweep.dataset });
}
