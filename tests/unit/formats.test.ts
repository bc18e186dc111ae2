/** Submissions and the files of the competitions. */
import { describe, expect, test } from 'vitest';
import { looksLikeSolutions, readSolutions, withSolutions } from '../../src/core/formats/kaggle.ts';
import { readTaskFile } from '../../src/core/formats/task-file.ts';
import {
  buildSubmission,
  NO_ANSWER,
  readSubmission,
  scoreSubmission,
  submissionText,
  type Answers,
} from '../../src/core/formats/submission.ts';
import type { Read } from '../../src/core/task/refusal.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';

const grid = (colour: number, height = 1): GridRows => Array.from({ length: height }, () => [colour, colour]);
const train = [{ input: grid(1), output: grid(2) }];
const pair = (colour: number, known = true) => ({
  input: grid(colour),
  output: known ? grid(colour + 1) : null,
});

const tasks = new Map<string, Task>([
  ['one', { train, test: [pair(1)] }],
  ['two', { train, test: [pair(3), pair(5)] }],
  ['12345678', { train, test: [pair(7, false)] }],
]);

function valueOf<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(`${read.fault.path}: ${read.fault.message}`);
  return read.value;
}

const faultOf = (read: Read<unknown>) => (read.ok ? null : `${read.fault.path}: ${read.fault.message}`);

describe('submission', () => {
  const answers: Answers = new Map([
    ['two', [[null, grid(9), grid(9), grid(4), grid(8)], [grid(6)]]],
    ['one', []],
  ]);

  test('has every task and test input, two attempts each', () => {
    const built = valueOf(buildSubmission(tasks, answers));
    expect([built.inputs, built.answered, built.twice]).toEqual([4, 2, 1]);
    expect([...built.submission]).toEqual([
      ['one', [[NO_ANSWER, NO_ANSWER]]],
      [
        'two',
        [
          [grid(9), grid(4)],
          [grid(6), grid(6)],
        ],
      ],
      ['12345678', [[NO_ANSWER, NO_ANSWER]]],
    ]);
  });

  test('the file, and back', () => {
    const { submission } = valueOf(buildSubmission(tasks, answers));
    const text = submissionText(submission);
    expect(text.split('\n')[0]).toBe('{"one": [{"attempt_1":[[0,0],[0,0]],"attempt_2":[[0,0],[0,0]]}],');
    const read = valueOf(readSubmission(text, tasks));
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(submission));
    expect(valueOf(readSubmission(JSON.parse(text)))).toEqual(read);
  });

  test.each<[string, Answers, string]>([
    ['a task that is not there', new Map([['x', []]]), 'x: an answer for a task that is not in the set'],
    ['too many test inputs', new Map([['one', [[], []]]]), 'one: answers for 2 test inputs; the task has 1'],
    [
      'no colour',
      new Map([['two', [[], [grid(1), grid(10)]]]]),
      'two[1].attempt_2[0][0]: a colour from 0 to 9 is needed, not 10',
    ],
    [
      'too large',
      new Map([['two', [[grid(1, 31)]]]]),
      'two[0].attempt_1: the grid has 31 rows; at most 30 are allowed',
    ],
  ])('no answer: %s', (_, given, fault) => {
    expect(faultOf(buildSubmission(tasks, given))).toBe(fault);
  });

  const entry = { attempt_1: grid(1), attempt_2: grid(2) };
  const whole = { one: [entry], two: [entry, entry], 12345678: [entry] };

  test.each<[string, unknown, string]>([
    ['no JSON', '{"one": [', 'not JSON'],
    ['a list', [entry], ': an object with an entry for each task is needed, not a list'],
    ['nothing', {}, ': there is no task in it'],
    [
      'a task missing',
      { one: [entry], two: [entry, entry] },
      '12345678: is missing: a submission answers every task',
    ],
    ['a task too many', { ...whole, x: [entry] }, 'x: there is no such task in the set'],
    ['no list', { ...whole, one: entry }, 'one: a list of attempts is needed, not an object'],
    ['an empty list', { ...whole, one: [] }, 'one: at least one entry is needed'],
    [
      'a test input missing',
      { ...whole, two: [entry] },
      'two: 2 test inputs of the task, but attempts for 1',
    ],
    [
      'an entry that is none',
      { ...whole, two: [entry, grid(1)] },
      'two[1]: an object with attempt_1 and attempt_2 is needed, not a list',
    ],
    ['an attempt missing', { ...whole, one: [{ attempt_1: grid(1) }] }, 'one[0].attempt_2: is missing'],
    [
      'a row that is short',
      { ...whole, one: [{ ...entry, attempt_1: [[1, 1], [1]] }] },
      'one[0].attempt_1[1]: the row has 1 cells, the first row has 2',
    ],
  ])('dropped, with %s', (_, data, fault) => {
    expect(faultOf(readSubmission(data, tasks))).toContain(fault);
  });

  test('held against the truth', () => {
    const { submission } = valueOf(buildSubmission(tasks, answers));
    expect(scoreSubmission(submission, tasks)).toEqual({
      tasks: [
        { id: 'one', verdicts: [0], solved: false },
        { id: 'two', verdicts: [2, 1], solved: true },
        { id: '12345678', verdicts: [null], solved: false },
      ],
      known: 3,
      right: 2,
      score: 0.5,
    });
    const half = valueOf(
      buildSubmission(
        tasks,
        new Map([
          ['two', [[grid(4)]]],
          ['one', [[grid(2)]]],
        ]),
      ),
    );
    expect(scoreSubmission(half.submission, tasks)).toMatchObject({ known: 3, right: 2, score: 0.75 });
    expect(scoreSubmission(new Map(), tasks)).toMatchObject({ known: 3, right: 0, score: 0 });
    expect(scoreSubmission(half.submission, new Map()).score).toBe(0);
  });
});

