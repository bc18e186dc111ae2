/** What arc-dsl made of calls and programs under CPython, as recorded in tests/recorded: Batt makes the same. */
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { pairsOf } from '../../src/core/task/task.ts';
import { digestOf, outcomesOf, readCalls, readPrograms, rowsOf } from '../recorded/format.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';
import { outcomeOf } from './reference.ts';

const { calls } = readCalls();
const { programs, starter } = readPrograms();

test('there are calls of every primitive', () => {
  expect(Object.keys(calls).sort()).toEqual(CATALOGUE.map(({ name }) => name).sort());
  const results = Object.entries(calls).map(
    ([name, list]) => [name, new Set(list.map(({ result }) => JSON.stringify(result))).size] as const,
  );
  expect(results.filter(([, different]) => different < 2)).toEqual([]);
});

describe('calls', () => {
  test.each(Object.entries(calls))('%s', (name, list) => {
    for (const { result, ...call } of list) {
      const expected = result === undefined ? { fault: 'error', why: expect.any(String) } : { result };
      expect(outcomeOf(name, call), JSON.stringify(call)).toEqual(expected);
    }
  });
});

test('programs', () => {
  expect(programs.length).toBeGreaterThan(100);
  for (const { source, input, outcome } of programs) {
    const { program } = compile(source).solvers[0];
    if (program === null) throw new Error(`cannot be read: ${source}`);
    expect(outcomesOf([program], [rowsOf(input)])[0][0], source).toEqual(outcome);
  }
});

test('every starter solver on every pair of every starter task', { timeout: 120_000 }, () => {
  const tasks = [...starterTasks].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = Object.keys(starter);
  expect(names.toSorted()).toEqual([...starterPrograms.keys()].sort());
  const list = names.map((name) => starterPrograms.get(name)!);
  const digests = tasks.map(([, task]) =>
    outcomesOf(
      list,
      pairsOf(task).map(({ input }) => input),
    ).map(digestOf),
  );
  let compared = 0;
  names.forEach((name, s) => {
    const recorded = starter[name].split(' ');
    const found = recorded.map((digest, t) => (digest === '-' ? '-' : digests[t][s]));
    expect(found, name).toEqual(recorded.map((digest) => digest.replace('*', '')));
    compared += recorded.filter((digest) => digest !== '-').length;
  });
  expect(compared).toBeGreaterThan(0.99 * names.length * tasks.length);
});
