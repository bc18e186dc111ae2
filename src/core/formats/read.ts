/** What the readers of this folder share. */
import { parseJson } from '../task/parse-json.ts';
import { readGrid } from '../task/read.ts';
import { refuse, type Read } from '../task/refusal.ts';
import type { GridRows } from '../task/task.ts';

/** The value of a part that has a reader of its own, whose paths begin at `path` here. */
export function partAt<T>(read: Read<T>, path: string): T {
  if (read.ok) return read.value;
  const { path: inner, message } = read.fault;
  const joint = path === '' || inner === '' || inner.startsWith('[') ? '' : '.';
  return refuse(`${path}${joint}${inner}`, message);
}

export function gridAt(data: unknown, path: string): GridRows {
  return partAt(readGrid(data), path);
}

/** The entries of an object by task id, in the order of the file; there must be some. */
export function entriesOf(data: unknown, path: string): [string, unknown][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return refuse(path, `an object with an entry for each task is needed, not ${nameOf(data)}`);
  }
  const entries = Object.entries(data);
  return entries.length > 0 ? entries : refuse(path, 'there is no task in it');
}

export function listAt(data: unknown, path: string, what: string): readonly unknown[] {
  if (data === undefined) return refuse(path, 'is missing');
  return Array.isArray(data) ? data : refuse(path, `a list of ${what} is needed, not ${nameOf(data)}`);
}

/** JSON text or the data itself. */
export function dataOf(source: unknown): unknown {
  return typeof source === 'string' ? parseJson(source) : source;
}

export function nameOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'an object' : `a ${typeof data}`;
}

/** `1 grid`, `2 grids` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
