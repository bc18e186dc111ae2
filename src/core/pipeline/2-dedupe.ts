/** Stage 2: a body is scored once, whoever brings it and however it is written. */

/** The body hashes of a run; the first bearer of each is kept. */
export class Bodies {
  private readonly seen = new Set<string>();

  get size(): number {
    return this.seen.size;
  }

  /** Whether the hash is new. */
  add(hash: string): boolean {
    if (this.seen.has(hash)) return false;
    this.seen.add(hash);
    return true;
  }
}
