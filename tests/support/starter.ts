/** The starter tasks and solvers as the tests need them. */
import { readFileSync } from 'node:fs';
import { compile } from '../../src/core/lang/compile.ts';
import type { Program } from '../../src/core/lang/program.ts';
import type { PoolSolver } from '../../src/core/pipeline/types.ts';
import { readTask } from '../../src/core/task/read.ts';
import type { Task } from '../../src/core/task/task.ts';

const folder = new URL('../../public/tasks/', import.meta.url);

export const starterSource = readFileSync(new URL('starter.py', folder), 'utf8');

/** The starter tasks by id. */
export const starterTasks: ReadonlyMap<string, Task> = new Map(
  Object.entries(JSON.parse(readFileSync(new URL('starter.json', folder), 'utf8')).tasks).map(
    ([id, data]) => {
      const read = readTask(data);
      if (!read.ok) throw new Error(`${id}: ${read.fault.path} ${read.fault.message}`);
      return [id, read.value];
    },
  ),
);

export function starterTask(id: string): Task {
  const task = starterTasks.get(id);
  if (task === undefined) throw new Error(`there is no starter task ${id}`);
  return task;
}

const compiled = compile(starterSource).solvers;

export const starterPool: readonly PoolSolver[] = compiled.map(({ name, span }) => ({
  name,
  source: starterSource.slice(span.from, span.to),
}));

export const starterPrograms: ReadonlyMap<string, Program> = new Map(
  compiled.flatMap(({ name, program }) => (program === null ? [] : [[name, program] as const])),
);
