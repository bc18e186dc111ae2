/** The store for where there is no database, or none that takes any more. Gone with the tab. */
import type { KeptSolver } from './record.ts';
import type { Draft, LibraryStore, SolverWrite } from './store.ts';
import { keyOf, type TaskRef } from './task-ref.ts';

export class MemoryStore implements LibraryStore {
  /** Tasks whose solvers, and tasks whose drafts, were changed here. */
  readonly changed = { solvers: new Map<string, TaskRef>(), drafts: new Map<string, TaskRef>() };
  private readonly solvers = new Map<string, Map<string, KeptSolver>>();
  private readonly drafts = new Map<string, Draft>();

  /** @param solvers what lay in the database, as far as it could be read */
  constructor(solvers: readonly KeptSolver[] = [], drafts: readonly Draft[] = []) {
    for (const solver of solvers) this.place(solver);
    for (const draft of drafts) this.drafts.set(keyOf(draft), draft);
  }

  async solversOf(ref: TaskRef): Promise<KeptSolver[]> {
    return [...(this.solvers.get(keyOf(ref))?.values() ?? [])];
  }

  async solversIn(set: string): Promise<KeptSolver[]> {
    return (await this.allSolvers()).filter((solver) => solver.set === set);
  }

  async allSolvers(): Promise<KeptSolver[]> {
    return [...this.solvers.values()].flatMap((kept) => [...kept.values()]);
  }

  async changeSolvers<T extends SolverWrite>(
    ref: TaskRef,
    decide: (kept: readonly KeptSolver[]) => T,
  ): Promise<T> {
    const kept = this.solvers.get(keyOf(ref));
    const change = decide([...(kept?.values() ?? [])]);
    for (const hash of change.remove) kept?.delete(hash);
    for (const solver of change.put) this.place(solver);
    if (change.put.length + change.remove.length > 0) this.changed.solvers.set(keyOf(ref), ref);
    return change;
  }

  async draftOf(ref: TaskRef): Promise<Draft | null> {
    return this.drafts.get(keyOf(ref)) ?? null;
  }

  async allDrafts(): Promise<Draft[]> {
    return [...this.drafts.values()];
  }

  async changeDraft<T extends { readonly put: Draft | null }>(
    ref: TaskRef,
    decide: (now: Draft | null) => T,
  ): Promise<T> {
    const change = decide(this.drafts.get(keyOf(ref)) ?? null);
    if (change.put !== null) {
      this.drafts.set(keyOf(ref), change.put);
      this.changed.drafts.set(keyOf(ref), ref);
    }
    return change;
  }

  close(): void {}

  private place(solver: KeptSolver): void {
    const kept = this.solvers.get(keyOf(solver));
    if (kept === undefined) this.solvers.set(keyOf(solver), new Map([[solver.hash, solver]]));
    else kept.set(solver.hash, solver);
  }
}
