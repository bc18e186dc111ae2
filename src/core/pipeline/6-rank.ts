/**
 * Stage 6: the best first, one candidate a behaviour. Only train pairs count: a test output, where it is known,
 * is shown beside the rank and never used for it.
 */
import type { Candidate } from './types.ts';

/** Negative where `a` ranks before `b`: more exact pairs, better cells, shorter, less fuel, earlier. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return b.matched - a.matched || b.accuracy - a.accuracy || compareCost(a, b);
}

/** Among candidates that behave alike: shorter, then less fuel, then earlier. */
export function compareCost(a: Candidate, b: Candidate): number {
  return a.length - b.length || a.fuel - b.fuel || a.id - b.id;
}

/** The behaviours met so far, each with its shortest candidate and how many share it. */
export class Ranking {
  private readonly best = new Map<string, Candidate>();

  get behaviours(): number {
    return this.best.size;
  }

  add(candidate: Candidate): void {
    const known = this.best.get(candidate.behaviour);
    if (known === undefined) {
      this.best.set(candidate.behaviour, candidate);
      return;
    }
    const stands = compareCost(candidate, known) < 0 ? candidate : known;
    this.best.set(candidate.behaviour, { ...stands, alike: known.alike + candidate.alike });
  }

  /** The first `count` behaviours by rank. */
  top(count: number): Candidate[] {
    return [...this.best.values()].sort(compareCandidates).slice(0, count);
  }
}
