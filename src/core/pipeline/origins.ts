/** Where candidates come from, in the form in which it crosses between threads: a thousand objects would be slow. */
import type { Parents } from './jobs.ts';
import type { Origin } from './types.ts';

export interface OriginBatch {
  /** Index among the parents, by candidate. */
  readonly parents: Int32Array<ArrayBuffer>;
  /** What was changed, by candidate, a line each; an empty line for a solver of the pool as it is. */
  readonly changes: string;
}

export function originsOf({ parents, changes }: OriginBatch, { names, hashes }: Parents): Origin[] {
  const lines = changes.split('\n');
  return Array.from(parents, (parent, i): Origin => {
    const change = lines[i];
    return change === ''
      ? { kind: 'pool', solver: names[parent] }
      : { kind: 'mutation', parent: names[parent], parentHash: hashes?.[parent] ?? '', change };
  });
}

/** Characters of a body hash. */
const HASH_LENGTH = 16;

/** Takes body hashes that were joined apart. */
export function hashesOf(joined: string): string[] {
  return Array.from({ length: joined.length / HASH_LENGTH }, (_, i) =>
    joined.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
  );
}
