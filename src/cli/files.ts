/** Reading what a call names: task files and solver files. Every refusal names the place. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withSolutions } from '../core/formats/kaggle.ts';
import { parseJsonOrLines } from '../core/formats/json-lines.ts';
import { readTaskFile } from '../core/formats/task-file.ts';
import { lineColumn } from '../core/lang/diagnostics.ts';
import { compile, lastOfEach } from '../core/lang/compile.ts';
import type { Program } from '../core/lang/program.ts';
import { faultText, type Read } from '../core/task/refusal.ts';
import type { Task } from '../core/task/task.ts';
import { decodeText } from '../host/tasks/text.ts';
import { WrongCall } from './faults.ts';
import { needed } from './options.ts';
import { remark } from './output.ts';

export interface NamedProgram {
  readonly name: string;
  readonly program: Program;
}

/** The text of a file. */
export function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new WrongCall(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    );
  }
  const read = decodeText(bytes);
  if (!read.ok) throw new WrongCall(`${path}: ${read.why}`);
  return read.text;
}

/** The options of a call that name its tasks. */
export const TASK_OPTIONS = ['tasks', 'solutions'] as const;

/** The tasks of `--tasks` by id, a single task called after its file, with the outputs of `--solutions` in place. */
export function readTasks(options: {
  readonly tasks: string | undefined;
  readonly solutions?: string | undefined;
}): ReadonlyMap<string, Task> {
  const path = needed('tasks', options.tasks);
  const data = valueOf(path, parseJsonOrLines(readText(path), path));
  const file = valueOf(path, readTaskFile(data, basename(path).replace(/\.(json|jsonl|ndjson)$/i, '')));
  for (const said of file.remarks) remark(`${path}: ${said}\n`);
  const tasks = new Map(file.tasks.map(({ id, task }) => [id, task]));
  if (options.solutions === undefined) return tasks;
  const solutions = needed('solutions', options.solutions);
  return valueOf(solutions, withSolutions(tasks, readText(solutions)));
}

/** What was read; a fault of the file is one of the call. */
function valueOf<T>(path: string, read: Read<T>): T {
  if (!read.ok) throw new WrongCall(`${path}: ${faultText(read.fault)}`);
  return read.value;
}

export interface SolverFile {
  readonly solvers: readonly NamedProgram[];
  /** Whether some could not be read. */
  readonly faulty: boolean;
}

/**
 * The solvers of a file in their order, of several with one name the last. Errors, and what else a reader has to know,
 * are told on standard error. A file with none that can be read is refused.
 */
export function readSolvers(path: string): SolverFile {
  const source = readText(path);
  const { solvers, diagnostics } = compile(source);
  const told = diagnostics.filter(({ severity, code }) => severity === 'error' || TOLD.includes(code));
  for (const { span, message } of told) {
    const { line, column } = lineColumn(source, span.from);
    remark(`${path}:${line}:${column}: ${message}\n`);
  }
  const readable = lastOfEach(solvers).flatMap(({ name, program }) =>
    program === null ? [] : [{ name: name || 'solve', program }],
  );
  if (readable.length === 0)
    throw new WrongCall(`${path}: holds no function solve_<id>${told.length > 0 ? ' that can be read' : ''}`);
  const faulty = told.some(({ severity, code }) => severity === 'error' || code === 'hole');
  return { solvers: readable, faulty };
}

/** Warnings on what a file gives, and not on how it is written. A hole is no fault, but what has one cannot run. */
const TOLD: readonly string[] = ['fence', 'duplicate-solver', 'hole'];
