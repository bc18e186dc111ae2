/** Public data sets among opened files. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentHash, datasetOf } from '../../src/cli/dataset.ts';
import type { Task } from '../../src/core/task/task.ts';
import { DATA_SETS, versionedName, type DataSet } from '../../src/host/datasets/catalogue.ts';
import { recogniseSets, unlikeSets, type SetFile } from '../../src/host/datasets/recognise.ts';
import { submissionName, submittedOn, versionNote } from '../../src/host/datasets/version-note.ts';
import { readFiles } from '../../src/host/tasks/files.ts';

const hash = (kind: string, content: Buffer): Buffer =>
  createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest();

function file(path: string, text: string): SetFile {
  return { path, bytes: () => Promise.resolve(new TextEncoder().encode(text)) };
}

/** A set of these files, as git has them. */
function setOf(key: string, files: Readonly<Record<string, string>>): DataSet {
  const names = Object.keys(files).sort();
  const entries = names.map((name) =>
    Buffer.concat([Buffer.from(`100644 ${name}\0`), hash('blob', Buffer.from(files[name]))]),
  );
  const tree = hash('tree', Buffer.concat(entries)).toString('hex');
  return { ...DATA_SETS[0], key, tree, count: names.length };
}

const ONE = { 'b.json': '{"b": 1}', 'a.json': '{"a": 1}' };
const TWO = { 'a.json': '{"a": 2}', 'c.json': '{"c": 2}' };
const SETS = [setOf('one', ONE), setOf('two', TWO)];
const filesOf = (folder: string, files: Readonly<Record<string, string>>): SetFile[] =>
  Object.entries(files).map(([name, text]) => file(`${folder}${name}`, text));

test('a data set is known by what its folder holds, whatever lies beside it', async () => {
  const files = [
    ...filesOf('x.zip/data/training/', TWO),
    file('x.zip/README.md', '#'),
    file('x.zip/data/training/notes.txt', 'text'),
    ...filesOf('x.zip/data/evaluation/', ONE),
  ];
  const found = await recogniseSets(files, SETS);
  expect(found.map(({ set }) => set.key)).toEqual(['two', 'one']);
  expect(found[0].files.map(({ path }) => path)).toEqual([
    'x.zip/data/training/a.json',
    'x.zip/data/training/c.json',
  ]);
  expect(await recogniseSets(filesOf('', ONE), SETS)).toMatchObject([{ set: { key: 'one' } }]);
});

test.each([
  ['a changed file', { ...ONE, 'a.json': '{"a": 1}\n' }],
  ['another name', { 'b.json': ONE['b.json'], 'd.json': ONE['a.json'] }],
  ['a file too many', { ...ONE, 'd.json': '{}' }],
  ['a file too few', { 'a.json': ONE['a.json'] }],
])('with %s it is none', async (_, files) => {
  expect(await recogniseSets(filesOf('x/', files), SETS)).toEqual([]);
});

test('a file that cannot be read makes no data set', async () => {
  const broken = { path: 'x/b.json', bytes: () => Promise.reject(new Error('gone')) };
  expect(await recogniseSets([file('x/a.json', ONE['a.json']), broken], SETS)).toEqual([]);
});

test('other files are opened as they are', async () => {
  const task = { train: [{ input: [[1]], output: [[2]] }], test: [{ input: [[1]] }] };
  const read = await readFiles([new File([JSON.stringify(task)], 'mine.json')], async () => {
    throw new Error('no solver is here');
  });
  expect(read).toMatchObject([{ kind: 'tasks', tasks: [{ id: 'mine', dataset: '' }] }]);
});

