/** Sweeps over a few starter tasks, in this thread. */
import { expect } from 'vitest';
import { printSteps } from '../../src/core/lang/print.ts';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import type { JobName, Jobs } from '../../src/core/pipeline/jobs.ts';
import type { Executor, Answer } from '../../src/core/pipeline/executor.ts';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { Sweep, type SweepEnvironment, type SweepPlan } from '../../src/core/pipeline/sweep.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { starterPool, starterTasks } from './starter.ts';
import { TOOLS } from './tools.ts';

export const OPTIONS = {
  seed: 7,
  rounds: 2,
  perRound: 60,
  fuel: 300_000,
  secondsPerTask: 60,
  leaveOwnOut: true,
};

export const tasks = [...starterTasks].slice(0, 5).map(([id, task]) => ({ id, task }));

export function planOf(
  changes: Partial<SweepPlan> = {},
  options: Partial<SweepPlan['options']> = {},
): SweepPlan {
  return { tasks, pool: starterPool.slice(0, 16), options: { ...OPTIONS, ...options }, ...changes };
}

/** Does jobs in this thread; tells how many it has at once, and of how many tasks they were. */
export class Inline implements Executor {
  readonly width: number;
  most = 0;
  count = 0;
  ms = 0;
  private readonly cost: (name: JobName) => number;
  private now = 0;

  constructor(width: number, cost: (name: JobName) => number = () => 0) {
    this.width = width;
    this.cost = cost;
  }

  async submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
    this.most = Math.max(this.most, ++this.now);
    await new Promise((resolve) => setTimeout(resolve, (this.count++ * 7) % 3));
    this.ms += this.cost(name);
    this.now--;
    return { ok: true, value: structuredClone(work(name, job, TOOLS)) };
  }
}

export const timeless = (results: readonly TaskResult[]): TaskResult[] =>
  results.map((result) => ({ ...result, seconds: 0 })).toSorted((a, b) => (a.task < b.task ? -1 : 1));

export interface Swept {
  readonly sweep: Sweep;
  readonly results: TaskResult[];
}

export function prepare(
  plan: SweepPlan,
  executor: Executor,
  environment: Partial<SweepEnvironment> = {},
  done?: Set<string>,
): Swept {
  const results: TaskResult[] = [];
  const sweep = new Sweep(
    plan,
    {
      executor,
      now: () => 0,
      print: (code, name) => Promise.resolve(printSteps(decodeProgram(code), name)),
      onResult: (result) => void results.push(result),
      ...environment,
    },
    done,
  );
  return { sweep, results };
}

export async function swept(plan: SweepPlan, width = 2): Promise<TaskResult[]> {
  const { sweep, results } = prepare(plan, new Inline(width));
  expect(await sweep.start()).toBe('finished');
  return results;
}
