/**
 * Stage 6: the best first, one candidate a behaviour. Only train pairs count: a test output, where it is known,
 * is shown beside the rank and never used for it.
 */
import type { Candidate, Peer } from './types.ts';

/** Others of a behaviour that are kept by name. */
const PEERS = 5;

/** Negative where `a` ranks before `b`: more exact pairs, better cells, liker where shapes differ, shorter, less fuel, earlier. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return b.matched - a.matched || b.accuracy - a.accuracy || b.likeness - a.likeness || compareCost(a, b);
}

type Cost = Pick<Candidate, 'id' | 'length' | 'fuel'>;

/** Among candidates that behave alike: shorter, then less fuel, then earlier. */
function compareCost(a: Cost, b: Cost): number {
  return a.length - b.length || a.fuel - b.fuel || a.id - b.id;
}

/** A behaviour: its shortest candidate, and of the others the number and the best few. */
interface Standing {
  best: Candidate;
  alike: number;
  peers: Peer[];
}

/** The behaviours met so far, each with its shortest candidate and how many share it. */
export class Ranking {
  private readonly standings = new Map<string, Standing>();

  get behaviours(): number {
    return this.standings.size;
  }

  add(candidate: Candidate): void {
    const standing = this.standings.get(candidate.behaviour);
    if (standing === undefined) {
      this.standings.set(candidate.behaviour, { best: candidate, alike: 1, peers: [] });
      return;
    }
    if (isThere(standing, candidate)) return;
    standing.alike++;
    const leads = compareCost(candidate, standing.best) < 0;
    addPeer(standing.peers, leads ? standing.best : candidate);
    if (leads) standing.best = candidate;
  }

  /** The first `count` behaviours by rank. */
  top(count: number): Candidate[] {
    return [...this.standings.values()]
      .sort((a, b) => compareCandidates(a.best, b.best))
      .slice(0, count)
      .map(({ best, alike, peers }) => (alike === 1 ? best : { ...best, alike, peers: [...peers] }));
  }
}

/**
 * Whether the very program stands there already: from beside the rounds, or from them while the other came from
 * beside. The earlier number leads, whichever came first.
 */
function isThere(standing: Standing, candidate: Candidate): boolean {
  const { best, peers } = standing;
  if (best.hash !== candidate.hash) return peers.some(({ hash }) => hash === candidate.hash);
  if (candidate.id < best.id) standing.best = candidate;
  return true;
}

/** Keeps the best of them, best first, whatever the order in which they come. */
function addPeer(peers: Peer[], { id, origin, hash, length, fuel }: Candidate): void {
  const peer = { id, origin, hash, length, fuel };
  let at = peers.length;
  while (at > 0 && compareCost(peer, peers[at - 1]) < 0) at--;
  if (at === PEERS) return;
  peers.splice(at, 0, peer);
  if (peers.length > PEERS) peers.pop();
}
