/** Tasks that the user holds for faulty: published sets have some. They stay in the browser, and nothing is left out for it. */
import { keyOf, refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Memory } from './memory.ts';

type Marked = Pick<NamedTask, 'id' | 'dataset' | 'origin'>;

const RECORD = 'faulty';

export class FaultyMarks {
  /** By task, where it was from when it was marked: the set with its version. */
  private marks = $state.raw<Readonly<Record<string, unknown>>>({});
  private readonly memory: Pick<Memory, 'read' | 'write'>;

  constructor(memory: Pick<Memory, 'read' | 'write'>) {
    this.memory = memory;
    this.marks = memory.read(RECORD);
  }

  has(task: Pick<Marked, 'id' | 'dataset'>): boolean {
    return Object.hasOwn(this.marks, keyOf(refOf(task)));
  }

  /** In words, '' for none. A mark of another version stays, and says so: the task may have been mended since. */
  said(task: Marked): string {
    if (!this.has(task)) return '';
    const from = this.marks[keyOf(refOf(task))];
    return from === task.origin ? 'marked as faulty' : `marked as faulty (in ${String(from)})`;
  }

  /** Marks it, or takes the mark away. */
  toggle(task: Marked): void {
    const key = keyOf(refOf(task));
    const { [key]: was, ...others } = this.memory.read(RECORD); // another tab may have marked others
    this.marks = was === undefined ? { ...others, [key]: task.origin } : others;
    this.memory.write(RECORD, this.marks);
  }
}
