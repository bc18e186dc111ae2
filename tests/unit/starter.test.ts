import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  drawPairs,
  drawTask,
  GENERATORS,
  publishedSeed,
  THEMES,
  type Pair,
} from '../../src/core/starter/index.ts';

const published = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../public/tasks/${name}`, import.meta.url)), 'utf8');

const file = JSON.parse(published('starter.json'));
const ids = GENERATORS.map(({ id }) => id);

test('the published file names the starter tasks in the order of the generators', () => {
  expect(file).toMatchObject({ version: 1, name: 'starter' });
  expect(Object.keys(file.tasks)).toEqual(ids);
});

test('there are at least 36 tasks, of every theme three or more', () => {
  expect(ids.length).toBeGreaterThanOrEqual(36);
  for (const theme of THEMES) {
    const tasks = GENERATORS.filter((generator) => generator.theme === theme);
    expect(tasks.length, theme).toBeGreaterThanOrEqual(3);
  }
});

test('ids, titles and descriptions are fit to be shown, and all different', () => {
  for (const { id, title, description } of GENERATORS) {
    expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z].{2,28}$/);
    expect(description).toMatch(/^[A-Z].{10,118}\.$/);
  }
  for (const texts of [
    ids,
    GENERATORS.map(({ title }) => title),
    GENERATORS.map(({ description }) => description),
  ]) {
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('generators of one theme stand together', () => {
  const turns = GENERATORS.filter(({ theme }, nth) => theme !== GENERATORS[nth - 1]?.theme);
  expect(turns.map(({ theme }) => theme)).toEqual(THEMES);
});

describe.each(GENERATORS)('$id', (generator) => {
  test('is published as its generator draws it', () => {
    // npm run draw-starter, if the change is meant
    expect(file.tasks[generator.id]).toEqual(drawTask(generator, publishedSeed(generator.id)));
  });

  test('has 3 or 4 train pairs and 1 or 2 test pairs, all different', () => {
    const { train, test } = file.tasks[generator.id];
    expect([3, 4]).toContain(train.length);
    expect([1, 2]).toContain(test.length);
    expectSoundPairs([...train, ...test]);
  });

  test('draws as many further pairs as one likes, the same for the same seed', () => {
    const pairs = drawPairs(generator, 'unit test', 40);
    expectSoundPairs(pairs);
    expect(drawPairs(generator, 'unit test', 5)).toEqual(pairs.slice(0, 5));
    expect(drawPairs(generator, 'another seed', 5)).not.toEqual(pairs.slice(0, 5));
  });
});

function expectSoundPairs(pairs: readonly Pair[]): void {
  for (const { input, output } of pairs) {
    expectGrid(input);
    expectGrid(output);
    expect(output).not.toEqual(input);
  }
  expect(new Set(pairs.map(({ input }) => JSON.stringify(input))).size).toBe(pairs.length);
}

function expectGrid(grid: number[][]): void {
  const widths = new Set(grid.map((row) => row.length));
  expect(widths.size).toBe(1);
  for (const side of [grid.length, ...widths]) expect(side >= 1 && side <= 30).toBe(true);
  expect(grid.flat().every((colour) => Number.isInteger(colour) && colour >= 0 && colour <= 9)).toBe(true);
}

describe('starter.py', () => {
  const solvers = published('starter.py').trimEnd().split('\n\n\n');

  test('has one solver per task, in the same order', () => {
    expect(solvers.map((solver) => /^def solve_(\w+)\(I\):$/m.exec(solver)?.[1])).toEqual(ids);
  });

  test.each(solvers)('%#: a comment, then assignments from x1 to O', (solver) => {
    const [comment, head, ...body] = solver.split('\n');
    expect(comment).toMatch(/^# [A-Z].*\.$/);
    expect(head).toMatch(/^def solve_\w+\(I\):$/);
    expect(body.pop()).toBe('    return O');
    const names = body.map((line) => /^ {4}(\w+) = \w+\([\w, ]+\)$/.exec(line)?.[1]);
    expect(names).toEqual([...names.slice(1).map((_, nth) => `x${nth + 1}`), 'O']);
    expect(names.length).toBeLessThanOrEqual(12);
  });
});
