import { expect, test } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { StressReport, StressRequest } from '../../src/core/inspection/stress.ts';
import { GENERATORS } from '../../src/core/starter/index.ts';
import { newArena } from '../support/arena.ts';
import { starterPool } from '../support/starter.ts';

const inspector = inspectorOf(newArena());

const ID = 'lake_reflection';
const SOURCE = starterPool.find(({ name }) => name === ID)?.source as string;

function stress(changes: Partial<StressRequest> = {}): StressReport {
  const answer = inspector.stress({
    source: SOURCE,
    solver: null,
    from: { generator: ID },
    next: { seed: 1, at: 0 },
    count: 20,
    fuel: 1_000_000,
    ...changes,
  });
  if (!answer.ok) throw new Error(answer.why);
  return structuredClone(answer);
}

test('a right solver passes all fresh pairs, and it can go on', () => {
  const first = stress();
  expect(first).toMatchObject({ tried: 20, passed: 20, failure: null, next: { seed: 1, at: 20 } });
  const second = stress({ next: { seed: 1, at: 20 }, count: 50 });
  expect(second).toMatchObject({ tried: 30, passed: 30, next: { seed: 2, at: 0 } });
});

test('all reference solvers stand a few fresh pairs of their generators', () => {
  for (const { id } of GENERATORS) {
    const { source } = starterPool.find(({ name }) => name === id) as { source: string };
    expect({ id, ...stress({ source, from: { generator: id }, count: 4 }) }).toMatchObject({
      id,
      tried: 4,
      passed: 4,
    });
  }
});

test('a planted fault is found, and the first pair that shows it comes in full', () => {
  // The colour of the water is right, the mirror is not.
  const planted = SOURCE.replace('hmirror(', 'vmirror(');
  expect(planted).not.toBe(SOURCE);
  const { failure, wrong, passed, tried } = stress({ source: planted });
  expect(wrong).toBeGreaterThan(0);
  expect(wrong + passed).toBe(tried);
  expect(failure?.output).not.toEqual(failure?.expected);
  expect(failure?.why).toBe('');
  const task = { train: [{ input: failure!.input, output: failure!.expected }], test: [] };
  const film = inspector.film({ source: planted, solver: null, task, fuel: 1_000_000 });
  expect(film).toMatchObject({ ok: true, film: { pairs: [{ match: false }] } });
});

test('a fault is told with its reason', () => {
  const source = 'def solve_a(I):\n    x1 = hsplit(I, ZERO)\n    return first(x1)\n';
  const { faults, failure, tried } = stress({ source, count: 3 });
  expect([tried, faults]).toEqual([3, 3]);
  expect(failure).toMatchObject({
    place: { seed: 1, at: 0 },
    output: null,
    why: expect.stringMatching(/^hsplit: /) as string,
  });
  const none = stress({ source: 'def solve_a(I):\n    return size(I)\n', count: 1 });
  expect(none.failure?.why).toMatch(/not a grid/);
});

test('the same seed gives the same pairs, another one others', () => {
  const source = 'def solve_a(I):\n    return I\n';
  expect(stress({ source })).toEqual(stress({ source }));
  expect(stress({ source, next: { seed: 2, at: 0 } }).failure?.input).not.toEqual(
    stress({ source }).failure?.input,
  );
});

test('given pairs come to an end; one without an answer can only show a fault', () => {
  const pairs = [
    { input: [[1, 2]], output: [[2, 1]] },
    { input: [[1, 2]], output: null },
    { input: [[1, 2]], output: [[1, 2]] },
  ];
  const source = 'def solve_a(I):\n    return vmirror(I)\n';
  const report = stress({ source, from: { pairs } });
  expect(report).toMatchObject({ tried: 3, passed: 2, wrong: 1, next: null, failure: { place: { at: 2 } } });
  expect(stress({ source, from: { pairs }, count: 2 }).next).toEqual({ seed: 1, at: 2 });
});

test('a solver that is dear is tried on fewer pairs a call', () => {
  const source = [
    'def solve_a(I):',
    '    x1 = power(vmirror, TEN)',
    '    x2 = power(x1, TEN)',
    '    x3 = power(x2, TEN)',
    '    O = x3(I)',
    '    return O',
    '',
  ].join('\n');
  const report = stress({ source, count: 50, fuel: 10_000 });
  expect(report.tried).toBe(8);
  expect(report.next).toEqual({ seed: 1, at: 8 });
  expect(report.failure?.why).toContain('fuel');
});

test('an unknown generator and a text that cannot be run are refused', () => {
  const request = { source: SOURCE, solver: null, next: { seed: 1, at: 0 }, count: 1, fuel: 1000 };
  expect(inspector.stress({ ...request, from: { generator: 'nothing' } })).toMatchObject({ ok: false });
  expect(inspector.stress({ ...request, source: 'x', from: { pairs: [] } })).toMatchObject({ ok: false });
});
