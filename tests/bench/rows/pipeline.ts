/** All stages in one thread: a round of candidates, and the job that the reference pipeline did. */
import type { Task } from '../../../src/core/task/task.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf, runToEnd } from '../candidates.ts';
import { draw } from '../corpus.ts';
import { inThisThread, now } from '../executors.ts';
import { work } from '../../../src/core/pipeline/work.ts';
import { alternate, summed, timed, type Sample } from '../measure.ts';
import { rateRow, ratioOf, timeRow, type Section } from '../row.ts';
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
      timed(() => work('load', { pool: jobs[0].pool }, now), effort.least),
      ...jobs.map((job) => timed(() => runToEnd(job, inThisThread), effort.least / jobs.length)),
    ],
    effort,
  );
  const [whole, load, ...tasks] = sides;
  const average = summed(tasks).map(({ wall, cpu }) => ({
    wall: wall / jobs.length,
    cpu: cpu === null ? null : cpu / jobs.length,
  }));
  return {
    id: 'pipeline',
    title: 'The whole pipeline in one thread',
    notes: [
      `A round: ${scale.round} candidates on ${id}.`,
      `The reference job: ${pool.length} solvers, ${JOB.candidates} candidates (${statOf(unique).median} of them different), six pairs (repeated where a task has fewer), on ${jobs.length} tasks. The mean over the tasks has the bar.`,
    ],
    rows: [
      rateRow('a round', 'candidates/s', scale.round, whole, yard),
      timeRow('reference job, mean of tasks', 'ms a task', average, yard, {
        bar: { of: 'figure', at: 'most', value: 15 },
      }),
      timeRow(
        'reference job, over the tasks',
        'ms a task',
        tasks.map(middle),
        tasks.map(() => middle(yard)),
      ),
      timeRow('of it reading the pool', 'ms a task', load, yard, {
        ratio: ratioOf('job / reading', average, load, null),
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

/** The medians of samples. */
function middle(samples: readonly Sample[]): Sample {
  const cpus = samples.map(({ cpu }) => cpu);
  const known = cpus.every((cpu): cpu is number => cpu !== null);
  return { wall: statOf(samples.map(({ wall }) => wall)).median, cpu: known ? statOf(cpus).median : null };
}
