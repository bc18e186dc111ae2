/** The shelf for where there is no database, or none that takes any more. Gone with the tab. */
import type { KeptSolver } from './record.ts';
import type { Draft, Shelf, SolverWrite } from './shelf.ts';

export class MemoryShelf implements Shelf {
  /** Tasks whose solvers, and tasks whose drafts, were changed here. */
  readonly changed = { solvers: new Set<string>(), drafts: new Set<string>() };
  private readonly solvers = new Map<string, Map<string, KeptSolver>>();
  private readonly drafts = new Map<string, Draft>();

  /** @param solvers what lay in the database, as far as it could be read */
  constructor(solvers: readonly KeptSolver[] = [], drafts: readonly Draft[] = []) {
    for (const solver of solvers) this.place(solver);
    for (const draft of drafts) this.drafts.set(draft.task, draft);
  }

  async solversOf(task: string): Promise<KeptSolver[]> {
    return [...(this.solvers.get(task)?.values() ?? [])];
  }

  async allSolvers(): Promise<KeptSolver[]> {
    return [...this.solvers.values()].flatMap((kept) => [...kept.values()]);
  }

  async changeSolvers<T extends SolverWrite>(
    task: string,
    decide: (kept: readonly KeptSolver[]) => T,
  ): Promise<T> {
    const change = decide([...(this.solvers.get(task)?.values() ?? [])]);
    for (const hash of change.remove) this.solvers.get(task)?.delete(hash);
    for (const solver of change.put) this.place(solver);
    if (change.put.length + change.remove.length > 0) this.changed.solvers.add(task);
    return change;
  }

  async draftOf(task: string): Promise<Draft | null> {
    return this.drafts.get(task) ?? null;
  }

  async allDrafts(): Promise<Draft[]> {
    return [...this.drafts.values()];
  }

  async changeDraft<T extends { readonly put: Draft | null }>(
    task: string,
    decide: (now: Draft | null) => T,
  ): Promise<T> {
    const change = decide(this.drafts.get(task) ?? null);
    if (change.put !== null) {
      this.drafts.set(task, change.put);
      this.changed.drafts.add(task);
    }
    return change;
  }

  close(): void {}

  private place(solver: KeptSolver): void {
    const kept = this.solvers.get(solver.task);
    if (kept === undefined) this.solvers.set(solver.task, new Map([[solver.hash, solver]]));
    else kept.set(solver.hash, solver);
  }
}
