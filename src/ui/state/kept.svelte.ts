/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole, the rest is private */
/** The library on the page: what is kept by itself, what is imported, and what there is. */
import { untrack } from 'svelte';
import type { Desk } from '../../host/desk.ts';
import { toJson, toPython } from '../../host/library/export.ts';
import { Library, type LibraryStatus, type Usage } from '../../host/library/library.ts';
import { PER_TASK, type KeptSolver } from '../../host/library/record.ts';
import { keyOf, refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';
import type { Bench } from './bench.svelte.ts';
import { KeptDrafts } from './kept-drafts.ts';
import { KeptImport } from './kept-import.svelte.ts';
import { datasetOf, scoreOf } from './kept-scores.ts';
import type { Notices } from './notices.svelte.ts';
import type { DialogName } from './playground.svelte.ts';
import { nameFor } from './solver.svelte.ts';

export type TaskState = 'solved' | 'tried';

/** What the library needs to know of the page. */
export interface KeptHost {
  readonly bench: Bench | null;
  readonly tasks: readonly NamedTask[];
  readonly settings: { readonly fuel: number };
  readonly notices: Notices;
  dialog: DialogName | null;
}

const REFRESH_PAUSE = 120;

export class Kept {
  status = $state.raw<LibraryStatus | null>(null);
  usage = $state.raw<Usage | null>(null);
  /** By set and task, the best first. */
  solvers = $state.raw<readonly KeptSolver[]>([]);
  /** What is known of a task, by `keyOf`: solved, or tried at least. */
  states = $state.raw<ReadonlyMap<string, TaskState>>(new Map());

  readonly drafts: KeptDrafts;
  readonly imports: KeptImport;
  private readonly host: KeptHost;
  private readonly opening: Promise<Library>;
  private readonly desk: Desk;
  private readonly seen = new Set<string>();
  private readonly tried = new Set<string>();
  private refreshPause = REFRESH_PAUSE;
  /** Something has changed since the last reading began. */
  private outdated = false;
  private warned = false;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private readonly release: () => void;

  constructor(host: KeptHost, desk: Desk, onconflict: (named: NamedTask, mine: string) => void) {
    this.host = host;
    this.desk = desk;
    this.opening = Library.open();
    this.drafts = new KeptDrafts(this.opening, onconflict);
    this.imports = new KeptImport(host, this.opening, () => this.refresh());
    void this.opening.then((library) => {
      this.status = library.status;
      library.listen((event) => {
        if (event.kind === 'status') this.take(library.status);
        if (event.kind === 'solvers') this.refreshSoon();
      });
      void this.refresh();
    });
    this.release = $effect.root(() => {
      $effect(() => this.keepEdited());
      $effect(() => this.keepFound());
      $effect(() => this.keepDraft());
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

  // ---- by itself

  /** A solver in the editor that matches every train pair. */
  private keepEdited(): void {
    const { bench } = this.host;
    if (!bench) return;
    const { result, stale, text, chosen, edited, diagnostics } = bench.solver;
    if (!result || stale || diagnostics.some(({ severity }) => severity === 'error')) return;
    const train = result.pairs.filter(({ set }) => set === 'train');
    if (!train.every(({ match }) => match) || !this.once(bench.named, `${result.hash}\n${text}`)) return;
    const { hash, length } = result;
    const origin = chosen && !edited ? 'a run' : 'the editor';
    const cost = result.pairs.reduce((sum, { fuel }) => sum + fuel, 0);
    void this.add(bench.named, { hash, length, cost, source: text, score: scoreOf(train), origin });
  }

  /** The solvers of a run, as they come. */
  private keepFound(): void {
    const { bench } = this.host;
    if (!bench || bench.run.phase === 'idle') return;
    const { named, run } = bench;
    this.try(named);
    const train = named.task.train.length;
    const full = run.top.filter(({ matched }) => matched === train).slice(0, PER_TASK);
    const fresh = full.filter(({ hash }) => this.once(named, hash));
    if (fresh.length > 0) void this.addFound(named, fresh);
  }

  private async addFound(named: NamedTask, candidates: readonly Candidate[]): Promise<void> {
    for (const { code, hash, length, fuel, pairs } of candidates) {
      const printed = await this.desk.print({ code, name: nameFor(named.id) });
      if (!printed.ok) continue;
      const score = scoreOf(pairs.slice(0, named.task.train.length));
      await this.add(named, {
        hash,
        length,
        cost: fuel,
        source: printed.value.steps,
        score,
        origin: 'a run',
      });
    }
  }

  private once(named: NamedTask, what: string): boolean {
    const key = `${keyOf(refOf(named))} ${what}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private async add(
    named: NamedTask,
    solver: Pick<KeptSolver, 'hash' | 'length' | 'cost' | 'source' | 'score' | 'origin'>,
  ): Promise<void> {
    const library = await this.opening;
    const record = { ...refOf(named), dataset: datasetOf(named), date: Date.now(), notes: '', star: false };
    await library.add({ ...record, ...solver });
    if (library.status.kind === 'memory') this.warn(library.status);
  }

  private keepDraft(): void {
    const { bench } = this.host;
    if (!bench) return;
    const { named, solver } = bench;
    const { text, edited } = solver;
    this.drafts.leave(named);
    if (!edited) return;
    this.try(named);
    this.drafts.typed(named, text);
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

  async exported(form: 'py' | 'json'): Promise<string> {
    const all = await (await this.opening).all();
    return form === 'py' ? toPython(all) : toJson(all);
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

  private try(named: NamedTask): void {
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
    this.drafts.flush();
    this.imports.stop();
    this.release();
    clearTimeout(this.refreshing);
    void this.opening.then((library) => library.close());
  }
}
