/** Files that the user drops or chooses: tasks (.json) and solvers (.py), told apart by their ending. */
import { faultText, readTaskFile } from '../../core/task/read.ts';
import type { FileReport, Outcome } from '../../protocol/index.ts';
import { nameTask, type NamedTask } from './named-task.ts';
import { decodeText, sizeText } from './text.ts';

export type FileRead =
  | { readonly kind: 'tasks'; readonly file: string; readonly tasks: readonly NamedTask[] }
  | { readonly kind: 'solvers'; readonly file: string; readonly source: string; readonly report: FileReport }
  | { readonly kind: 'refused'; readonly file: string; readonly why: string };

export const MAX_TASK_BYTES = 32_000_000;
export const MAX_SOLVER_BYTES = 2_000_000;

export type SolverReader = (source: string) => Promise<Outcome<FileReport>>;

/** Reads one file. Nothing is thrown: a file that cannot be used is an answer that says why. */
export async function readFile(file: File, readSolvers: SolverReader): Promise<FileRead> {
  const isPython = /\.pyw?$/i.test(file.name);
  if (!isPython && !/\.json$/i.test(file.name)) {
    return refused(file, 'tasks come as .json and solvers as .py');
  }
  const limit = isPython ? MAX_SOLVER_BYTES : MAX_TASK_BYTES;
  if (file.size > limit) {
    return refused(file, `the file has ${sizeText(file.size)}; at most ${sizeText(limit)} are read`);
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return refused(file, `the browser could not read it (${(error as Error).message})`);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(file, decoded.why);
  return isPython ? solversOf(file, decoded.text, readSolvers) : tasksOf(file, decoded.text);
}

function tasksOf(file: File, text: string): FileRead {
  const read = readTaskFile(text, file.name.replace(/\.json$/i, ''));
  if (!read.ok) return refused(file, faultText(read.fault));
  const tasks = [...read.value].map(([id, task]) => nameTask(id, task, file.name));
  return { kind: 'tasks', file: file.name, tasks };
}

async function solversOf(file: File, source: string, readSolvers: SolverReader): Promise<FileRead> {
  const answer = await readSolvers(source);
  if (!answer.ok) return refused(file, `it could not be read: ${answer.why}`);
  return { kind: 'solvers', file: file.name, source, report: answer.value };
}

function refused(file: File, why: string): FileRead {
  return { kind: 'refused', file: file.name, why };
}
