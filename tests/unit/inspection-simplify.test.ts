import { describe, expect, test } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { Task } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const inspector = inspectorOf(newArena());

const TASK: Task = {
  train: [
    {
      input: [
        [1, 2, 0],
        [3, 0, 4],
      ],
      output: [[0]],
    },
    {
      input: [
        [5, 0],
        [0, 7],
      ],
      output: null,
    },
  ],
  test: [
    {
      input: [
        [0, 6, 2],
        [2, 0, 0],
        [1, 1, 8],
      ],
      output: null,
    },
  ],
};

function simplify(lines: readonly string[], task = TASK, generator: string | null = null) {
  const source = `def solve_x(I):\n${lines.map((line) => `    ${line}\n`).join('')}    return O\n`;
  return inspector.simplify({ source, task, generator, fuel: 100_000 });
}

describe('a solver that does more than it must', () => {
  test.each([
    ['turns twice', ['x1 = rot90(I)', 'O = rot90(x1)'], 2, 1, 'O = rot180(I)'],
    [
      'mirrors there and back',
      ['x1 = vmirror(I)', 'x2 = vmirror(x1)', 'O = rot90(x2)'],
      3,
      1,
      'O = rot90(I)',
    ],
    ['does nothing at all', ['x1 = hmirror(I)', 'O = hmirror(x1)'], 2, 0, 'O = I\n'],
    [
      'counts what is always the same',
      ['x1 = numcolors(I)', 'x2 = subtract(x1, x1)', 'x3 = add(x2, ONE)', 'O = upscale(I, x3)'],
      4,
      0,
      'O = I\n',
    ],
    [
      'joins two halves by a detour',
      ['x1 = rot90(I)', 'x2 = hmirror(x1)', 'x3 = dmirror(I)', 'O = hconcat(x3, x2)'],
      4,
      3,
      'cmirror(I)',
    ],
  ])('%s', (_what, lines, before, after, text) => {
    const answer = simplify(lines);
    expect(answer).toMatchObject({ ok: true, before, after, pairs: 3, drawn: 0 });
    expect(answer.ok && answer.steps).toContain(text);
  });

  test('is left alone where nothing shorter does the same', () => {
    expect(simplify(['O = rot90(I)'])).toMatchObject({ ok: true, steps: null, before: 1, after: 1 });
  });

  test('must do the same on drawn pairs, too', () => {
    // On these pairs alone the solver does nothing.
    const same: Task = { train: [{ input: [[1, 1]], output: null }], test: [{ input: [[2]], output: null }] };
    expect(simplify(['O = vmirror(I)'], same)).toMatchObject({ ok: true, after: 0 });
    expect(simplify(['O = vmirror(I)'], same, 'mirror_quilt')).toMatchObject({
      ok: true,
      steps: null,
      drawn: 24,
    });
  });

  test('must run', () => {
    expect(simplify(['O = rot181(I)'])).toMatchObject({ ok: false });
    expect(simplify(['x1 = first(I)', 'O = rot90(ONE)'])).toMatchObject({ ok: false });
  });
});
