import { describe, expect, test } from 'vitest';
import { Evaluator } from '../../src/core/engine/evaluate.ts';
import { Graph } from '../../src/core/engine/graph.ts';
import { gridValue, scorePrograms } from '../../src/core/engine/score.ts';
import { ENDS } from '../../src/core/engine/table.ts';
import { compile } from '../../src/core/lang/compile.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { pairsOf } from '../../src/core/task/task.ts';
import { encode } from '../../src/core/values/codec.ts';
import { Fault } from '../../src/core/values/meter.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';

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

function ends(body: string, limits = LIMITS): string[] {
  return [...scorePrograms([program(body)], PAIRS, limits).ends].map((end) => ENDS[end] as string);
}

describe('the graph', () => {
  test('holds what programs share once, and keeps its invariants', () => {
    const graph = new Graph();
    const all = [...starterPrograms.values()];
    let nodes = 0;
    for (const one of all) nodes += graph.add(one).length;
    graph.checkInvariants();
    expect(graph.size).toBeLessThan(nodes);
    const size = graph.size;
    for (const one of all) graph.add(one);
    expect(graph.size).toBe(size);
  });
});

describe('an evaluation ends', () => {
  test.each([
    ['ok', 'return vmirror(I)'],
    ['nongrid', 'return height(I)'],
    ['nongrid', 'return canvas(NEG_ONE, UNITY)'],
    ['error', 'return subgrid(ofcolor(I, NINE), I)'],
    ['size', 'return upscale(upscale(I, TEN), TEN)'],
    ['fuel', 'x1 = power(identity, multiply(TEN, TEN))\nreturn power(power(x1, multiply(TEN, TEN)), TEN)(I)'],
    ['error', 'return identity(I, I)(I)'.replace('identity(I, I)', 'rbind(add, I)')],
  ])('as %s: %s', (end, body) => {
    expect(ends(body)).toEqual([end, end]);
  });

  test('without taking others along, however deeply its result is nested', () => {
    const nested =
      'x1 = power(rbind(astuple, ONE), TEN)\nx2 = power(power(power(x1, TEN), TEN), TEN)\nreturn x2(I)';
    const table = scorePrograms([program(nested), program('return vmirror(I)')], PAIRS);
    expect([...table.ends].map((end) => ENDS[end])).toEqual(['nongrid', 'nongrid', 'ok', 'ok']);
  });
});

describe('fuel', () => {
  test('is charged as if each program had run alone', () => {
    const [, task] = [...starterTasks][0] as [string, Parameters<typeof pairsOf>[0]];
    const programs = [...starterPrograms.values()];
    const pairs = pairsOf(task);
    const together = scorePrograms(programs, pairs);
    programs.forEach((one, p) => {
      const alone = scorePrograms([one], pairs);
      for (const key of ['ends', 'match', 'correct', 'fuel'] as const) {
        const row = together[key].slice(p * pairs.length, (p + 1) * pairs.length);
        expect([...row], `${key} of program ${p}`).toEqual([...alone[key]]);
      }
    });
  });

  test('is used up at the same step whatever ran before', () => {
    const programs = [...starterPrograms.values()];
    const [, task] = [...starterTasks][1] as [string, Parameters<typeof pairsOf>[0]];
    const limits = { fuel: 300, cap: 1000 };
    const forth = scorePrograms(programs, pairsOf(task), limits);
    const back = scorePrograms(programs.toReversed(), pairsOf(task), limits);
    const count = pairsOf(task).length;
    const rows = (ends: Uint8Array): string[] =>
      programs.map((_, p) => ends.slice(p * count, (p + 1) * count).join());
    expect(rows(forth.ends)).toEqual(rows(back.ends).toReversed());
    expect(new Set(forth.ends)).toContain(ENDS.indexOf('fuel'));
  });
});

test('a tie watch is told what canonical order decided, and may decide otherwise', () => {
  const graph = new Graph();
  const nodes = graph.add(
    program('x1 = objects(I, T, F, F)\nx2 = argmax(x1, size)\nreturn fill(I, NINE, x2)'),
  );
  const told: number[] = [];
  const run = (pick: number): unknown => {
    const evaluator = new Evaluator(graph, LIMITS, (tied) => {
      told.push(tied.length);
      return pick;
    });
    evaluator.begin(gridValue([[1, 2]]));
    const { value } = evaluator.run(nodes);
    return value instanceof Fault ? value : encode(value);
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
  const { digest } = scorePrograms(bodies.map(program), PAIRS.slice(0, 1));
  const key = (p: number): string => `${digest[2 * p]}.${digest[2 * p + 1]}`;
  expect(key(0)).toBe(key(1));
  expect(key(2)).toBe(key(3));
  expect(new Set([key(0), key(2), key(4)]).size).toBe(3);
});
