/** Files that the command line reads, takes in part or refuses. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { starterSource, starterTasks } from '../support/starter.ts';
import { folder, file, batt, solvers, tasks } from './score-calls.ts';

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
