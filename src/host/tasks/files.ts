/** Files that the user drops or chooses: tasks, solvers, submissions, libraries, zips of them; told apart by what they hold. */
import { readKaggle, looksLikeSolutions } from '../../core/formats/kaggle.ts';
import { readSubmission, type Submission } from '../../core/formats/submission.ts';
import { faultText, parseJson, readTask, type FormatFault } from '../../core/task/read.ts';
import type { FileReport, Outcome } from '../../protocol/index.ts';
import { nameTask, type NamedTask } from './named-task.ts';
import { decodeText, sizeText } from './text.ts';
import { MAX_ZIP_BYTES, unpack } from './zip.ts';

export type FileRead =
  | { readonly kind: 'tasks'; readonly file: string; readonly tasks: readonly NamedTask[] }
  | { readonly kind: 'solvers'; readonly file: string; readonly source: string; readonly report: FileReport }
  | { readonly kind: 'submission'; readonly file: string; readonly submission: Submission }
  /** What the library exports, as JSON or with its remarks in Python. */
  | { readonly kind: 'library'; readonly file: string; readonly text: string }
  | { readonly kind: 'refused'; readonly file: string; readonly why: string };

export const MAX_TASK_BYTES = 32_000_000;
export const MAX_SOLVER_BYTES = 2_000_000;

export type SolverReader = (source: string) => Promise<Outcome<FileReport>>;

