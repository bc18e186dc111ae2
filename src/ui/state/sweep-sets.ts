/** The sets that a sweep can be over, and its results in their order. */
import { groupBy } from '../../core/group.ts';
import type { ReportFile } from '../../host/sweep/report-file.ts';
import type { KeptSweep } from '../../host/sweep/store.ts';
import type { SweptTasks } from '../../host/sweep/reports.ts';
import type { TaskResult } from '../../host/sweep/results.ts';
import { nameTask, type NamedTask } from '../../host/tasks/named-task.ts';

export interface SweepSet {
  /** The key of the data set, '' for files and own tasks. */
  readonly dataset: string;
  readonly label: string;
  readonly tasks: readonly NamedTask[];
}

/** The loaded tasks by data set. Ids are unique within each. */
export function setsOf(tasks: readonly NamedTask[]): SweepSet[] {
  return [...groupBy(tasks, ({ dataset }) => dataset)].map(([dataset, list]) => {
    const isOne = list.every(({ origin }) => origin === list[0].origin);
    return { dataset, label: isOne ? list[0].origin : 'Files and own tasks', tasks: list };
  });
}

/**
 * The sweep of a report. Its tasks are those of the loaded set that knows most of them; of others the report tells no
 * more than how many test inputs they have.
 */
export function reportedSweep(
  { dataset, options, tasks, results }: ReportFile,
  loaded: readonly NamedTask[],
): KeptSweep {
  const ids = new Set(results.map(({ task }) => task));
  const counted = setsOf(loaded).map((set) => ({ set, known: set.tasks.filter(({ id }) => ids.has(id)) }));
  const best = counted.toSorted((a, b) => b.known.length - a.known.length).at(0);
  const known = new Map(best?.known.map(({ id, task }) => [id, task]));
  const blank = { input: [[0]], output: null };
  return {
    version: 1,
    id: crypto.randomUUID(),
    label: tasks === results.length ? dataset : `${dataset}, ${results.length} of ${tasks} tasks`,
    dataset: known.size > 0 && best ? best.set.dataset : '',
    tasks: results.map(({ task: id, test }) => ({
      id,
      task: known.get(id) ?? { train: [], test: test.map(() => blank) },
    })),
    pool: [],
    options: options as KeptSweep['options'], // only told again: nobody goes on with it
  };
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

/** The task of a result as the page has it, or as the sweep kept it; null where neither has. */
export function sweptTask(
  sweep: KeptSweep,
  { task: id }: TaskResult,
  tasks: readonly NamedTask[],
): NamedTask | null {
  const kept = sweep.tasks.find((task) => task.id === id);
  if (!kept) return null;
  const known = tasks.find((named) => named.id === id && named.dataset === sweep.dataset);
  if (kept.task.train.length === 0) return known ?? tasks.find((named) => named.id === id) ?? null;
  return known ?? nameTask(id, kept.task, sweep.label, { dataset: sweep.dataset });
}