describe('files of the competitions', () => {
  const challenges = {
    one: { train, test: [{ input: grid(1) }] },
    two: { train, test: [{ input: grid(3) }, { input: grid(5) }] },
  };
  const solutions = { two: [grid(4), grid(6)], one: [grid(2)] };

  const both = (some: unknown, others: unknown): Read<Map<string, Task>> => {
    const file = readTaskFile(some, 'file');
    return file.ok
      ? withSolutions(new Map(file.value.tasks.map(({ id, task }) => [id, task])), others)
      : file;
  };

  test('challenges alone, and with their solutions', () => {
    expect(valueOf(readTaskFile(challenges, 'file')).tasks[1].task.test).toEqual(
      [pair(3, false), pair(5, false)].map(({ input }) => ({ input, output: null })),
    );
    const read = valueOf(both(challenges, `\ufeff${JSON.stringify(solutions)}`));
    expect([...read.keys()]).toEqual(['one', 'two']);
    expect(read.get('one')).toEqual(tasks.get('one'));
    expect(read.get('two')).toEqual(tasks.get('two'));
    expect(valueOf(both(challenges, { one: [grid(2)] })).get('two')?.test[0].output).toBeNull();
    expect(valueOf(readSolutions(solutions)).get('two')).toEqual([grid(4), grid(6)]);
  });

  test('which is which', () => {
    expect([solutions, challenges, {}, [], null, { a: [] }, { a: [[]] }].map(looksLikeSolutions)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    const submission = { one: [{ attempt_1: grid(1), attempt_2: grid(1) }] };
    expect(looksLikeSolutions(submission)).toBe(false);
  });

  test.each<[string, unknown, unknown, string]>([
    ['a task that is none', { one: {} }, {}, 'one.train: is missing'],
    [
      'a wrong cell',
      { one: { train: [{ input: [[1, 11]], output: grid(1) }], test: [{ input: grid(1) }] } },
      {},
      'one.train[0].input[0][1]: a colour',
    ],
    [
      'solutions of another set',
      challenges,
      { x: [grid(1)] },
      'x: a solution for a task that is not there: are the two files of the same set?',
    ],
    ['a solution too few', challenges, { two: [grid(1)] }, 'two: 1 solution for 2 test inputs'],
    ['a solution that is no grid', challenges, { two: [grid(4), [[]]] }, 'two[1][0]: the row is empty'],
    ['no solutions', challenges, { two: [] }, 'two: at least one grid is needed'],
    ['a number', challenges, 3, ': an object with an entry for each task is needed, not a number'],
    ['no JSON', challenges, '{', ': not JSON'],
  ])('refuses %s', (_, some, others, fault) => {
    expect(faultOf(both(some, others))).toContain(fault);
  });
});
