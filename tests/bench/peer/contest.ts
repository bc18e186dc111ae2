/** Work that CPython and Batt both do once: CPython in one process, a part of it a round, Batt in a fresh one each round. */
import type { CorpusSolver, CorpusTask } from '../corpus.ts';
import { askFresh } from '../fresh/child.ts';
import { scoreFresh, type ScoreResult } from '../fresh/command.ts';
import type { Files } from '../fresh/files.ts';
import type { SolversOrder, SolversResult } from '../fresh/solvers-child.ts';
import { total, type Sample, type Side } from '../measure.ts';
import { geometricMean } from '../stats.ts';
import type { Peer, PeerTime } from './python.ts';

/** The solvers on the tasks, or each on its own. */
export interface Work {
  readonly solvers: readonly CorpusSolver[];
  readonly on: readonly CorpusTask[] | 'own';
}

/** What CPython took, by `solver task`. */
export type PeerTimes = Map<string, PeerTime>;

/** Lets CPython do its part of a round: every so many-th task of the work, each once in all rounds together. */
export async function runPart(
  python: Peer,
  { solvers, on }: Work,
  part: number,
  parts: number,
  times: PeerTimes,
): Promise<void> {
  const jobs =
    on === 'own'
      ? solvers.filter((_, i) => i % parts === part).map(({ name }) => [name, name] as const)
      : on
          .filter((_, i) => i % parts === part)
          .flatMap(({ id }) => solvers.map(({ name }) => [name, id] as const));
  const found = await python.run(jobs);
  jobs.forEach(([name, task], i) => times.set(`${name} ${task}`, found[i]));
}

/** What CPython took for one solver in all. */
function ofSolver(times: PeerTimes, { name }: CorpusSolver, on: Work['on']): PeerTime[] {
  const ids = on === 'own' ? [name] : on.map(({ id }) => id);
  return ids.flatMap((id) => times.get(`${name} ${id}`) ?? []);
}

export function peerTotal(times: PeerTimes, { solvers, on }: Work): Sample & { readonly cut: number } {
  const all = solvers.flatMap((solver) => ofSolver(times, solver, on));
  return { ...total(all), cut: all.reduce((sum, { cut }) => sum + cut, 0) };
}

/** A work with what Batt did for it so far. */
export class Contest {
  readonly name: string;
  readonly work: Work;
  readonly times: PeerTimes;
  /** A result a round: on one worker, on two where that is asked for, and solver by solver. */
  readonly one: ScoreResult[] = [];
  readonly two: ScoreResult[] = [];
  readonly each: SolversResult[] = [];
  private readonly withTwo: boolean;

  constructor(name: string, work: Work, times: PeerTimes, withTwo = false) {
    this.name = name;
    this.work = work;
    this.times = times;
    this.withTwo = withTwo;
  }

  /** Batt's sides of a round, each in a fresh process. */
  sides(files: Files, file: string): Side[] {
    const { on } = this.work;
    const ids = on === 'own' ? on : on.map(({ id }) => id);
    const solvers = files.solvers(file, this.work.solvers);
    const { tasks } = files;
    const score = (workers: 1 | 2) => async (): Promise<Sample> => {
      const result = await scoreFresh({ solvers, tasks, on: ids, workers });
      (workers === 1 ? this.one : this.two).push(result);
      return result.scoring;
    };
    const each = async (): Promise<Sample> => {
      const order = { solvers, tasks, on: ids };
      this.each.push(await askFresh<SolversOrder, SolversResult>('bench-solvers', order));
      return NOTHING;
    };
    return [score(1), ...(this.withTwo ? [score(2)] : []), each];
  }
}

/** A side that keeps its own times. */
export const NOTHING: Sample = { wall: 0, cpu: null };

/** Milliseconds below which a clock tells nothing. */
const LEAST = 0.001;

/** The geometric mean over the solvers of a work of how many times longer CPython took for each. */
export function meanRatio(
  times: PeerTimes,
  { solvers, on }: Work,
  each: SolversResult,
  clock: 'wall' | 'cpu',
): number | null {
  const ours = new Map(each);
  const ratios = solvers.map((solver) => {
    const slow = total(ofSolver(times, solver, on))[clock];
    const quick = ours.get(solver.name)?.[clock] ?? null;
    return slow === null || quick === null ? null : Math.max(slow, LEAST) / Math.max(quick, LEAST);
  });
  return ratios.every((ratio) => ratio !== null) ? geometricMean(ratios) : null;
}

/** Solvers on tasks for which both sides get the same number of pairs right, and of how many; cut-off ones left out. */
export function agreement(
  times: PeerTimes,
  ours: ScoreResult,
): { readonly alike: number; readonly of: number } {
  const known = [...ours.right].filter(([key]) => times.get(key)?.cut === 0);
  return { alike: known.filter(([key, right]) => times.get(key)?.right === right).length, of: known.length };
}
