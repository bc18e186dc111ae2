/** The library: the best of each task, and nothing lost between tabs. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { compareKept, keep, PER_TASK, type KeptSolver } from '../../src/host/library/record.ts';
import { freshLibraries, hashOf, own, solver } from '../support/library.ts';

const open = freshLibraries();

describe('which solvers stay', () => {
  test('by score, then length, then cost', () => {
    const better = (a: Partial<KeptSolver>, b: Partial<KeptSolver>) => compareKept(solver(a), solver(b)) < 0;
    const score = (matched: number, accuracy: number) => ({ score: { matched, pairs: 3, accuracy } });
    expect(better({ ...score(2, 0), length: 9 }, score(1, 1))).toBe(true);
    expect(better({ ...score(1, 0.7), length: 9 }, score(1, 0.6))).toBe(true);
    expect(better({ length: 4, cost: 999 }, { length: 5 })).toBe(true);
    expect(better({ cost: 99 }, { cost: 100 })).toBe(true);
  });

  test('the worst leaves, a starred one never', () => {
    const kept = Array.from({ length: PER_TASK }, (_, i) =>
      solver({ length: 10 + i, star: i === PER_TASK - 1 }),
    );
    expect(keep(kept, solver({ length: 12 }))).toMatchObject({
      outcome: 'new',
      remove: [kept[PER_TASK - 2].hash],
    });
    expect(keep(kept, solver({ length: 99 }))).toEqual({ outcome: 'worse', put: [], remove: [] });
    expect(keep(kept, solver({ length: 99, star: true }))).toMatchObject({
      outcome: 'new',
      remove: [kept[PER_TASK - 2].hash],
    });
    const stars = kept.map((each) => ({ ...each, star: true }));
    expect(keep(stars, solver({ length: 1 }))).toMatchObject({ outcome: 'worse', remove: [] });
    expect(keep(stars, solver({ length: 99, star: true }))).toMatchObject({ outcome: 'new', remove: [] });
  });

  test('an equal body is one solver, with the better figures and what people said', () => {
    const known = solver({ notes: 'mine', star: true });
    expect(keep([known], { ...known, star: false, notes: 'other', date: 1 })).toEqual({
      outcome: 'equal',
      put: [],
      remove: [],
    });
    const faster = { ...known, cost: 50, notes: '', star: false, source: 'def solve_a(I): return I' };
    expect(keep([known], faster)).toEqual({
      outcome: 'better',
      put: [{ ...faster, notes: 'mine', star: true }],
      remove: [],
    });
  });
});

describe('the library', () => {
  test('keeps, and finds again', async () => {
    const first = await open();
    const [good, bad] = [solver({ length: 2 }), solver({ length: 8 })];
    expect(await first.add(bad)).toBe('new');
    expect(await first.add(good)).toBe('new');
    expect(await first.add({ ...good, source: `${good.source}\r\n` })).toBe('equal');
    await vi.waitFor(() => expect(first.status).toEqual({ kind: 'kept', safe: false }));
    first.close();
    const second = await open();
    expect(await second.solversOf(own('a'))).toEqual([good, bad]);
    expect(await second.solversOf(own('b'))).toEqual([]);
    expect(await second.edit(own('a'), bad.hash, { notes: 'look', star: true })).toBe(true);
    expect(await second.edit(own('a'), 'gone', { star: true })).toBe(false);
    expect((await second.all())[1]).toEqual({ ...bad, notes: 'look', star: true });
    await second.remove(own('a'), good.hash);
    expect(await second.all()).toHaveLength(1);
  });

  test('tells tasks of one id in two data sets apart', async () => {
    const library = await open();
    const [first, second] = ['arc-agi-1-training', 'arc-agi-2-training'].map((set) =>
      solver({ set, hash: hashOf(7) }),
    );
    expect([await library.add(first), await library.add(second)]).toEqual(['new', 'new']);
    await library.edit(first, first.hash, { notes: 'of the first' });
    expect(await library.solversOf(second)).toEqual([second]);
    await library.saveDraft(first, 'text', 0);
    expect(await library.draft(second)).toBeNull();
    await library.remove(first, first.hash);
    expect(await library.all()).toEqual([second]);
    expect(await library.solversIn(first.set)).toEqual([]);
    expect(await library.solversIn(second.set)).toEqual([second]);
  });

  test('never has more than it should', async () => {
    const library = await open();
    for (let i = 0; i < 40; i++) await library.add(solver({ length: i % 2 === 0 ? 50 - i : 50 + i }));
    const kept = await library.solversOf(own('a'));
    expect(kept).toHaveLength(PER_TASK);
    expect([...kept].sort(compareKept)).toEqual(kept);
  });

  test('asks once for safe keeping, and tells how much is used', async () => {
    const storage = { persist: vi.fn(async () => true), estimate: async () => ({ usage: 10, quota: 100 }) };
    const library = await open({ storage });
    expect(library.status).toEqual({ kind: 'kept', safe: null });
    await Promise.all([library.add(solver()), library.add(solver())]);
    expect(storage.persist).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(library.status).toEqual({ kind: 'kept', safe: true }));
    expect(await library.usage()).toEqual({ used: 10, available: 90 });
    expect(await (await open()).usage()).toBeNull();
  });
});

describe('two tabs', () => {
  test('write at once, and nothing is lost', async () => {
    const [one, two] = [await open(), await open()];
    const mine = Array.from({ length: 14 }, () => solver());
    const others = Array.from({ length: 14 }, () => solver());
    const twice = solver({ notes: 'from both' });
    await Promise.all([
      ...mine.map((each) => one.add(each)),
      ...others.map((each) => two.add(each)),
      one.add(twice),
      two.add({ ...twice, cost: 1 }),
      one.edit(own('a'), 'gone', { star: true }),
    ]);
    const kept = await one.solversOf(own('a'));
    expect(new Set(kept.map(({ hash }) => hash))).toEqual(
      new Set([...mine, ...others, twice].map(({ hash }) => hash)),
    );
    expect(kept.find(({ hash }) => hash === twice.hash)?.cost).toBe(1);
    expect(await two.all()).toEqual(await one.all());
  });

  test('hear of each other', async () => {
    const [one, two] = [await open(), await open()];
    const heard = new Promise((resolve) => two.listen(resolve));
    const mine: unknown[] = [];
    const end = one.listen((event) => mine.push(event));
    await one.add(solver({ task: 'b' }));
    expect(await heard).toEqual({ kind: 'solvers', ...own('b') });
    expect(mine).toContainEqual({ kind: 'solvers', ...own('b') });
    end();
    mine.length = 0;
    await one.add(solver());
    expect(mine).toEqual([]);
  });

  test('never overwrite a draft of the other unseen', async () => {
    const [one, two] = [await open({ tab: '1', now: () => 7 }), await open({ tab: '2' })];
    expect(await one.draft(own('a'))).toBeNull();
    expect(await one.saveDraft(own('a'), 'first', 0)).toEqual({ kind: 'saved', revision: 1 });
    expect(await one.draft(own('a'))).toEqual({
      ...own('a'),
      source: 'first',
      revision: 1,
      tab: '1',
      date: 7,
    });
    expect(await two.saveDraft(own('a'), 'second', 1)).toEqual({ kind: 'saved', revision: 2 });
    const conflict = await one.saveDraft(own('a'), 'third', 1);
    expect(conflict).toMatchObject({ kind: 'conflict', draft: { source: 'second', revision: 2, tab: '2' } });
    expect(await one.saveDraft(own('a'), null, 1)).toMatchObject({ kind: 'conflict' });
    expect(await one.saveDraft(own('a'), 'second', 1)).toEqual({ kind: 'saved', revision: 2 });
    expect(await one.saveDraft(own('a'), 'third', 2)).toEqual({ kind: 'saved', revision: 3 });
    expect(await one.saveDraft(own('a'), 'fourth', 2), 'keys faster than the disk').toEqual({
      kind: 'saved',
      revision: 4,
    });
    const both = await Promise.all([
      one.saveDraft(own('a'), 'fifth', 4),
      two.saveDraft(own('a'), 'fifth, too', 4),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  });

  test('a draft that was dropped does not come back, and its counter goes on', async () => {
    const [one, two] = [await open({ tab: '1' }), await open({ tab: '2' })];
    await one.saveDraft(own('a'), 'text', 0);
    expect(await one.saveDraft(own('a'), null, 1)).toEqual({ kind: 'saved', revision: 2 });
    expect(await two.draft(own('a'))).toBeNull();
    expect(await two.saveDraft(own('a'), 'new', 0)).toEqual({ kind: 'saved', revision: 3 });
    expect(await one.saveDraft(own('a'), 'old', 2)).toMatchObject({
      kind: 'conflict',
      draft: { source: 'new' },
    });
  });
});
