import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { pairsOf } from '../../src/core/task/task.ts';
import { KeptPairs } from '../../src/host/pairs/kept-pairs.ts';
import { OwnPairs } from '../../src/ui/state/own-pairs.svelte.ts';

let databases = 0;
const fresh = () => `pairs-${++databases}`;
const GRID = [[1, 2]];

/** The same browser, some time later. */
async function reopened(name: string, task = 'starter a'): Promise<OwnPairs> {
  const own = new OwnPairs(new KeptPairs(name), task);
  await own.restore();
  return own;
}

describe('own pairs', () => {
  test('are behind the pairs of the task, in order', () => {
    const own = new OwnPairs(new KeptPairs(fresh()), 'starter a');
    expect(own.put('What if 1', GRID, null)).toBe(0);
    expect(own.put('Failure', GRID, [[3]])).toBe(1);
    expect(own.put('What if 1', [[5]], null)).toBe(0);
    const asked = own.beside({ train: [], test: [{ input: [[0]], output: null }] });
    expect(pairsOf(asked).map(({ set, input }) => [set, input])).toEqual([
      ['test', [[0]]],
      ['own', [[5]]],
      ['own', GRID],
    ]);
  });

  test('are offered to the task that they were made for', async () => {
    const name = fresh();
    const own = await reopened(name);
    let changes = 0;
    own.onChange = () => changes++;
    own.put('What if 1', GRID, null);
    own.put('Failure', GRID, [[3]]);
    await new Promise((done) => setTimeout(done, 20));
    expect(changes).toBe(2);
    expect((await reopened(name, 'starter b')).offered).toEqual([]);
    const later = await reopened(name);
    expect(later.list).toEqual([]);
    expect(later.offered.map(({ label }) => label).toSorted()).toEqual(['Failure', 'What if 1']);
    later.put(later.freeLabel(), [[7]], null);
    later.takeOffer();
    expect(later.list.map(({ label }) => label).toSorted()).toEqual(['Failure', 'What if 1', 'What if 2']);
    later.remove(later.list.find(({ label }) => label === 'Failure')!);
    await new Promise((done) => setTimeout(done, 20));
    const last = await reopened(name);
    expect(last.offered).toHaveLength(2);
    last.dropOffer();
    await new Promise((done) => setTimeout(done, 20));
    expect((await reopened(name)).offered).toEqual([]);
  });

  test('two of one label go side by side, with a name of their own each', async () => {
    const name = fresh();
    const [first, second] = [await reopened(name), await reopened(name)];
    first.put(first.freeLabel(), GRID, null);
    second.put(second.freeLabel(), [[4]], null);
    await new Promise((done) => setTimeout(done, 20));
    const later = await reopened(name);
    later.takeOffer();
    expect(later.list.map(({ label }) => label)).toEqual(['What if 1', 'What if 2']);
  });

  test('what is no pair is left out', async () => {
    const name = fresh();
    const kept = new KeptPairs(name);
    await kept.put('a', { id: '1', label: 'x', input: [[1], [2, 3]], output: null });
    await kept.put('a', { id: '2', label: 'y', input: GRID, output: [[11]] });
    await kept.put('a', { id: '3', label: 'z', input: GRID, output: null });
    expect((await kept.of('a')).map(({ id }) => id)).toEqual(['3']);
  });
});
