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

/**
 * The behaviours met so far, each with its shortest candidate and how many share it. A standing only ever gets better, so
 * that the first ones are kept in order as candidates come: a hundred thousand need not be sorted to tell them.
 */
export class Ranking {
  private readonly most: number;
  private readonly standings = new Map<string, Standing>();
  /** The body hashes of all that came. */
  private readonly bodies = new Set<string>();
  /** The first `most` of them by rank. */
  private readonly first: Standing[] = [];

  /** `most` is the largest number of behaviours that `top` can be asked for. */
  constructor(most: number) {
    this.most = most;
  }

  get behaviours(): number {
    return this.standings.size;
  }

  add(candidate: Candidate): void {
    const standing = this.standings.get(candidate.behaviour);
    if (standing === undefined) {
      const fresh = { best: candidate, alike: 1, peers: [] };
      this.standings.set(candidate.behaviour, fresh);
      this.bodies.add(candidate.hash);
      this.place(fresh);
      return;
    }
    if (this.bodies.has(candidate.hash)) {
      // From beside the rounds, or from them while the other came from beside. The earlier number stands for both.
      if (standing.best.hash === candidate.hash) {
        if (candidate.id < standing.best.id) this.lead(standing, candidate);
        return;
      }
      const at = standing.peers.findIndex(({ hash }) => hash === candidate.hash);
      if (at >= 0 && standing.peers[at].id < candidate.id) return;
      if (at >= 0) standing.peers.splice(at, 1);
    } else standing.alike++;
    this.bodies.add(candidate.hash);
    const leads = compareCost(candidate, standing.best) < 0;
    addPeer(standing.peers, leads ? standing.best : candidate);
    if (leads) this.lead(standing, candidate);
  }

  /** The first `count` behaviours by rank, at most `most` of them. */
  top(count: number): Candidate[] {
    return this.first
      .slice(0, count)
      .map(({ best, alike, peers }) => (alike === 1 ? best : { ...best, alike, peers: [...peers] }));
  }

  private lead(standing: Standing, candidate: Candidate): void {
    const at = this.first.indexOf(standing);
    if (at >= 0) this.first.splice(at, 1);
    standing.best = candidate;
    this.place(standing);
  }

  private place(standing: Standing): void {
    const { first, most } = this;
    let [from, to] = [0, first.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareCandidates(first[middle].best, standing.best) < 0) from = middle + 1;
      else to = middle;
    }
    if (from === most) return;
    first.splice(from, 0, standing);
    if (first.length > most) first.pop();
  }
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
