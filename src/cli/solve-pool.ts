/** A pool of solvers beside the search from nothing: its solvers and mutations of them that give all train outputs. */
import type { Remote } from 'comlink';
import { encodeBatch } from '../core/lang/program-batch.ts';
import { encodeProgram } from '../core/lang/program-code.ts';
import { printSteps } from '../core/lang/print.ts';
import { run } from '../core/pipeline/run.ts';
import { SweepGate, GatedExecutor } from '../core/pipeline/sweep-gate.ts';
import { nameOf } from '../core/pipeline/sources.ts';
import { ownName } from '../core/pipeline/sweep-task.ts';
import type { Candidate, Origin, PoolSolver } from '../core/pipeline/types.ts';
import { pairsOf, type GridRows, type Task } from '../core/task/task.ts';
import { DEFAULT_LIMITS } from '../core/values/ends.ts';
import { supervisedExecutor } from '../host/pool/executor.ts';
import type { Supervisor } from '../host/pool/supervisor.ts';
import type { EngineApi } from '../protocol/engine.ts';
import type { NamedProgram } from './files.ts';
import type { Solution } from './solve-report.ts';

/** Milliseconds after which a job, and its worker, are given up. */
const DEADLINE_MS = 120_000;
/** Rounds where no time is given, so that what comes out does not depend on the machine. */
const ROUNDS = 3;
const PER_ROUND = 400;
/** Solutions that are handed on. */
const MOST_TOLD = 4;
/**
 * A solver of the pool that fits ranks below an answer of the search that is trusted, and above others; the unit is
 * the search's cost.
 */
const RANK = 10;

export class PoolSearch {
  private readonly pool: readonly PoolSolver[];
  private readonly gate: SweepGate;
  private readonly seed: number;
  private readonly leaveOwnOut: boolean;

  /** @param leaveOwnOut whether a task is searched without the solver that is called after it */
  constructor(
    supervisor: Supervisor<Remote<EngineApi>>,
    solvers: readonly NamedProgram[],
    seed: number,
    leaveOwnOut = false,
  ) {
    this.pool = solvers.map(({ name, program }) => ({ name, source: printSteps(program, name) }));
    const loaded = {
      programs: encodeBatch(solvers.map(({ program }) => encodeProgram(program))),
      names: solvers.map(({ name }) => name),
      unreadable: [],
      ms: 0,
    };
    this.gate = new SweepGate(supervisedExecutor(supervisor, DEADLINE_MS), loaded, () => performance.now());
    this.seed = seed;
    this.leaveOwnOut = leaveOwnOut;
  }

  /** What gives all train outputs, the best first; `ms` is the time for it, without it there are some rounds. */
  async solve(id: string, task: Task, ms: number | undefined, stopped: () => boolean): Promise<Solution[]> {
    const began = performance.now();
    const gated = new GatedExecutor(this.gate);
    let top: readonly Candidate[] = [];
    await run(
      {
        task,
        pool: this.pool,
        leaveOut: this.leaveOwnOut ? ownName(this.pool, id) : null,
        seed: this.seed,
        perRound: Math.max(PER_ROUND, this.pool.length),
        rounds: ms === undefined ? ROUNDS : 1000,
        fuel: DEFAULT_LIMITS.fuel,
        stopWhenSolved: true,
      },
      {
        executor: gated,
        now: () => performance.now(),
        emit: (event) => {
          if (event.kind === 'ranking') top = event.top;
        },
        stopped: () => stopped() || (ms !== undefined && performance.now() - began > ms),
      },
    );
    const fitting = top.filter(({ matched }) => matched === task.train.length).slice(0, MOST_TOLD);
    if (fitting.length === 0 || stopped()) return [];
    const tests = pairsOf(task).slice(task.train.length);
    const programs = encodeBatch(fitting.map(({ code }) => code));
    const job = { programs, pairs: tests, limits: DEFAULT_LIMITS };
    const outcome = await this.gate.submit('scoreMany', { jobs: [job], outputs: true });
    if (!outcome.ok) return [];
    const grids = outcome.value.outputs[0] ?? [];
    return fitting.map((candidate, i) => ({
      code: Int32Array.from(candidate.code),
      rank: RANK + candidate.length / 10,
      ...makingOf(candidate.origin),
      matched: candidate.matched,
      outputs: tests.map((_, k) => rowsOf(grids[i * tests.length + k] ?? null)),
    }));
  }
}

function makingOf(origin: Origin): Pick<Solution, 'generator' | 'words' | 'steps'> {
  if (origin.kind !== 'mutation')
    return { generator: 'pool', words: `${nameOf(origin)} as it is`, steps: [] };
  return { generator: 'mutation', words: `from ${origin.parent}: ${origin.change}`, steps: [origin.change] };
}

function rowsOf(digits: readonly string[] | null): GridRows | null {
  return digits === null ? null : digits.map((row) => Array.from(row, Number));
}
