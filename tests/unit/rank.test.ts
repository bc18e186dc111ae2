import { describe, expect, test } from 'vitest';
import { Ranking } from '../../src/core/pipeline/6-rank.ts';
import { Random } from '../../src/core/random.ts';
import type { Candidate } from '../../src/core/pipeline/types.ts';
import { nearText } from '../../src/ui/state/sentences.ts';
import { candidate } from '../support/page.ts';

function ranked(...candidates: Candidate[]): string[] {
  const ranking = new Ranking(9);
  for (const one of candidates) ranking.add(one);
  return ranking.top(9).map(({ hash }) => hash);
}

/** What the ranking must be: all behaviours sorted, of each the shortest and the others. */
function sorted(candidates: readonly Candidate[], count: number): object[] {
  const cost = (a: Candidate, b: Candidate) => a.length - b.length || a.fuel - b.fuel || a.id - b.id;
  const groups = new Map<string, Map<string, Candidate>>();
  for (const one of candidates) {
    const group = groups.get(one.behaviour) ?? new Map<string, Candidate>();
    const same = group.get(one.hash);
    if (same === undefined || one.id < same.id) group.set(one.hash, one);
    groups.set(one.behaviour, group);
  }
  return [...groups.values()]
    .map((group) => [...group.values()].sort(cost))
    .sort(
      ([a], [b]) => b.matched - a.matched || b.accuracy - a.accuracy || b.likeness - a.likeness || cost(a, b),
    )
    .slice(0, count)
    .map(([best, ...peers]) => ({
      id: best.id,
      alike: peers.length + 1,
      peers: peers.slice(0, 5).map(({ id }) => id),
    }));
}

test('the first of many are told in order at any time, in whatever order they come', () => {
  const random = new Random('ranking');
  for (let round = 0; round < 40; round++) {
    const behaviours = random.int(1, 60);
    const values = Array.from({ length: behaviours }, () => ({
      matched: random.int(0, 2),
      accuracy: random.int(0, 3) / 3,
      likeness: random.int(0, 2) / 2,
    }));
    const candidates = Array.from({ length: random.int(1, 200) }, (_, id) => {
      const behaviour = random.int(0, behaviours - 1);
      const costs = { length: random.int(1, 5), fuel: random.int(1, 5) };
      return candidate(`h${id}`, { id, behaviour: `b${behaviour}`, ...values[behaviour], ...costs });
    });
    // Some come twice, as from beside the rounds: the very program under another number.
    const all = random.shuffle(
      candidates.flatMap((one) => (random.bool(0.1) ? [one, { ...one, id: one.id + 1000 }] : [one])),
    );
    const most = random.int(1, 30);
    const ranking = new Ranking(most);
    all.forEach((one, i) => {
      ranking.add(one);
      if (i % 7 > 0 && i < all.length - 1) return;
      const top = ranking
        .top(most)
        .map(({ id, alike, peers }) => ({ id, alike, peers: peers.map((peer) => peer.id) }));
      expect(top).toEqual(sorted(all.slice(0, i + 1), most));
    });
  }
});

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
