import { describe, expect, test, vi } from 'vitest';
import type { Remote } from 'comlink';
import { encodeBatch } from '../../src/core/lang/program-batch.ts';
import type { GenerateJob, Parents } from '../../src/core/pipeline/jobs.ts';
import { poolExecutor } from '../../src/host/pool/executor.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { Supervisor, type Hire } from '../../src/host/pool/supervisor.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { PriorityQueue } from '../../src/host/pool/queue.ts';
import { defaultPoolSize, MAX_POOL } from '../../src/host/pool/size.ts';

/** A worker of which the test decides when it answers and when it dies. */
interface Puppet {
  ask(text: string): Promise<string>;
}

interface Strings {
  readonly asked: { text: string; answer: (text: string) => void; fail: (error: Error) => void }[];
  readonly die: ((why: string) => void)[];
  terminated: number;
}

function puppets(): { hire: Hire<Puppet>; strings: Strings } {
  const strings: Strings = { asked: [], die: [], terminated: 0 };
  const hire: Hire<Puppet> = (died) => {
    strings.die.push(died);
    return {
      api: {
        ask: (text) => new Promise((answer, fail) => strings.asked.push({ text, answer, fail })),
      },
      terminate: () => strings.terminated++,
    };
  };
  return { hire, strings };
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

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

describe('supervisor', () => {
  test('a worker that dies settles its question as a crash and is replaced', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const first = supervisor.ask((api) => api.ask('one'), 1000);
    await tick();
    strings.die[0]?.('out of memory');
    expect(await first).toEqual({ ok: false, tag: 'crash', why: 'out of memory' });
    const second = supervisor.ask((api) => api.ask('two'), 1000);
    await tick();
    strings.asked[1]?.answer('2');
    expect(await second).toEqual({ ok: true, value: '2' });
    expect(supervisor.lost).toBe(1);
  });

  test('a deadline terminates the worker; its late answer is dropped', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const late = supervisor.ask((api) => api.ask('slow'), 10);
    expect(await late).toMatchObject({ ok: false, tag: 'deadline' });
    expect(strings.terminated).toBe(1);
    const next = supervisor.ask((api) => api.ask('next'), 1000);
    await tick();
    strings.asked[0]?.answer('late');
    strings.asked[1]?.answer('in time');
    expect(await next).toEqual({ ok: true, value: 'in time' });
  });

  test('the death of a worker that was replaced does not touch its successor', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const first = supervisor.ask((api) => api.ask('one'), 1000);
    await tick();
    supervisor.stop();
    expect(await first).toMatchObject({ tag: 'stopped' });
    const second = supervisor.ask((api) => api.ask('two'), 1000);
    await tick();
    strings.die[0]?.('exit');
    strings.asked[1]?.answer('2');
    expect(await second).toEqual({ ok: true, value: '2' });
    expect(supervisor.lost).toBe(0);
  });

  test('a question that was lost with its worker is put again as often as is said, and nobody comes between', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const asked = supervisor.ask((api) => api.ask('one'), 1000, 2);
    await tick();
    strings.die[0]?.('gone');
    for (let i = 0; i < 5; i++) await Promise.resolve().then(() => expect(supervisor.busy).toBe(true));
    await tick();
    strings.asked[1]?.answer('1');
    expect(await asked).toEqual({ ok: true, value: '1' });
    expect(supervisor.busy).toBe(false);

    const lost = supervisor.ask((api) => api.ask('two'), 1000, 2);
    await tick();
    strings.die[1]?.('gone');
    await tick();
    strings.die[2]?.('gone again');
    expect(await lost).toEqual({ ok: false, tag: 'crash', why: 'gone again' });

    const stopped = supervisor.ask((api) => api.ask('three'), 1000, 2);
    await tick();
    supervisor.stop();
    expect(await stopped).toMatchObject({ tag: 'stopped' });
    expect([supervisor.busy, strings.asked.length]).toEqual([false, 5]);
  });

  test('an error that reaches the proxy is told as data', async () => {
    const { hire, strings } = puppets();
    const asked = new Supervisor(hire).ask((api) => api.ask('one'), 1000);
    await tick();
    strings.asked[0]?.fail(new Error('no such method'));
    expect(await asked).toEqual({ ok: false, tag: 'crash', why: 'no such method' });
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
