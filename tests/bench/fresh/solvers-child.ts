/** Each solver alone on all its pairs, one solver after the other on one worker thread of a process of its own. */
import { readSolvers, readTasks } from '../../../src/cli/files.ts';
import { DEFAULT_LIMITS } from '../../../src/core/values/ends.ts';
import { encodeBatch } from '../../../src/core/lang/program-batch.ts';
import { encodeProgram } from '../../../src/core/lang/program-code.ts';
import { pairsOf } from '../../../src/core/task/task.ts';
import { ofBusiestThread } from '../clocks.ts';
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
    const known = readTasks(tasks);
    const result: [string, Sample][] = [];
    for (const { name, program } of readSolvers(solvers).solvers) {
      const programs = encodeBatch([encodeProgram(program)]);
      const jobs = (on === 'own' ? [name] : on).flatMap((id) => {
        const task = known.get(id);
        return task === undefined ? [] : [{ programs, pairs: pairsOf(task), limits: DEFAULT_LIMITS }];
      });
      if (jobs.length === 0) continue;
      const cpuSince = ofBusiestThread();
      const { ms } = await done(executor.submit('scoreMany', { jobs, outputs: false }));
      result.push([name, { wall: ms, cpu: cpuSince() }]);
    }
    return result;
  }),
);
