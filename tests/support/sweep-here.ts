/** A sweep in this thread, under Node: what it gives is what it gives anywhere. */
import { printSteps } from '../../src/core/lang/print.ts';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { Sweep, type SweepPlan } from '../../src/core/pipeline/sweep.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { TOOLS } from './tools.ts';

/** The results of the tasks in their order, without the time that they took. */
export async function sweepHere(plan: SweepPlan): Promise<TaskResult[]> {
  const results = new Map<string, TaskResult>();
  const sweep = new Sweep(plan, {
    executor: {
      width: 1,
      submit: (name, job) => Promise.resolve({ ok: true, value: structuredClone(work(name, job, TOOLS)) }),
    },
    now: () => 0,
    print: (code, name) => Promise.resolve(printSteps(decodeProgram(code), name)),
    onResult: (result) => void results.set(result.task, result),
  });
  await sweep.start();
  return plan.tasks.map(({ id }) => results.get(id)!);
}
