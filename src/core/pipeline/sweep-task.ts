/** A sweep's work on one task: a run with a time limit, then the best of it as a record. */
import { DEFAULT_CAP } from '../values/ends.ts';
import { encodeBatch } from '../lang/program-batch.ts';
import { isSolved, roundedAccuracy } from '../task/measure.ts';
import { MAX_SIDE, pairsOf, type Task } from '../task/task.ts';
import { behaviourOfPair } from './5-score.ts';
import { run } from './run.ts';
import type { HeldBeside } from './executor.ts';
import { GatedExecutor, type SweepGate } from './sweep-gate.ts';
import type { TaskResult, SweepOptions, TaskEnd } from './sweep-record.ts';
import type { Candidate, PoolSolver, RunEndReason, RunEvent, RunPlan } from './types.ts';

export interface SweepTask {
  readonly id: string;
  readonly task: Task;
}

/** The text of a program; it may reject. */
export type Print = (code: Int32Array, name: string) => Promise<string>;

/** Outputs that are looked at for the two attempts on a test pair: some may be of no size that can be handed in. */
const TRIED = 4;

/** The name of the task's own solver; null where the pool has none. */
export const ownName = (pool: readonly PoolSolver[], id: string): string | null =>
  pool.find(({ name }) => name === id || name === `solve_${id}`)?.name ?? null;

/** The plan of the run on a task: a matter of the options, the pool and the task alone. */
export function planFor(
  { id, task }: SweepTask,
  pool: readonly PoolSolver[],
  options: SweepOptions,
): RunPlan {
  const { seed, rounds, fuel, leaveOwnOut } = options;
  const leaveOut = leaveOwnOut ? ownName(pool, id) : null;
  const perRound = Math.max(options.perRound, pool.length);
  return { task, pool, leaveOut, seed, perRound, rounds, fuel, stopWhenSolved: true };
}

export class TaskRun {
  readonly id: string;
  private readonly plan: RunPlan;
  private readonly limit: number;
  private readonly gate: SweepGate;
  private readonly print: Print;
  /** A search from nothing; null where there is none. */
  private readonly beside: HeldBeside | null;
  private gated: GatedExecutor;
  private halt: 'time' | 'stopped' | null = null;
  private top: readonly Candidate[] = [];
  private candidates = 0;
  private lost = 0;
  private why = '';
  private end: { reason: RunEndReason; message: string } = { reason: 'failed', message: '' };

  constructor(
    id: string,
    plan: RunPlan,
    seconds: number,
    gate: SweepGate,
    print: Print,
    beside: HeldBeside | null = null,
  ) {
    this.id = id;
    this.plan = plan;
    this.limit = seconds * 1000;
    this.gate = gate;
    this.print = print;
    this.beside = beside;
    this.gated = new GatedExecutor(gate);
  }

  /** Null where it was stopped; never rejects. */
  async go(): Promise<TaskResult | null> {
    try {
      await run(this.plan, {
        executor: this.gated,
        now: this.gate.now,
        emit: (event) => this.take(event),
        stopped: () => this.halt !== null,
        ...(this.beside === null ? {} : { beside: this.beside }),
      });
      const ms = this.gated.ms;
      this.reopen();
      return await this.result(ms);
    } catch (error) {
      return this.halt === 'stopped' ? null : { ...this.record(0), ended: 'failed', error: String(error) };
    } finally {
      this.beside?.close();
      this.gated.close('stopped');
    }
  }

  /** Ends the run where its time is up. */
  check(): void {
    if (this.halt !== null || this.gated.ms < this.limit) return;
    this.halt = 'time';
    this.beside?.close();
    this.gated.close('time');
  }

  /** Its search stands still, with its clock; the gate sees to its jobs. */
  pause(): void {
    if (this.beside === null) return;
    this.beside.pause();
    this.gated.hold(true);
  }

  resume(): void {
    this.beside?.resume();
    this.gated.hold(false);
  }

  stop(): void {
    this.halt = 'stopped';
    this.beside?.close();
    this.gated.close('stopped');
  }

  /** The outputs of the best are fetched even where the time is up. */
  private reopen(): void {
    if (this.halt !== 'time') return;
    this.gated = new GatedExecutor(this.gate);
  }

  private take(event: RunEvent): void {
    this.check();
    if (event.kind === 'ranking') this.top = event.top;
    if (event.kind === 'progress') this.candidates = event.stages.score.out;
    if (event.kind === 'lost') {
      this.why = event.why;
      if (!event.again) this.lost += event.candidates;
    }
    if (event.kind === 'end') this.end = event;
  }

  private async result(ms: number): Promise<TaskResult | null> {
    if (this.halt === 'stopped') return null;
    const best = this.top.at(0);
    const printing = best === undefined ? '' : this.print(best.code, this.id);
    const [solver, attempts] = await Promise.all([printing, this.attempts()]);
    // `stop` may have come meanwhile
    if ((this.halt as string | null) === 'stopped') return null;
    const record = { ...this.record(ms), solver, attempts };
    if (this.end.reason !== 'failed') return record;
    return { ...record, error: this.why === '' ? this.end.message : `${this.end.message} ${this.why}` };
  }

  private record(ms: number): TaskResult {
    const best = this.top.at(0);
    const { train, test } = this.plan.task;
    const matched = best?.matched ?? 0;
    const known = test.map(({ output }, i) =>
      output === null ? null : (best?.pairs[train.length + i].match ?? false),
    );
    return {
      task: this.id,
      solved: isSolved(matched, train.length, known),
      matched,
      train: train.length,
      accuracy: roundedAccuracy(best?.accuracy ?? 0),
      test: known,
      solver: '',
      candidates: this.candidates,
      seconds: Number((ms / 1000).toFixed(3)),
      ended: matched === train.length ? 'solved' : this.ended(),
      attempts: test.map(() => []),
      ...(this.lost > 0 ? { lost: this.lost } : {}),
    };
  }

  private ended(): TaskEnd {
    if (this.halt === 'time') return 'time';
    return this.end.reason === 'failed' ? 'failed' : 'finished';
  }

  /** For each test pair the first two outputs, in order of rank, that differ and have a size that can be handed in. */
  private async attempts(): Promise<string[][][]> {
    const { train, test } = this.plan.task;
    const limits = { fuel: this.plan.fuel, cap: DEFAULT_CAP };
    const tests = pairsOf(this.plan.task).slice(train.length);
    const jobs = tests.map((pair, i) => {
      const chosen = distinctOn(this.top, train.length + i).slice(0, TRIED);
      return { programs: encodeBatch(chosen.map(({ code }) => code)), pairs: [pair], limits };
    });
    const outcome = await this.gated.submit('scoreMany', { jobs, outputs: true });
    if (!outcome.ok) return test.map(() => []);
    return outcome.value.outputs.map((grids) => {
      const usable = grids.filter(
        (rows) => rows !== null && rows.length <= MAX_SIDE && rows[0].length <= MAX_SIDE,
      );
      return usable.slice(0, 2).map((rows) => [...(rows as readonly string[])]);
    });
  }
}

/** The best candidate of every output that there is on a pair; the behaviour names it pair by pair. */
function distinctOn(top: readonly Candidate[], pair: number): Candidate[] {
  const seen = new Set<string>();
  return top.filter(({ pairs, behaviour }) => {
    const output = behaviourOfPair(behaviour, pair);
    return pairs[pair].end === 'ok' && !seen.has(output) && seen.add(output);
  });
}
