/** A first pass over everything that Python is to do: what takes too long, what it gets right, and whether we agree. */
import { scorePrograms } from '../../../src/core/engine/score.ts';
import { ownTasks, type Corpus, type CorpusSolver, type CorpusTask } from '../corpus.ts';
import type { Peer, PeerJob } from './python.ts';

/** Seconds that Python may take for all solvers on one task. */
export const LIMIT = 90;

export interface Scouted {
  /** The solvers that both sides have. */
  readonly solvers: readonly CorpusSolver[];
  /** The foreign tasks that Python does in time, and the others. */
  readonly foreign: readonly CorpusTask[];
  readonly over: readonly CorpusTask[];
  /** Of solvers on foreign tasks: those where both sides get the same number of pairs right. */
  readonly alike: number;
  /** Solvers that are right on their own task, by Python. */
  readonly working: ReturnType<typeof ownTasks>;
}

export async function scout(corpus: Corpus, python: Peer): Promise<Scouted> {
  const solvers = corpus.solvers.filter(({ name }) => python.solvers.has(name));
  const own = ownTasks(corpus).filter(({ solver }) => python.solvers.has(solver.name));
  await python.learn(new Set([...corpus.chosen, ...own.map(({ task }) => task)]));
  const foreign: CorpusTask[] = [];
  const over: CorpusTask[] = [];
  let alike = 0;
  for (const task of corpus.chosen) {
    const { right, inTime } = await python.run(jobsOn(task, solvers), LIMIT);
    (inTime ? foreign : over).push(task);
    if (inTime) alike += agreements(task, solvers, right);
  }
  const { right } = await python.run(ownJobs(own), 4 * LIMIT);
  return {
    solvers,
    foreign,
    over,
    alike,
    working: own.filter(({ task }, i) => right[i] === task.pairs.length),
  };
}

export function jobsOn({ id }: CorpusTask, solvers: readonly CorpusSolver[]): PeerJob[] {
  return solvers.map(({ name }) => [name, id]);
}

export function ownJobs(units: ReturnType<typeof ownTasks>): PeerJob[] {
  return units.map(({ solver, task }) => [solver.name, task.id]);
}

function agreements(
  { pairs }: CorpusTask,
  solvers: readonly CorpusSolver[],
  right: readonly number[],
): number {
  const programs = solvers.map(({ program }) => program);
  const { match } = scorePrograms(programs, pairs);
  const matches = (p: number): number =>
    match.subarray(p * pairs.length, (p + 1) * pairs.length).filter((one) => one === 1).length;
  return right.filter((count, p) => matches(p) === count).length;
}
