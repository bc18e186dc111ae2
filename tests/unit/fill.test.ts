import type { Remote } from 'comlink';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/core/lang/compile.ts';
import { readSketch } from '../../src/core/search/fill-sketch.ts';
import { FillSearch, type Filling } from '../../src/core/search/fill.ts';
import { ranked } from '../../src/host/pool/fill-rank.ts';
import { Filler, type FillPlan } from '../../src/core/search/filler.ts';
import { ProgramRunner } from '../../src/core/engine/runner.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { fillSolver } from '../../src/host/pool/fill.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { newArena } from '../support/arena.ts';

const INPUTS: readonly GridRows[] = [
  ['000010', '220010', '020010', '000000', '330000'],
  ['400000', '400550', '000550', '600050'],
  ['0000007', '0880007', '0080007', '0000000', '3300000', '3000000'],
].map((rows) => rows.map((row) => Array.from(row, Number)));

/** A task that a solver solves. */
function taskOf(solver: string): Task {
  const program = compile(solver).solvers[0]?.program;
  if (!program) throw new Error(`unreadable: ${solver}`);
  const pairs = new ProgramRunner(newArena())
    .outputs(program, INPUTS)
    .map((output, i) => ({ input: INPUTS[i], output }));
  return { train: pairs.slice(0, 2), test: pairs.slice(2).map(({ input }) => ({ input, output: null })) };
}

function solver(...lines: readonly string[]): string {
  return ['def solve_a(I):', ...lines.map((line) => `    ${line}`), '    return O', ''].join('\n');
}

/** The fillings of the first blocks, in the order in which they are found. */
function found(source: string, task: Task, blocks: number): Filling[] {
  const read = readSketch(source, null);
  if (!read.ok) throw new Error(read.why);
  const search = new FillSearch(newArena(), read.sketch, task);
  const all: Filling[] = [];
  for (let block = 0; block < blocks && !search.done; block++) all.push(...search.next(true));
  return all;
}

/** The same best first, each behaviour once. */
function fillings(source: string, task: Task, blocks: number): Filling[] {
  return ranked(found(source, task, blocks));
}

const WHOLE = solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, size)', 'O = fill(I, FOUR, x2)');

describe('what fills a hole', () => {
  const task = taskOf(WHOLE);
  const cases: readonly (readonly [string, string, string, number])[] = [
    ['a name', solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, size)', 'O = fill(I, ??, x2)'), 'FOUR', 2],
    [
      'a function',
      solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, ??)', 'O = fill(I, FOUR, x2)'),
      'size',
      2,
    ],
    [
      'a call',
      solver('x1 = objects(I, T, F, T)', 'x2 = ??', 'O = fill(I, FOUR, x2)'),
      'argmax(x1, size)',
      12,
    ],
    [
      'a whole line',
      solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, size)', 'O = ??'),
      'fill(I, FOUR, x2)',
      12,
    ],
  ];
  for (const [what, source, wanted, blocks] of cases)
    test(`can be ${what}`, () => {
      const best = fillings(source, task, blocks).filter(({ matched }) => matched === task.train.length);
      expect(best.map(({ texts }) => texts.join())).toContain(wanted);
      // Nothing that fits is missed for costing less.
      expect(best.map(({ cost }) => cost)).toEqual(best.map(({ cost }) => cost).sort((a, b) => a - b));
    });

  test('can be several at once', () => {
    const source = solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, ??)', 'O = fill(I, ??, x2)');
    const best = fillings(source, task, 100).filter(({ matched }) => matched === 2);
    expect(best.map(({ texts }) => texts)).toContainEqual(['size', 'FOUR']);
  });

  test('is made by combinators where a function is asked for', () => {
    const cells = taskOf(
      solver('x1 = objects(I, T, F, T)', 'x2 = mapply(compose(box, toindices), x1)', 'O = fill(I, NINE, x2)'),
    );
    const open = solver(
      'x1 = objects(I, T, F, T)',
      'x2 = mapply(compose(??, toindices), x1)',
      'O = fill(I, NINE, x2)',
    );
    expect(found(open, cells, 1).map(({ texts }) => texts[0])).toContain('box');
    const best = fillings(
      solver('x1 = objects(I, T, F, T)', 'x2 = sfilter(x1, ??)', 'x3 = merge(x2)', 'O = fill(I, NINE, x3)'),
      taskOf(
        solver(
          'x1 = objects(I, T, F, T)',
          'x2 = sfilter(x1, matcher(size, THREE))',
          'x3 = merge(x2)',
          'O = fill(I, NINE, x3)',
        ),
      ),
      20,
    ).filter(({ matched }) => matched === 2);
    expect(best.map(({ texts }) => texts[0])).toContain('matcher(size, THREE)');
  });

  test('is told once where several do the same, the cheapest', () => {
    const open = solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, ??)', 'O = fill(I, FOUR, x2)');
    const all = found(open, task, 20);
    const told = fillings(open, task, 20);
    expect(told.length).toBeLessThan(all.length);
    expect(new Set(told.map(({ behaviour }) => behaviour)).size).toBe(told.length);
    for (const { behaviour, cost } of told)
      expect(cost).toBe(
        Math.min(...all.filter((each) => each.behaviour === behaviour).map((each) => each.cost)),
      );
    expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBe(told.length);
  });

  test('is told with the pairs that come out right where none makes all of them right', () => {
    const odd: Task = { ...task, train: [task.train[0], { input: INPUTS[1], output: [[9, 9]] }] };
    const best = fillings(
      solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, ??)', 'O = fill(I, FOUR, x2)'),
      odd,
      2,
    );
    expect(best[0].marks).toEqual([true, false]);
    expect(best[0].matched).toBe(1);
  });
});

