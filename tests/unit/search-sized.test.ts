/** Outputs of one size, whatever the input: cells that count something, cells that stand for the parts of a ruled grid. */
import { expect, test } from 'vitest';
import { printLine } from '../../src/core/lang/print.ts';
import { Random } from '../../src/core/random.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

/** The best answer to what a rule makes of the inputs, the last of which is the test input. */
function best(
  inputs: readonly GridRows[],
  rule: (rows: GridRows) => GridRows,
): { text: string; output: unknown } {
  const train = inputs.slice(0, -1).map((input) => ({ input, output: rule(input) }));
  const test = [{ input: inputs[inputs.length - 1], output: null }];
  const synthesis = new Synthesis(newArena(), { train, test }, { ...BROAD, rounds: 6, elements: false });
  for (const _ of synthesis.slices());
  const [answer] = synthesis.answers;
  return { text: printLine(answer.program), output: answer.outputs[0] };
}

test('as many cells as there are objects, line by line', () => {
  const random = new Random('counted');
  /** Single cells that do not touch. */
  const inputs = [2, 7, 4, 5].map((count, i): GridRows => {
    const places = new Set<number>();
    while (places.size < count) places.add(random.int(0, 15));
    return Array.from({ length: 8 + i }, (_, row) =>
      Array.from({ length: 8 }, (_unused, column) =>
        row % 2 === 0 && column % 2 === 0 && places.has((row >> 1) * 4 + (column >> 1)) ? 5 : 0,
      ),
    );
  });
  const rule = (rows: GridRows): GridRows => {
    const count = rows.flat().filter((cell) => cell === 5).length;
    return [0, 1, 2].map((row) => [0, 1, 2].map((column) => Number(row * 3 + column < count)));
  };
  const { text, output } = best(inputs, rule);
  expect(text).toContain('rbind(multiply, THREE)');
  expect(output).toEqual(rule(inputs[3]));
});

test('a bar of one colour, as long as its cells are many', () => {
  const random = new Random('bars');
  const inputs = [3, 5, 2, 6].map((count, i): GridRows => {
    const places = new Set<number>();
    while (places.size < count) places.add(random.int(0, 24));
    return Array.from({ length: 5 }, (_, row) =>
      Array.from({ length: 5 }, (_unused, column) => (places.has(row * 5 + column) ? [3, 7, 4, 8][i] : 0)),
    );
  });
  const rule = (rows: GridRows): GridRows => [rows.flat().filter((cell) => cell > 0)];
  const { text, output } = best(inputs, rule);
  expect(text).toContain('canvas(');
  expect(output).toEqual(rule(inputs[3]));
});

test('the parts of a ruled grid that hold something, each as one cell', () => {
  const random = new Random('ruled');
  const inputs = [0, 1, 2, 3].map((i): GridRows => {
    // Of each part the cell that it holds; the middle one always is empty.
    const held = Array.from({ length: 9 }, (_, part) =>
      part !== 4 && (part + i) % 3 > 0 && random.real() < 0.8 ? random.int(0, 8) : -1,
    );
    return Array.from({ length: 11 }, (_, row) =>
      Array.from({ length: 11 }, (_unused, column) => {
        if (row % 4 === 3 || column % 4 === 3) return 8;
        const cell = (row % 4) * 3 + (column % 4);
        return held[(row >> 2) * 3 + (column >> 2)] === cell ? 6 : 0;
      }),
    );
  });
  const rule = (rows: GridRows): GridRows =>
    [0, 4, 8].map((top) =>
      [0, 4, 8].map((left) =>
        Number(rows.slice(top, top + 3).some((row) => row.slice(left, left + 3).includes(6))),
      ),
    );
  const { text, output } = best(inputs, rule);
  expect(text).toContain('rbind(divide,');
  expect(output).toEqual(rule(inputs[3]));
});

test('the parts of a ruled grid, each as one cell of its commonest colour', () => {
  const random = new Random('coloured');
  const inputs = [0, 1, 2, 3].map((): GridRows => {
    const colours = Array.from({ length: 9 }, () => random.int(1, 6));
    return Array.from({ length: 11 }, (_, row) =>
      Array.from({ length: 11 }, (_unused, column) => {
        if (row % 4 === 3 || column % 4 === 3) return 8;
        const place = (row % 4) * 3 + (column % 4);
        return place === 4 ? 9 : colours[(row >> 2) * 3 + (column >> 2)];
      }),
    );
  });
  const rule = (rows: GridRows): GridRows =>
    [0, 4, 8].map((row) => [0, 4, 8].map((column) => rows[row][column]));
  const { output } = best(inputs, rule);
  expect(output).toEqual(rule(inputs[3]));
});
