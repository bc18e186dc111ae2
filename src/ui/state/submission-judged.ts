/** Somebody's submission held against the tasks at hand. */
import { judgeSubmission, type Submission } from '../../host/submission.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

export type Judged = ReturnType<typeof judgeSubmission> & {
  /** Those that it is held against: all of one data set. */
  readonly tasks: readonly NamedTask[];
};

/** Where two sets have a task of one name, the one that knows more of the submission's tasks is meant. */
export function judge(submission: Submission, all: readonly NamedTask[]): Judged {
  const sets = [...new Set(all.map(({ dataset }) => dataset))];
  const known = (key: string) => all.filter(({ dataset, id }) => dataset === key && submission.has(id));
  const tasks = sets.map(known).sort((a, b) => b.length - a.length)[0] ?? [];
  return { tasks, ...judgeSubmission(submission, tasks) };
}
