/** The search under way, as it is kept over a reload of its tab; where the browser keeps nothing, nothing is. */
import type { Origin } from '../core/pipeline/types.ts';
import type { Task } from '../core/task/task.ts';
import type { SearchTrace } from './searching.ts';

export interface KeptSearch {
  readonly dataset: string;
  readonly id: string;
  /** Of the task's grids: a task of the same name may be another one. */
  readonly key: string;
  /** Milliseconds that it may take in all, Infinity for no limit (which JSON keeps as null), and steps. */
  readonly limit: number;
  readonly fuel?: number;
  readonly trace: SearchTrace;
}

const PLACE = 'batt-search';

/** What tells a task from others. */
export function searchKey({ train, test }: Task): string {
  return JSON.stringify([train.map(({ input, output }) => [input, output]), test.map(({ input }) => input)]);
}

/** An origin as an earlier version kept it: what that did not tell is empty. */
export function wholeOrigin(origin: Origin): Origin {
  return origin.kind === 'search' ? Object.assign({ steps: [], words: '', layers: 0 }, origin) : origin;
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class SearchStore {
  private readonly storage: () => TabStorage;

  constructor(storage: () => TabStorage = () => sessionStorage) {
    this.storage = storage;
  }

  put(kept: KeptSearch): void {
    const found = kept.trace.found.map((one) => ({ ...one, code: [...one.code] }));
    this.attempt((storage) =>
      storage.setItem(PLACE, JSON.stringify({ ...kept, trace: { ...kept.trace, found } })),
    );
  }

  /** What is kept; null where there is nothing, or nothing that can be used. */
  look(): KeptSearch | null {
    return this.attempt((storage) => read(storage.getItem(PLACE))) ?? null;
  }

  clear(): void {
    this.attempt((storage) => storage.removeItem(PLACE));
  }

  private attempt<T>(use: (storage: TabStorage) => T): T | undefined {
    try {
      return use(this.storage());
    } catch {
      return undefined;
    }
  }
}

function read(text: string | null): KeptSearch | null {
  if (text === null) return null;
  const kept = JSON.parse(text) as KeptSearch;
  const { slices, ms, found } = kept.trace;
  const limit = (kept.limit as number | null) ?? Infinity;
  if (!Array.isArray(slices)) return null;
  if (![...slices, ms, limit, kept.fuel ?? 0].every((count) => typeof count === 'number' && count >= 0))
    return null;
  const usable = found.filter(
    ({ code, hash, origin }) =>
      Array.isArray(code) && code.every(Number.isInteger) && hash.length === 16 && origin.kind === 'search',
  );
  const revived = usable.map((one) => ({
    ...one,
    code: Int32Array.from(one.code),
    origin: wholeOrigin(one.origin),
  }));
  return { ...kept, limit, trace: { slices, ms, found: revived } };
}
