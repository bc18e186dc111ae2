/** `batt solve --shard`: a search over a part of the tasks, into a folder such as a sweep has; resumable. */
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import type { Plan } from './plan.ts';
import { print, remark } from './output.ts';
import type { Shard } from './shard.ts';
import { SweepFolder } from './sweep-folder.ts';
import { tellSummary } from './sweep-output.ts';
import { onSignal } from './signals.ts';
import { TaskThread } from './task-thread.ts';

/**
 * Searches what the folder `out` lacks; the exit code.
 * @param dataset what the tasks are from
 */
export async function solveInto(
  out: string,
  plan: Plan,
  dataset: string,
  shard: Shard,
  workers: number,
): Promise<number> {
  const folder = new SweepFolder(out, plan, dataset, shard);
  const waiting: SweepTask[] = folder.tasks.filter(({ id }) => !folder.results.has(id));
  const threads = Array.from({ length: Math.min(workers, waiting.length) }, () => new TaskThread());
  const work = { pool: plan.pool, options: plan.options };
  let code = 0;
  const off = onSignal((signal) => {
    code = signal;
    waiting.length = 0;
    for (const thread of threads) thread.close();
  });
  try {
    await Promise.all(
      threads.map(async (thread) => {
        for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
          const result = await thread.solve(work, item);
          if (result === null) return;
          folder.add(result);
          const fit = `${result.matched} of ${result.train} train pairs`;
          print(`${result.task}: ${fit}, ${result.seconds} s${result.error ? `, ${result.error}` : ''}\n`);
        }
      }),
    );
    if (code !== 0) {
      const count = `${folder.results.size} of ${folder.tasks.length} tasks`;
      remark(`batt: stopped; ${count} are kept in ${out}, and the same call goes on\n`);
      return code;
    }
    folder.writeReport();
    tellSummary(folder, out);
    return 0;
  } finally {
    off();
    for (const thread of threads) thread.close();
    folder.close();
  }
}
