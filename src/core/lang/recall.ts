/**
 * What was inferred once: candidates have most of their parts in common. Types are told apart by identity, which is
 * the more often enough since what is recalled is one object.
 */
import type { Type } from './types.ts';

interface Branch {
  readonly next: Map<Type, Branch>;
  found: Type | null;
}

/** Results kept before all are forgotten: some megabytes. */
const MOST = 20_000;

export class Recall<Key extends object> {
  private readonly roots = new Map<Key, Branch>();
  private kept = 0;

  /** The result of `infer` for the key and the arguments, which must decide it. */
  find(key: Key, args: readonly Type[], infer: () => Type): Type {
    let branch = descend(this.roots, key);
    for (const arg of args) branch = descend(branch.next, arg);
    if (branch.found !== null) return branch.found;
    if (++this.kept > MOST) {
      this.roots.clear();
      this.kept = 0;
    }
    return (branch.found = infer());
  }
}

function descend<K>(branches: Map<K, Branch>, key: K): Branch {
  let branch = branches.get(key);
  if (branch === undefined) branches.set(key, (branch = { next: new Map(), found: null }));
  return branch;
}
