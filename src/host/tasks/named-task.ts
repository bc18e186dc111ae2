/** Tasks as the page knows them: with a name, and where they came from. */
import { pairsOf } from '../../core/task/task.ts';
import type { GridRows, PlacedPair, Task } from '../../protocol/index.ts';

export interface NamedTask {
  /** Unique within its data set, and among the tasks of no data set. */
  readonly id: string;
  readonly title: string;
  /** What kind of puzzle it is; '' where nobody said. */
  readonly theme: string;
  /** A sentence on what is to be done, '' where nobody said; gives the answer away. */
  readonly description: string;
  /** The set (with its version) or the file it came with. */
  readonly origin: string;
  /** The key of its data set, `starter` for what the page brings along; '' for files and own tasks. */
  readonly dataset: string;
  readonly task: Task;
  /** All pairs in their fixed order: train, then test. */
  readonly pairs: readonly PlacedPair[];
}

export interface TaskLabel {
  readonly title?: string;
  readonly theme?: string;
  readonly description?: string;
  readonly dataset?: string;
}

export function nameTask(id: string, task: Task, origin: string, label: TaskLabel = {}): NamedTask {
  const { title = id, theme = '', description = '', dataset = '' } = label;
  return { id, title, theme, description, origin, dataset, task, pairs: pairsOf(task) };
}

/** What a new grid is. */
export const BLANK: GridRows = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);

/** A task to be drawn. */
export function blankTask(id: string): NamedTask {
  const pair = { input: BLANK, output: BLANK };
  return nameTask(id, { train: [pair], test: [pair] }, 'made here');
}

/**
 * Both lists; an added task takes the place of one with the same id, unless they are of two data sets, which may well
 * have a task in common. One that is there already, to the letter, stays where and what it is: so does the work on it.
 * Of two added with one id the last counts.
 */
export function joinTasks(old: readonly NamedTask[], added: readonly NamedTask[]): readonly NamedTask[] {
  const byKey = new Map(added.map((named) => [keyOf(named), named]));
  const kept = old.filter((named) => {
    const other = byKey.get(keyOf(named));
    if (other === undefined) return true;
    return isSame(named, other) && byKey.delete(keyOf(named));
  });
  return [...kept, ...byKey.values()];
}

/** Those of the added tasks that take the place of one with other grids. */
export function changedTasks(old: readonly NamedTask[], added: readonly NamedTask[]): readonly NamedTask[] {
  const byKey = new Map(old.map((named) => [keyOf(named), named]));
  return added.filter((named) => {
    const before = byKey.get(keyOf(named));
    return before !== undefined && !isSameTask(before.task, named.task);
  });
}

/** Two lists of one task: of the same grids in the same order. */
export function isSameTask(a: Task, b: Task): boolean {
  return JSON.stringify([a.train, a.test]) === JSON.stringify([b.train, b.test]);
}

function isSame(a: NamedTask, b: NamedTask): boolean {
  const sameLabel = a.title === b.title && a.theme === b.theme && a.description === b.description;
  return sameLabel && isSameTask(a.task, b.task);
}

const keyOf = ({ dataset, id }: NamedTask) => `${dataset} ${id}`;
