/** Where records lie: what the two kinds of store, database and memory, have in common. */
import type { KeptSolver } from './record.ts';
import type { TaskRef } from './task-ref.ts';

/** The text on which somebody was working at a task. */
export interface Draft extends TaskRef {
  /** null once it has been dropped: the counter must go on. */
  readonly source: string | null;
  /** One more with each change, whichever tab made it. */
  readonly revision: number;
  /** The tab that made the last change. */
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly date: number;
}

/** What to write after reading, in the same transaction. */
export interface SolverWrite {
  readonly put: readonly KeptSolver[];
  /** Hashes. */
  readonly remove: readonly string[];
}

export interface LibraryStore {
  solversOf(ref: TaskRef): Promise<KeptSolver[]>;
  /** Those of a whole set. */
  solversIn(set: string): Promise<KeptSolver[]>;
  allSolvers(): Promise<KeptSolver[]>;
  /** Reads the solvers of a task and writes what `decide` makes of them, in one step that nothing can come between. */
  changeSolvers<T extends SolverWrite>(ref: TaskRef, decide: (kept: readonly KeptSolver[]) => T): Promise<T>;
  draftOf(ref: TaskRef): Promise<Draft | null>;
  allDrafts(): Promise<Draft[]>;
  /** As `changeSolvers`; `put: null` leaves all as it is. */
  changeDraft<T extends { readonly put: Draft | null }>(
    ref: TaskRef,
    decide: (now: Draft | null) => T,
  ): Promise<T>;
  close(): void;
}
