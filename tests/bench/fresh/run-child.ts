/** Runs of the pipeline, the first of them cold, in a process of its own: peak memory is that of a whole process. */
import type { RunPlan } from '../../../src/core/pipeline/types.ts';
import { runToEnd } from '../candidates.ts';
import { ofBusiestThread } from '../clocks.ts';
import { onWorkers } from '../executors.ts';
import { measured, yardSample, type Sample } from '../measure.ts';
import { answerOnce } from './child.ts';

export interface RunOrder {
  /** One after the other. */
  readonly plans: readonly RunPlan[];
  readonly workers: number;
}

export interface RunResult {
  /** One a plan; processor time is that of the busiest thread. */
  readonly samples: readonly Sample[];
  readonly yard: Sample;
  /** For each plan: candidates that were scored. */
  readonly scored: readonly number[];
  /** Megabytes of the whole process, all workers included: before the first run, and at most. */
  readonly before: number;
  readonly peak: number;
}

answerOnce(({ plans, workers }: RunOrder) =>
  onWorkers(workers, async (executor): Promise<RunResult> => {
    const before = process.memoryUsage().rss / 2 ** 20;
    const samples: Sample[] = [];
    const scored: number[] = [];
    for (const plan of plans) {
      const run = async (): Promise<unknown> => scored.push((await runToEnd(plan, executor)).score.out);
      samples.push(await measured(run, ofBusiestThread));
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    return { samples, yard: await yardSample(), scored, before, peak };
  }),
);