describe('a folder that lies where a public set has its tasks, and is none', () => {
  const [training] = DATA_SETS;
  const folder = (path: string, count: number): SetFile[] =>
    Array.from({ length: count }, (_, i) => file(`${path}${i}.json`, '{}'));
  const said = [
    expect.stringMatching(/^They look like ARC-AGI-1 training, but are not as .* @3990304 has them/),
  ];

  test.each([
    ['repository/data/training/', training.count],
    ['training/', training.count],
    ['training/', training.count + 12],
  ])('%s of %i files: it is told', (path, count) => {
    expect(unlikeSets(folder(path, count), [])).toEqual(said);
  });

  test.each([
    ['mine/', training.count],
    ['training/', 40],
  ])('%s of %i files is something else', (path, count) => {
    expect(unlikeSets(folder(path, count), [])).toEqual([]);
  });

  test('one that was found is what it says', () => {
    const files = folder('training/', training.count);
    expect(unlikeSets(files, [{ set: training, files }])).toEqual([]);
  });

  test('the opened tasks bear the remark, once', async () => {
    const task = JSON.stringify({ train: [{ input: [[1]], output: [[2]] }], test: [{ input: [[1]] }] });
    const files = Array.from({ length: 395 }, (_, i) => new File([task], `${i}.json`));
    const read = await readFiles(files, () => Promise.reject(new Error('no solver')), {
      pathOf: ({ name }) => `training/${name}`,
    });
    expect(read.every(({ kind }) => kind === 'tasks')).toBe(true);
    expect(read.flatMap((one) => (one.kind === 'tasks' ? one.remarks : []))).toEqual(said);
  });
});

describe('a result that names the version of its set', () => {
  const { name, commit } = DATA_SETS[0];

  test.each([
    [`${name} @${commit.slice(0, 7)}`, ''],
    [`${name} @${commit}`, ''],
    [
      `${name} @0123abc`,
      `Made on another version: here it is ${name} @${commit.slice(0, 7)}, and tasks may differ.`,
    ],
    [`${name} @0123abc, 3 of 400 tasks`, expect.stringContaining('another version')],
    ['a file of mine @0123abc', ''],
    [name, ''],
    ['', ''],
  ])('%s', (dataset, said) => expect(versionNote(dataset)).toEqual(said));
});

describe('a submission tells in its name what it is on', () => {
  test.each(DATA_SETS.map((set) => versionedName(set)))('%s', (dataset) => {
    const file = submissionName(dataset);
    expect(file).toMatch(/^submission-[\w.-]+_[0-9a-f]{7}\.json$/);
    expect(submittedOn(file)).toBe(dataset);
    // As a browser calls it that has one of the name.
    expect(submittedOn(file.replace('.json', ' (1).json'))).toBe(dataset);
  });

  test('and another version is told', () => {
    const [{ name }] = DATA_SETS;
    const old = submittedOn(submissionName(`${name} @0123abc`));
    expect(versionNote(old)).toContain('Made on another version');
  });

  test.each(['few.json', 'Files and own tasks', '', 'mail @home'])('but not where that is %j', (dataset) => {
    expect(submissionName(dataset)).toBe('submission.json');
  });

  test.each(['submission.json', 'submission-mine_0123abc.json', 'x.json', ''])('%j tells nothing', (file) =>
    expect(submittedOn(file)).toBe(''),
  );
});

describe('tasks that were joined in a file', () => {
  const task = (cell: number): Task => ({
    train: [{ input: [[cell]], output: [[1]] }],
    test: [{ input: [[2]], output: null }],
  });
  const tasks = new Map([
    ['b', task(1)],
    ['a', task(2)],
  ]);
  const sets = [{ ...DATA_SETS[0], count: 2 }];
  const contents = { [DATA_SETS[0].key]: contentHash(tasks) };
  const named = (changed: ReadonlyMap<string, Task>) => datasetOf('some/where.json', changed, sets, contents);

  test('are known by their grids, in any order', () => {
    expect(named(tasks)).toBe(versionedName(DATA_SETS[0]));
    expect(named(new Map([...tasks].reverse()))).toBe(versionedName(DATA_SETS[0]));
  });

  test.each<[string, ReadonlyMap<string, Task>]>([
    ['another cell', new Map([...tasks, ['a', task(3)]])],
    [
      'another id',
      new Map([
        ['b', task(1)],
        ['c', task(2)],
      ]),
    ],
    ['one task too few', new Map([['b', task(1)]])],
    [
      'an answer that was open',
      new Map([...tasks, ['a', { ...task(2), test: [{ input: [[2]], output: [[3]] }] }]]),
    ],
  ])('with %s they are called after their file', (_, changed) => expect(named(changed)).toBe('where.json'));
});
