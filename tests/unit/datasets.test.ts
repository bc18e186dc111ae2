/** Public data sets among opened files. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DATA_SETS, type DataSet } from '../../src/host/datasets/catalogue.ts';
import { recogniseSets, type SetFile } from '../../src/host/datasets/recognise.ts';
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
