/** What is asked for over a set of tasks: mutation of a pool, or a search from nothing. */
import { createHash } from 'node:crypto';
import { printSteps } from '../core/lang/print.ts';
import type { AnyOptions } from '../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import type { PoolSolver } from '../core/pipeline/types.ts';
import type { Task } from '../core/task/task.ts';
import type { NamedProgram } from './files.ts';

export interface Plan {
  /** All tasks, in their order; ids are unique. */
  readonly tasks: readonly SweepTask[];
  /** Solvers to mutate; a search may have none. */
  readonly pool: readonly PoolSolver[];
  readonly options: AnyOptions;
}

/** The plan for tasks by id and solvers as they were read. */
export function planOf<Options extends AnyOptions>(
  tasks: ReadonlyMap<string, Task>,
  solvers: readonly NamedProgram[],
  options: Options,
): Plan & { readonly options: Options } {
  return {
    tasks: [...tasks].map(([id, task]) => ({ id, task })),
    pool: solvers.map(({ name, program }) => ({ name, source: printSteps(program, name) })),
    options,
  };
}

/** SHA-256 of tasks and solvers. */
export const inputsHash = ({ tasks, pool }: Plan): string =>
  createHash('sha256').update(JSON.stringify({ tasks, pool })).digest('hex');
