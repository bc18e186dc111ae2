import { describe, expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { reference } from '../../src/core/service/reference.ts';
import type { Candidate } from '../../src/protocol/index.ts';
import { answerHidden } from '../../src/ui/state/answers.ts';
import { findCommands, type Command } from '../../src/ui/state/commands.ts';
import { keptRun } from '../../src/ui/state/kept-run.ts';
import { Memory } from '../../src/ui/state/memory.ts';
import { Panels, PANELS, firstWidth } from '../../src/ui/state/panels.svelte.ts';
import { readRun } from '../../src/ui/state/read-run.ts';
import { findEntries, tryText, usersOf } from '../../src/ui/state/reference.ts';
import { poolText } from '../../src/ui/state/run-plan.ts';
import { mangledData } from '../support/mangled-data.ts';
import { candidate, named, TASK } from '../support/page.ts';
import { rounds, SOAK_SEED } from '../support/soak.ts';

/** A store of a browser, and what is in it. */
function store(held: Record<string, string> = {}) {
  return {
    held,
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => void (held[key] = value),
  };
}

describe('what is remembered', () => {
  test('comes back, and is nothing where it cannot be read', () => {
    const memory = new Memory(() =>
      store({ 'batt-a': '{"x":1}', 'batt-b': '{', 'batt-c': 'null', 'batt-d': '7' }),
    );
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => memory.read(name))).toEqual([{ x: 1 }, {}, {}, {}, {}]);
    const none = new Memory(() => {
      throw new Error('refused');
    });
    none.write('a', {});
    expect(none.read('a')).toEqual({});
  });

  test('what was folded up comes back, and nothing else', () => {
    const kept = store();
    const panels = new Panels(new Memory(() => kept));
    panels.fold('list');
    expect(new Panels(new Memory(() => kept)).folded).toEqual({ list: true, pipeline: false });
    panels.fold('list');
    expect(new Panels(new Memory(() => kept)).folded).toEqual({ list: false, pipeline: false });
    kept.held['batt-panels'] = '{"folded":["pipeline","toString",7]}';
    expect(new Panels(new Memory(() => kept)).folded).toEqual({ list: false, pipeline: true });
  });

  test('the task leaves room for the solver until somebody sets its width', () => {
    expect([1920, 1280, 1200, 900].map(firstWidth)).toEqual([472, 472, 392, 256]);
  });

  test('widths come back within their limits', () => {
    const kept = store();
    new Panels(new Memory(() => kept)).set('task', 600);
    expect(new Panels(new Memory(() => kept)).task).toBe(600);
    kept.held['batt-panels'] = '{"task":9000,"list":"x","strip":-1}';
    const { task, list, strip } = new Panels(new Memory(() => kept));
    expect([task, list, strip]).toEqual([PANELS.task.initial, PANELS.list.initial, null]);
  });
});

describe('a run that is kept', () => {
  const score = { end: 'ok', match: true, shape: true, correct: 1, cells: 1, fuel: 5 } as const;
  const best = candidate('0123456789abcdef', {
    ...{ code: Int32Array.of(0, 0), matched: 1, pairs: [score, score] },
  });
  const run = { top: [best], behaviours: 1, stages: { score: { out: 9 } }, history: null };
  const kept = () => JSON.parse(JSON.stringify(keptRun(named('a'), run))) as Record<string, unknown>;

  test('comes back with its task, and only there', () => {
    expect(readRun(kept(), named('a'))).toEqual({ top: [best], behaviours: 1, scored: 9, history: null });
    expect(readRun(kept(), named('b'))).toBeNull();
    expect(readRun(kept(), named('a', 'starter'))).toBeNull();
    const other = { ...TASK, train: [{ input: [[7]], output: [[2]] }] };
    expect(readRun(kept(), named('a', '', other))).toBeNull();
  });

  test('is left where it cannot be used', () => {
    expect(readRun({}, named('a'))).toBeNull();
    expect(readRun({ ...kept(), top: [] }, named('a'))).toBeNull();
    const others: unknown[] = [
      null,
      { ...best, code: ['x'] },
      { ...best, pairs: [score] },
      { ...best, pairs: [score, { ...score, end: 'tired' }] },
      { ...best, origin: { kind: 'dreamt' } },
      { ...best, origin: { kind: 'toString' } },
    ];
    for (const one of others)
      expect(readRun({ ...kept(), top: [{ ...best, code: [0] }, one] }, named('a'))).toBeNull();
  });

  test('with anything changed it is left, or as whole as before', () => {
    const random = new Random(`${SOAK_SEED}/kept run`);
    const origin: Candidate['origin'] = {
      kind: 'search',
      ...{ generator: 'bank', cost: 3, steps: ['a'], words: 'a', layers: 0, round: 1 },
    };
    const two = keptRun(named('a'), { ...run, top: [best, { ...best, origin }] });
    const shape = (one: object): string =>
      JSON.stringify(one, (_, value: unknown) => (typeof value === 'object' ? value : typeof value));
    let came = 0;
    for (let round = 0; round < rounds(2000, 100_000); round++) {
      const text = mangledData(JSON.stringify(two), random);
      const read = readRun(new Memory(() => store({ 'batt-run': text })).read('run'), named('a'));
      for (const { pairs, duplicates, peers } of read?.top ?? []) {
        expect(pairs.map((pair) => shape({ ...score, ...pair }))).toEqual([shape(score), shape(score)]);
        expect([peers, Array.isArray(duplicates.first)]).toEqual([[], true]);
      }
      if (read !== null) came++;
    }
    expect(came).toBeGreaterThan(10);
  });
});

