/** All stages in one thread: a round of candidates, and the job that the reference pipeline did. */
import type { Task } from '../../../src/core/task/task.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf, runToEnd } from '../candidates.ts';
import { draw } from '../corpus.ts';
import { inThisThread } from '../executors.ts';
import { alternate, timed } from '../measure.ts';
import { rateRow, timeRow, type Section } from '../row.ts';
import { statOf } from '../stats.ts';

/** The reference run: 32 solvers and their mutations, about 150 candidates, on 5 train pairs and a test pair. */
const JOB = { solvers: 32, candidates: 150, train: 5 };

export async function pipeline({ corpus, effort, scale }: Bench): Promise<Section> {
  const { task, id } = corpus.chosen[0];
  const round = planOf(task, poolOf(corpus), scale.round, corpus.seed);
  const pool = poolOf(corpus, JOB.solvers);
  const jobs = draw(corpus, 'job', [...corpus.tasks.values()], scale.jobTasks).map((entry) =>
    planOf(sixPairs(entry.task), pool, JOB.candidates, corpus.seed),
  );
  const unique: number[] = [];
  for (const job of jobs) unique.push((await runToEnd(job, inThisThread)).dedupe.out);
  const { sides, yard } = await alternate(
    [
      timed(() => runToEnd(round, inThisThread), effort.least),
      // One task after the other, so that nothing is left over from the same job before.
      timed(async () => {
        for (const job of jobs) await runToEnd(job, inThisThread);
      }, effort.least),
    ],
    effort,
  );
  const [whole, all] = sides;
  const average = all.map(({ wall, cpu }) => ({
    wall: wall / jobs.length,
    cpu: cpu === null ? null : cpu / jobs.length,
  }));
  return {
    id: 'pipeline',
    title: 'The whole pipeline in one thread',
    notes: [
      `A round: ${scale.round} candidates on ${id}.`,
      `The reference job: ${pool.length} solvers, ${JOB.candidates} candidates (${statOf(unique).median} of them different), six pairs (repeated where a task has fewer), on ${jobs.length} tasks. The texts of the pool have been read before, as in any run but the first.`,
    ],
    rows: [
      rateRow('a round', 'candidates/s', scale.round, whole, yard),
      timeRow('reference job, mean of tasks', 'ms a task', average, yard, {
        bar: { of: 'figure', at: 'most', value: 15 },
      }),
    ],
  };
}

/** Five train pairs and a test pair, whatever the task has. */
function sixPairs({ train, test }: Task): Task {
  return {
    train: Array.from({ length: JOB.train }, (_, i) => train[i % train.length]),
    test: test.slice(0, 1),
  };
}
