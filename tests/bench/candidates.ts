/** Candidates as a run makes them, and whole runs. */
import { encodeBatch } from '../../src/core/lang/program-batch.ts';
import { decodeBatch, encodeProgram } from '../../src/core/lang/program-code.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { hashesOf } from '../../src/core/pipeline/origins.ts';
import type { Executor } from '../../src/core/pipeline/executor.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { PoolSolver, RunEvent, RunPlan, StageCounts } from '../../src/core/pipeline/types.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { DEFAULT_LIMITS } from '../../src/core/values/ends.ts';
import type { Task } from '../../src/core/task/task.ts';
import { draw, type Corpus, type CorpusSolver } from './corpus.ts';
import { now } from './executors.ts';

/** Solvers that a run starts from: those that the app brings along are about as many. */
const POOL = 75;

export function poolOf(corpus: Corpus, count = POOL): CorpusSolver[] {
  return draw(corpus, 'pool', corpus.solvers, count);
}

/** The first `count` candidates for the task that differ and pass the stages before scoring. */
export function candidatesFor(
  task: Task,
  pool: readonly CorpusSolver[],
  count: number,
  seed: number,
): Program[] {
  const programs = encodeBatch(pool.map(({ program }) => encodeProgram(program)));
  const parents = { programs, names: pool.map(({ name }) => name), pool: pool.length };
  const seen = new Set<string>();
  const found: Program[] = [];
  for (let from = 0; found.length < count && from < 50 * count; from += count) {
    const generated = work('generate', { task, parents, seed, round: 0, from, count }, now);
    const { rejections } = work('check', { programs: generated.programs }, now);
    const hashes = hashesOf(generated.hashes);
    const refused = new Set(rejections.map(({ id }) => id));
    decodeBatch(generated.programs).forEach((program, i) => {
      if (refused.has(i) || seen.has(hashes[i])) return;
      seen.add(hashes[i]);
      found.push(program);
    });
  }
  return found.slice(0, count);
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
