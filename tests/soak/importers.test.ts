/** Damaged files of every kind: each comes to an answer, what is taken is whole, and what is refused says why. */
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { WrongCall } from '../../src/cli/faults.ts';
import { readSolvers, readTasks } from '../../src/cli/files.ts';
import { inputsHash, planOf } from '../../src/cli/plan.ts';
import { readFile } from '../../src/core/inspection/read-file.ts';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { Random } from '../../src/core/random.ts';
import { decodeLink, encodeLink } from '../../src/core/share/link.ts';
import { readTask } from '../../src/core/task/read.ts';
import { importSolvers, type ImportHelp } from '../../src/host/library/import.ts';
import { linkIn, linkOf, readQuery } from '../../src/host/share/address.ts';
import type { FileRead } from '../../src/host/tasks/file-read.ts';
import { readFiles } from '../../src/host/tasks/files.ts';
import { recognise } from '../../src/host/tasks/pasted.ts';
import { freshLibraries, own } from '../support/library.ts';
import { mangledData } from '../support/mangled-data.ts';
import { mangled, mangledBytes, TRICKS } from '../support/mangled-text.ts';
import { KINDS, LINKS, type RealFile } from '../support/real-files.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { zipOf } from '../support/zip.ts';

const COUNT = rounds(60, 10_000);
const openLibrary = freshLibraries();

async function opened(files: readonly File[]): Promise<readonly FileRead[]> {
  const reads = await readFiles(files, async (source) => ({ ok: true, value: readFile(source) }));
  reads.forEach(isWhole);
  return reads;
}

/** What is taken keeps to its format; what is refused says why in one line that can be read. */
function isWhole(read: FileRead): void {
  if (read.kind === 'refused') isSentence(read.why);
  if (read.kind !== 'tasks') return;
  read.remarks.forEach(isSentence);
  for (const { id, task } of read.tasks) {
    expect(typeof id).toBe('string');
    const again = readTask(JSON.parse(JSON.stringify(task)));
    if (!again.ok) throw new Error(`a task was taken that is none: ${JSON.stringify(again.fault)}`);
  }
}

function isSentence(text: string): void {
  if (text === '' || text.length > 3000) throw new Error(`no sentence: ${text.slice(0, 200)}`);
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) throw new Error(`cannot be read: ${JSON.stringify(text)}`);
}

/** Does something so many times, and tells with which input it threw. */
async function many<T>(
  kind: string,
  make: (random: Random) => T,
  use: (input: T) => Promise<string>,
): Promise<void> {
  const random = new Random(`${SOAK_SEED}/${kind}`);
  const ends: Record<string, number> = {};
  for (let round = 0; round < COUNT; round++) {
    const input = make(random);
    try {
      const end = await use(input);
      ends[end] = (ends[end] ?? 0) + 1;
    } catch (error) {
      throw new Error(`${kind}, round ${round}: ${String(error)}\n${JSON.stringify(input).slice(0, 5000)}`, {
        cause: error,
      });
    }
  }
  tell(`damaged ${kind}`, { inputs: COUNT, ...ends });
  expect(Object.keys(ends).length, `all ended as ${JSON.stringify(ends)}`).toBeGreaterThan(1);
}

