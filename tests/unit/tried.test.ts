import { describe, expect, test } from 'vitest';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import { Evaluation } from '../../src/core/engine/evaluation.ts';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { TriedSearch, type Branch } from '../../src/core/search/tried.ts';
import { blind, type GridRows, type Task } from '../../src/core/task/task.ts';
import { EMPTY_SET } from '../../src/core/values/value.ts';
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

  test('says something wherever pieces and choices are shown: none is empty on any input', () => {
    const search = new TriedSearch(() => newArena());
    const arena = newArena();
    const evaluation = new Evaluation(arena);
    const looked = [0, 1, 2]
      .flatMap((turn) => search.tried({ key: 'a', task, round: 1, turn }).groups)
      .filter(({ kind }) => kind === 'right' || kind === 'chosen')
      .flatMap(({ sample }) => sample.map(({ code }) => decodeProgram(code)));
    expect(looked.length).toBeGreaterThan(10);
    evaluation.load(looked);
    for (const input of INPUTS) {
      evaluation.begin(input);
      looked.forEach((_, i) => expect(arena.get(evaluation.run(i).value)).not.toEqual(EMPTY_SET));
    }
  });
});

describe('the tree of what came from what', () => {
  const search = new TriedSearch(() => newArena());
  const grown = (open: readonly (readonly string[])[], round = 1): Branch =>
    search.grown({ key: 'a', task, round, open });

  test('holds every value once, below the macro that it was made with', () => {
    const { distinct } = search.tried({ key: 'a', task, round: 1, turn: 0 });
    const root = grown([['I']]);
    expect(root.text).toBe('I');
    expect(root.made).toBe(distinct);
    expect(root.count).toBeGreaterThan(root.branches.length);
    const told = root.branches.map(({ made }) => made);
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(told.reduce((sum, made) => sum + made, 1)).toBeLessThan(distinct);
    for (const { branches } of root.branches) expect(branches).toEqual([]);
  });

  test('is told as far as it is open, and grows with the rounds', () => {
    const [first] = grown([['I']]).branches;
    const open = grown([['I'], ['I', first.text]]).branches[0];
    expect(open).toMatchObject({ text: first.text, made: first.made, count: first.count });
    expect(open.branches.length).toBe(Math.min(12, first.count));
    const below = open.branches.reduce((sum, { made }) => sum + made, 0);
    expect(below).toBeLessThan(open.made);
    const sized = search.tried({ key: 'a', task, round: 1, turn: 0 }).groups[0].count;
    expect(grown([]).sized).toBe(sized);
    expect(grown([], 2).made).toBeGreaterThan(open.made);
  });

  test('gives an example of each branch, which is made with its macro', () => {
    const { branches } = grown([['I']], 2);
    for (const { text, example } of branches) expect(example.macros).toEqual(['I', text]);
  });
});
