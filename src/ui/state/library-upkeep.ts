/** Solvers on their way into the library, and those whose tasks have come or have changed. */
import { Inspector } from '../../host/inspector.ts';
import { importSolvers, type ImportOptions, type ImportReport } from '../../host/library/import.ts';
import type { Library } from '../../host/library/library.ts';
import { placeSolvers } from '../../host/library/place.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import { refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { ImportHost } from './library-import.svelte.ts';
import { scored, taskFinder } from './library-scores.ts';

/**
 * Takes in the solvers of a file.
 *
 * @param dataset of the tasks that are meant, where several have one name
 */
export async function importFile(
  library: Library,
  text: string,
  { tasks, settings }: ImportHost,
  dataset: string | undefined,
  options: ImportOptions,
): Promise<ImportReport> {
  const find = taskFinder(tasks, dataset);
  const inspector = new Inspector();
  const help = {
    now: Date.now,
    digest: (source: string) => inspector.digest(source),
    score: (source: string, name: string) => scored(inspector, source, find(name), settings.fuel),
  };
  const report = await importSolvers(library, text, help, options);
  inspector.dispose();
  return report;
}

/** Gives solvers that came by name alone to those tasks of their names that are at hand. */
export async function place(
  library: Library,
  unplaced: readonly KeptSolver[],
  { bench, tasks, settings }: ImportHost,
): Promise<void> {
  const find = taskFinder(tasks, bench?.named.dataset);
  const known = unplaced.filter(({ task }) => find(task) !== null);
  if (known.length === 0) return;
  const inspector = new Inspector();
  await placeSolvers(library, known, (source, name) => scored(inspector, source, find(name), settings.fuel));
  inspector.dispose();
}

/** Scores the solvers of tasks anew. */
export async function rescore(
  library: Library,
  tasks: readonly NamedTask[],
  { settings }: ImportHost,
): Promise<void> {
  const inspector = new Inspector();
  for (const named of tasks) {
    for (const solver of await library.solversOf(refOf(named))) {
      const run = await scored(inspector, solver.source, named, settings.fuel);
      if (!run.ok || run.value === null) continue;
      const { score, cost } = run.value;
      await library.edit(solver, solver.hash, { score, cost });
    }
  }
  inspector.dispose();
}
