/** Rounds of candidates on one worker thread, on two, and on as many as the machine has processors. */
import { availableParallelism } from 'node:os';
import type { Executor } from '../../../src/core/pipeline/executor.ts';
import { MAX_POOL } from '../../../src/host/pool/size.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf, runToEnd } from '../candidates.ts';
import { ofBusiestThread } from '../clocks.ts';
import { onWorkers } from '../executors.ts';
import { alternate, timed } from '../measure.ts';
import { ratioOf, timeRow, type Row, type Section } from '../row.ts';

export async function workers({ corpus, effort, scale }: Bench): Promise<Section> {
  const most = Math.min(availableParallelism(), MAX_POOL);
  const sizes = most > 2 ? [1, 2, most] : [1, 2];
  const pool = poolOf(corpus);
  const plans = corpus.chosen.map(({ task }) => planOf(task, pool, scale.round, corpus.seed));
  const work = async (executor: Executor): Promise<void> => {
    for (const plan of plans) await runToEnd(plan, executor);
  };
  const { sides, yard } = await withPools(sizes, (executors) =>
    alternate(
      executors.map((executor) => timed(() => work(executor), effort.least, ofBusiestThread)),
      effort,
    ),
  );
  return {
    id: 'workers',
    title: 'More workers against one',
    notes: [
      `A whole run of one round of ${scale.round} candidates, from reading the pool to the ranking, on each of the ${plans.length} foreign tasks.`,
      `CPU is the time of the busiest thread: what an idle machine would take. This one has ${availableParallelism()} processors.`,
    ],
    rows: sizes.map((size, i): Row => {
      const name = `${size} worker${size === 1 ? '' : 's'}`;
      if (i === 0) return timeRow(name, 'ms a round', sides[0], yard, {}, plans.length);
      const bar = size === 2 ? ({ of: 'ratio', at: 'least', value: 1.8 } as const) : null;
      const ratio = ratioOf(`1 worker / ${size}`, sides[0], sides[i]);
      return timeRow(name, 'ms a round', sides[i], yard, { ratio, bar }, plans.length);
    }),
  };
}

/** All pools are there during all rounds: what waits costs no time. */
function withPools<Result>(
  sizes: readonly number[],
  use: (executors: readonly Executor[]) => Promise<Result>,
): Promise<Result> {
  if (sizes.length === 0) return use([]);
  return onWorkers(sizes[0], (first) => withPools(sizes.slice(1), (others) => use([first, ...others])));
}
