import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { starterSource, starterTask, starterTasks } from '../support/starter.ts';

const program = fileURLToPath(new URL('../../dist-cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'batt-'));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Ended {
  readonly status: number | null;
  readonly out: string[];
  readonly err: string[];
}

function batt(...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  return { status, out: lines(stdout), err: lines(stderr) };
}

const solvers = file('starter.py', starterSource);
const tasks = fileURLToPath(new URL('../../public/tasks/starter.json', import.meta.url));
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

describe('solver files of others', () => {
  const one = file(
    'one.json',
    JSON.stringify({ a: { train: [{ input: [[1, 2]], output: [[2, 1]] }], test: [{ input: [[1]] }] } }),
  );
  const scored = (name: string, source: string) =>
    batt('score', '--solvers', file(name, source), '--tasks', one, '--own');

  test('verifiers are solvers', () => {
    const { status, out } = scored('verifiers.py', 'def verify_a(I: Grid) -> Grid:\n    return vmirror(I)\n');
    expect([status, out[0]]).toEqual([0, 'a on a: 1 of 1 pairs, test 0: not known']);
  });

  test('of two with one name the last counts, and that is said', () => {
    const { status, out, err } = scored(
      'twice.py',
      'def solve_a(I):\n    return hmirror(I)\n\ndef solve_a(I):\n    return vmirror(I)\n',
    );
    expect([status, out.length, out[0]]).toEqual([0, 2, 'a on a: 1 of 1 pairs, test 0: not known']);
    expect(err).toEqual([
      expect.stringMatching(/twice\.py:4:5: solve_a stands above, too, and this one counts/),
    ]);
  });

  test('what a language model has written around it is left out, and each line that cannot be read is named', () => {
    const answer = [
      'Sure! It mirrors (left to right.',
      '```python',
      'from typing import *',
      'Grid = Tuple[Tuple[int, ...], ...]',
      'def solve_a(I: Grid) -> "Grid":',
      '    """Flip it."""',
      '    print(f"{I}")',
      '    return vmirror(I)',
      'def solve_b(I):',
      '    return horizontal_mirror(I)',
      '```',
      "That's it.",
    ].join('\n');
    const { status, out, err } = scored('model.py', answer);
    expect([status, out[0]]).toEqual([1, 'a on a: 1 of 1 pairs, test 0: not known']);
    expect(err.map((line) => line.replace(/^.*model\.py:/, ''))).toEqual([
      '2:1: This is Markdown: what stands outside of its fences is left out.',
      '4:1: Only imports and solvers stand at the left edge: indent it as a line of a solver, or delete it.',
      '10:12: horizontal_mirror is called hmirror here.',
      '11:1: This is Markdown: what stands outside of its fences is left out.',
    ]);
  });

  test('where nothing can be read, every line is named', () => {
    const { status, out, err } = scored('unread.py', 'def solve_a(I):\n    x1 = 3\n    return rotate(I)\n');
    expect([status, out, err.length]).toEqual([2, [], 3]);
    expect(err[0]).toMatch(/unread\.py:2:/);
    expect(err[1]).toMatch(/unread\.py:3:.*rotate/);
    expect(err.at(-1)).toMatch(/^batt: .*unread\.py: holds no function solve_<id> that can be read$/);
  });
});

describe('bad input', () => {
  const good = ['--solvers', solvers, '--tasks', tasks];
  test.each([
    ['no verb', [], /a verb is needed/],
    ['an unknown verb', ['fly'], /'fly' is no verb/],
    ['no solvers', ['score', '--tasks', tasks], /--solvers is needed/],
    ['an unknown option', ['score', ...good, '--fast'], /--fast/],
    ['a missing value', ['score', ...good, '--workers'], /--workers/],
    ['a wrong number', ['score', ...good, '--workers', 'two'], /--workers needs a whole number .* not 'two'/],
    [
      'a number below',
      ['score', ...good, '--fuel', '-1'],
      /--fuel needs a whole number of at least 1, not '-1'/,
    ],
    ['an option for a value', ['score', ...good, '--fuel', '--json'], /--fuel needs a value/],
    ['too many workers', ['score', ...good, '--workers', '99'], /at most 16/],
    ['an unknown task', ['score', ...good, '--task', 'nope'], /no task 'nope'/],
    [
      'a file that is not there',
      ['score', '--solvers', join(folder, 'none.py'), '--tasks', tasks],
      /none\.py: cannot be read \(ENOENT\)/,
    ],
  ])('%s exits with 2 and one line', (_, words, message) => {
    const { status, out, err } = batt(...words);
    expect([status, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(message);
  });

  const pair = { input: [[1]], output: [[1]] };
  test.each([
    ['not JSON', '{"train": [\n  {]', /not JSON: line 2, column 4: /],
    ['JSON with a comma too many', '{"train": [1,]}', /not JSON: line 1, column 14: /],
    ['not the format', '[1, 2]', /\[0\]: a task or an object of tasks is needed, not a number/],
    ['a task without pairs', '{"a": {"train": [], "test": []}}', /a\.train: at least one pair/],
    [
      'a ragged grid',
      JSON.stringify({ train: [{ input: [[1, 2], [3]], output: [[1]] }], test: [pair] }),
      /train\[0\]\.input\[1\]: the row has 1 cells/,
    ],
    [
      'an empty grid',
      JSON.stringify({ train: [{ input: [], output: [[1]] }], test: [pair] }),
      /train\[0\]\.input: the grid has no rows/,
    ],
    [
      'a large grid',
      JSON.stringify({ train: [pair], test: [{ input: Array(31).fill([1]) }] }),
      /test\[0\]\.input: the grid has 31 rows/,
    ],
    [
      'a wrong colour',
      JSON.stringify({ train: [{ input: [[1, 10]], output: [[1]] }], test: [pair] }),
      /train\[0\]\.input\[0\]\[1\]: a colour from 0 to 9 is needed, not 10/,
    ],
    [
      'a missing output',
      JSON.stringify({ train: [{ input: [[1]] }], test: [pair] }),
      /train\[0\]\.output: is missing/,
    ],
  ])('a task file: %s', (name, text, message) => {
    const { status, err } = batt('score', '--solvers', solvers, '--tasks', file(`${name}.json`, text));
    expect(status).toBe(2);
    expect(err.join('\n')).toMatch(message);
  });

  test('a solver file in another encoding names the line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('# one\n# two '), 0xe9, 0x0a]);
    const { status, err } = batt('score', '--solvers', file('latin.py', bytes), '--tasks', tasks);
    expect([status, err]).toEqual([2, [expect.stringMatching(/latin\.py: line 2 is not UTF-8/)]]);
  });

  test('a solver file with one faulty function scores the others, names the place and exits with 1', () => {
    const source = `${starterSource}\n\ndef solve_faulty(I):\n    O = vmirorr(I)\n    return O\n`;
    const { status, out, err } = batt(
      'score',
      '--solvers',
      file('faulty.py', source),
      '--tasks',
      tasks,
      '--own',
      '--json',
    );
    const line = source.split('\n').findIndex((text) => text.includes('vmirorr')) + 1;
    expect(status).toBe(1);
    expect(err).toEqual([expect.stringMatching(new RegExp(`faulty\\.py:${line}:9: .*vmirror`))]);
    expect(out.length).toBe(starterTasks.size + 1);
  });

  test('--help explains', () => {
    const { status, out } = batt('--help');
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/--solvers FILE\.py --tasks FILE\.json/);
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
