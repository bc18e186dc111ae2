/**
 * Submissions as Kaggle wants them: `{"<id>": [{"attempt_1": grid, "attempt_2": grid}, …], …}`, every task of the set,
 * an entry for each test input in order, two attempts each.
 */
import { isUnknown } from '../task/read.ts';
import { attempt, refuse, type Read } from '../task/refusal.ts';
import type { GridRows, Task } from '../task/task.ts';
import { counted, dataOf, entriesOf, gridAt, listAt, nameOf } from './read.ts';

/** null: no answer, which is never right. */
export type Attempts = readonly [GridRows | null, GridRows | null];

/** By task id, the attempts for each test input. */
export type Submission = ReadonlyMap<string, readonly Attempts[]>;

/** For each test input the answers, the best first; null for none. The first two that differ are used. */
export type Answers = ReadonlyMap<string, readonly (readonly (GridRows | null)[])[]>;

/** Stands where nobody has an answer: what the competition's own sample has. */
export const NO_ANSWER: GridRows = [
  [0, 0],
  [0, 0],
];

export interface Built {
  readonly submission: Submission;
  /** Test inputs of all tasks, those with an answer of our own, and those with two different ones. */
  readonly inputs: number;
  readonly answered: number;
  readonly twice: number;
}

/**
 * The submission for a set of tasks. A missing second answer repeats the first; where there is none, both are
 * `NO_ANSWER`. An answer that is no grid, or one for a task or a test input that is not there, is a fault.
 */
export function buildSubmission(tasks: ReadonlyMap<string, Task>, answers: Answers): Read<Built> {
  return attempt(() => {
    for (const id of answers.keys())
      if (!tasks.has(id)) refuse(id, 'an answer for a task that is not in the set');
    let [inputs, answered, twice] = [0, 0, 0];
    const submission = new Map<string, readonly Attempts[]>();
    for (const [id, { test }] of tasks) {
      const given = answers.get(id) ?? [];
      if (given.length > test.length)
        refuse(id, `answers for ${counted(given.length, 'test input')}; the task has ${test.length}`);
      const attempts = test.map((_, i): Attempts => {
        const grids = (given[i] ?? []).filter((grid) => grid !== null);
        const [first] = grids.slice(0, 1).map((grid) => gridAt(grid, `${id}[${i}].attempt_1`));
        const others = grids.filter((grid) => JSON.stringify(grid) !== JSON.stringify(first));
        const [second] = others.slice(0, 1).map((grid) => gridAt(grid, `${id}[${i}].attempt_2`));
        inputs++;
        if (first !== undefined) answered++;
        if (second !== undefined) twice++;
        return [first ?? NO_ANSWER, second ?? first ?? NO_ANSWER];
      });
      submission.set(id, attempts);
    }
    return { submission, inputs, answered, twice };
  });
}

/** The file, a line for each task; equal submissions are equal to the byte. */
export function submissionText(submission: Submission): string {
  const lines = [...submission].map(([id, list]) => {
    const entries = list.map(([first, second]) => ({ attempt_1: first, attempt_2: second }));
    return `${JSON.stringify(id)}: ${JSON.stringify(entries)}`;
  });
  return `{${lines.join(',\n')}}\n`;
}

/** Whether data, by its first entry, is a submission: attempts by task, or the list of those for one task. */
export function looksLikeSubmission(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const lists: unknown[] = Array.isArray(data) ? [data] : Object.values(data);
  const list = lists.find((one) => one !== null);
  const entry: unknown = Array.isArray(list) ? list.find((one) => one !== null) : undefined;
  return typeof entry === 'object' && entry !== null && 'attempt_1' in entry;
}

/**
 * Reads a submission, JSON text or data; `name` is the task that a list alone is for. With the `tasks` that it should
 * answer, it must answer them all, and only them.
 */
