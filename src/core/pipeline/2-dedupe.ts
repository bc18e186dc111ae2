/** Stage 2: a body is scored once, whoever brings it and however it is written. */
import type { Duplicates, Origin } from './types.ts';

/** Duplicates of one body that are kept by name, and bodies of which any are kept. */
const DUPLICATES = 3;
const BODIES = 20_000;

const NONE: Duplicates = { count: 0, first: [] };

/** The body hashes of a run; the first bearer of each is kept. */
export class Bodies {
  private readonly seen = new Set<string>();
  private readonly dropped = new Map<string, Duplicates>();

  has(hash: string): boolean {
    return this.seen.has(hash);
  }

  /** Whether the hash is new; where it is not, its bearer is noted as a duplicate. */
  add(hash: string, id: number, origin: Origin): boolean {
    if (!this.seen.has(hash)) {
      this.seen.add(hash);
      return true;
    }
    const { count, first } = this.duplicatesOf(hash);
    if (count === 0 && this.dropped.size >= BODIES) return false;
    const kept = count < DUPLICATES ? [...first, { id, origin }] : first;
    this.dropped.set(hash, { count: count + 1, first: kept });
    return false;
  }

  duplicatesOf(hash: string): Duplicates {
    return this.dropped.get(hash) ?? NONE;
  }
}
