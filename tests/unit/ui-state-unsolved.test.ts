import { describe, expect, test } from 'vitest';
import { NO_SOURCES } from '../../src/ui/state/run-counts.ts';
import { colourFact, partFacts, sourceFacts } from '../../src/ui/state/unsolved.ts';
import type { Candidate, SearchProgress } from '../../src/protocol/index.ts';

function candidate(...pairs: readonly { match?: boolean; shape?: boolean; correct?: number }[]): Candidate {
  return {
    pairs: pairs.map(({ match = false, shape = true, correct = 0 }) => ({
      end: 'ok',
      match,
      shape: shape || match,
      correct: match ? 8 : correct,
      cells: 8,
      fuel: 1,
    })),
  } as unknown as Candidate;
}

describe('a task that is not solved', () => {
  test('is told by size, by pairs and by cells', () => {
    const near = candidate({ match: true }, { correct: 6 }, { shape: false });
    const sized = candidate({}, {}, {});
    expect(partFacts([near, sized], 3)).toEqual([
      'The size rule is found: it is right on all 3 train pairs.',
      'The best makes pair 1 right; of the others: pair 2 75 % of the cells, pair 3 not even the size.',
    ]);
    expect(partFacts([near], 3)[0]).toBe('The size of the output is right on 2 of 3 train pairs, no more.');
    const none = candidate({ shape: false }, { shape: false });
    expect(partFacts([none], 2)).toEqual([
      'The size of the output is not understood: it is right on no train pair.',
      'The best makes no pair right: pairs 1 and 2 not even the size.',
    ]);
  });

  test('is told by colours', () => {
    expect(colourFact([[[1, 2]], [[3]]], [[[2, 1, 1]], [[3]]])).toMatch(/^The colours are explained/);
    expect(colourFact([[[1, 2]], [[3]]], [[[1, 1]], null])).toMatch(
      /^Not explained by the best: red and green,/,
    );
  });

  test('is told by what ran dry and what was cut off', () => {
    const search = { end: 'time', round: 4 } as SearchProgress;
    const sources = {
      ...NO_SOURCES,
      mutation: { made: 1200, distinct: 900, useful: 3, best: 1 },
      bank: { made: 7, distinct: 7, useful: 0, best: 0 },
    };
    expect(sourceFacts(sources, search, 6)).toEqual([
      'Tried: mutation 1,200 (best 1), expressions 7 (best 0).',
      'Mutation was cut off after 6 rounds: it never runs dry.',
      'The search from nothing was cut off by its time, in round 4.',
    ]);
    expect(sourceFacts(NO_SOURCES, { ...search, end: 'exhausted' }, 0)).toEqual([
      'The search from nothing ran dry: all that it can make was made.',
    ]);
  });
});
