/** Tasks as the page knows them: with a name, and where they came from. */
import { pairsOf } from '../../core/task/task.ts';
import type { PlacedPair, Task } from '../../protocol/index.ts';

export interface NamedTask {
  /** Unique among the loaded tasks. */
  readonly id: string;
  readonly title: string;
  /** What kind of puzzle it is; '' where nobody said. */
  readonly theme: string;
  /** A sentence on what is to be done, '' where nobody said; gives the answer away. */
  readonly description: string;
  /** The set or file it came with. */
  readonly origin: string;
  readonly task: Task;
  /** All pairs in their fixed order: train, then test. */
  readonly pairs: readonly PlacedPair[];
}

export interface TaskLabel {
  readonly title?: string;
  readonly theme?: string;
  readonly description?: string;
}

export function nameTask(id: string, task: Task, origin: string, label: TaskLabel = {}): NamedTask {
  const { title = id, theme = '', description = '' } = label;
  return { id, title, theme, description, origin, task, pairs: pairsOf(task) };
}

/** Both lists; an added task takes the place of one with the same id. Of two added with one id the last counts. */
export function joinTasks(old: readonly NamedTask[], added: readonly NamedTask[]): readonly NamedTask[] {
  const byId = new Map(added.map((named) => [named.id, named]));
  return [...old.filter(({ id }) => !byId.has(id)), ...byId.values()];
}
