import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Remote } from 'comlink';
import { Helper } from '../../src/host/helper.ts';
import { Near, NEAR_CELLS, NEAR_FUEL } from '../../src/host/near.ts';
import type { InspectorWorkerApi, Inspection, InspectRequest } from '../../src/protocol/inspection.ts';
import { inspectOf } from '../../src/core/inspection/inspect.ts';
import { newArena } from '../support/arena.ts';
import { pairResult, settle, solverResult, TASK } from '../support/page.ts';

/** A helper whose workers answer when the test says so. */
function helped() {
  const asked: { worker: number; verb: string; arg: unknown; answer: (value: unknown) => void }[] = [];
  const deaths: ((why: string) => void)[] = [];
  const ended: number[] = [];
  const helper = new Helper(1000, (died) => {
    const worker = deaths.push(died) - 1;
    const verbs = { get: (_: object, verb: string) => ask(worker, verb) };
    return {
      api: new Proxy({}, verbs) as Remote<InspectorWorkerApi>,
      terminate: () => void ended.push(worker),
    };
  });
  const ask = (worker: number, verb: string) => (arg: unknown) =>
    new Promise((answer) => asked.push({ worker, verb, arg, answer }));
  return { helper, asked, deaths, ended };
}

const inspect = (source: string) => [{ source, solver: null, task: TASK, fuel: 1 }] as [InspectRequest];

describe('a helper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('asks one question at a time, in their order', async () => {
    const { helper, asked } = helped();
    const first = helper.ask('readFile', ['a']);
    void helper.ask('readFile', ['b']);
    expect(asked.map(({ arg }) => arg)).toEqual(['a']);
    asked[0].answer('read');
    expect(await first).toEqual({ ok: true, value: 'read' });
    await settle();
    expect(asked.map(({ arg }) => arg)).toEqual(['a', 'b']);
  });

  test('of several newest only the last is asked, before what else waits', async () => {
    const { helper, asked } = helped();
    void helper.ask('readFile', ['at work']);
    void helper.ask('readFile', ['waits']);
    const plain = helper.ask('inspect', inspect('in its turn'));
    const old = helper.ask('inspect', inspect('old'), { newest: true });
    void helper.ask('inspect', inspect('new'), { newest: true });
    expect(await old).toMatchObject({ ok: false, tag: 'stopped' });
    for (let i = 0; i < 3; i++) {
      asked[i].answer(i);
      await settle();
    }
    expect(asked.map(({ arg }) => (typeof arg === 'string' ? arg : (arg as InspectRequest).source))).toEqual([
      'at work',
      'new',
      'waits',
      'in its turn',
    ]);
    asked[3].answer('done');
    expect(await plain).toEqual({ ok: true, value: 'done' });
  });

  test('drops what nobody waits for any longer', async () => {
    const { helper, asked } = helped();
    void helper.ask('readFile', ['a']);
    const leaving = new AbortController();
    const left = helper.ask('readFile', ['b'], { signal: leaving.signal });
    leaving.abort();
    asked[0].answer('read');
    expect(await left).toMatchObject({ ok: false, tag: 'stopped', why: 'nobody waits for it' });
    expect(asked).toHaveLength(1);
  });

  test('replaces a worker that is at something old for too long', async () => {
    const { helper, asked, ended } = helped();
    const options = { newest: true, patience: 300 };
    const old = helper.ask('inspect', inspect('old'), options);
    void helper.ask('inspect', inspect('new'), options);
    await vi.advanceTimersByTimeAsync(299);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(await old).toMatchObject({ ok: false, tag: 'stopped' });
    expect(asked.map(({ worker }) => worker)).toEqual([0, 1]);
    expect(ended).toEqual([0]);
  });

  test('puts a question that was lost with its worker to the next one, once', async () => {
    const { helper, asked, deaths } = helped();
    const answer = helper.ask('readFile', ['a']);
    deaths[0]('gone');
    await settle();
    expect(asked.map(({ worker }) => worker)).toEqual([0, 1]);
    deaths[1]('gone again');
    expect(await answer).toEqual({ ok: false, tag: 'crash', why: 'gone again' });
  });

  test('leaves no promise unsettled when it goes', async () => {
    const { helper, ended } = helped();
    const all = [helper.ask('readFile', ['a']), helper.ask('readFile', ['b'])];
    helper.dispose();
    for (const outcome of await Promise.all(all))
      expect(outcome).toMatchObject({ ok: false, tag: 'stopped' });
    expect(ended).toEqual([0]);
  });
});

describe('scores in the thread of the page', () => {
  const request = (source: string, fuel = 5_000_000) => ({ source, solver: null, task: TASK, fuel });
  const short = 'def solve_a(I):\n    O = vmirror(I)\n    return O\n';
  /** Every line of it is work on 10,000 cells. */
  const lines = Array.from(
    { length: 80 },
    (_, i) => `    y${i + 1} = ${i % 2 ? 'vmirror' : 'dmirror'}(y${i})`,
  );
  const long = [
    'def solve_a(I):',
    '    x1 = upscale(I, TEN)',
    '    y0 = upscale(x1, TEN)',
    ...lines,
    '    return y80\n',
  ].join('\n');

  test('are those of a worker', () => {
    const near = new Near();
    near.begin(inspectOf(newArena()));
    expect(near.inspect(request(short))).toEqual(inspectOf(newArena())(request(short)));
    expect(near.inspect(request('def solve_a(I:'))?.result).toBeNull();
  });

  test('are left to a worker before they can be had, for long texts, and for much work until it was little again', () => {
    const near = new Near();
    expect(near.inspect(request(short))).toBeNull();
    near.begin(inspectOf(newArena()));
    expect(near.inspect(request(short + '#'.repeat(6000)))).toBeNull();
    expect(near.inspect(request(long))).toBeNull();
    expect(near.inspect(request(short))).toBeNull();
    const answer = (fuel: number): Inspection => ({
      diagnostics: [],
      result: solverResult('x', [pairResult({ fuel })]),
    });
    near.learn(answer(NEAR_FUEL + 1));
    expect(near.inspect(request(short))).toBeNull();
    near.learn(answer(10));
    expect(near.inspect(request(short))).not.toBeNull();
  });

  test('are left to a worker where the task is larger than any of the public sets', () => {
    const near = new Near();
    near.begin(inspectOf(newArena()));
    const largest = Array.from({ length: 30 }, () => Array<number>(30).fill(1));
    const pair = { input: largest, output: largest };
    const of = (pairs: number) => ({
      train: Array(pairs).fill(pair),
      test: [{ input: largest, output: null }],
    });
    const fit = Math.floor((NEAR_CELLS - 900) / 1800);
    expect(near.inspect({ ...request(short), task: of(fit) })).not.toBeNull();
    expect(near.inspect({ ...request(short), task: of(fit + 1) })).toBeNull();
    expect(near.inspect(request(short))).not.toBeNull();
  });

  test('end as the fuel that was asked for does, where it is less', () => {
    const near = new Near();
    near.begin(inspectOf(newArena()));
    const few = near.inspect(request(long, 1000));
    expect(few?.result?.pairs[0].end).toBe('fuel');
  });

  test('are a worker’s again once something broke down here', () => {
    const near = new Near();
    let calls = 0;
    near.begin(() => {
      if (calls++ > 0) throw new Error('unreachable');
      return { diagnostics: [], result: null };
    });
    expect(near.inspect(request(short))).toBeNull();
    expect(near.inspect(request(short))).toBeNull();
    expect(calls).toBe(2);
  });
});
