/**
 * Stage 6: the best first, one candidate a behaviour. Only train pairs count: a test output, where it is known,
 * is shown beside the rank and never used for it.
 */
import type { Candidate, Peer } from './types.ts';

/** Others of a behaviour that are kept by name. */
const PEERS = 5;

/** Negative where `a` ranks before `b`: more exact pairs, better cells, shorter, less fuel, earlier. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return b.matched - a.matched || b.accuracy - a.accuracy || compareCost(a, b);
}

type Cost = Pick<Candidate, 'id' | 'length' | 'fuel'>;

/** Among candidates that behave alike: shorter, then less fuel, then earlier. */
export function compareCost(a: Cost, b: Cost): number {
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
    const [stands, other] = compareCost(candidate, known) < 0 ? [candidate, known] : [known, candidate];
    const peers = withPeer(known.peers, other);
    this.best.set(candidate.behaviour, { ...stands, alike: known.alike + candidate.alike, peers });
  }

  /** The first `count` behaviours by rank. */
  top(count: number): Candidate[] {
    return [...this.best.values()].sort(compareCandidates).slice(0, count);
  }
}

/** The best of them, whatever the order in which they come. */
function withPeer(peers: readonly Peer[], { id, origin, hash, length, fuel }: Candidate): readonly Peer[] {
  const peer = { id, origin, hash, length, fuel };
  if (peers.length === PEERS && compareCost(peers[PEERS - 1], peer) < 0) return peers;
  return [...peers, peer].sort(compareCost).slice(0, PEERS);
}
