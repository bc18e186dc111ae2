import { describe, expect, test } from 'vitest';
import { Ranking } from '../../src/core/pipeline/6-rank.ts';
import type { Candidate } from '../../src/core/pipeline/types.ts';
import { nearText } from '../../src/ui/state/sentences.ts';
import { candidate } from '../support/page.ts';

function ranked(...candidates: Candidate[]): string[] {
  const ranking = new Ranking();
  for (const one of candidates) ranking.add(one);
  return ranking.top(9).map(({ hash }) => hash);
}

describe('candidates that have no shape right', () => {
  const identity = candidate('identity', { length: 0, likeness: 0.3 });
  const near = candidate('near', { length: 9, likeness: 0.8 });

  test('are ranked by what they share with the outputs, before how short they are', () => {
    expect(ranked(identity, near)).toEqual(['near', 'identity']);
  });

  test('come after any that has right cells in the right shape', () => {
    const shaped = candidate('shaped', { length: 20, accuracy: 0.1, likeness: 0.1 });
    expect(ranked(identity, near, shaped)).toEqual(['shaped', 'near', 'identity']);
  });

  test('say so', () => {
    expect([near, candidate('a', { accuracy: 0.5, likeness: 0.6 }), candidate('b')].map(nearText)).toEqual([
      '≈ 80 %',
      '50 %',
      '0 %',
    ]);
  });
});
