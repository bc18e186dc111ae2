/** Libraries for tests: records, and databases that are fresh for each test. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, vi } from 'vitest';
import { Library, type LibraryOptions } from '../../src/host/library/library.ts';
import type { KeptSolver } from '../../src/host/library/record.ts';
import { OWN, type TaskRef } from '../../src/host/library/task-ref.ts';

/** To be called once in a test file, which imports `fake-indexeddb/auto`. What it gives opens libraries. */
export function freshLibraries(): (options?: LibraryOptions) => Promise<Library> {
  const opened: Library[] = [];
  beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
  afterEach(() => {
    vi.restoreAllMocks();
    for (const library of opened.splice(0)) library.close();
  });
  return async (options = {}) => {
    const library = await Library.open({ storage: null, ...options });
    opened.push(library);
    return library;
  };
}

export const own = (task: string): TaskRef => ({ set: OWN, task });

let count = 0;
export const hashOf = (n: number) => n.toString(16).padStart(16, '0');

export function solver(changes: Partial<KeptSolver> = {}): KeptSolver {
  const n = ++count;
  return {
    set: OWN,
    task: 'a',
    hash: hashOf(n),
    source: `def solve_a(I):\n    return I  # ${n}`,
    score: { matched: 1, pairs: 3, accuracy: 0.5 },
    length: 5,
    cost: 100,
    origin: 'written here',
    date: 1_700_000_000_000 + n,
    dataset: '',
    notes: '',
    star: false,
    ...changes,
  };
}
