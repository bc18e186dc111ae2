/** Submissions from the library or a sweep: two different answers for each test input, those of the best solvers. */
import {
  buildSubmission,
  scoreSubmission,
  submissionText,
  type Answers,
  type Submission,
  type SubmissionScore,
} from '../core/formats/submission.ts';
import { attemptGrids, type TaskResult } from '../core/pipeline/sweep-record.ts';
import { faultText } from '../core/task/refusal.ts';
import type { GridRows, InspectRequest, Inspection, Outcome, Task } from '../protocol/index.ts';
import type { NamedTask } from './tasks/named-task.ts';

export type { Submission, SubmissionScore, TaskVerdict } from '../core/formats/submission.ts';

type Identified = Pick<NamedTask, 'id' | 'task'>;

export interface SubmissionJob {
  /** Each id once. */
  readonly tasks: readonly NamedTask[];
  /** Texts of the solvers of a task, the best first. */
  readonly solversOf: (named: NamedTask) => readonly string[];
  readonly inspect: (request: InspectRequest) => Promise<Outcome<Inspection>>;
  readonly fuel: number;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

export interface Submitted {
  readonly submission: Submission;
  readonly text: string;
  readonly inputs: number;
  readonly answered: number;
  readonly twice: number;
  readonly score: SubmissionScore;
}

export type SubmissionResult =
  { readonly ok: true; readonly value: Submitted } | { readonly ok: false; readonly why: string };

export async function makeSubmission(job: SubmissionJob): Promise<SubmissionResult> {
  const { tasks, signal, progress } = job;
  const answers = new Map<string, readonly GridRows[][]>();
  for (const [done, named] of tasks.entries()) {
    if (signal.aborted) return { ok: false, why: 'Stopped.' };
    progress(done);
    answers.set(named.id, await answersTo(named, job));
  }
  progress(tasks.length);
  return submitted(tasks, answers);
}

/** From what a sweep has found: the outputs of its two best behaviours that differ on a test input. */
export function submissionOf(tasks: readonly Identified[], results: readonly TaskResult[]): SubmissionResult {
  return submitted(tasks, new Map(results.map((result) => [result.task, attemptGrids(result)])));
}

function submitted(tasks: readonly Identified[], answers: Answers): SubmissionResult {
  const set = tasksById(tasks);
  const built = buildSubmission(set, answers);
  if (!built.ok) return { ok: false, why: faultText(built.fault) };
  const { submission } = built.value;
  const value = { ...built.value, text: submissionText(submission), score: scoreSubmission(submission, set) };
  return { ok: true, value };
}

/** For each test input the first two different answers. */
async function answersTo(named: NamedTask, job: SubmissionJob): Promise<GridRows[][]> {
  const { task } = named;
  const answers: GridRows[][] = task.test.map(() => []);
  for (const source of job.solversOf(named)) {
    if (job.signal.aborted || answers.every(({ length }) => length === 2)) break;
    const run = await job.inspect({ source, solver: null, task, fuel: job.fuel });
    const pairs = run.ok ? (run.value.result?.pairs ?? []) : [];
    for (const { set, index, output, end } of pairs) {
      if (set !== 'test' || end !== 'ok' || output === null || output.length > 30 || output[0].length > 30)
        continue;
      const known = answers[index];
      const text = JSON.stringify(output);
      if (known.length < 2 && !known.some((grid) => JSON.stringify(grid) === text)) known.push(output);
    }
  }
  return answers;
}

/** A submission of anybody's against the tasks that are here. */
export function judgeSubmission(
  submission: Submission,
  tasks: readonly NamedTask[],
): { readonly score: SubmissionScore; readonly unknown: readonly string[] } {
  const set = new Map([...tasksById(tasks)].filter(([id]) => submission.has(id)));
  const unknown = [...submission.keys()].filter((id) => !set.has(id));
  return { score: scoreSubmission(submission, set), unknown };
}

function tasksById(tasks: readonly Identified[]): Map<string, Task> {
  return new Map(tasks.map(({ id, task }) => [id, task]));
}
