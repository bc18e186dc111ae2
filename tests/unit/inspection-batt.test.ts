import { expect, test } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { BattAnswer, BattRequest } from '../../src/core/inspection/batt.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { encodeProgram } from '../../src/core/lang/program-code.ts';
import type { Task } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';
import { starterPrograms } from '../support/starter.ts';

const inspector = inspectorOf(newArena());

const TASK: Task = {
  train: [
    { input: [[0, 1]], output: [[1, 0]] },
    { input: [[2, 2, 0]], output: [[0, 2, 2]] },
  ],
  test: [{ input: [[5]], output: null }],
};

function codeOf(...lines: string[]): Int32Array {
  const [{ program }] = compile(
    ['def solve_a(I):', ...lines.map((line) => `    ${line}`), ''].join('\n'),
  ).solvers;
  if (program === null) throw new Error(lines.join());
  return encodeProgram(program);
}

const PROGRAMS = [
  codeOf('x1 = vmirror(I)', 'x2 = hupscale(x1, TWO)', 'return x2'),
  codeOf(
    'x1 = vmirror(I)',
    'x2 = ofcolor(x1, ONE)',
    'x3 = first(x2)',
    'x4 = initset(x3)',
    'x5 = fill(x1, TWO, x4)',
    'return x5',
  ),
  codeOf('return vmirror(I)'),
];

function battOf(changes: Partial<BattRequest> = {}): BattAnswer {
  return structuredClone(
    inspector.batt({ programs: PROGRAMS, task: TASK, fuel: 1_000_000, offset: 0, count: 100, ...changes }),
  );
}

test('has each distinct call once, in order of evaluation', () => {
  const { lines, total, candidates, left, partial } = battOf();
  expect(lines.map(({ name, text }) => `${name} = ${text}`)).toEqual([
    'b1 = vmirror(I)',
    'b2 = hupscale(b1, TWO)',
    'b3 = ofcolor(b1, ONE)',
    'b4 = first(b3)',
    'b5 = initset(b4)',
    'b6 = fill(b1, TWO, b5)',
  ]);
  expect([total, candidates, left, partial]).toEqual([6, 3, 0, false]);
});

test('tells who shares a line and whose result it is', () => {
  const { lines } = battOf();
  expect(lines.map(({ shared }) => shared)).toEqual([3, 1, 1, 1, 1, 1]);
  expect(lines[0].users).toEqual([0, 1, 2]);
  expect(lines.map(({ resultOf }) => resultOf)).toEqual([[2], [0], [], [], [], [1]]);
});

test('counts the pairs on which a line failed, and those on which it had to wait', () => {
  const { lines } = battOf();
  expect(lines.map(({ failed, blocked }) => [failed, blocked])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [2, 0],
    [0, 2],
    [0, 2],
  ]);
  expect(lines[3].why).toMatch(/^first: /);
});

test('adds up the fuel: shared lines are paid once', () => {
  const { lines, fuel, fuelAlone } = battOf();
  expect(fuel).toBe(lines.reduce((sum, line) => sum + line.fuel, 0));
  expect(fuelAlone).toBe(fuel + 2 * lines[0].fuel);
  expect(battOf({ programs: [PROGRAMS[2]] }).fuel).toBe(lines[0].fuel);
});

test('comes in pages, and by candidate', () => {
  expect(battOf({ offset: 4, count: 10 }).lines.map(({ name }) => name)).toEqual(['b5', 'b6']);
  expect(battOf({ offset: 1, count: 2 })).toMatchObject({
    total: 6,
    lines: [{ name: 'b2' }, { name: 'b3' }],
  });
  const own = battOf({ candidate: 0 });
  expect(own.total).toBe(2);
  expect(own.lines.map(({ name }) => name)).toEqual(['b1', 'b2']);
  expect(battOf({ candidate: 9 }).total).toBe(0);
});

test('leaves out what is no program, and what is too much', () => {
  const answer = battOf({ programs: [PROGRAMS[2], new Int32Array([99_999, 0]), new Int32Array(0)] });
  expect(answer).toMatchObject({ candidates: 1, left: 2, total: 1 });
  const many = battOf({ programs: Array<Int32Array>(2100).fill(PROGRAMS[0]) });
  expect(many).toMatchObject({ candidates: 2000, left: 100, total: 2 });
  expect(many.lines[0].shared).toBe(2000);
  expect(many.lines[0].users.length).toBe(50);
});

test('stops where the whole is too much, and says so', () => {
  const programs = Array.from({ length: 60 }, (_, i) =>
    codeOf(
      `x1 = power(${i % 2 === 0 ? 'vmirror' : 'hmirror'}, ${['TWO', 'THREE', 'FOUR'][i % 3]})`,
      ...slow(i),
      'return O',
    ),
  );
  const answer = battOf({ programs, fuel: 100 });
  expect(answer.partial).toBe(true);
  expect(answer.lines.some(({ failed }) => failed > 0)).toBe(true);
});

/** Ten times ten times a function that differs with `i`, on the input. */
function slow(i: number): string[] {
  const turns = ['rot90', 'rot180', 'rot270', 'dmirror', 'cmirror'];
  return [
    `x2 = compose(x1, ${turns[i % 5]})`,
    `x3 = compose(x2, ${turns[(i >> 2) % 5]})`,
    'x4 = power(x3, TEN)',
    'x5 = power(x4, TEN)',
    'O = x5(I)',
  ];
}

test('takes all starter solvers at once', () => {
  const programs = [...starterPrograms.values()].map(encodeProgram);
  const answer = battOf({ programs, count: 1000 });
  expect(answer.candidates).toBe(programs.length);
  expect(answer.lines.length).toBe(Math.min(1000, answer.total));
  const results = answer.lines.reduce((sum, { results: count }) => sum + count, 0);
  expect(results).toBe(programs.length);
});
