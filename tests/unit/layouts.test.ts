/** Files of tasks and submissions in the layouts that people have. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseJsonOrLines } from '../../src/core/formats/json-lines.ts';
import { looksLikeSubmission, readSubmission, scoreSubmission } from '../../src/core/formats/submission.ts';
import { readTaskFile, type TaskFile } from '../../src/core/formats/task-file.ts';
import { understand } from '../../src/host/tasks/json-files.ts';
import type { Read } from '../../src/core/task/refusal.ts';
import type { Task } from '../../src/core/task/task.ts';

function valueOf<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(`${read.fault.path}: ${read.fault.message}`);
  return read.value;
}

const faultOf = (read: Read<unknown>) => (read.ok ? null : `${read.fault.path}: ${read.fault.message}`);

const flip = (n: number) => ({ input: [[n, 0]], output: [[0, n]] });
const one = { train: [flip(1), flip(2)], test: [flip(3)] };

describe('layouts of task files', () => {
  const read = (data: unknown) => valueOf(readTaskFile(data, 'file'));
  const ids = (data: unknown) => read(data).tasks.map(({ id, part }) => (part === '' ? id : `${part}/${id}`));

  test.each<[string, unknown, string[]]>([
    ['one task', one, ['file']],
    ['tasks by id', { b: one, a: one }, ['b', 'a']],
    ['parts named as in a task', { train: { a: one }, test: { b: one } }, ['train/a', 'test/b']],
    ['parts', { train: { a: one }, eval: { b: one, c: one } }, ['train/a', 'eval/b', 'eval/c']],
    ['parts with the same task', { train: { a: one }, eval: { a: one } }, ['train/a', 'eval/a_eval']],
    ['parts that are lists', { training: [one, one] }, ['training/training_1', 'training/training_2']],
    ['a list', [one, one], ['file_1', 'file_2']],
    ['a list with names', [{ ...one, id: 'x' }, one, { ...one, task_id: 'y' }], ['x', 'file_2', 'y']],
    [
      'a list with a name twice',
      [
        { ...one, name: 'x' },
        { ...one, name: 'x' },
      ],
      ['x', 'x_2'],
    ],
    ['a list of objects by id', [{ a: one }, { b: one }], ['a', 'b']],
    ['names of numbers', [{ ...one, id: 7 }], ['7']],
    ['the name of the prototype', JSON.parse(`{"__proto__": ${JSON.stringify(one)}}`), ['__proto__']],
    ['tasks below a heading', { version: 1, name: 'set', tasks: { b: one, a: one } }, ['b', 'a']],
    ['a list below a heading', { tasks: [one, { ...one, id: 'x' }] }, ['file_1', 'x']],
    ['a part called tasks', { tasks: { a: one }, more: { b: one } }, ['tasks/a', 'more/b']],
    ['pairs alone', [flip(1), flip(2)], ['file']],
    ['pairs by id', { a: [flip(1), flip(2)], b: [flip(1), flip(2)] }, ['a', 'b']],
  ])('%s', (_, data, expected) => {
    expect(ids(data)).toEqual(expected);
  });

  test('our own starter tasks are read as a file of anybody', () => {
    const text = readFileSync(new URL('../../public/tasks/starter.json', import.meta.url), 'utf8');
    const data = JSON.parse(text) as { tasks: object };
    const file = read(data);
    expect(file.tasks.map(({ id }) => id)).toEqual(Object.keys(data.tasks));
    expect(file.tasks.every(({ part }) => part === '')).toBe(true);
    const item = {
      name: 'starter.json',
      path: 'starter.json',
      origin: 'starter.json',
      size: 0,
      bytes: () => Promise.resolve(new Uint8Array()),
    };
    const [page] = understand([{ item, data, text }]);
    expect(page).toMatchObject({ kind: 'tasks' });
    expect(faultOf(readTaskFile({ version: 1, tasks: { a: { ...one, train: 3 } } }, 'file'))).toMatch(
      /^tasks\.a\.train/,
    );
  });

  test('what a list of pairs becomes is said', () => {
    const pairs = Array.from({ length: 9 }, (_, n) => flip(n + 1));
    const { tasks, remarks } = read(pairs);
    expect(tasks[0].task).toEqual({ train: pairs.slice(0, 3), test: [pairs[3]] });
    expect(remarks).toEqual([
      'file is a list of pairs: the first 3 are taken for train, the next one for test, and 5 more are left out.',
    ]);
    expect(read(pairs.slice(0, 2)).tasks[0].task).toEqual({ train: [pairs[0]], test: [pairs[1]] });
    expect(read({ train: { a: one }, eval: { b: one } }).remarks).toEqual([
      '1 task of train, 1 task of eval.',
    ]);
    expect(read(one).remarks).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
    ['an empty text', ''],
    ['no rows', []],
    ['an empty row', [[]]],
    ['empty rows', [[], []]],
  ])('a test output that is %s is not known', (_, output) => {
    const file = { ...one, test: [{ input: [[3, 0]], output }] };
    expect(read(file).tasks[0].task.test[0].output).toBeNull();
    const wrong = { ...one, train: [{ input: [[1]], output }] };
    expect(faultOf(readTaskFile(wrong, 'x'))).toMatch(/^train\[0\]\.output/);
  });

  test.each<[string, unknown, string]>([
    ['a number', 3, ': a task or an object of tasks is needed, not a number'],
    ['null', null, ': a task or an object of tasks is needed, not null'],
    ['numbers', [1, 2], '[0]: a task or an object of tasks is needed, not a number'],
    ['an empty list', [], ': the list is empty'],
    ['an empty object', {}, ': the file holds no task'],
    ['one pair', [flip(1)], ': at least two pairs are needed'],
    ['a wrong pair', [flip(1), { input: [[1]] }, flip(3)], '[1].output: is missing'],
    [
      'a wrong last pair',
      { a: [flip(1), flip(2), flip(3), { input: [[11]] }] },
      'a[3].input[0][0]: a colour',
    ],
    ['a wrong task of a list', [one, { ...one, train: [] }], '[1].train: at least one pair is needed'],
    ['a wrong task of a part', { eval: { a: one, b: {} } }, 'eval.b.train: is missing'],
    [
      'what only tells of tasks',
      { a: { n_examples: 20, runtime: 1.2, difficulty: { mean: 0.4 }, more: 1 } },
      'a: is no task: it has no train and no test, but n_examples, runtime, difficulty …',
    ],
  ])('refuses %s', (_, data, fault) => {
    expect(faultOf(readTaskFile(data, 'file'))).toContain(fault);
  });
});

describe('one value a line', () => {
  const line = JSON.stringify(one);
  const lines = (text: string, file: string): Read<TaskFile> => {
    const data = parseJsonOrLines(text, file);
    return data.ok ? readTaskFile(data.value, 'x') : data;
  };

  test.each<[string, string, string, string[]]>([
    ['lines', `${line}\n${line}\n`, 'x.jsonl', ['x_1', 'x_2']],
    ['lines by another ending', `${line}\n${line}`, 'x.json', ['x_1', 'x_2']],
    ['one line', line, 'x.ndjson', ['x_1']],
    ['empty lines', `\ufeff\n${line}\r\n\r\n${line}`, 'x.jsonl', ['x_2', 'x_4']],
    ['lines of pairs', `${JSON.stringify([flip(1), flip(2)])}\n${line}`, 'x.jsonl', ['x_1', 'x_2']],
    ['lines with names', `{"id":"a",${line.slice(1)}\n{"b":${line}}`, 'x.jsonl', ['a', 'b']],
  ])('%s', (_, text, file, expected) => {
    expect(valueOf(lines(text, file)).tasks.map(({ id }) => id)).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ['a line that is not JSON', `${line}\n{"train": [}\n`, 'not JSON: line 2, column 12: value expected'],
    ['a line that is no task', `${line}\n\n{"train": []}`, 'line 3.train: at least one pair'],
    ['a file that is neither', '{"a":\n1', 'not JSON: line 2, column 2: close brace expected'],
  ])('refuses %s', (_, text, fault) => {
    expect(faultOf(lines(text, 'x.json'))).toContain(fault);
  });
});

describe('submissions', () => {
  const truth = new Map<string, Task>([['one', one]]);
  const noted = (answer: unknown) => ({ answer, metadata: { model: 'm' }, correct: null });
  const [right, wrong] = [[[0, 3]], [[1]]];

  test.each<[string, unknown, readonly (readonly unknown[])[], number]>([
    ['grids', [{ attempt_1: right, attempt_2: wrong }], [[right, wrong]], 1],
    ['objects', [{ attempt_1: noted(wrong), attempt_2: noted(right) }], [[wrong, right]], 1],
    ['null', [{ attempt_1: null, attempt_2: noted(null) }], [[null, null]], 0],
    [
      'no entry',
      [null, { attempt_1: right, attempt_2: null }],
      [
        [null, null],
        [right, null],
      ],
      0,
    ],
    ['no cells', [{ attempt_1: [], attempt_2: [[]] }], [[null, null]], 0],
  ])('with %s', (_, entries, expected, count) => {
    for (const data of [entries, { one: entries }]) {
      expect(looksLikeSubmission(data)).toBe(true);
      const submission = valueOf(readSubmission(data, undefined, 'one'));
      expect([...submission]).toEqual([['one', expected]]);
      expect(scoreSubmission(submission, truth)).toMatchObject({ known: 1, right: count });
    }
  });

  test.each<[string, unknown, string]>([
    [
      'a wrong answer',
      [{ attempt_1: noted([[10]]), attempt_2: null }],
      'one[0].attempt_1.answer[0][0]: a colour',
    ],
    ['a text', [{ attempt_1: 'none', attempt_2: null }], 'one[0].attempt_1: a grid is needed, not a string'],
    ['a list without a name', null, 'an object with an entry for each task is needed'],
  ])('refuses %s', (_, data, fault) => {
    expect(faultOf(readSubmission(data, undefined, 'one'))).toContain(fault);
  });
});
