/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole, the rest is private */
/** The library on the page: what there is, what is imported, and what people do with it. */
import { untrack } from 'svelte';
import type { Inspector } from '../../host/inspector.ts';
import { Library, type LibraryStatus, type Usage } from '../../host/library/library.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import { keyOf, refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Bench } from './bench.svelte.ts';
import type { DialogName } from './dialog-name.ts';
import { DraftSaver } from './draft-saver.ts';
import { LibraryImport } from './library-import.svelte.ts';
import { Collector } from './collector.svelte.ts';
import { loadPart } from './load-part.ts';
import type { Notices } from './notices.svelte.ts';
import { taskLabel } from './sentences.ts';

export type TaskState = 'solved' | 'tried';

/** What the library needs to know of the page. */
export interface LibraryHost {
  readonly bench: Bench | null;
  readonly tasks: readonly NamedTask[];
  readonly settings: { readonly fuel: number };
  readonly notices: Notices;
  dialog: DialogName | null;
}

const REFRESH_PAUSE = 120;

export class LibraryState {
  status = $state.raw<LibraryStatus | null>(null);
  usage = $state.raw<Usage | null>(null);
  /** By set and task, the best first. */
  solvers = $state.raw<readonly KeptSolver[]>([]);
  /** What is known of a task, by `keyOf`: solved, or tried at least. */
  states = $state.raw<ReadonlyMap<string, TaskState>>(new Map());

  readonly drafts: DraftSaver;
  readonly imports: LibraryImport;
  private readonly host: LibraryHost;
  private readonly opening: Promise<Library>;
  private readonly tried = new Set<string>();
  private refreshPause = REFRESH_PAUSE;
  /** Something has changed since the last reading began. */
  private outdated = false;
  private warned = false;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private readonly collector: Collector;

  constructor(host: LibraryHost, inspector: Inspector) {
    this.host = host;
    this.opening = Library.open();
    this.drafts = new DraftSaver(this.opening, (named, mine) => this.tellOfOtherTab(named, mine));
    this.imports = new LibraryImport(host, this.opening, () => this.refresh());
    void this.opening.then((library) => {
      this.status = library.status;
      library.listen((event) => {
        if (event.kind === 'status') this.take(library.status);
        if (event.kind === 'solvers') this.refreshSoon();
      });
      void this.refresh();
    });
    this.collector = new Collector(host, inspector, this.drafts, {
      add: (solver) => this.add(solver),
      tried: (named) => this.try(named),
    });
  }

  private take(status: LibraryStatus): void {
    this.status = status;
    if (status.kind === 'kept') this.warned = false;
    else this.warn(status);
  }

  /** Told when it begins to matter; the dialog of the library says it all the time. */
  private warn({ why }: { readonly why: string }): void {
    if (this.warned) return;
    this.warned = true;
    const { host } = this;
    host.notices.tell('warn', `What you find from now on is kept until this tab closes: ${why}.`, {
      label: 'Open the library',
      run: () => (host.dialog = 'library'),
    });
  }

  private tellOfOtherTab(named: NamedTask, mine: string): void {
    this.host.notices.tell(
      'warn',
      `Another tab works on ${taskLabel(named)} as well, and has saved its solver: this one is not saved.`,
      { label: 'Save this one', run: () => void this.drafts.overwrite(named, mine) },
    );
  }

  async add(solver: KeptSolver): Promise<void> {
    const library = await this.opening;
    await library.add(solver);
    if (library.status.kind === 'memory') this.warn(library.status);
  }

  // ---- what people do

  async edit(solver: KeptSolver, edit: Partial<Pick<KeptSolver, 'notes' | 'star'>>): Promise<void> {
    await (await this.opening).edit(solver, solver.hash, edit);
  }

  async remove(solver: KeptSolver): Promise<void> {
    await (await this.opening).remove(solver, solver.hash);
  }

  /** Puts back what was removed. */
  async putBack(solver: KeptSolver): Promise<void> {
    await (await this.opening).add(solver);
  }

  /** All of it as a file; null where what writes it could not be loaded, which is said. */
  async exported(form: 'py' | 'json'): Promise<string | null> {
    const part = await loadPart(import('../../host/library/export.ts'), this.host.notices);
    if (part === null) return null;
    const all = await (await this.opening).all();
    return form === 'py' ? part.toPython(all) : part.toJson(all);
  }

  async retry(): Promise<void> {
    this.status = await (await this.opening).retry();
  }

  // ---- what there is

  async refresh(): Promise<void> {
    const library = await this.opening;
    this.status = library.status;
    this.outdated = false;
    this.solvers = await library.all();
    this.usage = await library.usage();
    this.derive();
  }

  private refreshSoon(): void {
    // A large library takes a while to read: an import must not spend its time on that.
    this.refreshing ??= setTimeout(async () => {
      const started = performance.now();
      await this.refresh();
      this.refreshPause = Math.max(REFRESH_PAUSE, 5 * (performance.now() - started));
      this.refreshing = undefined;
      if (this.outdated) this.refreshSoon();
    }, this.refreshPause);
    this.outdated = true;
  }

  /** Somebody, or a sweep, has worked at the task. */
  try(named: NamedTask): void {
    const key = keyOf(refOf(named));
    if (this.tried.has(key)) return;
    this.tried.add(key);
    untrack(() => this.derive());
  }

  private derive(): void {
    const states = new Map<string, TaskState>([...this.tried].map((key) => [key, 'tried']));
    for (const solver of this.solvers) {
      const { pairs, matched } = solver.score;
      const key = keyOf(solver);
      const solved = pairs > 0 && matched === pairs;
      if (solved || !states.has(key)) states.set(key, solved ? 'solved' : 'tried');
    }
    this.states = states;
  }

  dispose(): void {
    void this.drafts.flush();
    this.imports.stop();
    this.collector.dispose();
    clearTimeout(this.refreshing);
    void this.opening.then((library) => library.close());
  }
}