test('the pool says whether the answer is in it', () => {
  const list = ['solve_a', 'solve_b'].map((name) => ({ name, source: '' }));
  const solvers = { list, own: (id: string) => list.find(({ name }) => name === `solve_${id}`) ?? null };
  expect(poolText(named('a'), solvers, { leaveOwnOut: true })).toBe('1 solver, not this task’s own');
  expect(poolText(named('a'), solvers, { leaveOwnOut: false }, ' of the pool')).toBe(
    '2 solvers of the pool, this task’s own among them',
  );
  expect(poolText(named('c'), solvers, { leaveOwnOut: true })).toBe('2 solvers');
});

describe('the reference', () => {
  const all = reference();
  const names = (query: string) => findEntries(all, query).map(({ name }) => name);

  test('has all names, each with an example or a value', () => {
    expect(all.filter(({ family }) => family !== 'constant')).toHaveLength(160);
    expect(all.filter(({ family }) => family === 'constant')).toHaveLength(28);
    expect(
      all.filter(({ example, value, doc }) => doc === '' || (example === null && value === null)),
    ).toEqual([]);
  });

  test.each([
    ['rot90', 'rot90'],
    ['mirror', 'hmirror'],
    ['flip', 'vmirror'],
    ['largest', 'argmax'],
    ['Grid Object', 'paint'],
    ['UP', 'UP'],
  ])('finds by %s', (query, name) => expect(names(query)).toContain(name));

  test('puts what is called so first, and finds nothing for nonsense', () => {
    expect(names('fill')[0]).toBe('fill');
    expect(names('qqq')).toEqual([]);
    expect(names(' ')).toHaveLength(188);
  });
});

test('commands are found by kind, label and hint, those that begin so first', () => {
  const command = (kind: Command['kind'], label: string, hint = ''): Command => ({
    kind,
    label,
    hint,
    run: () => {},
  });
  const all = [
    command('action', 'Go and run'),
    command('action', 'Run'),
    command('task', 'Quilt', 'symmetry'),
  ];
  const labels = (query: string) => findCommands(all, query).map(({ label }) => label);
  expect(labels('run')).toEqual(['Run', 'Go and run']);
  expect(labels('task symm')).toEqual(['Quilt']);
  expect(labels('')).toHaveLength(3);
});

describe('a known test answer', () => {
  const task = {
    train: TASK.train,
    test: [
      { ...TASK.test[0], output: [[1]] },
      { input: [[1]], output: null },
    ],
  };
  const hidden = (dataset: string, answers: 'others' | 'shown' | 'hidden') =>
    [0, TASK.train.length, TASK.train.length + 1].map((index) =>
      answerHidden(named('a', dataset, task), index, answers),
    );

  test('is hidden for tasks that are no starters, unless told otherwise', () => {
    expect(hidden('arc', 'others')).toEqual([false, true, false]);
    expect(hidden('starter', 'others')).toEqual([false, false, false]);
    expect(hidden('arc', 'shown')).toEqual([false, false, false]);
    expect(hidden('starter', 'hidden')).toEqual([false, true, false]);
  });
});

describe('a primitive in the reference', () => {
  const entries = reference();

  test('is tried by a solver without a fault, unless it takes a function', () => {
    const texts = entries.flatMap((entry) => tryText(entry) ?? []);
    expect(texts.length).toBeGreaterThan(140);
    const errors = ({ severity }: { severity: string }) => severity === 'error';
    expect(texts.filter((text) => compile(text).diagnostics.some(errors))).toEqual([]);
    expect(tryText(entries.find(({ name }) => name === 'apply')!)).toBeNull();
  });

  test('names the solvers that use it, by the whole word, and not by their own name', () => {
    const pool = [
      { name: 'fill', source: 'def solve_fill(I):\n    O = underfill(I, ONE, I)\n    return O' },
      { name: 'b', source: 'def solve_b(I):\n    O = fill(I, ONE, I)\n    return O' },
    ];
    expect(usersOf('fill', pool).map(({ name }) => name)).toEqual(['b']);
  });
});
