/** Solvers that came by name alone go to their task once one of that name is at hand. */
import type { ImportHelp } from './import.ts';
import type { Library } from './library.ts';
import type { KeptSolver } from './record.ts';

/** Two tabs may do this at once. A solver that cannot be scored stays as it is. */
export async function placeSolvers(
  library: Library,
  solvers: readonly KeptSolver[],
  score: ImportHelp['score'],
): Promise<void> {
  for (const solver of solvers) {
    const run = await score(solver.source, solver.task);
    if (!run.ok || run.value === null) continue;
    await library.add({ ...solver, ...run.value });
    await library.remove(solver, solver.hash);
  }
}
