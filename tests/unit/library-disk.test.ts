/** The library where there is no disk, or no room on it. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/host/library/database-store.ts';
import { isFull } from '../../src/host/library/keeping.ts';
import { freshLibraries, own, solver } from '../support/library.ts';

const open = freshLibraries();

describe('without a disk', () => {
  test('a private window: memory, and it says so', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      );
    });
    const library = await open();
    expect(library.status).toMatchObject({ kind: 'memory', why: expect.stringContaining('did not allow') });
    expect(await library.add(solver())).toBe('new');
    expect(await library.saveDraft(own('a'), 'text', 0)).toMatchObject({ kind: 'saved' });
    expect(await library.all()).toHaveLength(1);
    vi.restoreAllMocks();
    expect(await library.retry()).toEqual({ kind: 'kept', safe: null });
    expect(await (await open()).all()).toHaveLength(1);
    expect((await (await open()).draft(own('a')))?.source).toBe('text');
  });

  test('a database that never answers: memory, and what came meanwhile is kept once it does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked = vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
    const opening = open();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    await vi.advanceTimersByTimeAsync(10_000);
    const library = await opening;
    expect(library.status).toMatchObject({ kind: 'memory', why: expect.stringContaining('no answer') });
    await library.saveDraft(own('a'), 'text', 0);
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(await library.retry()).toEqual({ kind: 'kept', safe: null });
    expect((await (await open()).draft(own('a')))?.source).toBe('text');
  });

  test('a full disk: what was there, what comes, and back once there is room', async () => {
    const library = await open();
    const statuses: string[] = [];
    library.listen((event) => event.kind === 'status' && statuses.push(library.status.kind));
    const [early, late, gone] = [solver(), solver(), solver()];
    await library.add(early);
    await library.add(gone);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await Promise.all([library.add(late), library.add(solver({ task: 'b' }))])).toEqual([
      'new',
      'new',
    ]);
    expect(library.status).toMatchObject({ kind: 'full', why: expect.stringContaining('full') });
    expect(await library.solversOf(own('a'))).toHaveLength(3);
    await library.edit(own('a'), early.hash, { notes: 'noted' });
    await library.remove(own('a'), gone.hash);
    expect(await library.retry()).toMatchObject({ kind: 'full' });
    put.mockRestore();
    expect(await library.retry()).toMatchObject({ kind: 'kept' });
    const all = await (await open()).all();
    expect(all.map(({ hash, notes }) => [hash, notes]).slice(0, 2)).toEqual([
      [early.hash, 'noted'],
      [late.hash, ''],
    ]);
    expect(all).toHaveLength(3);
    expect(statuses).toEqual(['kept', 'full', 'full', 'kept']);
  });

  test('the store: a write that finds no room leaves everything as it was, and says why', async () => {
    const store = await openDatabase();
    const [first, second] = [solver(), solver()];
    await store.changeSolvers(first, () => ({ put: [first], remove: [] }));
    const original = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if ((args[0] as typeof first).hash === second.hash) throw new DOMException('no', 'QuotaExceededError');
      return original.apply(this, args as [unknown]);
    });
    const better = { ...first, cost: 1 };
    const writing = store.changeSolvers(first, () => ({ put: [better, second], remove: [first.hash] }));
    const error = await writing.catch((thrown: unknown) => thrown);
    expect(isFull(error)).toBe(true);
    expect(await store.allSolvers()).toEqual([first]);
    put.mockRestore();
    await store.changeSolvers(first, () => ({ put: [second], remove: [first.hash] }));
    expect(await store.allSolvers()).toEqual([second]);
    store.close();
  });

  test('a database that fails at the end of a write', async () => {
    const library = await open();
    const original = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = original.apply(this, args as [unknown]);
      this.transaction.abort();
      return request;
    });
    expect(await library.add(solver())).toBe('new');
    expect(library.status.kind).toBe('memory');
    put.mockRestore();
    expect(await library.retry()).toMatchObject({ kind: 'kept' });
    expect(await (await open()).all()).toHaveLength(1);
  });

  test('a connection that the browser has closed is opened again', async () => {
    const library = await open();
    await library.add(solver());
    const inside = library as unknown as { keeping: { store: { close(): void } } };
    inside.keeping.store.close();
    expect(await library.add(solver())).toBe('new');
    expect(library.status.kind).toBe('kept');
    expect(await library.all()).toHaveLength(2);
  });
});
