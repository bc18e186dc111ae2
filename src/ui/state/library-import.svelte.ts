/** Solver files on their way into the library. */
import type { ImportProgress, ImportReport } from '../../host/library/import.ts';
import type { Library } from '../../host/library/library.ts';
import { UNPLACED } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Bench } from './bench.svelte.ts';
import { loadPart } from './load-part.ts';
import type { Notices } from './notices.svelte.ts';

/** What an import needs to know of the page. */
export interface ImportHost {
  readonly bench: Bench | null;
  readonly tasks: readonly NamedTask[];
  readonly settings: { readonly fuel: number };
  readonly notices: Pick<Notices, 'tell'>;
}

const upkeep = () => import('./library-upkeep.ts');

export class LibraryImport {
  progress = $state.raw<ImportProgress | null>(null);
  report = $state.raw<(ImportReport & { readonly file: string }) | null>(null);
  private readonly host: ImportHost;
  private readonly opening: Promise<Library>;
  private readonly ondone: () => Promise<void>;
  private abort = new AbortController();

  constructor(host: ImportHost, opening: Promise<Library>, ondone: () => Promise<void>) {
    this.host = host;
    this.opening = opening;
    this.ondone = ondone;
  }

  /** @param dataset of the tasks that are meant, where several have one name; that of the bench unless it is said */
  async take(file: string, text: string, dataset = this.host.bench?.named.dataset): Promise<void> {
    const part = await loadPart(upkeep(), this.host.notices);
    if (part === null) return;
    this.abort = new AbortController();
    this.report = null;
    this.progress = { done: 0, all: 0 };
    const report = await part.importFile(await this.opening, text, this.host, dataset, {
      origin: file,
      progress: (progress) => (this.progress = progress),
      signal: this.abort.signal,
    });
    this.progress = null;
    this.report = { ...report, file };
    await this.ondone();
  }

  stop(): void {
    this.abort.abort();
  }

  /** Gives solvers that came by name alone to the tasks of their names; what cannot be done now is with the next visit. */
  async place(): Promise<void> {
    const library = await this.opening;
    const unplaced = await library.solversIn(UNPLACED);
    if (unplaced.length > 0) await (await upkeep().catch(() => null))?.place(library, unplaced, this.host);
  }

  /** Scores the solvers of tasks anew: their grids have changed. */
  async rescore(tasks: readonly NamedTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const library = await this.opening;
    await (await upkeep().catch(() => null))?.rescore(library, tasks, this.host);
  }
}
