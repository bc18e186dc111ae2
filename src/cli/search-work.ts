/** Searches from nothing, and in a pool where there is one, with results such as a sweep keeps. */
import type { Remote } from 'comlink';
import { compile } from '../core/lang/compile.ts';
import { printSteps } from '../core/lang/print.ts';
import { encodeBatch } from '../core/lang/program-batch.ts';
import { decodeProgram } from '../core/lang/program-code.ts';
import { expectedCells, pairScore } from '../core/pipeline/5-score.ts';
import { failedResult, type SearchOptions, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import type { PoolSolver } from '../core/pipeline/types.ts';
import { accuracyOf, isSolved, roundedAccuracy } from '../core/task/measure.ts';
import { pairsOf, type Task } from '../core/task/task.ts';
import { DEFAULT_LIMITS } from '../core/values/ends.ts';
import { supervisedExecutor } from '../host/pool/executor.ts';
import type { Supervisor } from '../host/pool/supervisor.ts';
import type { SearchLimits } from '../host/pool/search.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { PoolSearch } from './solve-pool.ts';
import { fitsSubmission, outputsOf, searchOne, type Searched } from './solve-task.ts';

/** Milliseconds that scoring the answer may take. */
const DEADLINE_MS = 60_000;

export class SearchWork {
  private readonly supervisor: Supervisor<Remote<EngineApi>>;
  private readonly pool: PoolSearch | null;
  private readonly limits: SearchLimits;
  /** Tasks so far: the worker is told them apart by their number, since different sets have equal ids. */
  private count = 0;
  private stopped = false;

  constructor(
    supervisor: Supervisor<Remote<EngineApi>>,
    pool: readonly PoolSolver[],
    options: SearchOptions,
  ) {
    const { seed, searchFuel, searchSeconds } = options;
    const solvers = pool.flatMap(({ name, source }) =>
      compile(source).solvers.flatMap(({ program }) => (program === null ? [] : [{ name, program }])),
    );
    this.supervisor = supervisor;
    this.pool = solvers.length === 0 ? null : new PoolSearch(supervisor, solvers, seed);
    this.limits = searchFuel === undefined ? { ms: (searchSeconds ?? 0) * 1000 } : { fuel: searchFuel };
  }

  async solve({ id, task }: SweepTask): Promise<TaskResult> {
    const searched = await searchOne(
      [this.supervisor],
      this.pool,
      { id, key: `${id} ${this.count++}`, task },
      this.limits,
      () => this.stopped,
    );
    if (searched.why !== null) return failedResult(id, task, searched.why);
    const first = searched.solutions[0];
    const fits = first?.matched === task.train.length;
    const test = task.test.map(({ output }, i) =>
      output === null ? null : JSON.stringify(first?.outputs[i]) === JSON.stringify(output),
    );
    const accuracy = first === undefined ? 0 : await this.accuracy(first.code, task);
    if (accuracy === null) return failedResult(id, task, 'the worker was lost with the answer');
    return {
      task: id,
      solved: isSolved(first?.matched ?? 0, task.train.length, test),
      matched: first?.matched ?? 0,
      train: task.train.length,
      accuracy: roundedAccuracy(accuracy),
      test,
      solver: first === undefined ? '' : printSteps(decodeProgram(first.code), id),
      // How many were tried until then hangs on which track was faster.
      candidates: searched.solutions.length,
      seconds: Number(searched.seconds.toFixed(3)),
      ended: fits ? 'solved' : this.timeWasUp(searched) ? 'time' : 'finished',
      attempts: task.test.map((_, i) => attemptsOn(searched, i)),
    };
  }

  /** The task at work ends soon, and what it gives is for nobody. */
  stop(): void {
    this.stopped = true;
  }

  private timeWasUp({ report }: Searched): boolean {
    return this.limits.ms !== undefined && !report.done;
  }

  /** Share of right cells over the train pairs; null where the worker was lost. */
  private async accuracy(code: Int32Array, task: Task): Promise<number | null> {
    const pairs = pairsOf(task).slice(0, task.train.length);
    const job = { programs: encodeBatch([code]), pairs, limits: DEFAULT_LIMITS };
    const outcome = await supervisedExecutor(this.supervisor, DEADLINE_MS).submit('score', job);
    if (!outcome.ok) return null;
    const { table } = outcome.value;
    return accuracyOf(
      pairs.map((pair, i) => pairScore(table, 0, i, expectedCells(pair))),
      pairs.length,
    );
  }
}

/** Two different outputs at most that can be handed in, the most trusted first, as digit strings a row. */
function attemptsOn({ solutions }: Searched, test: number): string[][] {
  const grids = outputsOf(solutions, test).filter(fitsSubmission);
  const texts = new Set(grids.map((rows) => JSON.stringify(rows.map((row) => row.join('')))));
  return [...texts].slice(0, 2).map((text) => JSON.parse(text) as string[]);
}
