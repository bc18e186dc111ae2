/** Reading tasks from data of unknown origin. A fault names the path of the first thing that is wrong. */
import { attempt, refuse, type Read } from './refusal.ts';
import { MAX_SIDE, type GridRows, type Pair, type Task } from './task.ts';

export function readTask(data: unknown): Read<Task> {
  return attempt(() => taskAt(data, ''));
}

export function readGrid(data: unknown): Read<GridRows> {
  return attempt(() => gridAt(data, ''));
}

function taskAt(data: unknown, path: string): Task {
  if (!isRecord(data)) return refuse(path, `a task is needed, not ${nameOf(data)}`);
  const train = pairsAt(data.train, join(path, 'train'), true);
  const test = pairsAt(data.test, join(path, 'test'), false);
  return { train, test };
}

function pairsAt(data: unknown, path: string, needOutput: boolean): readonly Pair[] {
  if (data === undefined) return refuse(path, 'is missing');
  if (!Array.isArray(data)) return refuse(path, `a list of pairs is needed, not ${nameOf(data)}`);
  if (data.length === 0) refuse(path, 'at least one pair is needed');
  return data.map((pair, i) => pairAt(pair, `${path}[${i}]`, needOutput));
}

function pairAt(data: unknown, path: string, needOutput: boolean): Pair {
  if (!isRecord(data)) return refuse(path, `a pair is needed, not ${nameOf(data)}`);
  const input = gridAt(data.input, `${path}.input`);
  const { output } = data;
  if (needOutput && (output === undefined || output === null)) refuse(`${path}.output`, 'is missing');
  return { input, output: !needOutput && isUnknown(output) ? null : gridAt(output, `${path}.output`) };
}

/** How files say that an answer is not known: nothing, null, an empty text, or a grid with no cells. */
export function isUnknown(output: unknown): boolean {
  if (output === undefined || output === null || output === '') return true;
  return Array.isArray(output) && output.every((row) => Array.isArray(row) && row.length === 0);
}

function gridAt(data: unknown, path: string): GridRows {
  if (data === undefined) return refuse(path, 'is missing');
  if (!Array.isArray(data)) return refuse(path, `a grid is needed, not ${nameOf(data)}`);
  if (data.length === 0) refuse(path, 'the grid has no rows');
  if (data.length > MAX_SIDE)
    refuse(path, `the grid has ${data.length} rows; at most ${MAX_SIDE} are allowed`);
  return data.map((row, i) => rowAt(row, `${path}[${i}]`, data[0]));
}

function rowAt(row: unknown, path: string, first: unknown): readonly number[] {
  if (!Array.isArray(row)) return refuse(path, `a row of colours is needed, not ${nameOf(row)}`);
  if (row.length === 0) refuse(path, 'the row is empty');
  if (row.length > MAX_SIDE) refuse(path, `the row has ${row.length} cells; at most ${MAX_SIDE} are allowed`);
  const width = Array.isArray(first) ? first.length : row.length;
  if (row.length !== width) refuse(path, `the row has ${row.length} cells, the first row has ${width}`);
  return row.map((colour: unknown, column) => {
    if (Number.isInteger(colour) && (colour as number) >= 0 && (colour as number) <= 9)
      return (colour as number) + 0;
    return refuse(`${path}[${column}]`, `a colour from 0 to 9 is needed, not ${shown(colour)}`);
  });
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function nameOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'an object' : `a ${typeof data}`;
}

function shown(data: unknown): string {
  const text = textOf(data);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Of data that is nested too deep to be written down: what it is. */
function textOf(data: unknown): string {
  try {
    return JSON.stringify(data) ?? String(data);
  } catch {
    return nameOf(data);
  }
}
