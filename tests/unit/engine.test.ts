import { describe, expect, test } from 'vitest';
import { scorePrograms } from '../../src/core/engine/score.ts';
import { compile } from '../../src/core/lang/compile.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { pairsOf, type Task } from '../../src/core/task/task.ts';
import { encode } from '../../src/core/values/codec.ts';
import { DEFAULT_LIMITS, ENDS } from '../../src/core/values/ends.ts';
import { newEvaluation, newGuardedEvaluation } from '../support/evaluation.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';

const evaluation = newEvaluation();
const { exports: core } = evaluation.arena;

function program(body: string): Program {
  const { solvers, diagnostics } = compile(`def solve_x(I):\n${body.trim().replace(/^\s*/gm, '    ')}\n`);
  const [solver] = solvers;
  if (!solver?.program) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return solver.program;
}

const PAIRS = pairsOf({
  train: [{ input: [[1, 2]], output: [[2, 1]] }],
  test: [{ input: [[3, 4]], output: null }],
});
const LIMITS = { fuel: 10_000, cap: 1000 };

const all = [...starterPrograms.values()];
const tasks = [...starterTasks.values()] as [Task, ...Task[]];

function ends(body: string, limits = LIMITS): string[] {
  return [...scorePrograms(evaluation, [program(body)], PAIRS, limits).ends].map((end) => ENDS[end]);
}

describe('an evaluation ends', () => {
  test.each([
    ['ok', 'return vmirror(I)'],
    ['nongrid', 'return height(I)'],
    ['nongrid', 'return canvas(NEG_ONE, UNITY)'],
    ['error', 'return subgrid(ofcolor(I, NINE), I)'],
    ['size', 'return upscale(upscale(I, TEN), TEN)'],
    ['fuel', 'x1 = power(identity, multiply(TEN, TEN))\nreturn power(power(x1, multiply(TEN, TEN)), TEN)(I)'],
    ['error', 'return rbind(add, I)(I)'],
  ])('as %s: %s', (end, body) => {
    expect(ends(body)).toEqual([end, end]);
  });

  test('without taking others along, however deeply its result is nested', () => {
    const nested =
      'x1 = power(rbind(astuple, ONE), TEN)\nx2 = power(power(power(x1, TEN), TEN), TEN)\nreturn x2(I)';
    const table = scorePrograms(evaluation, [program(nested), program('return vmirror(I)')], PAIRS);
    expect([...table.ends].map((end) => ENDS[end])).toEqual(['nongrid', 'nongrid', 'ok', 'ok']);
  });
});

describe('a wrong shape', () => {
  const shared = (body: string, output: number[][]): [number, number] => {
    const pair = {
      set: 'train',
      index: 0,
      input: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      output,
    } as const;
    const { shared: thousandths, correct } = scorePrograms(evaluation, [program(body)], [pair]);
    return [thousandths[0], correct[0]];
  };

  test('is compared by what both grids share, laid over each other at the top left', () => {
    expect(
      shared('return identity(I)', [
        [1, 2],
        [4, 5],
      ]),
    ).toEqual([666, 0]); // four of six
    expect(shared('return identity(I)', [[1, 0, 3, 0]])).toEqual([285, 0]); // two of seven
    expect(
      shared('return vmirror(I)', [
        [1, 2],
        [4, 5],
      ]),
    ).toEqual([333, 0]);
  });

  test('the right one is compared by its cells alone', () => {
    expect(
      shared('return identity(I)', [
        [1, 2, 3],
        [4, 5, 0],
      ]),
    ).toEqual([0, 5]);
  });
});

