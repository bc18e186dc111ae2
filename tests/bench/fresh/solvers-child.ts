/** Each solver alone on all its pairs, one solver after the other on one worker thread of a process of its own. */
import { readSolvers, readTasks } from '../../../src/cli/files.ts';
import { DEFAULT_LIMITS } from '../../../src/core/values/ends.ts';
import { encodeBatch } from '../../../src/core/lang/program-batch.ts';
import { encodeProgram } from '../../../src/core/lang/program-code.ts';
import { pairsOf } from '../../../src/core/task/task.ts';
import { threadTimes } from '../clocks.ts';
import { done, onWorkers } from '../executors.ts';
import type { Sample } from '../measure.ts';
import { answerOnce } from './child.ts';

export interface SolversOrder {
  readonly solvers: string;
  readonly tasks: string;
  /** Tasks that every solver is run on; with 'own', each solver on its own task. */
  readonly on: readonly string[] | 'own';
}

/** By the name of a solver: the worker's time, and the processor time of its thread. */
export type SolversResult = readonly (readonly [name: string, sample: Sample])[];

answerOnce(({ solvers, tasks, on }: SolversOrder) =>
  onWorkers(1, async (executor): Promise<SolversResult> => {
    const known = readTasks({ tasks });
    const result: { readonly name: string; readonly ms: number }[] = [];
    const clocks = [threadTimes()];
    for (const { name, program } of readSolvers(solvers).solvers) {
      const programs = encodeBatch([encodeProgram(program)]);
      const jobs = (on === 'own' ? [name] : on).flatMap((id) => {
        const task = known.get(id);
        return task === undefined ? [] : [{ programs, pairs: pairsOf(task), limits: DEFAULT_LIMITS }];
      });
      if (jobs.length === 0) continue;
      const { ms } = await done(executor.submit('scoreMany', { jobs, outputs: false }));
      result.push({ name, ms });
      clocks.push(threadTimes());
    }
    const cpus = ofWorker(clocks);
    return result.map(({ name, ms }, i) => [name, { wall: ms, cpu: cpus === null ? null : cpus[i] }]);
  }),
);

/** Between each two readings the time of the worker: the one thread, but the main one, that ran between most of them. */
function ofWorker(clocks: readonly (ReadonlyMap<string, number> | null)[]): number[] | null {
  const known = clocks.filter((clock) => clock !== null);
  if (known.length < clocks.length) return null;
  const threads = [...known[known.length - 1].keys()].filter((thread) => thread !== String(process.pid));
  const steps = threads.map((thread) =>
    known.slice(1).map((clock, i) => (clock.get(thread) ?? 0) - (known[i].get(thread) ?? 0)),
  );
  const often = (times: readonly number[]): number => times.filter((time) => time > 0).length;
  return steps.reduce((best, one) => (often(one) > often(best) ? one : best));
}
