/** The tasks of a sweep on one worker. What a task gives is what it gives on any number of them. */
import type { Remote } from 'comlink';
import { printSteps } from '../core/lang/print.ts';
import { decodeProgram } from '../core/lang/program-code.ts';
import { SweepGate } from '../core/pipeline/sweep-gate.ts';
import { failedResult, type SweepOptions, type TaskResult } from '../core/pipeline/sweep-record.ts';
import { planFor, TaskRun, type SweepTask } from '../core/pipeline/sweep-task.ts';
import type { PoolSolver } from '../core/pipeline/types.ts';
import { supervisedExecutor } from '../host/pool/executor.ts';
import type { Supervisor } from '../host/pool/supervisor.ts';
import type { EngineApi } from '../protocol/engine.ts';

/** Milliseconds between two looks at the time limit. */
const TICK = 50;

/** Milliseconds that a job of a sweep may take: what takes longer than its task may is for nobody. */
export const jobDeadline = ({ secondsPerTask }: SweepOptions): number =>
  Math.max(5000, secondsPerTask * 1000);

export class MutationWork {
  private readonly supervisor: Supervisor<Remote<EngineApi>>;
  private readonly pool: readonly PoolSolver[];
  private readonly options: SweepOptions;
  private gate: SweepGate | null = null;
  private run: TaskRun | null = null;
  private stopped = false;

  constructor(supervisor: Supervisor<Remote<EngineApi>>, pool: readonly PoolSolver[], options: SweepOptions) {
    this.supervisor = supervisor;
    this.pool = pool;
    this.options = options;
  }

  async solve(item: SweepTask): Promise<TaskResult> {
    const gate = (this.gate ??= await this.load());
    if (this.stopped) return failedResult(item.id, item.task, 'stopped');
    if (gate === null) return failedResult(item.id, item.task, 'the solvers could not be read by the worker');
    const { pool, options } = this;
    const print = async (code: Int32Array, name: string): Promise<string> =>
      printSteps(decodeProgram(code), name);
    const run = new TaskRun(item.id, planFor(item, pool, options), options.secondsPerTask, gate, print);
    const ticking = setInterval(() => run.check(), TICK);
    this.run = run;
    const result = await run.go();
    this.run = null;
    clearInterval(ticking);
    return result ?? failedResult(item.id, item.task, 'stopped');
  }

  /** The task at work ends at once, and what it gives is for nobody. */
  stop(): void {
    this.stopped = true;
    this.run?.stop();
  }

  private async load(): Promise<SweepGate | null> {
    const executor = supervisedExecutor(this.supervisor, jobDeadline(this.options));
    const outcome = await executor.submit('load', { pool: this.pool });
    if (!outcome.ok || outcome.value.names.length === 0) return null;
    return new SweepGate(executor, outcome.value, () => performance.now());
  }
}