/** Data changed as data, or the text of it. */
const changed = (text: string, random: Random): string =>
  random.bool(0.6) && /^\s*[{[]/.test(text) ? mangledData(text, random) : mangled(text, random);

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** One of the files damaged, as text or as bytes; the others of its set are as they were. */
function damaged(
  files: readonly RealFile[],
  together: boolean,
  random: Random,
): { name: string; bytes: number[] }[] {
  const chosen = random.int(0, files.length - 1);
  const set = together ? files : [files[chosen]];
  return set.map(({ name, text }, i) => {
    if (together && i !== chosen) return { name, bytes: [...bytesOf(text)] };
    const whole = random.bool(0.2) ? mangledBytes(bytesOf(text), random) : bytesOf(changed(text, random));
    return { name: random.bool(0.05) ? mangled(name, random, 1) : name, bytes: [...whole] };
  });
}

describe('opened files', () => {
  test.each(Object.entries(KINDS))('%s', { timeout: 1e9 }, async (kind, files) => {
    await many(
      kind,
      (random) => damaged(files, kind === 'kaggle', random),
      async (set) => {
        const given = set.map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
        const reads = await opened(given);
        return [...new Set(reads.map((read) => read.kind))].sort().join('+') || 'nothing';
      },
    );
  });

  test('zip', { timeout: 1e9 }, async () => {
    const parts = Object.values(KINDS).flatMap((files) => files.slice(0, 2));
    await many(
      'zip',
      (random) => {
        const inside = random.sample(parts, random.int(1, 4)).map(({ name, text }) => ({
          name: random.bool(0.3) ? mangled(`x/${name}`, random, 2) : `x/${name}`,
          text: random.bool(0.3) ? changed(text, random) : text,
          packed: random.bool(),
          ...(random.bool(0.1) ? { size: random.pick([0, 1, 2 ** 31 - 1, 2 ** 32 - 1]) } : {}),
          ...(random.bool(0.05) ? { method: random.int(0, 99) } : {}),
          ...(random.bool(0.05) ? { flags: random.int(0, 0xffff) } : {}),
        }));
        const zip = zipOf(inside);
        return [...(random.bool(0.7) ? mangledBytes(zip, random) : zip)];
      },
      async (bytes) => {
        const reads = await opened([new File([Uint8Array.from(bytes)], 'x.zip')]);
        return reads.some(({ kind }) => kind !== 'refused') ? 'something' : 'refused';
      },
    );
  });
});

test('links', { timeout: 1e9 }, async () => {
  await many(
    'links',
    (random) => mangled(random.pick(LINKS), random),
    async (text) => {
      for (const hash of [text, linkIn(text), linkOf({ hash: text, search: text })]) {
        const read = decodeLink(hash);
        if (!read.ok) isSentence(read.fault.message);
        else expect(encodeLink(read.value).ok).toBe(true);
      }
      readQuery(text);
      return decodeLink(text).ok ? 'opened' : 'refused';
    },
  );
});

test('pasted text', { timeout: 1e9 }, async () => {
  const texts = [
    ...Object.values(KINDS)
      .flat()
      .map(({ text }) => text),
    ...LINKS,
    '0 1\n2 3',
    '[[0, 1], [2, 3]]',
  ];
  await many(
    'pasted text',
    (random) => changed(random.pick(texts), random),
    async (text) => {
      const pasted = recognise(text);
      if (pasted.kind === 'tasks') pasted.tasks.forEach(({ task }) => expect(readTask(task).ok).toBe(true));
      if (pasted.kind === 'solver') compile(pasted.source);
      return pasted.kind;
    },
  );
});

test('imports into the library', { timeout: 1e9 }, async () => {
  const help: ImportHelp = {
    digest: async (source) => ({ ok: true, value: sharing.digest(source) }),
    score: async (source, name) => {
      const score = { matched: 2, pairs: 3, accuracy: 0.75 };
      return { ok: true, value: { ...own(name), score, cost: source.length, dataset: 'a set' } };
    },
    now: () => 1_700_000_000_000,
  };
  const library = await openLibrary();
  const files = [...KINDS.library, ...KINDS.solvers];
  await many(
    'libraries',
    (random) => changed(random.pick(files).text, random),
    async (text) => {
      const { faulty, new: added } = await importSolvers(library, text, help, { origin: 'x' });
      faulty.forEach(({ why }) => isSentence(why));
      return `${added > 0 ? 'taken' : 'known'}${faulty.length > 0 ? ', faults' : ''}`;
    },
  );
});

describe('what the command line and the queue are given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'batt-soak-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('tasks and solvers', { timeout: 1e9 }, async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [challenges, solutions] = KINDS.kaggle;
    const sets = [challenges, ...KINDS.task];
    await many(
      'command line and queue',
      (random) => ({
        tasks: changed(random.pick(sets).text, random),
        solutions: random.bool(0.3) ? changed(solutions.text, random) : null,
        solvers: mangled(random.pick(KINDS.solvers).text, random),
      }),
      async (given) => {
        const at = (name: string, text: string): string => {
          writeFileSync(join(folder, name), text);
          return join(folder, name);
        };
        try {
          const beside = given.solutions === null ? {} : { solutions: at('s.json', given.solutions) };
          const tasks = readTasks({ tasks: at('t.json', given.tasks), ...beside });
          const { solvers } = readSolvers(at('a.py', given.solvers));
          inputsHash(planOf(tasks, solvers, { seed: 1, searchFuel: 1 }));
          return 'taken';
        } catch (error) {
          if (!(error instanceof WrongCall)) throw error;
          isSentence(error.message);
          return 'refused';
        }
      },
    );
  });
});

describe('names that every object has, and what cannot be seen', () => {
  const task = { train: [{ input: [[1]], output: [[2]] }], test: [{ input: [[1]], output: [[2]] }] };
  const text = (entries: [string, unknown][]): string =>
    `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;

  test.each(TRICKS)('%j as an id', async (id) => {
    const plain = { input: task.test[0].input };
    const challenges = text([[id, { ...task, test: [plain] }]]);
    const files = [
      new File([challenges], 'x_challenges.json'),
      new File([text([[id, [[[2]]]]])], 'x_solutions.json'),
      new File([text([[id, [{ attempt_1: [[2]], attempt_2: [[2]] }]]])], 'submission.json'),
    ];
    const reads = await opened(files);
    const [tasks] = reads.flatMap((read) => (read.kind === 'tasks' ? read.tasks : []));
    expect(tasks.task).toEqual(task);
    expect(reads.find(({ kind }) => kind === 'submission')).toMatchObject({ submission: expect.any(Map) });
    expect(({} as Record<string, unknown>).train).toBeUndefined();
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s as a key of a task, a pair, a library',
    async (key) => {
      const own = text([
        ['train', task.train],
        ['test', task.test],
        [key, { polluted: 1 }],
      ]);
      expect(await opened([new File([own], 'a.json')])).toMatchObject([{ kind: 'tasks' }]);
      for (const { name, text: whole } of [...KINDS.library, ...KINDS.report]) {
        const begin = whole.indexOf('{');
        const changed = `${whole.slice(0, begin + 1)}"${key}": {"polluted": 1}, ${whole.slice(begin + 1)}`;
        await opened([new File([changed], name)]);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});
