/** Rounds of candidates on one worker thread, on two, and on as many as the machine has processors. */
import { availableParallelism } from 'node:os';
import { MAX_POOL } from '../../../src/host/pool/size.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf } from '../candidates.ts';
import { askFresh } from '../fresh/child.ts';
import type { RunOrder, RunResult } from '../fresh/run-child.ts';
import { takeTurns, total, type Sample } from '../measure.ts';
import { ratioOf, timeRow, type Row, type Section } from '../row.ts';

export async function workers({ corpus, effort, scale }: Bench): Promise<Section> {
  const most = Math.min(availableParallelism(), MAX_POOL);
  const sizes = most > 2 ? [1, 2, most] : [1, 2];
  const pool = poolOf(corpus);
  const plans = corpus.chosen.map(({ task }) => planOf(task, pool, scale.round, corpus.seed));
  const work = async (size: number): Promise<Sample> => {
    const samples: Sample[] = [];
    for (const plan of plans) {
      const order = { plans: [plan], workers: size };
      samples.push(...(await askFresh<RunOrder, RunResult>('bench-run', order)).samples);
    }
    return total(samples);
  };
  const { sides, yard } = await takeTurns(
    sizes.map((size) => () => work(size)),
    effort,
  );
  return {
    id: 'workers',
    title: 'More workers against one',
    notes: [
      `A whole run of one round of ${scale.round} candidates, from reading the pool to the ranking, on each of ${plans.length} tasks, each in a process of its own.`,
      `CPU is the time of the busiest thread: what an idle machine would take. This one has ${availableParallelism()} processors.`,
    ],
    rows: sizes.map((size, i): Row => {
      const name = `a round, cold, ${size} worker${size === 1 ? '' : 's'}`;
      if (i === 0) return timeRow(name, 'ms a round', sides[0], yard, {}, plans.length);
      const bar = size === 2 ? ({ of: 'ratio', at: 'least', value: 1.8 } as const) : null;
      const ratio = ratioOf(`1 worker / ${size}`, sides[0], sides[i]);
      return timeRow(name, 'ms a round', sides[i], yard, { ratio, bar }, plans.length);
    }),
  };
}
