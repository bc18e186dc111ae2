/** The search from nothing: what it finds is what its solvers give, and the same whoever looks and how often. */
import type { Remote } from 'comlink';
import { describe, expect, test } from 'vitest';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { printLine, printSteps } from '../../src/core/lang/print.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import { Random } from '../../src/core/random.ts';
import type { GeneratorName } from '../../src/core/search/brought.ts';
import { Expression } from '../../src/core/search/expression.ts';
import { MACROS } from '../../src/core/search/library.ts';
import { readMacro } from '../../src/core/search/macro.ts';
import { Searcher, type SearchReport, type SearchRequest } from '../../src/core/search/searcher.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { encode } from '../../src/core/values/codec.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import { searchTask } from '../../src/host/pool/search.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { engineOn } from '../../workers/engine.ts';
import { newArena } from '../support/arena.ts';
import { evaluateNaively } from '../support/naive/evaluate.ts';
import { NaiveFault } from '../support/naive/values.ts';
import { starterTask } from '../support/starter.ts';

/** A task whose outputs come from its inputs by a rule. */
function taskOf(inputs: readonly GridRows[], rule: (rows: GridRows) => GridRows): Task {
  const pairs = inputs.map((input) => ({ input, output: rule(input) }));
  return { train: pairs.slice(0, -1), test: pairs.slice(-1).map(({ input }) => ({ input, output: null })) };
}

/** height x width cells of colours 0 to 9, mostly 0. */
function scattered(random: Random, height: number, width: number): GridRows {
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => (random.real() < 0.6 ? 0 : random.int(1, 5))),
  );
}

/** A rectangle's outline of the colour at a place. */
function outlined(size: number, top: number, left: number, side: number, colour: number): GridRows {
  const onEdge = (n: number, low: number): boolean => n === low || n === low + side - 1;
  const within = (n: number, low: number): boolean => n >= low && n < low + side;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) =>
      within(row, top) && within(column, left) && (onEdge(row, top) || onEdge(column, left)) ? colour : 0,
    ),
  );
}

const arena = newArena();

/** Of the first track. */
function search(task: Task, fuel: number, without?: GeneratorName): SearchReport {
  const plan = { key: `a ${without}`, task, ...(without === undefined ? {} : { without }) };
  return new Searcher(
    () => arena,
    () => 0,
  ).search({ plan, track: 0, from: 0, fuel });
}

/** The rule is found, by this generator, and without it is not. */
function onlyBy(generator: GeneratorName, task: Task, expected: GridRows, fuel: number): SearchReport {
  const report = search(task, fuel);
  expect(report.answers[0]).toMatchObject({ generator, matched: task.train.length });
  expect(report.answers[0]?.outputs[0]).toEqual(expected);
  expect(report.brought[generator].best).toBe(task.train.length);
  const without = search(task, fuel, generator);
  expect(without.brought[generator].useful).toBe(0);
  expect(
    without.answers.filter(({ outputs }) => JSON.stringify(outputs[0]) === JSON.stringify(expected)),
  ).toEqual([]);
  return report;
}

