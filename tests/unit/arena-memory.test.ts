import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/core/engine/evaluation.ts';
import { scorePrograms } from '../../src/core/engine/score.ts';
import { compile } from '../../src/core/lang/compile.ts';
import type { Program } from '../../src/core/lang/program.ts';
import type { PlacedPair } from '../../src/core/task/task.ts';
import { ENDS } from '../../src/core/values/ends.ts';
import { newEvaluation, newGuardedEvaluation } from '../support/evaluation.ts';
import { Mutants } from '../support/mutants.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';

const MB = 2 ** 20;

const bytesOf = ({ arena }: Evaluation): number => arena.exports.memory.buffer.byteLength;

function program(...lines: string[]): Program {
  const { solvers, diagnostics } = compile(
    `def solve_x(I):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );
  const found = solvers[0]?.program;
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join());
  return found;
}

const PAIR: PlacedPair = { set: 'train', index: 0, input: [[1, 2]], output: null };

describe('a program that would fill the memory', () => {
  const side = 'x1 = multiply(multiply(TEN, TEN), NINE)';
  /** 810,000 cells, 1.6 MB, a thousand times. */
  const filling = program(
    side,
    'x2 = canvas(THREE, astuple(x1, x1))',
    'x3 = multiply(TEN, TEN)',
    'x4 = power(power(vmirror, x3), TEN)',
    'return x4(x2)',
  );
  /** As much in values that are all kept, of which another program wants the first ones. */
  const keeping = program(
    side,
    'x2 = canvas(THREE, astuple(x1, x1))',
    'x3 = repeat(x2, multiply(TEN, TEN))',
    'x4 = apply(vmirror, x3)',
    'x5 = apply(hmirror, x4)',
    'x6 = apply(rot90, x5)',
    'return first(x6)',
  );
  const limits = { fuel: 1e10, cap: 1e6 };

  test('ends as size, whatever runs beside it', { timeout: 1e9 }, () => {
    const evaluation = newEvaluation();
    const programs = [filling, keeping, program('return vmirror(I)')];
    const told = (some: readonly Program[]): string[] =>
      [...scorePrograms(evaluation, some, [PAIR], limits).ends].map((end) => ENDS[end]);
    expect(told(programs)).toEqual(['size', 'size', 'ok']);
    expect(told(programs.toReversed())).toEqual(['ok', 'size', 'size']);
    expect(told([keeping])).toEqual(['size']);
    const first = bytesOf(evaluation);
    expect(first).toBeLessThan(700 * MB);
    told([keeping, filling]);
    expect(bytesOf(evaluation)).toBe(first);
  });

  test('leaves the invariants alone', { timeout: 1e9 }, () => {
    const evaluation = newGuardedEvaluation();
    scorePrograms(evaluation, [keeping], [PAIR], limits);
    evaluation.arena.exports.checkInvariants();
  });
});

test('ten thousand tasks in one instance take no more memory than the first ones', { timeout: 1e9 }, () => {
  const rounds = Number(process.env.BATT_TASKS ?? 10_000);
  const donors = [...starterPrograms].map(([name, one]) => ({ name, program: one }));
  const mutants = new Mutants(donors, [...starterTasks.values()]);
  const batches = Array.from({ length: 100 }, (_, k) => mutants.batch('memory', k, 6));
  const evaluation = newEvaluation();
  let early = 0;
  for (let round = 0; round < rounds; round++) {
    const { programs, pairs, limits } = batches[(round * 37) % batches.length];
    scorePrograms(evaluation, [...programs], pairs, limits);
    if (round === 2 * batches.length) early = bytesOf(evaluation);
  }
  expect(bytesOf(evaluation)).toBe(early);
});

test(
  'mutants leave the invariants alone, and the guards of the debug build find nothing',
  { timeout: 1e9 },
  () => {
    const donors = [...starterPrograms].map(([name, one]) => ({ name, program: one }));
    const mutants = new Mutants(donors, [...starterTasks.values()]);
    const guarded = newGuardedEvaluation();
    const release = newEvaluation();
    for (let k = 0; k < 40; k++) {
      const { programs, pairs, limits } = mutants.batch('guarded', k, 30);
      expect(scorePrograms(guarded, programs, pairs, limits)).toEqual(
        scorePrograms(release, programs, pairs, limits),
      );
      guarded.arena.exports.checkInvariants();
    }
  },
);
