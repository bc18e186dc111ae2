/** Scoring alone: solvers on their own tasks one after the other, and all solvers on tasks of others. */
import { DEFAULT_LIMITS } from '../../../src/core/engine/evaluate.ts';
import { scorePrograms } from '../../../src/core/engine/score.ts';
import type { Executor } from '../../../src/core/pipeline/executor.ts';
import { encodeBatch } from '../../../src/core/lang/program-batch.ts';
import { encodeProgram } from '../../../src/core/lang/program-code.ts';
import type { Bench } from '../bench.ts';
import { ofBusiestThread } from '../clocks.ts';
import { ownTasks, type CorpusSolver, type CorpusTask } from '../corpus.ts';
import { done, onWorkers } from '../executors.ts';
import { alternate, timed } from '../measure.ts';
import { ratioOf, timeRow, type Section } from '../row.ts';

export async function scoring({ corpus, effort }: Bench): Promise<Section> {
  const { solvers, chosen } = corpus;
  const own = ownTasks(corpus);
  const programs = solvers.map(({ program }) => program);
  const { sides, yard } = await onWorkers(2, (executor) =>
    alternate(
      [
        timed(() => own.map(({ solver, task }) => scorePrograms([solver.program], task.pairs)), effort.least),
        timed(() => chosen.map(({ pairs }) => scorePrograms(programs, pairs)), effort.least),
        timed(() => scoreOnWorkers(solvers, chosen, executor), effort.least, ofBusiestThread),
      ],
      effort,
    ),
  );
  const [ownSide, foreign, onTwo] = sides;
  const perTask = ratioOf('1 thread / 2 workers', foreign, onTwo);
  const pairs = chosen.reduce((sum, task) => sum + task.pairs.length, 0);
  return {
    id: 'scoring',
    title: 'Scoring alone',
    notes: [
      `Own: ${own.length} solvers, each on all pairs of its own task, one after the other.`,
      `Foreign: ${solvers.length} solvers on all pairs (${pairs}) of ${chosen.length} tasks, one graph a task. Two workers: CPU is the time of the busiest thread.`,
    ],
    rows: [
      timeRow('own tasks, one thread', `ms for ${own.length}`, ownSide, yard),
      timeRow('foreign tasks, one thread', 'ms a task', foreign, yard, {}, chosen.length),
      timeRow('foreign tasks, two workers', 'ms a task', onTwo, yard, { ratio: perTask }, chosen.length),
    ],
  };
}

/** All solvers on all pairs of the tasks, a job a pair. */
export async function scoreOnWorkers(
  solvers: readonly CorpusSolver[],
  tasks: readonly CorpusTask[],
  executor: Executor,
): Promise<void> {
  const programs = encodeBatch(solvers.map(({ program }) => encodeProgram(program)));
  const jobs = tasks.flatMap(({ pairs }) =>
    pairs.map((pair) => ({ programs, pairs: [pair], limits: DEFAULT_LIMITS })),
  );
  await Promise.all(jobs.map((job) => done(executor.submit('score', job))));
}
