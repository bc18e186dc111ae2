import type { Remote } from 'comlink';
import { describe, expect, test } from 'vitest';
import { NO_REPORT, TRACKS } from '../../src/core/pipeline/joined.ts';
import { SearchStore, searchKey } from '../../src/host/kept-search.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import { Searching, type SearchOrder, type SearchTrace } from '../../src/host/searching.ts';
import type { FoundSolver, SearchReport, SearchRequest } from '../../src/core/search/searcher.ts';
import type { SearchProgress } from '../../src/core/pipeline/sources.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';

const TASK = {
  train: [{ input: [[1, 2]], output: [[2, 1]] }],
  test: [{ input: [[3, 4]], output: [[4, 3]] }],
};

const MAKING = { steps: ['vmirror(x)'], words: 'mirror', layers: 0 };

function found(name: string, matched: number): FoundSolver {
  const code = Int32Array.from([0, 0]);
  const rest = { cost: 3, rank: 3, round: 1, outputs: [[[name.charCodeAt(0) % 10]]], fuel: 0, ...MAKING };
  return { code, hash: name.padEnd(16, '0'), generator: 'goals', matched, right: 2 * matched, ...rest };
}

const EMPTY: SearchReport = { ...NO_REPORT, round: 1, applied: 10, distinct: 5, tried: 1 };

type Script = (request: SearchRequest, count: number) => Partial<SearchReport> | Promise<never>;

/** A supervisor whose worker answers by a script, a slice a question. */
function scripted(script: Script) {
  const requests: SearchRequest[] = [];
  const state = { workers: 0, terminated: 0 };
  const supervisor = new Supervisor<Remote<EngineApi>>(() => {
    state.workers++;
    const search = async (request: SearchRequest) => {
      requests.push(request);
      await new Promise((resolve) => setTimeout(resolve, 2));
      const change = await script(request, requests.length);
      return { ok: true as const, value: { ...EMPTY, slices: request.from + 1, ...change } };
    };
    return { api: { search } as unknown as Remote<EngineApi>, terminate: () => state.terminated++ };
  });
  return { supervisor, requests, state };
}

function begin(script: Script, order: Partial<SearchOrder> = {}) {
  const worker = scripted(script);
  const told: SearchProgress[] = [];
  const traces: (SearchTrace | null)[] = [];
  const searching = new Searching(
    {
      supervisors: [worker.supervisor],
      task: TASK,
      ms: 10_000,
      onTrace: (trace) => traces.push(trace),
      ...order,
    },
    (progress) => told.push(progress),
  );
  return { ...worker, told, traces, searching };
}

async function all(searching: Searching): Promise<string[]> {
  const hashes: string[] = [];
  for (let some = await searching.next(); some !== null; some = await searching.next())
    hashes.push(...some.map(({ hash }) => hash.replace(/0+$/, '')));
  return hashes;
}

const never = (): Promise<never> => new Promise(() => {});

