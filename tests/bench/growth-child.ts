/** A run in a process of its own, which is asked for it by rows/growth.ts: peak memory is that of a whole process. */
import type { RunPlan } from '../../src/core/pipeline/types.ts';
import { runToEnd } from './candidates.ts';
import { ofBusiestThread } from './clocks.ts';
import { onWorkers } from './executors.ts';
import type { Sample } from './measure.ts';
import { yardstick } from './yardstick.ts';

export interface GrowthOrder {
  readonly plan: RunPlan;
  readonly workers: number;
  /** Candidates of the run that goes before. */
  readonly warmUp: number;
}

export interface GrowthResult extends Sample {
  readonly yard: Sample;
  /** Candidates that were scored. */
  readonly scored: number;
  /** Megabytes of the whole process, all workers included: before the run that counts, and at most. */
  readonly before: number;
  readonly peak: number;
}

const YARDS = 20;

process.once('message', (order) => {
  void onWorkers((order as GrowthOrder).workers, async (executor) => {
    const { plan, warmUp } = order as GrowthOrder;
    await runToEnd({ ...plan, perRound: warmUp }, executor);
    const before = process.memoryUsage().rss / 2 ** 20;
    const measured = async (work: () => unknown): Promise<Sample> => {
      const cpuSince = ofBusiestThread();
      const started = performance.now();
      await work();
      return { wall: performance.now() - started, cpu: cpuSince() };
    };
    const inYards = await measured(() => Array.from({ length: YARDS }, yardstick));
    let scored = 0;
    const sample = await measured(async () => (scored = (await runToEnd(plan, executor)).score.out));
    const yard = { wall: inYards.wall / YARDS, cpu: inYards.cpu === null ? null : inYards.cpu / YARDS };
    const result: GrowthResult = {
      ...sample,
      yard,
      scored,
      before,
      peak: process.resourceUsage().maxRSS / 1024,
    };
    process.send?.(result);
  }).finally(() => process.disconnect());
});
