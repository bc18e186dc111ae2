import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate, RunEvent, RunPlan } from '../../src/core/pipeline/types.ts';
import { GENERATORS, drawPairs } from '../../src/core/starter/index.ts';
import { poolExecutor, type EnginePool } from '../../src/host/pool/executor.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { starterPool } from '../support/starter.ts';
import { builtThread, hireBuiltThread } from './built.ts';

const pools: EnginePool[] = [];

function poolOf(size: number): EnginePool {
  const pool: EnginePool = new Pool({ size, hire: hireBuiltThread });
  pools.push(pool);
  return pool;
}

afterAll(() => pools.forEach((pool) => pool.close()));

/** Ten pairs, so that there are more of them than workers: what the reference system stood still on. */
function tenPairs(): RunPlan {
  const generator = GENERATORS[0];
  if (generator === undefined) throw new Error('there are no generators');
  const pairs = drawPairs(generator, 'ten pairs', 10);
  const task = { train: pairs.slice(0, 8), test: pairs.slice(8) };
  return {
    task,
    pool: starterPool.slice(0, 32),
    leaveOut: null,
    seed: 7,
    perRound: 300,
    rounds: 2,
    fuel: 1_000_000,
    stopWhenSolved: false,
  };
}

async function ranking(
  pool: EnginePool,
  onEvent: (event: RunEvent) => void = () => {},
): Promise<readonly Candidate[]> {
  let top: readonly Candidate[] = [];
  const emit = (event: RunEvent): void => {
    if (event.kind === 'ranking') top = event.top;
    onEvent(event);
  };
  await run(tenPairs(), {
    executor: poolExecutor(pool),
    now: () => performance.now(),
    emit,
    stopped: () => false,
  });
  return top;
}

describe('worker threads', () => {
  test('score ten pairs on 1, 2 and 4 workers with the same ranking, and never stand still', async () => {
    const one = await ranking(poolOf(1));
    expect(one.length).toBeGreaterThan(50);
    expect(await ranking(poolOf(2))).toEqual(one);
    expect(await ranking(poolOf(4))).toEqual(one);
  }, 30_000);

  test('a run that is stopped ends within 100 ms, and its pool works again', async () => {
    const pool = poolOf(2);
    let stopped = false;
    let scored = 0;
    const emit = (event: RunEvent): void => {
      if (event.kind === 'progress') scored = event.stages.score.out;
    };
    const long = { ...tenPairs(), perRound: 5000, rounds: 50 };
    const running = run(long, {
      executor: poolExecutor(pool),
      now: () => performance.now(),
      emit,
      stopped: () => stopped,
    });
    while (scored === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = performance.now();
    stopped = true;
    pool.stop();
    await running;
    expect(performance.now() - before).toBeLessThan(100);
    expect((await poolExecutor(pool).submit('scoreMany', { jobs: [], outputs: false })).ok).toBe(true);
  }, 30_000);

  test('a job that throws is told as data, and its worker lives on', async () => {
    const executor = poolExecutor(poolOf(1));
    const bad = { code: new Int32Array([99_999, 0]), starts: new Int32Array([0, 2]) };
    const outcome = await executor.submit('check', { programs: bad });
    expect(outcome).toMatchObject({ ok: false, why: expect.stringContaining('not the code of a program') });
    expect((await executor.submit('scoreMany', { jobs: [], outputs: false })).ok).toBe(true);
  });

  test('each make the arena core from the module that they are given', async () => {
    const beside = readFileSync(new URL('./arena.wasm', builtThread));
    expect(beside.equals(readFileSync(new URL('../../src/arena/build/arena.wasm', import.meta.url)))).toBe(
      true,
    );
    /** What a thread dies of. */
    const deathWith = (arena: WebAssembly.Module): Promise<string> => {
      const thread = new Worker(builtThread, { workerData: { arena } });
      return new Promise((resolve) => thread.on('error', (error) => resolve(String(error))));
    };
    const wantsMore = new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 120, 1, 121, 0, 0,
    ]);
    expect(await deathWith(new WebAssembly.Module(wantsMore))).toContain('WebAssembly.Instance()');
  });
});
