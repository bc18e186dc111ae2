import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { starterTask, starterTasks } from '../support/starter.ts';
import { folder, file, type Ended, batt, solvers, tasks } from './score-calls.ts';

const someId = [...starterTasks.keys()][3] as string;

describe('batt score', () => {
  test('scores every starter solver on its own task, and all are solved', () => {
    const { status, out } = batt(
      'score',
      '--solvers',
      solvers,
      '--tasks',
      tasks,
      '--own',
      '--json',
      '--workers',
      '2',
    );
    expect(status).toBe(0);
    const lines = out.map((line) => JSON.parse(line));
    const { summary } = lines.pop();
    expect(summary).toMatchObject({
      solvers: starterTasks.size,
      tasks: starterTasks.size,
      solved: starterTasks.size,
      seconds: expect.any(Number),
      cpuSeconds: expect.any(Number),
    });
    expect(summary.matched).toBe(summary.pairs);
    expect(lines.map(({ task }) => task)).toEqual([...starterTasks.keys()]);
    expect(lines[0].pairs[0]).toEqual({ set: 'train', index: 0, match: true, output: null, end: 'ok' });
  });

  test('gives the same lines with any number of workers', () => {
    const words = ['score', '--solvers', solvers, '--tasks', tasks, '--task', someId, '--json', '--outputs'];
    const [one, two, four] = ['1', '2', '4'].map((workers) =>
      batt(...words, '--workers', workers).out.slice(0, -1),
    );
    expect(one?.length).toBe(starterTasks.size);
    expect(two).toEqual(one);
    expect(four).toEqual(one);
  });

  test('gives outputs as digit strings, and tells how each pair ended', () => {
    const source = [
      'def solve_good(I):\n    return identity(I)\n',
      'def solve_number(I):\n    return height(I)\n',
      'def solve_failing(I):\n    x1 = interval(ZERO, ONE, ZERO)\n    return canvas(first(x1), UNITY)\n',
      'def solve_huge(I):\n    x1 = upscale(I, TEN)\n    x2 = upscale(x1, TEN)\n    x3 = upscale(x2, TEN)\n    return x3\n',
    ].join('\n\n');
    const mixed = file('mixed.py', source);
    const { input, output } = starterTask(someId).train[0] ?? { input: [], output: [] };
    const single = file('single.json', JSON.stringify({ train: [{ input, output }], test: [{ input }] }));
    const { out } = batt('score', '--solvers', mixed, '--tasks', single, '--json', '--outputs');
    const lines = out.slice(0, -1).map((line) => JSON.parse(line));
    expect(lines.map(({ solver, task, pairs }) => [solver, task, pairs[0].end])).toEqual([
      ['good', 'single', 'ok'],
      ['number', 'single', 'nongrid'],
      ['failing', 'single', 'error'],
      ['huge', 'single', 'size'],
    ]);
    expect(lines[0].pairs[1]).toEqual({
      set: 'test',
      index: 0,
      match: null,
      output: input.map((row) => row.join('')),
      end: 'ok',
    });
    expect(lines[1].pairs[0].output).toBe(null);
    const starved = batt(
      'score',
      '--solvers',
      solvers,
      '--tasks',
      tasks,
      '--own',
      '--task',
      someId,
      '--fuel',
      '1',
      '--json',
    ).out;
    expect(JSON.parse(starved[0] as string).pairs[0].end).toBe('fuel');
  });
});

describe('test outputs that are not known', () => {
  const good = file('good.py', 'def solve_mirror(I):\n    return vmirror(I)\n');
  const train = [{ input: [[1, 2]], output: [[2, 1]] }];
  const one = { train, test: [{ input: [[3, 4]] }, { input: [[5, 6]] }] };
  const challenges = file('a_challenges.json', JSON.stringify({ one, two: one }));
  const solutions = { one: [[[4, 3]], [[6, 5]]], two: [[[4, 3]], [[6, 6]]] };
  const words = ['score', '--solvers', good, '--tasks', challenges];
  const summaryOf = (ended: Ended) => JSON.parse(ended.out.at(-1) as string).summary;

  test('are no fault, and what is solved is by train pairs alone', () => {
    const { out } = batt(...words);
    expect(out[0]).toBe('mirror on one: 1 of 1 pairs, test 0: not known, test 1: not known');
    expect(out[2]).toContain('2 of 2 pairs, 2 solved (by train pairs alone: test outputs are not known), ');
    const json = batt(...words, '--json');
    expect(
      json.out.slice(0, -1).map((line) => JSON.parse(line).pairs.map((pair: any) => pair.match)),
    ).toEqual([
      [true, null, null],
      [true, null, null],
    ]);
    expect(summaryOf(json)).toMatchObject({ pairs: 2, matched: 2, unknown: 4, solved: 2, solvedByTrain: 2 });
  });

  test('come from a file of solutions', () => {
    const whole = file('a_solutions.json', JSON.stringify(solutions));
    const { out } = batt(...words, '--solutions', whole);
    expect(out.slice(0, 2)).toEqual([
      'mirror on one: 3 of 3 pairs',
      'mirror on two: 2 of 3 pairs, test 1: differs',
    ]);
    expect(out[2]).toContain('5 of 6 pairs, 1 solved, ');
    const part = file('part_solutions.json', JSON.stringify({ one: solutions.one }));
    const json = batt(...words, '--json', '--solutions', part);
    expect(summaryOf(json)).toMatchObject({ pairs: 4, matched: 4, unknown: 2, solved: 2, solvedByTrain: 1 });
    expect(batt(...words, '--solutions', part).out[2]).toContain(
      '2 solved (1 of them by train pairs alone: ',
    );
  });

  test.each([
    ['of another set', { x: [[[1]]] }, /x_solutions\.json: x: a solution for a task that is not there/],
    ['of another number', { one: [[[1]]] }, /x_solutions\.json: one: 1 solution for 2 test inputs/],
  ])('a file of solutions %s is refused', (_, data, message) => {
    const { status, out, err } = batt(
      ...words,
      '--solutions',
      file('x_solutions.json', JSON.stringify(data)),
    );
    expect([status, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(message);
  });

  test('a search tells what it solved of those', () => {
    const search = ['solve', '--tasks', challenges, '--fuel', '3000000', '--out', join(folder, 'sub.json')];
    expect(batt(...search).out.at(-1)).toBe(
      '2 of 2 tasks solved by train pairs alone: test outputs are not known',
    );
    const part = file('part.json', JSON.stringify({ one: solutions.one }));
    expect(batt(...search, '--solutions', part).out.at(-1)).toBe(
      '1 of 1 tasks solved; 1 of 1 tasks solved by train pairs alone: test outputs are not known',
    );
  });
});

const published = process.env.BATT_SOLVERS ?? '';

const training = fileURLToPath(new URL('../../../shared/arc/agi1-training.json', import.meta.url));

describe.skipIf(!existsSync(published) || !existsSync(training))(
  'the published solvers (BATT_SOLVERS)',
  () => {
    test('solve 399 of the 400 training tasks, all but e40b9e2f', () => {
      const { out } = batt('score', '--solvers', published, '--tasks', training, '--own', '--json');
      const lines = out
        .slice(0, -1)
        .map((line) => JSON.parse(line) as { solver: string; pairs: { match: boolean }[] });
      expect(lines.length).toBe(400);
      expect(
        lines.filter(({ pairs }) => !pairs.every(({ match }) => match)).map(({ solver }) => solver),
      ).toEqual(['e40b9e2f']);
    });
  },
);
