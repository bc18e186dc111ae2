import { describe, expect, test } from 'vitest';
import { scorePrograms } from '../../src/core/engine/score.ts';
import { GENERATORS, drawPairs } from '../../src/core/starter/index.ts';
import { pairsOf, type PlacedPair } from '../../src/core/task/task.ts';
import { newEvaluation } from '../support/evaluation.ts';
import { starterPool, starterPrograms, starterTask } from '../support/starter.ts';

const evaluation = newEvaluation();

test('there is one solver for each starter task, and it can be read', () => {
  expect(starterPool.map(({ name }) => name)).toEqual(GENERATORS.map(({ id }) => id));
  expect([...starterPrograms.keys()]).toEqual(GENERATORS.map(({ id }) => id));
});

describe('the reference solver solves every pair of its task and 100 more', () => {
  test.each(GENERATORS.map((generator) => [generator.id, generator] as const))('%s', (id, generator) => {
    const program = starterPrograms.get(id);
    if (program === undefined) throw new Error(`${id} has no program`);
    const drawn = drawPairs(generator, 'fresh', 100).map((pair, index): PlacedPair => ({
      ...pair,
      set: 'test',
      index,
    }));
    const pairs = [...pairsOf(starterTask(id)), ...drawn];
    const { match } = scorePrograms(evaluation, [program], pairs);
    expect(pairs.filter((_, i) => match[i] !== 1)).toEqual([]);
  });
});
