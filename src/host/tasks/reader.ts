/**
 * Reading files beside the tab, in the worker: the page goes on however large they are. Tasks are handed over some at a
 * time, and the next ones when the tab has taken them.
 */
import type { Task } from '../../core/task/task.ts';
import type { FileRead } from './file-read.ts';
import { readFiles, type SolverReader } from './files.ts';
import type { NamedTask } from './named-task.ts';

export interface ReadOrder {
  readonly files: readonly File[];
  /** Where each lay, with its folders: a file forgets it on the way to the worker. */
  readonly paths: readonly string[];
  /** Whether all pairs of a list are wanted, and not a task made of the first few. */
  readonly allPairs: boolean;
}

/** A task as it travels: what follows from the rest is left out. */
export type TravellingTask = Omit<NamedTask, 'pairs'>;

export type ReadNews =
  /** What a file was found to be; its tasks follow. */
  | { readonly kind: 'read'; readonly read: FileRead; readonly tasks: number }
  /** More tasks of the file that was told last. */
  | { readonly kind: 'tasks'; readonly tasks: readonly TravellingTask[] };

export interface ReaderApi {
  /** `tell` is waited for. */
  read(order: ReadOrder, tell: (news: ReadNews) => Promise<void>): Promise<void>;
}

/** Cells of the tasks that are handed over at a time: the tab takes about ten milliseconds to take them. */
const CELLS = 20_000;

export function readerOf(readSolvers: SolverReader): ReaderApi {
  return {
    async read({ files, paths, allPairs }, tell) {
      const pathOf = (file: File): string => paths[files.indexOf(file)] ?? file.name;
      for (const read of await readFiles(files, readSolvers, { pathOf, allPairs })) {
        const tasks = read.kind === 'tasks' ? read.tasks : [];
        await tell({
          kind: 'read',
          read: read.kind === 'tasks' ? { ...read, tasks: [] } : read,
          tasks: tasks.length,
        });
        for (const some of bySize(tasks)) await tell({ kind: 'tasks', tasks: some });
      }
    },
  };
}

function* bySize(tasks: readonly NamedTask[]): Generator<TravellingTask[]> {
  let some: TravellingTask[] = [];
  let cells = 0;
  for (const { pairs: _, ...task } of tasks) {
    some.push(task);
    cells += cellsOf(task.task);
    if (cells < CELLS) continue;
    yield some;
    some = [];
    cells = 0;
  }
  if (some.length > 0) yield some;
}

function cellsOf({ train, test }: Task): number {
  return [...train, ...test].reduce(
    (sum, { input, output }) =>
      sum + input.length * input[0].length + (output === null ? 0 : output.length * output[0].length),
    0,
  );
}
