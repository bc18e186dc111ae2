/** All stages on one worker: a round of candidates, and the job that the reference pipeline did. */
import type { RunPlan } from '../../../src/core/pipeline/types.ts';
import type { Task } from '../../../src/core/task/task.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf } from '../candidates.ts';
import { draw } from '../corpus.ts';
import { askFresh } from '../fresh/child.ts';
import type { RunOrder, RunResult } from '../fresh/run-child.ts';
import { total, type Sample } from '../measure.ts';
import { rateRow, timeRow, type Section } from '../row.ts';

/** The reference run: 32 solvers and their mutations, about 150 candidates, on 5 train pairs and a test pair. */
const JOB = { solvers: 32, candidates: 150, train: 5 };

export async function pipeline({ corpus, effort, scale }: Bench): Promise<Section> {
  const { task, id } = corpus.chosen[0];
  const round = (seed: number): RunPlan => planOf(task, poolOf(corpus), scale.round, seed);
  const pool = poolOf(corpus, JOB.solvers);
  const jobs = draw(corpus, 'job', [...corpus.tasks.values()], scale.jobTasks).map((entry) =>
    planOf(sixPairs(entry.task), pool, JOB.candidates, corpus.seed),
  );
  const ask = (plans: readonly RunPlan[]) =>
    askFresh<RunOrder, RunResult>('bench-run', { plans, workers: 1 });
  const rounds: RunResult[] = [];
  const work: RunResult[] = [];
  for (let i = 0; i < effort.rounds; i++) {
    rounds.push(await ask([round(corpus.seed), round(corpus.seed + 1)]));
    work.push(await ask(jobs));
  }
  const at = (results: readonly RunResult[], place: number): Sample[] =>
    results.map(({ samples }) => samples[place]);
  const others = work.map(({ samples }) => perOne(samples.slice(1)));
  const yards = (results: readonly RunResult[]): Sample[] => results.map(({ yard }) => yard);
  return {
    id: 'pipeline',
    title: 'The whole pipeline on one worker',
    notes: [
      `A round: ${scale.round} candidates on ${id}, from reading the pool to the ranking. Again: in the same process, with another seed.`,
      `The reference job: ${pool.length} solvers, ${JOB.candidates} candidates, six pairs (repeated where a task has fewer). Again: in the same process, on ${jobs.length - 1} other tasks.`,
      'CPU is the time of the busiest thread.',
    ],
    rows: [
      rateRow('a round, cold', 'candidates/s', scale.round, at(rounds, 0), yards(rounds)),
      rateRow('a round again, another seed', 'candidates/s', scale.round, at(rounds, 1), yards(rounds)),
      timeRow('reference job, cold', 'ms', at(work, 0), yards(work)),
      timeRow('reference job again, other tasks', 'ms a task', others, yards(work), {
        bar: { of: 'figure', at: 'most', value: 15 },
      }),
    ],
  };
}

function perOne(samples: readonly Sample[]): Sample {
  const { wall, cpu } = total(samples);
  return { wall: wall / samples.length, cpu: cpu === null ? null : cpu / samples.length };
}

/** Five train pairs and a test pair, whatever the task has. */
function sixPairs({ train, test }: Task): Task {
  return {
    train: Array.from({ length: JOB.train }, (_, i) => train[i % train.length]),
    test: test.slice(0, 1),
  };
}
