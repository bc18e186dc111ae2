/**
 * A tab that is killed in the middle of a sweep, or while another one begins: the next tab finds every result that was
 * said to be kept, and one sweep, the old or the new, never a mixture.
 */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { Random } from '../../src/core/random.ts';
import { SweepStore, type KeptSweep } from '../../src/host/sweep/store.ts';
import { KilledTab } from '../support/killed-tab.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { starterTasks } from '../support/starter.ts';

const tasks = [...starterTasks].slice(0, 40).map(([id, task]) => ({ id, task }));
const options = { seed: 1, rounds: 1, perRound: 1, fuel: 1, secondsPerTask: 1, leaveOwnOut: true };

const sweepCalled = (id: string): KeptSweep => ({
  ...{ version: 1, id, label: 'starter', dataset: 'starter', pool: [], options },
  tasks,
});

const resultOf = (task: string, candidates: number): TaskResult => ({
  ...{
    task,
    solved: false,
    matched: 1,
    train: 3,
    accuracy: 0.5,
    test: [null],
    solver: 'def solve_x(I):',
    candidates,
  },
  ...{ seconds: 1, ended: 'finished', attempts: [[['01', '10']]] },
});

afterEach(() => vi.restoreAllMocks());

test('no result of a sweep that was said to be kept is lost', { timeout: 1e9 }, async () => {
  const random = new Random(`${SOAK_SEED}/sweep-store`);
  const kills = rounds(20, 2000);
  const told = { kills, inTheMiddle: 0, kept: 0, old: 0, new: 0 };
  for (let round = 0; round < kills; round++) {
    globalThis.indexedDB = new IDBFactory();
    const tab = new KilledTab();
    const store = new SweepStore();
    /** By sweep, what it was said to have kept while the tab lived. */
    const said = new Map<string, TaskResult[]>();
    const sweeping = async (id: string, count: number): Promise<void> => {
      const sweep = sweepCalled(id);
      if ((await store.begin(sweep)) && !tab.killed) said.set(id, []);
      for (const [i, { id: task }] of tasks.slice(0, count).entries()) {
        const result = resultOf(task, i);
        if ((await store.add(sweep, result)) && !tab.killed) said.get(id)?.push(result);
      }
    };
    const working = sweeping('old', random.int(1, 20)).then(() => sweeping('new', 40));
    const turns = random.int(0, 250); // the first of them while the database is being opened
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (tab.kill() > 0) told.inTheMiddle++;
    await working;
    await store.close();
    vi.restoreAllMocks();

    const next = new SweepStore();
    const restored = await next.restore();
    await next.close();
    expect(next.why).toBe('');
    if (restored === null) {
      expect(said.size, `round ${round}`).toBe(0);
      continue;
    }
    const { id } = restored.sweep;
    expect(restored.sweep).toEqual(sweepCalled(id));
    // The new one may have begun without having had the time to say so; then it has nothing yet.
    expect(id === 'new' || !said.has('new'), `round ${round}`).toBe(true);
    const kept = said.get(id) ?? [];
    expect(restored.results.slice(0, kept.length), `round ${round}`).toEqual(kept);
    expect(restored.results.length - kept.length).toBeLessThanOrEqual(1); // the one that was on its way
    told.kept += kept.length;
    told[id as 'old' | 'new']++;
  }
  tell('tabs killed while sweeping', told);
  expect([told.kept > kills, told.inTheMiddle > kills / 10, told.old > 0, told.new > 0]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
