/** Solver files into the library, and the library as files. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { fromJson, sectionsOf, toJson, toPython } from '../../src/host/library/export.ts';
import { importSolvers, type ImportHelp } from '../../src/host/library/import.ts';
import type { Library } from '../../src/host/library/library.ts';
import { placeSolvers } from '../../src/host/library/place.ts';
import { UNPLACED } from '../../src/host/library/task-ref.ts';
import { freshLibraries, own, solver } from '../support/library.ts';

const open = freshLibraries();

const help: ImportHelp = {
  digest: async (source) => ({ ok: true, value: sharing.digest(source) }),
  score: async (source, name) => {
    if (name === 'absent') return { ok: true, value: null };
    if (name === 'slow') return { ok: false, tag: 'deadline', why: 'it took too long' };
    const score = { matched: 2, pairs: 3, accuracy: 0.75 };
    return { ok: true, value: { ...own(name), score, cost: source.length, dataset: 'a set' } };
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
    expect((await library.solversOf(own('t7')))[0]).toMatchObject({
      origin: 'some.py',
      source: expect.stringMatching(/^# number \d*7\ndef solve_t7\(I\):\n[^]*return x9$/),
      length: 9,
      dataset: 'a set',
    });
    expect(await importSolvers(library, file(300), help, { origin: 'again' })).toMatchObject({
      new: 0,
      equal: 300,
    });
    const quicker: ImportHelp = {
      ...help,
      score: async (_, name) => ({
        ok: true,
        value: { ...own(name), score: { matched: 3, pairs: 3, accuracy: 1 }, cost: 1, dataset: 's' },
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
    expect(await library.solversOf({ set: UNPLACED, task: 'absent' })).toMatchObject([
      { score: { matched: 0, pairs: 0 } },
    ]);
  });

  test('a solver that came before its task goes to it later', async () => {
    const library = await open();
    const source = 'def solve_absent(I):\n    return hmirror(I)';
    await importSolvers(library, source, help, { origin: 'x' });
    const [unplaced] = await library.solversIn(UNPLACED);
    await library.edit(unplaced, unplaced.hash, { notes: 'mine' });
    const place = async (score: ImportHelp['score']) =>
      placeSolvers(library, await library.solversIn(UNPLACED), score);
    await place(help.score);
    expect(await library.solversIn(UNPLACED)).toHaveLength(1);
    const found = { set: 'starter', task: 'absent', cost: 7, dataset: 'starter' };
    const score = { matched: 3, pairs: 3, accuracy: 1 };
    await place(async () => ({ ok: true, value: { ...found, score } }));
    expect(await library.all()).toEqual([{ ...unplaced, ...found, score, notes: 'mine' }]);
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
    const [{ hash }] = await library.solversOf(own('t3'));
    await library.edit(own('t3'), hash, { notes: 'two\nlines, “quotes” and a # kept {"a": 1}', star: true });
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
    expect(await library.solversOf(own('a'))).toMatchObject([{ origin: 'edited', notes: '', length: 1 }]);
    const more = `${text}\n\ndef solve_b(I):\n    return rot90(I)\n`;
    expect(await importSolvers(library, more, help, { origin: 'edited' })).toMatchObject({
      new: 2,
      faulty: [],
    });
    expect(await library.solversOf(own('a'))).toHaveLength(2);
    const broken = text.replace('"length":1', '"length":"1"');
    const report = await importSolvers(library, broken, help, { origin: 'edited' });
    expect(report.faulty).toEqual([
      { line: 4, name: '', why: 'kept.length: a whole number is needed, not "1"' },
    ]);
    expect(report).toMatchObject({ better: 1 });
  });

  test.each<[string, (data: { [key: string]: any }) => unknown, string]>([
    ['another file', () => ({ train: [] }), 'format: this is no library of Batt'],
    ['a version to come', (data) => ({ ...data, version: 3 }), 'version: 3 is not known here; 1 and 2 are'],
    ['no list', (data) => ({ ...data, solvers: {} }), 'solvers: a list is needed'],
    [
      'a record that is none',
      (data) => ({ ...data, solvers: [null] }),
      'solvers[0]: an object is needed, not null',
    ],
    [
      'no set',
      (data) => ({ ...data, solvers: [{ ...data.solvers[0], set: undefined }] }),
      'solvers[0].set: a text is needed, not nothing',
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