export function readSubmission(
  data: unknown,
  tasks?: ReadonlyMap<string, Task>,
  name = '',
): Read<Submission> {
  return attempt(() => {
    const given = dataOf(data);
    const entries = Array.isArray(given) && name !== '' ? [[name, given] as const] : entriesOf(given, '');
    const submission = new Map(entries.map(([id, list]) => [id, attemptsAt(list, id)] as const));
    if (tasks === undefined) return submission;
    for (const [id, list] of submission) {
      const task = tasks.get(id) ?? refuse(id, 'there is no such task in the set');
      const wanted = task.test.length;
      if (list.length !== wanted)
        refuse(id, `${counted(wanted, 'test input')} of the task, but attempts for ${list.length}`);
    }
    for (const id of tasks.keys())
      if (!submission.has(id)) refuse(id, 'is missing: a submission answers every task');
    return submission;
  });
}

function attemptsAt(data: unknown, id: string): readonly Attempts[] {
  const list = listAt(data, id, 'attempts');
  if (list.length === 0) refuse(id, 'at least one entry is needed');
  return list.map((entry, i) => {
    const path = `${id}[${i}]`;
    if (entry === null) return [null, null];
    if (typeof entry !== 'object' || Array.isArray(entry)) {
      return refuse(path, `an object with attempt_1 and attempt_2 is needed, not ${nameOf(entry)}`);
    }
    const { attempt_1, attempt_2 } = entry as Record<string, unknown>;
    return [answerAt(attempt_1, `${path}.attempt_1`), answerAt(attempt_2, `${path}.attempt_2`)] as const;
  });
}

/** A grid, or an object that has it as its `answer` beside what else was noted; null and no cells are no answer. */
function answerAt(data: unknown, path: string): GridRows | null {
  if (typeof data === 'object' && data !== null && !Array.isArray(data) && 'answer' in data)
    return answerAt(data.answer, `${path}.answer`);
  return data !== undefined && isUnknown(data) ? null : gridAt(data, path);
}

/** Which attempt was right: 1 or 2; 0 neither; null where the truth is not known. */
export type Verdict = 1 | 2 | 0 | null;

export interface TaskVerdict {
  readonly id: string;
  /** For each test input. */
  readonly verdicts: readonly Verdict[];
  /** All test inputs are known, and each has a right attempt. */
  readonly solved: boolean;
}

export interface SubmissionScore {
  readonly tasks: readonly TaskVerdict[];
  /** Test inputs whose output is known, and those of them with a right attempt. */
  readonly known: number;
  readonly right: number;
  /** Mean over the tasks with a known output of their share of right ones, 0-1: how the competition counts. */
  readonly score: number;
}

/** Holds a submission against the tasks as far as their test outputs are known. A task that it leaves out is not solved. */
export function scoreSubmission(submission: Submission, tasks: ReadonlyMap<string, Task>): SubmissionScore {
  let [known, right, shares, judged] = [0, 0, 0, 0];
  const verdicts = [...tasks].map(([id, { test }]): TaskVerdict => {
    const list = submission.get(id) ?? [];
    const each = test.map(({ output }, i): Verdict => {
      if (output === null) return null;
      const place = list[i]?.findIndex((grid) => grid !== null && isEqual(grid, output)) ?? -1;
      return (place + 1) as Verdict;
    });
    const judgedHere = each.filter((verdict) => verdict !== null);
    const rightHere = judgedHere.filter((verdict) => verdict !== 0).length;
    known += judgedHere.length;
    right += rightHere;
    if (judgedHere.length > 0) {
      shares += rightHere / judgedHere.length;
      judged++;
    }
    return { id, verdicts: each, solved: rightHere === test.length };
  });
  return { tasks: verdicts, known, right, score: judged === 0 ? 0 : shares / judged };
}

function isEqual(a: GridRows, b: GridRows): boolean {
  return (
    a.length === b.length &&
    a.every((row, r) => row.length === b[r].length && row.every((cell, c) => cell === b[r][c]))
  );
}
