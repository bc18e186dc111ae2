/** Databases that another tab deletes, upgrades or that the browser closes. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { openDatabaseInTime } from '../../src/host/open-database.ts';
import { DataSetStore } from '../../src/host/datasets/store.ts';
import { KeptPairs } from '../../src/host/pairs/kept-pairs.ts';
import { SweepStore, type KeptSweep } from '../../src/host/sweep/store.ts';
import { nameTask } from '../../src/host/tasks/named-task.ts';
import { OwnTasks } from '../../src/host/tasks/own.ts';
import { KilledTab } from '../support/killed-tab.ts';

const task = { train: [{ input: [[1]], output: [[2]] }], test: [{ input: [[3]], output: null }] };
const sweep: KeptSweep = {
  ...{ version: 1, id: 's', label: 'l', dataset: '', tasks: [{ id: 'a', task }], pool: [] },
  options: { seed: 1, rounds: 1, perRound: 1, fuel: 1, secondsPerTask: 1, leaveOwnOut: false },
};

/** Each kind of store with a way to write one thing and to count what is there. */
const STORES: Readonly<
  Record<string, (name: string) => { write(): Promise<unknown>; count(): Promise<number> }>
> = {
  tasks(name) {
    const own = new OwnTasks(name);
    return {
      write: () => own.put([nameTask('a', task, '')]),
      count: async () => (await own.all().catch(() => [])).length,
    };
  },
  pairs(name) {
    const pairs = new KeptPairs(name);
    const pair = { id: 'p', label: '', input: [[1]], output: null };
    return { write: () => pairs.put('a', pair), count: async () => (await pairs.of('a')).length };
  },
  datasets(name) {
    const sets = new DataSetStore(name);
    return {
      write: () => sets.finish('set', '1', { a: '{}' }),
      count: async () => (await sets.keys()).length,
    };
  },
  sweeps(name) {
    const store = new SweepStore(name);
    return { write: () => store.begin(sweep), count: async () => ((await store.restore()) === null ? 0 : 1) };
  },
};

/** Settles when the request has; the event that ended it. */
const ended = (request: IDBOpenDBRequest): Promise<string> =>
  new Promise((resolve) => {
    for (const event of ['success', 'error', 'blocked'] as const)
      request.addEventListener(event, () => resolve(event));
  });

let databases = 0;

describe.each(Object.entries(STORES))('%s', (kind, open) => {
  const fresh = () => `${kind}-${++databases}`;

  test('are let go when another tab deletes them, and kept anew', async () => {
    const name = fresh();
    const store = open(name);
    await store.write();
    expect(await ended(indexedDB.deleteDatabase(name))).toBe('success');
    expect(await store.count()).toBe(0);
    await store.write();
    expect([await store.count(), await open(name).count()]).toEqual([1, 1]);
  });

  test('are let go when a newer version comes, and nothing is thrown', async () => {
    const name = fresh();
    const store = open(name);
    await store.write();
    const newer = indexedDB.open(name, 7);
    expect(await ended(newer)).toBe('success');
    expect(await store.count()).toBe(0);
    await store.write();
    newer.result.close();
    expect(await store.count()).toBe(0);
  });

  test('that the browser has closed are opened again', async () => {
    const name = fresh();
    const store = open(name);
    await store.write();
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    expect(await store.count()).toBe(1);
    opened.mockRestore();
  });

  test('whose making comes to nothing do not throw, and are made by the next use', async () => {
    const store = open(fresh());
    const tab = new KilledTab();
    tab.kill();
    await store.write();
    expect(await store.count()).toBe(0);
    vi.restoreAllMocks();
    await store.write();
    expect(await store.count()).toBe(1);
  });

  test('that there are not do not throw, and are there once they can be', async () => {
    const store = open(fresh());
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    await store.write();
    expect(await store.count()).toBe(0);
    refused.mockRestore();
    await store.write();
    expect(await store.count()).toBe(1);
  });

  test('that never answer are given up, and asked again by the next use', async () => {
    const store = open(fresh());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked = vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
    for (const [i, use] of [() => store.write(), () => store.count()].entries()) {
      const used = use();
      await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(i + 1));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await used).not.toBe(1);
    }
    vi.useRealTimers();
    asked.mockRestore();
    await store.write();
    expect(await store.count()).toBe(1);
  });
});

test('a database that comes after its time is let go', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const name = `late-${++databases}`;
  const request = new IDBOpenDBRequest();
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => request);
  const given = openDatabaseInTime(name, 1, {}).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await given).toMatch(/gives no answer within 5 s/);
  vi.useRealTimers();
  const late = indexedDB.open(name, 1);
  await ended(late);
  Object.assign(request, { readyState: 'done', result: late.result });
  request.dispatchEvent(new IDBVersionChangeEvent('success'));
  // What nobody holds can be deleted.
  expect(await ended(indexedDB.deleteDatabase(name))).toBe('success');
});
