/** `batt queue collect`: a sweep's results, as the folder that a sweep on one machine writes. */
import { dirname, resolve } from 'node:path';
import { failedResult, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import { needed, readOptions } from '../options.ts';
import { print } from '../output.ts';
import type { SweepTask } from '../../core/pipeline/sweep-task.ts';
import type { Plan } from '../plan.ts';
import { SweepFolder } from '../sweep-folder.ts';
import { submit, tellSummary } from '../sweep-output.ts';
import { checkWritable } from '../written.ts';
import type { Statements } from './database.ts';
import { MOST_LOSSES } from './lease.ts';
import { linesOf } from './results.ts';
import { sweepNamed, tasksOf, type StoredSweep } from './sweeps.ts';
import { withQueue } from './verbs.ts';

interface Collected {
  readonly sweep: StoredSweep;
  readonly plan: Plan;
  readonly results: ReadonlyMap<string, TaskResult>;
}

export async function collect(words: readonly string[]): Promise<number> {
  const options = readOptions(words, { values: ['db', 'name', 'out', 'submission'] });
  const name = needed('name', options.name);
  const out = needed('out', options.out);
  const submission = options.submission === undefined ? null : needed('submission', options.submission);
  if (submission !== null && dirname(resolve(submission)) !== resolve(out))
    checkWritable('submission', submission);
  const { sweep, plan, results } = await withQueue(options.db, {}, ({ database }) =>
    database.transaction((db) => collected(db, name)),
  );
  const folder = new SweepFolder(out, plan, sweep.tasksFrom, null, sweep.engine);
  try {
    for (const [task, result] of results) folder.results.set(task, result);
    folder.writeReport();
    tellSummary(folder, out);
    const left = folder.tasks.length - folder.results.size;
    if (left > 0) print(`${left} tasks are still to do; the same call later adds them\n`);
    if (submission !== null)
      submit(folder.ordered, new Map(plan.tasks.map(({ id, task }) => [id, task])), submission, folder.about);
    return 0;
  } finally {
    folder.close();
  }
}

/** What there is of a sweep now. A task that was given up has a result that says why. */
async function collected(db: Statements, name: string): Promise<Collected> {
  const sweep = await sweepNamed(db, name);
  const tasks = await tasksOf(db, sweep);
  const failures = await db.rows<{ place: number; reason: string }>(
    'SELECT place, reason FROM batt.loss WHERE sweep = $1 AND given_up',
    [sweep.id],
  );
  const results = new Map<string, TaskResult>();
  for (const { place, reason } of failures) {
    const { id, task } = tasks[place] as SweepTask;
    results.set(id, failedResult(id, task, `given up after ${MOST_LOSSES} lost workers: ${reason}`));
  }
  for (const [task, line] of await linesOf(db, sweep.id)) results.set(task, JSON.parse(line) as TaskResult);
  return { sweep, plan: { ...sweep.work, tasks }, results };
}
