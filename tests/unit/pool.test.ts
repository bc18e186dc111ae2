import { describe, expect, test, vi } from 'vitest';
import type { Remote } from 'comlink';
import { encodeBatch } from '../../src/core/lang/program-batch.ts';
import type { GenerateJob, Parents } from '../../src/core/pipeline/jobs.ts';
import { poolExecutor } from '../../src/host/pool/executor.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import type { Hire } from '../../src/host/pool/supervisor.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { PriorityQueue } from '../../src/host/pool/queue.ts';
import { defaultPoolSize, MAX_POOL } from '../../src/host/pool/size.ts';
import { type Puppet, puppets, tick } from '../support/puppets.ts';

describe('size', () => {
  test.each([
    [undefined, 3],
    [NaN, 3],
    [0, 3],
    [2.5, 3],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [8, 7],
    [16, 15],
    [64, MAX_POOL],
  ])('%s processors give %s workers', (processors, workers) => {
    expect(defaultPoolSize(processors)).toBe(workers);
  });
});

describe('queue', () => {
  test('higher priority first, then order of arrival', () => {
    const queue = new PriorityQueue<string>(10);
    for (const [item, priority] of [
      ['a', 0],
      ['b', 1],
      ['c', 0],
      ['d', 1],
      ['e', -1],
    ] as const)
      queue.push(item, priority);
    expect(Array.from({ length: 6 }, () => queue.shift())).toEqual(['b', 'd', 'a', 'c', 'e', undefined]);
  });

  test('refuses what is over its bound and stays as it was', () => {
    const queue = new PriorityQueue<number>(2);
    expect([queue.push(1, 0), queue.push(2, 0), queue.push(3, 9)]).toEqual([true, true, false]);
    expect(queue.clear()).toEqual([1, 2]);
    expect(queue.length).toBe(0);
  });
});