describe('tasks that one generator alone can solve', () => {
  const random = new Random('grids');
  const inputs = [4, 5, 6, 5].map((side) => scattered(random, side, side + 1));
  const mirror = (rows: GridRows): GridRows => rows.map((row) => [...row].reverse());
  const below = (top: GridRows, bottom: GridRows): GridRows => [...top, ...bottom];
  const beside = (left: GridRows, right: GridRows): GridRows => left.map((row, i) => [...row, ...right[i]]);

  test('bank: the inner cells', () => {
    const rule = (rows: GridRows): GridRows => rows.slice(1, -1).map((row) => row.slice(1, -1));
    const report = search(taskOf(inputs, rule), 2e7);
    expect(report.answers[0]).toMatchObject({
      generator: 'bank',
      outputs: [rule(inputs[3])],
    });
  });

  test('goals: a mirrored grid', () => {
    const report = search(taskOf(inputs, mirror), 2e7);
    expect(report.answers[0]).toMatchObject({ generator: 'goals', words: 'mirror' });
    expect(printLine(decodeProgram(report.answers[0].code))).toBe('vmirror(I)');
    expect(search(taskOf(inputs, mirror), 2e7, 'goals').answers[0]).toMatchObject({ generator: 'bank' });
  });

  test('blocks: the input, mirrored, turned over and on its head', () => {
    const rule = (rows: GridRows): GridRows =>
      below(beside(rows, mirror(rows)), beside(mirror([...rows].reverse()), [...rows].reverse()));
    const turned = (rows: GridRows): GridRows => below(rule(rows), rule(mirror(rows)));
    onlyBy('blocks', taskOf(inputs, turned), turned(inputs[3]), 3e7);
  });

  test('pieces: insides of rectangles filled, and their corners marked', () => {
    const outlines = [
      outlined(9, 1, 2, 5, 3),
      outlined(9, 2, 3, 4, 3),
      outlined(10, 4, 1, 5, 3),
      outlined(8, 1, 1, 6, 3),
    ];
    const rule = (rows: GridRows): GridRows => {
      const cells = rows.flatMap((row, i) => row.flatMap((cell, j) => (cell > 0 ? [[i, j]] : [])));
      const [top, left] = [0, 1].map((axis) => Math.min(...cells.map((cell) => cell[axis])));
      const [bottom, right] = [0, 1].map((axis) => Math.max(...cells.map((cell) => cell[axis])));
      return rows.map((row, i) =>
        row.map((cell, j) => {
          if ((i === top || i === bottom) && (j === left || j === right)) return 8;
          return i > top && i < bottom && j > left && j < right ? 4 : cell;
        }),
      );
    };
    const report = onlyBy('pieces', taskOf(outlines, rule), rule(outlines[3]), 4e7);
    const [{ layers, steps, words }] = report.answers;
    expect(layers).toBeGreaterThan(1);
    expect(steps.length).toBeGreaterThan(0);
    expect(words).toContain('→');
  });
});

test('a step is there for each type that it is made for', () => {
  const types = MACROS.filter(({ text }) => text === 'vmirror(x)').map(({ type }) => type);
  expect([...types].sort()).toEqual(['G>G', 'O>O', 'P>P']);
});

test('the whole of the library can be read', () => {
  const colours = { c: 'ONE', d: 'TWO', v: 'THREE' };
  for (const { text, cost } of MACROS) {
    expect(readMacro(text, colours).length, text).toBeGreaterThan(0);
    expect(cost, text).toBeGreaterThanOrEqual(0);
  }
});

test('a state of the bank prints as the expression that gives its values, also for the general evaluator', () => {
  const task = starterTask('fence_with_moat');
  const synthesis = new Synthesis(arena, task, BROAD);
  const slices = synthesis.slices();
  for (let i = 0; i < 40; i++) slices.next();
  const { bank } = synthesis;
  const random = new Random('states');
  const words: string[] = [];
  let compared = 0;
  for (let i = 0; i < 60; i++) {
    const state = random.int(0, bank.size - 1);
    const expression = new Expression(bank);
    const program = expression.program(expression.state(state));
    const naive = evaluateNaively(program, bank.inputs[0]);
    if (naive instanceof NaiveFault && naive.end === 'too-long') continue;
    compared++;
    const said = JSON.stringify(encode(arena.get(bank.value(state, 0))));
    if (said !== JSON.stringify(naive))
      words.push(`${printLine(program)} gives ${JSON.stringify(naive)}, not ${said}`);
  }
  expect(words).toEqual([]);
  expect(compared).toBeGreaterThan(40);
});

test('what is found gives all train outputs when its text is read and run again, also by the slow evaluator', () => {
  const task = starterTask('fence_with_moat');
  const report = search(task, 5e7);
  expect(report.answers.length).toBeGreaterThan(0);
  const runner = new ProgramRunner(arena);
  const [{ program: itself }] = compile('def solve_same(I):\n    O = identity(I)\n    return O\n').solvers;
  const same = itself as Program;
  for (const { code, matched } of report.answers) {
    const text = printSteps(decodeProgram(code), 'found');
    const [{ program }] = compile(text).solvers;
    if (program === null) throw new Error(text);
    const outputs = runner.outputs(
      program,
      task.train.map(({ input }) => input),
    );
    expect(outputs).toEqual(task.train.map(({ output }) => output));
    for (const { input, output } of task.train)
      expect(evaluateNaively(program, input), text).toEqual(evaluateNaively(same, output!));
    expect(matched).toBe(task.train.length);
  }
});

