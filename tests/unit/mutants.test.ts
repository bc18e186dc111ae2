/**
 * Mutants of the starter solvers against what the engine of before gave (it computed with JavaScript objects, and agreed
 * with CPython). BATT_RECORD=1 writes the record anew, which is due when the mutation or the starter pool change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scorePrograms } from '../../src/core/engine/score.ts';
import { ENDS } from '../../src/core/values/ends.ts';
import { newEvaluation } from '../support/evaluation.ts';
import { outcomes } from '../support/fingerprint.ts';
import { Mutants } from '../support/mutants.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';

const RECORD = new URL('../fixtures/mutants.json', import.meta.url);
const BATCHES = 80;
const SIZE = 40;

test('3,200 mutants end, cost and give what they did', { timeout: 1e9 }, () => {
  const donors = [...starterPrograms].map(([name, program]) => ({ name, program }));
  const mutants = new Mutants(donors, [...starterTasks.values()]);
  const evaluation = newEvaluation();
  const ends: Record<string, number> = {};
  const found = Array.from({ length: BATCHES }, (_, k) => {
    const { programs, pairs, limits } = mutants.batch('recorded', k, SIZE);
    const all = outcomes();
    const table = scorePrograms(evaluation, programs, pairs, limits, (_entry, handle) =>
      all.output(handle === 0 ? null : evaluation.read(handle)),
    );
    for (const end of table.ends) ends[ENDS[end]] = (ends[ENDS[end]] ?? 0) + 1;
    return all.withTable(table);
  });
  const told = { ends, found };
  if (process.env.BATT_RECORD !== undefined) writeFileSync(RECORD, `${JSON.stringify(told, null, 1)}\n`);
  expect(told).toEqual(JSON.parse(readFileSync(RECORD, 'utf8')));
});