describe('pool', () => {
  test('one job a worker at a time, and the rest goes on after a crash', async () => {
    const { hire, strings } = puppets();
    const pool = new Pool({ size: 2, hire });
    const jobs = ['a', 'b', 'c', 'd'].map((text) => pool.submit((api) => api.ask(text)));
    await tick();
    expect(strings.asked.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(pool.stats).toEqual({ size: 2, busy: 2, queued: 2, lost: 0 });
    strings.die[0]?.('killed');
    strings.asked[1]?.answer('B');
    await tick();
    strings.asked[2]?.answer('C');
    strings.asked[3]?.answer('D');
    expect((await Promise.all(jobs)).map((outcome) => (outcome.ok ? outcome.value : outcome.tag))).toEqual([
      'crash',
      'B',
      'C',
      'D',
    ]);
    expect(pool.stats).toEqual({ size: 2, busy: 0, queued: 0, lost: 1 });
  });

  test('priority decides who goes next', async () => {
    const { hire, strings } = puppets();
    const pool = new Pool({ size: 1, hire });
    void pool.submit((api) => api.ask('first'));
    void pool.submit((api) => api.ask('low'), 0);
    void pool.submit((api) => api.ask('high'), 5);
    await tick();
    strings.asked[0]?.answer('');
    await tick();
    expect(strings.asked.map(({ text }) => text)).toEqual(['first', 'high']);
  });

  test('stop settles everything at once, and the pool can be used again', async () => {
    const { hire, strings } = puppets();
    const pool = new Pool({ size: 2, hire });
    const jobs = Array.from({ length: 50 }, (_, i) => pool.submit((api) => api.ask(String(i))));
    await tick();
    pool.stop();
    expect((await Promise.all(jobs)).every((outcome) => !outcome.ok && outcome.tag === 'stopped')).toBe(true);
    expect(strings.terminated).toBe(2);
    const again = pool.submit((api) => api.ask('again'));
    await tick();
    strings.asked.at(-1)?.answer('yes');
    expect(await again).toEqual({ ok: true, value: 'yes' });
  });

  test('a full queue refuses with a reason', async () => {
    const { hire } = puppets();
    const pool = new Pool({ size: 1, hire, queueBound: 1 });
    void pool.submit((api) => api.ask('at work'));
    void pool.submit((api) => api.ask('waiting'));
    expect(await pool.submit((api) => api.ask('too many'))).toMatchObject({ ok: false, tag: 'queue-full' });
    pool.close();
  });

  test('shrinking lets workers finish; growing takes up waiting jobs', async () => {
    const { hire, strings } = puppets();
    const pool = new Pool({ size: 2, hire });
    const changed = vi.fn();
    pool.onChange = changed;
    const jobs = ['a', 'b', 'c'].map((text) => pool.submit((api) => api.ask(text)));
    await tick();
    pool.resize(1);
    expect(pool.size).toBe(1);
    strings.asked[1]?.answer('B');
    await tick();
    expect(strings.terminated).toBe(1);
    expect(strings.asked.length).toBe(2);
    pool.resize(3);
    await tick();
    expect(strings.asked.length).toBe(3);
    strings.asked[0]?.answer('A');
    strings.asked[2]?.answer('C');
    expect((await Promise.all(jobs)).map((outcome) => outcome.ok && outcome.value)).toEqual(['A', 'B', 'C']);
    expect(changed).toHaveBeenCalled();
  });

  test('who was too many and has not finished is taken back before anybody is started', async () => {
    const { hire, strings } = puppets();
    const pool = new Pool({ size: 3, hire });
    const jobs = Array.from({ length: 9 }, (_, i) => pool.submit((api) => api.ask(String(i))));
    await tick();
    for (let i = 0; i < 20; i++) {
      pool.resize(1 + (i % 3));
      await tick();
    }
    pool.resize(3);
    expect(strings.die.length).toBe(3);
    expect(pool.stats).toEqual({ size: 3, busy: 3, queued: 6, lost: 0 });
    for (let i = 0; i < 9; i++) {
      strings.asked[i].answer('');
      await tick();
    }
    expect((await Promise.all(jobs)).every(({ ok }) => ok)).toBe(true);
    expect([strings.die.length, strings.terminated]).toEqual([3, 0]);
  });

  test('workers that cannot be started are losses like others, and warming up does not throw', async () => {
    let refused = 2;
    const { hire } = puppets();
    const refusing: Hire<Puppet> = (died) => {
      if (refused-- > 0) throw new Error('no workers here');
      return hire(died);
    };
    const pool = new Pool({ size: 1, hire: refusing });
    pool.warm();
    expect(await pool.submit((api) => api.ask('a'))).toEqual({
      ok: false,
      tag: 'crash',
      why: 'no workers here',
    });
    expect(pool.stats.lost).toBe(1);
    pool.close();
  });

  test('the size is at least one', () => {
    const { hire } = puppets();
    const pool = new Pool({ size: 0, hire });
    expect(pool.size).toBe(1);
    pool.close();
  });
});

describe('jobs of a pool', () => {
  /** Workers that note what parents came with each job; `fails` makes every answer a failure. */
  function noting(size: number, fails = () => false) {
    const came: (readonly [worker: number, names: readonly string[] | null])[] = [];
    let hired = 0;
    const hire = (() => {
      const worker = hired++;
      const work = async (_name: string, { parents }: GenerateJob) => {
        came.push([worker, parents?.names ?? null]);
        return fails() ? { ok: false, why: 'broken' } : { ok: true, value: null };
      };
      return { api: { work }, terminate: () => {} };
    }) as unknown as Hire<Remote<EngineApi>>;
    return { came, executor: poolExecutor(new Pool({ size, hire })) };
  }

  const parentsNamed = (name: string): Parents => ({ programs: encodeBatch([]), names: [name], pool: 1 });
  const jobOf = (parents: Parents): GenerateJob => {
    return { task: { train: [], test: [] }, parents, seed: 1, round: 0, from: 0, count: 1 };
  };

  test('carry their parents to each worker once', async () => {
    const { came, executor } = noting(2);
    const first = jobOf(parentsNamed('a'));
    await Promise.all(Array.from({ length: 6 }, () => executor.submit('generate', first)));
    expect(came.filter(([, names]) => names !== null)).toEqual([
      [0, ['a']],
      [1, ['a']],
    ]);
    expect(came).toHaveLength(6);
    await executor.submit('generate', jobOf(parentsNamed('b')));
    expect(came.at(-1)).toEqual([0, ['b']]);
  });

  test('carry them again to a worker that failed', async () => {
    let broken = true;
    const { came, executor } = noting(1, () => broken);
    const job = jobOf(parentsNamed('a'));
    await executor.submit('generate', job);
    broken = false;
    await executor.submit('generate', job);
    await executor.submit('generate', job);
    expect(came.map(([, names]) => names)).toEqual([['a'], ['a'], null]);
  });
});
