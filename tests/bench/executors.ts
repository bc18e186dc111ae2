/** Where the jobs of a run are done: on worker threads. */
import { hireThread } from '../../src/cli/threads.ts';
import type { Executor } from '../../src/core/pipeline/executor.ts';
import { poolExecutor, type EnginePool } from '../../src/host/pool/executor.ts';
import { Pool } from '../../src/host/pool/pool.ts';

export const now = (): number => performance.now();

/** Hands `use` an executor of `size` worker threads that are awake, and ends them afterwards. */
export async function onWorkers<Result>(
  size: number,
  use: (executor: Executor) => Promise<Result>,
): Promise<Result> {
  const pool: EnginePool = new Pool({ size, hire: hireThread, deadline: 600_000 });
  const executor = poolExecutor(pool);
  try {
    await Promise.all(
      Array.from({ length: size }, () => done(executor.submit('scoreMany', { jobs: [], outputs: false }))),
    );
    return await use(executor);
  } finally {
    pool.close();
  }
}

/** The value of a job; a lost worker is a defect that ends the bench. */
export async function done<Value>(
  outcome: Promise<{ ok: true; value: Value } | { ok: false; why: string }>,
): Promise<Value> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`a worker was lost: ${settled.why}`);
  return settled.value;
}
