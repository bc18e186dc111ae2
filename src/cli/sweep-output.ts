/** What a sweep that is over tells and hands in, wherever it was done. */
import { buildSubmission, scoreSubmission } from '../core/formats/submission.ts';
import { attemptGrids, type TaskResult } from '../core/pipeline/sweep-record.ts';
import { summaryOf } from '../core/pipeline/sweep-summary.ts';
import { faultText } from '../core/task/refusal.ts';
import type { Task } from '../core/task/task.ts';
import { print } from './output.ts';
import type { SweepFolder } from './sweep-folder.ts';
import { writeSubmission, type About } from './submission.ts';

/** One line about the results in the folder `out`. */
export function tellSummary(folder: SweepFolder, out: string): void {
  const { done, solved, partly, unsolved, error, testKnown, testRight, candidates, seconds } = summaryOf(
    folder.ordered,
    folder.tasks.length,
  );
  const standing = `${solved} solved, ${partly} partly, ${unsolved} not, ${error} errors`;
  const right =
    testKnown === 0 ? 'test outputs are not known' : `${testRight} of ${testKnown} test pairs right`;
  const rest = `${right}; ${candidates} candidates, ${seconds} s`;
  print(`${done} tasks: ${standing}; ${rest}; ${out}/report.csv, ${out}/report.json\n`);
}

/** Writes the submission for `tasks`, and one line about it; `judge` tells what of it is right. */
export function submit(
  results: readonly TaskResult[],
  tasks: ReadonlyMap<string, Task>,
  path: string,
  about: About,
  judge = true,
): void {
  const answers = new Map(results.map((result) => [result.task, attemptGrids(result)]));
  const built = buildSubmission(tasks, answers);
  if (!built.ok) throw new Error(faultText(built.fault));
  const { submission, inputs, answered, twice } = built.value;
  writeSubmission(path, submission, about);
  const { known, right } = scoreSubmission(submission, tasks);
  const score = known === 0 ? '; the answers are not known' : `; ${right} of ${known} known answers right`;
  print(`${path}: ${inputs} test inputs, ${answered} answered, ${twice} twice${judge ? score : ''}\n`);
}
