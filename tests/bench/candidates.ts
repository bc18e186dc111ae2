/** Candidates as a run makes them, and whole runs. */
import type { Executor } from '../../src/core/pipeline/executor.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { PoolSolver, RunEvent, RunPlan, StageCounts } from '../../src/core/pipeline/types.ts';
import { DEFAULT_LIMITS } from '../../src/core/values/ends.ts';
import type { Task } from '../../src/core/task/task.ts';
import { draw, type Corpus, type CorpusSolver } from './corpus.ts';
import { now } from './executors.ts';

/** Solvers that a run starts from: those that the app brings along are about as many. */
const POOL = 75;

export function poolOf(corpus: Corpus, count = POOL): CorpusSolver[] {
  return draw(corpus, 'pool', corpus.solvers, count);
}

export function planOf(task: Task, pool: readonly PoolSolver[], perRound: number, seed: number): RunPlan {
  const sources = pool.map(({ name, source }): PoolSolver => ({ name, source }));
  return {
    task,
    pool: sources,
    leaveOut: null,
    seed,
    perRound,
    rounds: 1,
    fuel: DEFAULT_LIMITS.fuel,
    stopWhenSolved: false,
  };
}

/** Carries out the plan; the counts of its stages. */
export async function runToEnd(plan: RunPlan, executor: Executor): Promise<StageCounts> {
  let stages: StageCounts | null = null;
  const emit = (event: RunEvent): void => {
    if (event.kind === 'progress') stages = event.stages;
    if (event.kind === 'lost') throw new Error(`a worker was lost: ${event.why}`);
    if (event.kind === 'end' && event.reason === 'failed') throw new Error(event.message);
  };
  await run(plan, { executor, now, emit, stopped: () => false });
  if (stages === null) throw new Error('the run did nothing');
  return stages;
}