describe('what cannot be filled', () => {
  const why = (source: string, name: string | null = null): string => {
    const read = readSketch(source, name);
    return read.ok ? '' : read.why;
  };

  test('is refused in words', () => {
    expect(why(WHOLE)).toBe('No solver of it has a hole: write ?? where something is to be found.');
    expect(why(WHOLE, 'a')).toBe('It has no hole: write ?? where something is to be found.');
    expect(why(WHOLE, 'b')).toBe('There is no solve_b in it.');
    expect(why(solver('x1 = vmiror(I)', 'O = ??'))).toMatch(/^vmiror is not known/);
    expect(why(solver('O = paint(??, ??, ??, ??)'))).toMatch(/3 holes|takes 2 arguments/);
  });
});

describe('several workers', () => {
  const plan: FillPlan = {
    key: 'k',
    source: solver('x1 = objects(I, T, F, T)', 'x2 = argmax(x1, ??)', 'O = fill(I, FOUR, x2)'),
    solver: null,
    task: taskOf(WHOLE),
  };

  function supervisors(count: number, dies = false): Supervisor<Remote<EngineApi>>[] {
    return Array.from({ length: count }, () => {
      let workers = 0;
      return new Supervisor<Remote<EngineApi>>((died) => {
        const first = workers++ === 0;
        const filler = new Filler(() => newArena());
        let asked = 0;
        const fill = async (request: Parameters<EngineApi['fill']>[0]) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (dies && first && ++asked === 3) {
            died('it was killed');
            await new Promise(() => {});
          }
          return { ok: true as const, value: filler.fill(request) };
        };
        return { api: { fill } as unknown as Remote<EngineApi>, terminate: () => {} };
      });
    });
  }

  /** Nothing gives such outputs. */
  const hopeless: FillPlan = {
    ...plan,
    task: { ...plan.task, train: plan.task.train.map(({ input }) => ({ input, output: [[9, 9, 9]] })) },
  };

  async function foundBy(workers: readonly Supervisor<Remote<EngineApi>>[]): Promise<string[]> {
    const outcome = await fillSolver(workers, plan, 600_000);
    if (!outcome.ok) throw new Error(outcome.why);
    expect(outcome.value.done).toBe(true);
    return ranked(outcome.value.fillings).map(
      ({ texts, matched, cost }) => `${matched} ${cost} ${texts.join()}`,
    );
  }

  test('find together what one finds, also where some are lost', async () => {
    const alone = await foundBy(supervisors(1));
    expect(alone).toContain('2 1 size');
    expect(await foundBy(supervisors(2))).toEqual(alone);
    expect(await foundBy(supervisors(5))).toEqual(alone);
    expect(await foundBy(supervisors(2, true))).toEqual(alone);
  }, 120_000);

  test('end at once when they are stopped', async () => {
    let stopped = false;
    const running = fillSolver(supervisors(2), hopeless, 600_000, {
      stopped: () => stopped,
      onReport: () => (stopped = true),
    });
    const outcome = await running;
    expect(outcome.ok && outcome.value.done).toBe(false);
  });
});
