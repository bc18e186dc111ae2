/** A program at work on a queue, whose tasks take a given time and cost nothing. */
import { setTimeout as after } from 'node:timers/promises';
import { ENGINE_VERSION } from '../../../src/cli/engine-version.ts';
import { addressOf } from '../../../src/cli/queue/address.ts';
import { Database } from '../../../src/cli/queue/database.ts';
import { Jobs } from '../../../src/cli/queue/jobs.ts';
import { QueueWorker, type Doer } from '../../../src/cli/queue/worker.ts';
import type { TaskResult } from '../../../src/core/pipeline/sweep-record.ts';
import { answerOnce } from './child.ts';

export interface QueueOrder {
  readonly url: string;
  /** Milliseconds that a task takes. */
  readonly ms: number;
}

export interface QueueResult {
  /** Tasks done, and the milliseconds from the first that began to the last that ended, as doing them takes. */
  readonly done: number;
  readonly cpu: number;
}

/** As long as a usual one, with a solver of ten lines and two attempts. */
const SOLVER = Array.from({ length: 10 }, (_, i) => `    x${i + 1} = objects(I, T, F, T)\n`).join('');
const GRID = Array.from({ length: 12 }, () => '012345678901');

answerOnce(async ({ url, ms }: QueueOrder): Promise<QueueResult> => {
  const database = new Database(addressOf(url));
  const jobs = await Jobs.open(database);
  const hire = (): Doer => ({
    async solve(_, { id, task }): Promise<TaskResult> {
      const began = performance.now();
      if (ms > 0) await after(ms);
      return {
        ...{ task: id, solved: false, matched: 0, train: task.train.length, accuracy: 0.5, test: [false] },
        ...{
          solver: SOLVER,
          candidates: 600,
          seconds: (performance.now() - began) / 1000,
          ended: 'finished',
        },
        attempts: [[GRID, GRID]],
      };
    },
    close() {},
  });
  const worker = new QueueWorker(database, jobs, {
    ...{ engine: ENGINE_VERSION, threads: 1, lease: 30, wait: false, hire },
  });
  await worker.run();
  await jobs.close();
  await database.close();
  const { user, system } = process.cpuUsage();
  return { done: worker.tally.done, cpu: (user + system) / 1000 };
});