/** A file, or an entry of a zip. */
interface Item {
  readonly name: string;
  /** What the tasks in it are said to come from. */
  readonly origin: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** JSON that has been parsed, and waits for being understood together with its like. */
interface Parsed {
  readonly item: Item;
  readonly data: unknown;
  readonly text: string;
}

/** Reads files. Nothing is thrown: a file that cannot be used is an answer that says why. */
export async function readFiles(files: readonly File[], readSolvers: SolverReader): Promise<FileRead[]> {
  const read: FileRead[] = [];
  const parsed: Parsed[] = [];
  const folder = commonFolder(files);
  for (const file of files) {
    if (/\.zip$/i.test(file.name)) {
      const unpacked = await zipItems(file);
      if (typeof unpacked === 'string') read.push(refused(file, unpacked));
      else for (const item of unpacked) await take(item);
    } else {
      const bytes = async () => new Uint8Array(await file.arrayBuffer());
      await take({ name: file.name, origin: folder || file.name, size: file.size, bytes });
    }
  }
  return [...read, ...understand(parsed)];

  async function take(item: Item): Promise<void> {
    const text = await textOf(item);
    if (!text.ok) read.push(refused(item, text.why));
    else if (isPython(item)) read.push(await solversOf(item, text.text, readSolvers));
    else {
      const data = attempt(() => parseJson(text.text));
      if (data.ok) parsed.push({ item, data: data.value, text: text.text });
      else read.push(refused(item, faultText(data.fault)));
    }
  }
}

const isPython = ({ name }: { readonly name: string }) => /\.pyw?$/i.test(name);

async function zipItems(file: File): Promise<readonly Item[] | string> {
  if (file.size > MAX_ZIP_BYTES)
    return `the file has ${sizeText(file.size)}; at most ${sizeText(MAX_ZIP_BYTES)} are read`;
  const unpacked = await unpack(new Uint8Array(await file.arrayBuffer()));
  if (!unpacked.ok) return unpacked.why;
  if (unpacked.entries.length === 0) return 'there is no task (.json) and no solver (.py) in it';
  return unpacked.entries.map(({ name, bytes }) => ({
    name: name.replace(/^.*\//, ''),
    origin: file.name,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
  }));
}

type TextRead = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

async function textOf(item: Item): Promise<TextRead> {
  if (!isPython(item) && !/\.json$/i.test(item.name))
    return { ok: false, why: 'tasks come as .json and solvers as .py, or as a .zip of them' };
  const limit = isPython(item) ? MAX_SOLVER_BYTES : MAX_TASK_BYTES;
  if (item.size > limit)
    return { ok: false, why: `the file has ${sizeText(item.size)}; at most ${sizeText(limit)} are read` };
  try {
    return decodeText(await item.bytes());
  } catch (error) {
    return { ok: false, why: `the browser could not read it (${(error as Error).message})` };
  }
}

async function solversOf(item: Item, source: string, readSolvers: SolverReader): Promise<FileRead> {
  if (/^# kept \{/m.test(source)) return { kind: 'library', file: item.name, text: source };
  const answer = await readSolvers(source);
  if (!answer.ok) return refused(item, `it could not be read: ${answer.why}`);
  return { kind: 'solvers', file: item.name, source, report: answer.value };
}

/** What each JSON is. Solutions go with the challenges of their name, or with the only ones there are. */
function understand(parsed: readonly Parsed[]): FileRead[] {
  const solutions = parsed.filter(({ data }) => looksLikeSolutions(data));
  const rest = parsed.filter((one) => !solutions.includes(one));
  const used = new Set<Parsed>();
  const read = rest.map((one) => {
    const stem = /^(.*)_challenges\.json$/i.exec(one.item.name)?.[1];
    const isSet = stem !== undefined || (rest.length === 1 && solutions.length === 1);
    const mine = isSet
      ? (solutions.find(({ item }) => item.name.toLowerCase() === `${stem}_solutions.json`.toLowerCase()) ??
        (rest.length === 1 && solutions.length === 1 ? solutions[0] : undefined))
      : undefined;
    if (mine) used.add(mine);
    return meaningOf(one, mine);
  });
  const alone = solutions.filter((one) => !used.has(one));
  return [
    ...read,
    ...alone.map(({ item }) =>
      refused(item, 'these are solutions: open them together with the challenges that they belong to'),
    ),
  ];
}

function meaningOf({ item, data, text }: Parsed, solutions: Parsed | undefined): FileRead {
  const file = item.name;
  if (isRecord(data) && data.format === 'batt-library') return { kind: 'library', file, text };
  if (looksLikeSubmission(data)) {
    const submission = readSubmission(data);
    if (!submission.ok) return refused(item, faultText(submission.fault));
    return { kind: 'submission', file, submission: submission.value };
  }
  if (solutions !== undefined) {
    const tasks = readKaggle(data, solutions.data);
    if (!tasks.ok) return refused(item, faultText(tasks.fault));
    return {
      kind: 'tasks',
      file,
      tasks: [...tasks.value].map(([id, task]) => nameTask(id, task, item.origin)),
    };
  }
  const tasks = tasksIn(data, file.replace(/\.json$/i, ''), item.origin);
  return tasks.ok ? { kind: 'tasks', file, tasks: tasks.tasks } : refused(item, faultText(tasks.fault));
}

export type TasksIn =
  | { readonly ok: true; readonly tasks: readonly NamedTask[] }
  | { readonly ok: false; readonly fault: FormatFault };

/** One task, or an object of tasks by id; `id` names a single task. */
export function tasksIn(data: unknown, id: string, origin: string): TasksIn {
  if (!isRecord(data))
    return {
      ok: false,
      fault: { path: '', message: `a task or an object of tasks is needed, not ${kindOf(data)}` },
    };
  const isOne = 'train' in data || 'test' in data;
  const entries: [string, unknown][] = isOne ? [[id, data]] : Object.entries(data);
  // Names that look like numbers stand first in an object, whatever the order of the file.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return { ok: false, fault: { path: '', message: 'the file holds no task' } };
  const tasks: NamedTask[] = [];
  for (const [key, value] of entries) {
    const read = readTask(value);
    if (!read.ok) {
      const path = isOne ? read.fault.path : [key, read.fault.path].filter(Boolean).join('.');
      return { ok: false, fault: { path, message: read.fault.message } };
    }
    tasks.push(nameTask(key, read.value, origin));
  }
  return { ok: true, tasks };
}

function looksLikeSubmission(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const first: unknown = Object.values(data)[0];
  return Array.isArray(first) && isRecord(first[0]) && 'attempt_1' in first[0];
}

/** The folder that all files were chosen or dropped with; '' for none. */
function commonFolder(files: readonly File[]): string {
  const folders = new Set(files.map(({ webkitRelativePath }) => (webkitRelativePath ?? '').split('/')[0]));
  const [folder] = folders;
  return files.length > 1 && folders.size === 1 ? (folder ?? '') : '';
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function kindOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a list' : `a ${typeof data}`;
}

function attempt<T>(
  read: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: FormatFault } {
  try {
    return { ok: true, value: read() };
  } catch (thrown) {
    const fault = (thrown as { readonly fault?: FormatFault }).fault;
    if (fault === undefined) throw thrown;
    return { ok: false, fault };
  }
}

function refused({ name }: { readonly name: string }, why: string): FileRead {
  return { kind: 'refused', file: name, why };
}