describe('a run', () => {
  const ended = (body: string, limits = DEFAULT_LIMITS): object => {
    evaluation.load([program(body)], limits);
    evaluation.begin([[1, 2]]);
    const { value, failure, at, fuel } = evaluation.run(0);
    if (failure === null) return { value: encode(evaluation.read(value)), at, fuel };
    const { end, primitive, why } = failure;
    return { end, primitive, why, at, fuel };
  };

  test('gives the value, the node that made it, and its steps', () => {
    expect(ended('return vmirror(I)')).toEqual({ value: { g: ['21'] }, at: 1, fuel: 3 });
    expect(ended('return I')).toEqual({ value: { g: ['12'] }, at: 0, fuel: 0 });
  });

  test('tells which call failed, the innermost primitive, and why', () => {
    expect(ended('return apply(compose(first, first), I)')).toMatchObject({
      end: 'error',
      primitive: 'first',
      why: 'a tuple or a set is needed, not the integer 1',
      at: 3,
    });
    expect(ended('x1 = extract(astuple(objects, rot90), identity)\nreturn x1(I)')).toMatchObject({
      why: 'objects takes 4 arguments and was called with 1',
      primitive: '',
    });
    expect(ended('return upscale(upscale(I, TEN), TEN)', LIMITS)).toMatchObject({
      end: 'size',
      primitive: 'upscale',
      why: 'a value of 20000 elements is over the cap of 1000',
    });
    expect(ended('return vmirror(vmirror(vmirror(I)))', { fuel: 7, cap: 10 })).toMatchObject({
      end: 'fuel',
      why: 'the fuel ran out',
      at: 3,
      fuel: 7,
    });
  });

  test('leaves the values of its nodes until it is ended', () => {
    const programs = [
      program('x1 = hmirror(I)\nx2 = vmirror(x1)\nreturn asobject(x2)'),
      program('return hmirror(I)'),
    ];
    evaluation.load(programs);
    evaluation.begin([[1, 2]]);
    evaluation.run(0);
    const at = (node: number): unknown => {
      const handle = evaluation.valueAt(0, node);
      return handle === 0 ? null : encode(evaluation.read(handle));
    };
    expect([0, 1, 2].map(at)).toEqual([{ g: ['12'] }, { g: ['12'] }, { g: ['21'] }]);
    evaluation.end(0);
    // The second program has the first two as well.
    expect([0, 1, 2].map(at)).toEqual([{ g: ['12'] }, { g: ['12'] }, null]);
  });

  test('finds its graph again after another context has used the arena', () => {
    const programs = [program('return vmirror(I)')];
    const score = (): number[] => [...scorePrograms(evaluation, programs, PAIRS).match];
    const before = core.graphs.value;
    expect([score(), score()]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(core.graphs.value).toBe(before + 1);
    scorePrograms(evaluation, [program('return I')], PAIRS);
    core.beginGraph();
    expect(score()).toEqual([1, 0]);
  });
});

describe('fuel', () => {
  test('is charged as if each program had run alone', () => {
    const pairs = pairsOf(tasks[0]);
    const together = scorePrograms(evaluation, all, pairs);
    all.forEach((one, p) => {
      const alone = scorePrograms(evaluation, [one], pairs);
      for (const key of ['ends', 'match', 'correct', 'fuel'] as const) {
        const row = together[key].slice(p * pairs.length, (p + 1) * pairs.length);
        expect([...row], `${key} of program ${p}`).toEqual([...alone[key]]);
      }
    });
  });

  test('is used up at the same step whatever ran before', () => {
    const pairs = pairsOf(tasks[1] as Task);
    const limits = { fuel: 300, cap: 1000 };
    const forth = scorePrograms(evaluation, all, pairs, limits);
    const back = scorePrograms(evaluation, all.toReversed(), pairs, limits);
    const rows = (table: Uint8Array): string[] =>
      all.map((_, p) => table.slice(p * pairs.length, (p + 1) * pairs.length).join());
    expect(rows(forth.ends)).toEqual(rows(back.ends).toReversed());
    expect(new Set(forth.ends)).toContain(ENDS.indexOf('fuel'));
  });
});

test('shared values that are given up are computed again where they are needed', () => {
  const [task] = tasks;
  const expected = scorePrograms(evaluation, all, pairsOf(task));
  const tight = newGuardedEvaluation();
  tight.arena.exports.setMostShared(0);
  expect(scorePrograms(tight, all, pairsOf(task))).toEqual(expected);
});

test('a tie watch is told what canonical order decided, and may decide otherwise', () => {
  evaluation.load(
    [program('x1 = objects(I, T, F, F)\nx2 = argmax(x1, size)\nreturn fill(I, NINE, x2)')],
    LIMITS,
  );
  const told: number[] = [];
  const run = (pick: number): unknown => {
    evaluation.watch = (tied) => {
      told.push(tied.length);
      return pick;
    };
    evaluation.begin([[1, 2]]);
    const { value } = evaluation.run(0);
    evaluation.watch = null;
    return encode(evaluation.read(value));
  };
  expect(run(0)).toEqual({ g: ['92'] });
  expect(run(1)).toEqual({ g: ['19'] });
  expect(told).toEqual([2, 2]);
});

test('two programs behave alike exactly when their outputs agree', () => {
  const bodies = [
    'return vmirror(I)',
    'return rot180(I)',
    'return hmirror(I)',
    'return identity(I)',
    'return height(I)',
  ];
  const { digest } = scorePrograms(evaluation, bodies.map(program), PAIRS.slice(0, 1));
  const key = (p: number): string => `${digest[2 * p]}.${digest[2 * p + 1]}`;
  expect(key(0)).toBe(key(1));
  expect(key(2)).toBe(key(3));
  expect(new Set([key(0), key(2), key(4)]).size).toBe(3);
});
