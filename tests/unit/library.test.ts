/** The library: the best of each task, nothing lost between tabs, and no disk needed. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sharing } from '../../src/core/desk/sharing.ts';
import { openDatabase } from '../../src/host/library/database-shelf.ts';
import { fromJson, sectionsOf, toJson, toPython } from '../../src/host/library/export.ts';
import { importSolvers, type ImportHelp } from '../../src/host/library/import.ts';
import { Library, type LibraryOptions } from '../../src/host/library/library.ts';
import { compareKept, keep, PER_TASK, type KeptSolver } from '../../src/host/library/record.ts';
import { DATABASE, MIGRATIONS, type Migration } from '../../src/host/library/schema.ts';

const opened: Library[] = [];

beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  for (const library of opened.splice(0)) library.close();
});

async function open(options: LibraryOptions = {}): Promise<Library> {
  const library = await Library.open({ storage: null, ...options });
  opened.push(library);
  return library;
}

let count = 0;
const hashOf = (n: number) => n.toString(16).padStart(16, '0');

function solver(changes: Partial<KeptSolver> = {}): KeptSolver {
  const n = ++count;
  return {
    task: 'a',
    hash: hashOf(n),
    source: `def solve_a(I):\n    return I  # ${n}`,
    score: { matched: 1, pairs: 3, accuracy: 0.5 },
    length: 5,
    cost: 100,
    origin: 'written here',
    date: 1_700_000_000_000 + n,
    dataset: 'ARC-AGI-1 training',
    notes: '',
    star: false,
    ...changes,
  };
}

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
    expect(await second.solversOf('a')).toEqual([good, bad]);
    expect(await second.solversOf('b')).toEqual([]);
    expect(await second.edit('a', bad.hash, { notes: 'look', star: true })).toBe(true);
    expect(await second.edit('a', 'gone', { star: true })).toBe(false);
    expect((await second.all())[1]).toEqual({ ...bad, notes: 'look', star: true });
    await second.remove('a', good.hash);
    expect(await second.all()).toHaveLength(1);
  });

  test('never has more than it should', async () => {
    const library = await open();
    for (let i = 0; i < 40; i++) await library.add(solver({ length: i % 2 === 0 ? 50 - i : 50 + i }));
    const kept = await library.solversOf('a');
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
      one.edit('a', 'gone', { star: true }),
    ]);
    const kept = await one.solversOf('a');
    expect(new Set(kept.map(({ hash }) => hash))).toEqual(
      new Set([...mine, ...others, twice].map(({ hash }) => hash)),
    );
    expect(kept.find(({ hash }) => hash === twice.hash)?.cost).toBe(1);
    expect(await two.all()).toEqual(await one.all());
  });

  test('hear of each other', async () => {
    const [one, two] = [await open(), await open()];
    const heard = new Promise((resolve) => two.listen(resolve));
    const own: unknown[] = [];
    const end = one.listen((event) => own.push(event));
    await one.add(solver({ task: 'b' }));
    expect(await heard).toEqual({ kind: 'solvers', task: 'b' });
    expect(own).toContainEqual({ kind: 'solvers', task: 'b' });
    end();
    own.length = 0;
    await one.add(solver());
    expect(own).toEqual([]);
  });

  test('never overwrite a draft of the other unseen', async () => {
    const [one, two] = [await open({ tab: '1', now: () => 7 }), await open({ tab: '2' })];
    expect(await one.draft('a')).toBeNull();
    expect(await one.saveDraft('a', 'first', 0)).toEqual({ kind: 'saved', revision: 1 });
    expect(await one.draft('a')).toEqual({ task: 'a', source: 'first', revision: 1, tab: '1', date: 7 });
    expect(await two.saveDraft('a', 'second', 1)).toEqual({ kind: 'saved', revision: 2 });
    const conflict = await one.saveDraft('a', 'third', 1);
    expect(conflict).toMatchObject({ kind: 'conflict', draft: { source: 'second', revision: 2, tab: '2' } });
    expect(await one.saveDraft('a', null, 1)).toMatchObject({ kind: 'conflict' });
    expect(await one.saveDraft('a', 'second', 1)).toEqual({ kind: 'saved', revision: 2 });
    expect(await one.saveDraft('a', 'third', 2)).toEqual({ kind: 'saved', revision: 3 });
    expect(await one.saveDraft('a', 'fourth', 2), 'keys faster than the disk').toEqual({
      kind: 'saved',
      revision: 4,
    });
    const both = await Promise.all([one.saveDraft('a', 'fifth', 4), two.saveDraft('a', 'fifth, too', 4)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  });

  test('a draft that was dropped does not come back, and its counter goes on', async () => {
    const [one, two] = [await open({ tab: '1' }), await open({ tab: '2' })];
    await one.saveDraft('a', 'text', 0);
    expect(await one.saveDraft('a', null, 1)).toEqual({ kind: 'saved', revision: 2 });
    expect(await two.draft('a')).toBeNull();
    expect(await two.saveDraft('a', 'new', 0)).toEqual({ kind: 'saved', revision: 3 });
    expect(await one.saveDraft('a', 'old', 2)).toMatchObject({ kind: 'conflict', draft: { source: 'new' } });
  });
});

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
    expect(await library.saveDraft('a', 'text', 0)).toMatchObject({ kind: 'saved' });
    expect(await library.all()).toHaveLength(1);
    vi.restoreAllMocks();
    expect(await library.retry()).toEqual({ kind: 'kept', safe: null });
    expect(await (await open()).all()).toHaveLength(1);
    expect((await (await open()).draft('a'))?.source).toBe('text');
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
    expect(await library.solversOf('a')).toHaveLength(3);
    await library.edit('a', early.hash, { notes: 'noted' });
    await library.remove('a', gone.hash);
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
    const inside = library as unknown as { keeping: { shelf: { close(): void } } };
    inside.keeping.shelf.close();
    expect(await library.add(solver())).toBe('new');
    expect(library.status.kind).toBe('kept');
    expect(await library.all()).toHaveLength(2);
  });
});

describe('versions of the database', () => {
  /** The records of each version there was, as it wrote them. */
  const SAMPLES: Readonly<Record<number, Readonly<Record<string, readonly unknown[]>>>> = {
    1: {
      solvers: [solver({ hash: hashOf(0xabc), notes: 'from version 1', star: true })],
      drafts: [{ task: 'a', source: 'text', revision: 4, tab: 'x', date: 5 }],
    },
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
    expect(await library.solversOf('a')).toMatchObject([
      { hash: hashOf(0xabc), notes: 'from version 1', star: true },
    ]);
    expect(await library.draft('a')).toMatchObject({ source: 'text', revision: 4 });
  });

  const next: Migration = async (_database, transaction) => {
    const store = transaction.objectStore('solvers');
    for (const record of await store.getAll()) await store.put({ ...record, notes: `${record.notes}!` });
  };

  test('a further version is one function', async () => {
    await make(1);
    const shelf = await openDatabase({ migrations: [...MIGRATIONS, next] });
    expect((await shelf.allSolvers())[0].notes).toBe('from version 1!');
    shelf.close();
  });

  test('a migration that fails leaves all as it was', async () => {
    await make(1);
    const broken: Migration = async (database, transaction) => {
      await next(database, transaction);
      throw new Error('a defect');
    };
    const library = await open({ migrations: [...MIGRATIONS, broken] });
    expect(library.status.kind).toBe('memory');
    expect((await (await open()).all())[0].notes).toBe('from version 1');
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

const help: ImportHelp = {
  digest: async (source) => ({ ok: true, value: sharing.digest(source) }),
  score: async (source, task) => {
    if (task === 'absent') return { ok: true, value: null };
    if (task === 'slow') return { ok: false, tag: 'deadline', why: 'it took too long' };
    return {
      ok: true,
      value: { score: { matched: 2, pairs: 3, accuracy: 0.75 }, cost: source.length, dataset: 'starter' },
    };
  },
  now: () => 1_700_000_000_000,
};

/** A file of solvers, each of another body. */
function file(solvers: number): string {
  const chain = (n: number) => Array.from({ length: 9 }, (_, i) => ((n >> i) & 1 ? 'vmirror' : 'hmirror'));
  return Array.from({ length: solvers }, (_, n) => {
    const lines = chain(n).map((name, i) => `    x${i + 1} = ${name}(${i === 0 ? 'I' : `x${i}`})\n`);
    return `# number ${n}\ndef solve_t${n % 100}(I):\n${lines.join('')}    return x9\n`;
  }).join('\n\n');
}

describe('import', () => {
  test('a file of hundreds: new, then equal, then better; with progress', async () => {
    const library = await open();
    const seen: number[] = [];
    const options = { origin: 'some.py', progress: ({ done }: { done: number }) => void seen.push(done) };
    expect(await importSolvers(library, file(300), help, options)).toEqual({
      new: 300,
      better: 0,
      equal: 0,
      worse: 0,
      faulty: [],
      stopped: false,
    });
    expect(seen).toEqual(Array.from({ length: 301 }, (_, i) => i));
    expect((await library.solversOf('t7'))[0]).toMatchObject({
      origin: 'some.py',
      source: expect.stringMatching(/^# number \d*7\ndef solve_t7\(I\):\n[^]*return x9$/),
      length: 9,
      dataset: 'starter',
    });
    expect(await importSolvers(library, file(300), help, { origin: 'again' })).toMatchObject({
      new: 0,
      equal: 300,
    });
    const quicker: ImportHelp = {
      ...help,
      score: async () => ({
        ok: true,
        value: { score: { matched: 3, pairs: 3, accuracy: 1 }, cost: 1, dataset: 's' },
      }),
    };
    expect(await importSolvers(library, file(300), quicker, { origin: 'again' })).toMatchObject({
      better: 300,
      equal: 0,
    });
  });

  test('says which line is faulty, and keeps the rest', async () => {
    const library = await open();
    const source = [
      'import os', // 1
      'x = 3',
      'def solve_good(I):', // 3
      '    return vmirror(I)',
      'def solve_bad(I):', // 5
      '    return nothing(I)',
      'def solve_slow(I):', // 7
      '    return I',
      'def solve_absent(I):', // 9
      '    return hmirror(I)',
    ].join('\n');
    const report = await importSolvers(library, source, help, { origin: 'x' });
    expect(report).toMatchObject({
      new: 2,
      faulty: [{ line: 2 }, { line: 5, name: 'bad' }, { line: 7, name: 'slow' }],
    });
    expect(report.faulty[1].why).toMatch(/^line 6: nothing is/);
    expect(await library.solversOf('absent')).toMatchObject([{ score: { matched: 0, pairs: 0 } }]);
  });

  test('called off, or killed in the middle: at most the solver in hand is missing, and it goes on', async () => {
    const library = await open();
    const stop = new AbortController();
    const report = await importSolvers(library, file(400), help, {
      origin: 'x',
      signal: stop.signal,
      progress: ({ done }) => done === 150 && stop.abort(),
    });
    expect(report).toMatchObject({ new: 151, stopped: true });
    // A killed tab: nothing runs any more after 50 further ones, not even the end of the one in hand.
    const killed = new Promise<void>((resolve) => {
      const dying: ImportHelp = {
        ...help,
        score: (...args) => (++asked > 201 ? (resolve(), new Promise(() => {})) : help.score(...args)),
      };
      let asked = 0;
      void importSolvers(library, file(400), dying, { origin: 'x' });
    });
    await killed;
    const after = await open();
    expect(await after.all()).toHaveLength(201);
    expect(await importSolvers(after, file(400), help, { origin: 'x' })).toMatchObject({
      new: 199,
      equal: 201,
    });
  });
});

describe('export', () => {
  /** A library with all that can be awkward. */
  async function awkward(): Promise<Library> {
    const library = await open({ name: 'awkward' });
    await importSolvers(library, file(120), help, { origin: 'file.py' });
    const [{ hash }] = await library.solversOf('t3');
    await library.edit('t3', hash, { notes: 'two\nlines, “quotes” and a # kept {"a": 1}', star: true });
    const source =
      '# kept {"task":"x"}\n#\n## kept {\ndef solve_z(I):\r\n\r\n    # inner\r\n    return I\n\n\n';
    const { body } = sharing.digest(source).solvers[0];
    await library.add(
      solver({ task: 'z', source, ...body, score: { matched: 1, pairs: 3, accuracy: 1 / 3 } }),
    );
    const two = 'def solve_y(I):\n    return vmirror(I)\n\n\ndef solve_w(I):\n    return hmirror(I)';
    await library.add(solver({ task: 'y', source: two, ...sharing.digest(two).solvers[1].body }));
    return library;
  }

  test.each([
    ['JSON', toJson],
    ['Python', toPython],
  ])('as %s and back: the same to the byte', async (_, write) => {
    const first = await awkward();
    const text = write(await first.all());
    const second = await open({ name: 'second' });
    const report = await importSolvers(second, text, help, { origin: 'not used' });
    expect(report).toEqual({
      new: (await first.all()).length,
      better: 0,
      equal: 0,
      worse: 0,
      faulty: [],
      stopped: false,
    });
    expect(await second.all()).toEqual(await first.all());
    expect(write(await second.all())).toBe(text);
    expect(await importSolvers(second, text.replaceAll('\n', '\r\n'), help, { origin: '' })).toMatchObject({
      new: 0,
      faulty: [],
    });
  });

  test('the file is a solver file that can be read as one, the best of a task last', async () => {
    const text = toPython(await (await awkward()).all());
    expect(sharing.digest(text).faults).toEqual([]);
    expect(sharing.digest(text).solvers.filter(({ body }) => body === null)).toEqual([]);
    expect(sectionsOf(text).every(({ record }) => record?.ok)).toBe(true);
  });

  test('an exported file that somebody has edited', async () => {
    const library = await open();
    const source = 'def solve_a(I):\n    return vmirror(I)';
    const text = toPython([solver({ source, ...sharing.digest(source).solvers[0].body, notes: 'old' })]);
    const changed = text.replace('vmirror', 'hmirror');
    expect(await importSolvers(library, changed, help, { origin: 'edited' })).toMatchObject({
      new: 1,
      faulty: [],
    });
    expect(await library.solversOf('a')).toMatchObject([{ origin: 'edited', notes: '', length: 1 }]);
    const more = `${text}\n\ndef solve_b(I):\n    return rot90(I)\n`;
    expect(await importSolvers(library, more, help, { origin: 'edited' })).toMatchObject({
      new: 2,
      faulty: [],
    });
    expect(await library.solversOf('a')).toHaveLength(2);
    const broken = text.replace('"length":1', '"length":"1"');
    const report = await importSolvers(library, broken, help, { origin: 'edited' });
    expect(report.faulty).toEqual([
      { line: 4, name: '', why: 'kept.length: a whole number is needed, not "1"' },
    ]);
    expect(report).toMatchObject({ better: 1 });
  });

  test.each<[string, (data: { [key: string]: any }) => unknown, string]>([
    ['another file', () => ({ train: [] }), 'format: this is no library of Batt'],
    ['a version to come', (data) => ({ ...data, version: 2 }), 'version: 2 is not known here; 1 is'],
    ['no list', (data) => ({ ...data, solvers: {} }), 'solvers: a list is needed'],
    [
      'a record that is none',
      (data) => ({ ...data, solvers: [null] }),
      'solvers[0]: an object is needed, not null',
    ],
    [
      'a wrong field',
      (data) => ({ ...data, solvers: [{ ...data.solvers[0], star: 1 }] }),
      'solvers[0].star: true or false is needed, not 1',
    ],
    [
      'a wrong hash',
      (data) => ({ ...data, solvers: [{ ...data.solvers[0], hash: 'x' }] }),
      'solvers[0].hash: 16 hexadecimal digits are needed, not "x"',
    ],
    [
      'a share over 1',
      (data) => ({
        ...data,
        solvers: [{ ...data.solvers[0], score: { matched: 1, pairs: 1, accuracy: 2 } }],
      }),
      'solvers[0].score.accuracy: a share from 0 to 1 is needed, not 2',
    ],
    [
      'no date',
      (data) => ({ ...data, solvers: [{ ...data.solvers[0], date: undefined }] }),
      'solvers[0].date: a whole number is needed, not nothing',
    ],
  ])('JSON with %s changes nothing', async (_, change, why) => {
    const library = await open();
    const good = JSON.parse(toJson([solver()]));
    const report = await importSolvers(library, JSON.stringify(change(good)), help, { origin: 'x' });
    expect(report.faulty).toEqual([{ line: 0, name: '', why }]);
    expect(await library.all()).toEqual([]);
  });

  test('JSON whose hash is not that of its source', async () => {
    const library = await open();
    const report = await importSolvers(library, toJson([solver()]), help, { origin: 'x' });
    expect(report).toMatchObject({
      new: 0,
      faulty: [{ why: 'solvers[0].hash: it is not that of the source' }],
    });
    expect(fromJson('{"format"')).toMatchObject({ ok: false });
    expect(fromJson('null')).toMatchObject({ ok: false, fault: { path: 'format' } });
  });
});
