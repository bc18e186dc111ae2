import { describe, expect, test } from 'vitest';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { TriedSearch } from '../../src/core/search/tried.ts';
import { blind, type GridRows, type Task } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const INPUTS: readonly GridRows[] = ['0100/0110/2000', '0003/3303/0000'].map((text) =>
  text.split('/').map((row) => Array.from(row, Number)),
);
const task: Task = blind({
  train: INPUTS.map((input) => ({ input, output: input.map((row) => [...row].reverse()) })),
  test: [{ input: INPUTS[0], output: null }],
});

describe('what was tried', () => {
  test('is shown by kind, each with as many as there are, and grows with the rounds', () => {
    const search = new TriedSearch(() => newArena());
    const first = search.tried({ key: 'a', task, round: 1, turn: 0 });
    const sized = first.groups.find(({ kind }) => kind === 'sized')!;
    expect(sized.count).toBeGreaterThan(0);
    const runner = new ProgramRunner(newArena());
    for (const { code } of sized.sample) {
      const [output] = runner.outputs(decodeProgram(code), [INPUTS[0]]);
      expect([output?.length, output?.[0].length]).toEqual([3, 4]);
    }
    const kinds = first.groups.map(({ kind, count }) => [kind, count > 0]);
    expect(kinds).toEqual([
      ['sized', true],
      ['right', true],
      ['chosen', true],
      ['grids', true],
    ]);
    const second = search.tried({ key: 'a', task, round: 2, turn: 0 });
    expect(second.applied).toBeGreaterThan(first.applied);
    // Another worker that comes in the middle finds the same.
    const late = new TriedSearch(() => newArena()).tried({ key: 'a', task, round: 2, turn: 0 });
    expect(late).toEqual(second);
  });

  test('is another sample each turn', () => {
    const search = new TriedSearch(() => newArena());
    const samples = [0, 1].map((turn) => {
      const { groups } = search.tried({ key: 'a', task, round: 1, turn });
      return groups.find(({ kind }) => kind === 'chosen')!.sample.map(({ macros }) => macros.join());
    });
    expect(samples[0]).not.toEqual(samples[1]);
  });
});
