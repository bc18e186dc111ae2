/** The library of every earlier version is read. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { openDatabase } from '../../src/host/library/database-store.ts';
import { toJson, toPython } from '../../src/host/library/export.ts';
import { importSolvers, type ImportHelp } from '../../src/host/library/import.ts';
import { DATABASE, MIGRATIONS, type Migration } from '../../src/host/library/schema.ts';
import { OWN, UNPLACED } from '../../src/host/library/task-ref.ts';
import { KilledTab } from '../support/killed-tab.ts';
import { freshLibraries, own, solver } from '../support/library.ts';

const open = freshLibraries();

const sample = (name: string): string => readFileSync(new URL(`../library/${name}`, import.meta.url), 'utf8');

/** Where the solvers of the samples belong: set, task and hash. */
const PLACES = [
  [UNPLACED, 'absent', 'fa56376b65303ab1'],
  ['arc-agi-1-training', '67a3c6ac', 'b38239ac583d32c7'],
  ['arc-agi-2-training', '67a3c6ac', 'defd30e0cb97f66d'],
  [OWN, 'mine', '11ac5a1ed89c0314'],
  ['starter', 'mirror_quilt', '4b73b6b7870c054a'],
];

describe('versions of the database', () => {
  /** The records of each version there was, as it wrote them. */
  const SAMPLES: Readonly<Record<number, Readonly<Record<string, readonly unknown[]>>>> = {
    1: JSON.parse(sample('database-v1.json')),
    2: JSON.parse(sample('database-v2.json')),
  };

  async function make(version: number): Promise<void> {
    const migrations = MIGRATIONS.slice(0, version);
    const database = await openDB(DATABASE, version, {
      async upgrade(db, from, _to, transaction) {
        for (const migrate of migrations.slice(from)) await migrate(db, transaction as never);
      },
    });
    for (const [store, records] of Object.entries(SAMPLES[version] ?? {})) {
      for (const record of records) await database.put(store, record);
    }
    database.close();
  }

  test.each(MIGRATIONS.map((_, from) => from + 1))('a library of version %i is read', async (version) => {
    expect(SAMPLES[version], 'each version has a sample').toBeDefined();
    await make(version);
    const library = await open();
    expect(library.status.kind).toBe('kept');
    expect((await library.all()).map(({ set, task, hash }) => [set, task, hash])).toEqual(PLACES);
    expect((await library.all()).map(({ set: _, ...rest }) => rest)).toEqual(
      expect.arrayContaining(SAMPLES[1]?.solvers as unknown[]),
    );
    expect(await library.draft(own('mine'))).toMatchObject({ revision: 4 });
  });

  test('a draft of version 1 is offered by the id alone, until it is taken up', async () => {
    await make(1);
    const library = await open();
    const elsewhere = { set: 'starter', task: 'mine' };
    const { source, revision } = (await library.draft(own('mine')))!;
    expect(source).toContain('def solve_mine');
    expect(await library.draft(elsewhere)).toMatchObject({ source, revision });
    expect(await library.saveDraft(own('mine'), 'more', revision)).toEqual({ kind: 'saved', revision: 5 });
    expect(await library.draft(own('mine'))).toMatchObject({ source: 'more', set: OWN });
    expect(await library.draft(elsewhere)).toBeNull();
  });

  const next: Migration = async (_database, transaction) => {
    const store = transaction.objectStore('solvers');
    for (const record of await store.getAll()) await store.put({ ...record, notes: `${record.notes}!` });
  };

  test('a further version is one function', async () => {
    await make(1);
    const store = await openDatabase({ migrations: [...MIGRATIONS, next] });
    expect((await store.allSolvers())[1].notes).toBe('two\nlines!');
    store.close();
  });

  test('a migration that fails leaves all as it was', async () => {
    await make(1);
    const broken: Migration = async (database, transaction) => {
      await next(database, transaction);
      throw new Error('a defect');
    };
    const library = await open({ migrations: [...MIGRATIONS, broken] });
    expect(library.status.kind).toBe('memory');
    expect((await (await open()).all())[1].notes).toBe('two\nlines');
  });

  test('an upgrade that the browser breaks off leaves all as it was, and says so', async () => {
    await make(1);
    const tab = new KilledTab();
    tab.kill();
    const library = await open({ migrations: [...MIGRATIONS, next] });
    expect(library.status).toMatchObject({ kind: 'memory', why: expect.stringContaining('version') });
    vi.restoreAllMocks();
    expect((await (await open()).all())[1].notes).toBe('two\nlines');
  });

  test('a newer Batt in another tab may upgrade; this one goes on in memory', async () => {
    const old = await open();
    await old.add(solver());
    const newer = await open({ migrations: [...MIGRATIONS, next] });
    expect(newer.status.kind).toBe('kept');
    expect(await newer.all()).toHaveLength(1);
    expect(await old.add(solver())).toBe('new');
    expect(old.status).toMatchObject({ kind: 'memory', why: expect.stringContaining('reload') });
  });

  test('an older tab that does not let go is told about', async () => {
    const stubborn = await openDB(DATABASE, 1, {
      upgrade: (database, _from, _to, transaction) =>
        void MIGRATIONS[0](database as never, transaction as never),
    });
    const library = await open({ migrations: [...MIGRATIONS, next] });
    expect(library.status).toMatchObject({ kind: 'memory', why: expect.stringContaining('another tab') });
    stubborn.close();
  });
});

describe('exported files of version 1', () => {
  test.each(['v1.json', 'v1.py'])('%s is read, and is of version 2 from then on', async (name) => {
    const library = await open();
    const help: ImportHelp = {
      digest: async (source) => ({ ok: true, value: sharing.digest(source) }),
      score: async () => ({ ok: true, value: null }),
      now: () => 0,
    };
    const report = await importSolvers(library, sample(name), help, { origin: 'not used' });
    expect(report).toMatchObject({ new: 5, faulty: [] });
    const all = await library.all();
    expect(all.map(({ set, task, hash }) => [set, task, hash])).toEqual(PLACES);
    expect(toJson(all)).toBe(sample('v2.json'));
    expect(toPython(all)).toBe(sample('v2.py'));
  });
});