describe('a search beside a run', () => {
  test('hands on what it finds, each once, and is over when an answer is trusted', async () => {
    const { searching, told, state, requests } = begin((_request, count) =>
      count < 3
        ? { partials: [found('near', 0)] }
        : { answers: [found('a', 1), found('b', 1)], done: count === 5 },
    );
    expect(await all(searching)).toEqual(['near', 'a', 'b']);
    expect(told.at(-1)).toMatchObject({
      phase: 'over',
      end: 'trusted',
      best: 1,
      round: 1,
      applied: 10 * TRACKS,
    });
    expect(state).toEqual({ workers: 1, terminated: 1 });
    expect(requests[0]?.plan.task.test).toEqual([{ input: [[3, 4]], output: null }]);
    expect(await searching.next()).toBeNull();
  });

  test('is over when its time is up, and says where it broke off', async () => {
    const short = begin(() => ({}), { ms: 20 });
    expect(await all(short.searching)).toEqual([]);
    expect(short.told.at(-1)).toMatchObject({ phase: 'over', end: 'time' });
    const broken = begin(() => {
      throw new Error('no memory');
    });
    expect(await all(broken.searching)).toEqual([]);
    expect(broken.told.at(-1)).toMatchObject({ phase: 'over', end: 'failed', why: 'no memory' });
  });

  test('with steps in the place of time it is over when these are burnt, and tells how far it is', async () => {
    const { searching, told, requests } = begin(({ from }) => ({ fuel: 10 * (from + 1) }), {
      ms: Infinity,
      fuel: 60,
    });
    expect(await all(searching)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ phase: 'over', end: 'fuel', fuel: 60, fuelLimit: 60 });
    expect(requests.every(({ fuel }) => fuel === 60 / TRACKS)).toBe(true);
  });

  test('once there is a long solver, begins at once and ends soon', async () => {
    const { searching, told } = begin(() => ({}), { ms: Infinity, delay: 60_000 });
    searching.hasten();
    expect(await all(searching)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ phase: 'over', end: 'closed' });
    expect(told.at(-1)?.applied).toBeGreaterThan(0);
  });

  test('without a limit it goes on until it has come to its end', async () => {
    const { searching, told } = begin((_request, count) => ({ done: count > 6 }), { ms: Infinity });
    expect(await all(searching)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ phase: 'over', end: 'exhausted', limit: Infinity });
  });

  test('tells of the best so far how many pairs and cells it has right', async () => {
    const { searching, told } = begin(
      (_request, count) => ({
        partials: [{ ...found('near', 0), right: count }],
        done: count === 3,
      }),
      { ms: 50 },
    );
    await all(searching);
    expect(told.at(-1)).toMatchObject({ best: 0, cells: 2 });
    expect(told.at(-1)?.right).toBeGreaterThan(1);
  });

  test('ends at once when it is closed, with its worker', async () => {
    const { searching, told, state } = begin(never);
    const rest = all(searching);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const began = performance.now();
    searching.close();
    expect(await rest).toEqual([]);
    expect(performance.now() - began).toBeLessThan(50);
    expect(told.at(-1)).toMatchObject({ phase: 'over', end: 'closed' });
    expect(state.terminated).toBe(1);
  });

  test('closed before it began, it starts no worker', async () => {
    const { searching, state } = begin(never);
    searching.close();
    expect(await all(searching)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(state.workers).toBe(0);
  });

  test('asks nothing while it pauses', async () => {
    const { searching, requests, told } = begin(() => ({}));
    await new Promise((resolve) => setTimeout(resolve, 20));
    searching.pause();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const count = requests.length;
    expect(count).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(requests.length).toBe(count);
    expect(told.at(-1)?.phase).toBe('paused');
    searching.resume();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests.length).toBeGreaterThan(count);
    searching.close();
  });

  test('tells what is worth keeping, and goes on from there', async () => {
    const first = begin(() => ({ partials: [found('near', 0)] }));
    await first.searching.next();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const trace = first.traces.at(-1) as SearchTrace;
    expect(trace).toMatchObject({
      slices: [1, 0],
      found: [{ origin: { kind: 'search', generator: 'goals' } }],
    });
    first.searching.close();
    expect(first.traces.at(-1)).toBeNull();
    const earlier = { ...trace, slices: [3, 3], ms: 9_950 };
    const second = begin(() => ({ partials: [found('near', 0)] }), { trace: earlier });
    expect(await all(second.searching)).toEqual(['near']);
    expect(second.requests.length).toBeGreaterThan(3);
    expect(second.told.at(-1)).toMatchObject({ end: 'time' });
  });
});

describe('what is kept over a reload', () => {
  test('comes back as it was, and what is no such thing does not', () => {
    const kept = new Map<string, string>();
    const store = new SearchStore(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }));
    expect(store.look()).toBeNull();
    const { code, hash } = found('a', 1);
    const origin = { kind: 'search', generator: 'pieces', cost: 4, round: 2, ...MAKING } as const;
    const trace = { slices: [7, 5], ms: 1234, found: [{ code, hash, origin }] };
    const record = { dataset: '', id: 'mine', key: searchKey(TASK), limit: 20_000, trace };
    store.put(record);
    expect(store.look()).toEqual(record);
    const [place] = kept.keys();
    kept.set(place as string, (kept.get(place as string) as string).replace(/,"steps".*?"layers":0/, ''));
    const { steps, words, layers } = store.look()!.trace.found[0]!.origin as typeof origin;
    expect({ steps, words, layers }).toEqual({ steps: [], words: '', layers: 0 });
    for (const text of ['', '[', 'null', '{}', '{"trace":{"slices":[-1]}}']) {
      kept.set(place as string, text);
      expect(store.look()).toBeNull();
    }
    const endless = { ...record, limit: Infinity, fuel: 5e7 };
    store.put(endless);
    expect(store.look()).toEqual(endless);
    store.clear();
    expect(kept.size).toBe(0);
  });

  test('nothing is kept where the browser keeps nothing', () => {
    const store = new SearchStore(() => {
      throw new Error('denied');
    });
    const trace = { slices: [0, 0], ms: 0, found: [] };
    store.put({ dataset: '', id: 'x', key: '', limit: 1, trace });
    expect(store.look()).toBeNull();
  });
});