describe('a search is the same', () => {
  const task = starterTask('fence_with_moat');
  const plan = { key: 'same', task };
  const whole = search(task, 1.2e7);
  const comparable = ({ bytes: _, ...report }: SearchReport): unknown => report;

  test('in one go and slice by slice', () => {
    const searcher = new Searcher(
      () => arena,
      () => 0,
    );
    let report = searcher.search({ plan, track: 0, from: 0, ms: 0 });
    while (!report.done && report.fuel < 1.2e7)
      report = searcher.search({ plan, track: 0, from: report.slices, ms: 0, fuel: 1.2e7 });
    expect(comparable(report)).toEqual(comparable(whole));
  });

  test('when every third slice is lost with its worker', () => {
    let searcher = new Searcher(newArena, () => 0);
    let report = searcher.search({ plan, track: 0, from: 0, ms: 0 });
    for (let asked = 1; !report.done && report.fuel < 1.2e7; asked++) {
      if (asked % 30 === 0) searcher = new Searcher(newArena, () => 0);
      report = searcher.search({ plan, track: 0, from: report.slices, ms: 0, fuel: 1.2e7 });
    }
    expect(comparable(report)).toEqual(comparable(whole));
  });

  test('after other tasks in the same instance, which takes no more memory', () => {
    const other = starterTask('hollow_blocks');
    const sizes: number[] = [];
    for (let i = 0; i < 5; i++) {
      search(other, 2e7);
      expect(comparable(search(task, 1.2e7))).toEqual(comparable(whole));
      sizes.push(arena.exports.memory.buffer.byteLength);
    }
    expect(sizes.at(-1)).toBe(sizes[2]);
  });
});

/**
 * A supervisor whose worker is in this thread; it is lost at every `loses`th question, and once at one that `settles`. The
 * tracks that it is asked for are added to `tracks`.
 */
function supervisorHere(
  loses = Infinity,
  settles = false,
  tracks = new Set<number>(),
): Supervisor<Remote<EngineApi>> {
  let left = settles ? 1 : 0;
  let asked = 0;
  return new Supervisor(() => {
    const engine = engineOn(newArena);
    const api = {
      search: async (request: SearchRequest) => {
        tracks.add(request.track);
        if (++asked % loses === 0) throw new Error('lost');
        if (request.ms === 1 && left-- > 0) throw new Error('lost');
        return Promise.resolve(engine.search(request));
      },
    };
    return { api: api as unknown as Remote<EngineApi>, terminate() {} };
  });
}

describe('all tracks together come to the same', () => {
  const task = starterTask('fence_with_moat');
  const found = async (supervisors: readonly Supervisor<Remote<EngineApi>>[]): Promise<unknown> => {
    const outcome = await searchTask(supervisors, { key: 'tracks', task }, { fuel: 6e7 });
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.value.answers.map(({ code, rank, generator }) => ({ code: [...code], rank, generator }));
  };
  const alone = found([supervisorHere()]);

  test.each([2, 5])('on %i workers', async (count) => {
    expect(await found(Array.from({ length: count }, () => supervisorHere()))).toEqual(await alone);
    expect((await alone) as unknown[]).not.toEqual([]);
  });

  test('on workers that are lost at every third question', async () => {
    expect(await found([supervisorHere(3), supervisorHere(3)])).toEqual(await alone);
  });

  test('where the worker is lost that tells what a track had when another ended', async () => {
    const workers = [supervisorHere(Infinity, true), supervisorHere(Infinity, true)];
    expect(await found(workers)).toEqual(await alone);
  });

  test('on workers each of which keeps the bank of one track alone', async () => {
    const asked = [new Set<number>(), new Set<number>()];
    await found(asked.map((tracks) => supervisorHere(Infinity, false, tracks)));
    expect(asked).toEqual([new Set([0]), new Set([1])]);
  });
});

test('there is a best attempt where nothing fits', () => {
  const random = new Random('noise');
  const inputs = [5, 5, 5].map((side) => scattered(random, side, side));
  const outputs = inputs.map(() => scattered(random, 5, 5));
  const task: Task = {
    train: inputs.slice(0, 2).map((input, i) => ({ input, output: outputs[i] })),
    test: [{ input: inputs[2], output: null }],
  };
  const report = search(task, 1e7);
  expect(report.answers).toEqual([]);
  expect(report.partials[0]?.outputs[0]).not.toBeNull();
});
