/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole, the rest is private */
/** The library on the page: what is kept by itself, what is imported, and what there is. */
import { untrack } from 'svelte';
import { Desk } from '../../host/desk.ts';
import {
  importSolvers,
  type ImportHelp,
  type ImportProgress,
  type ImportReport,
  type Scored,
} from '../../host/library/import.ts';
import { toJson, toPython } from '../../host/library/export.ts';
import { Library, type LibraryStatus, type Usage } from '../../host/library/library.ts';
import { PER_TASK, type KeptSolver, type Score } from '../../host/library/record.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate, Outcome, PairScore } from '../../protocol/index.ts';
import type { Bench } from './bench.svelte.ts';
import { nameFor } from './solver.svelte.ts';

export type TaskState = 'solved' | 'tried';

/** What the library needs to know of the page. */
export interface KeptHost {
  readonly bench: Bench | null;
  readonly tasks: readonly NamedTask[];
  readonly settings: { readonly fuel: number };
}

/** Milliseconds without a key before a draft is saved. */
const DRAFT_PAUSE = 500;
const REFRESH_PAUSE = 120;

export class Kept {
  status = $state.raw<LibraryStatus | null>(null);
  usage = $state.raw<Usage | null>(null);
  /** By task, the best first. */
  solvers = $state.raw<readonly KeptSolver[]>([]);
  /** What is known of a task by its id: solved, or tried at least. */
  states = $state.raw<ReadonlyMap<string, TaskState>>(new Map());
  progress = $state.raw<ImportProgress | null>(null);
  report = $state.raw<(ImportReport & { readonly file: string }) | null>(null);

  private readonly host: KeptHost;
  private readonly opening: Promise<Library>;
  private readonly desk: Desk;
  private readonly seen = new Set<string>();
  private readonly revisions = new Map<string, number>();
  private readonly tried = new Set<string>();
  private importing: AbortController | null = null;
  private refreshPause = REFRESH_PAUSE;
  /** Something has changed since the last reading began. */
  private outdated = false;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private saving: { task: string; text: string; timer: ReturnType<typeof setTimeout> } | null = null;
  private readonly release: () => void;
  private readonly onconflict: (task: string, mine: string) => void;

  constructor(host: KeptHost, desk: Desk, onconflict: (task: string, mine: string) => void) {
    this.host = host;
    this.desk = desk;
    this.onconflict = onconflict;
    this.opening = Library.open();
    void this.opening.then((library) => {
      this.status = library.status;
      library.listen((event) => {
        if (event.kind === 'status') this.status = library.status;
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
    this.try(named.id);
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

  private once({ dataset, id }: NamedTask, what: string): boolean {
    const key = `${dataset} ${id} ${what}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private async add(
    named: NamedTask,
    solver: Pick<KeptSolver, 'hash' | 'length' | 'cost' | 'source' | 'score' | 'origin'>,
  ): Promise<void> {
    const library = await this.opening;
    const record = { task: named.id, dataset: datasetOf(named), date: Date.now(), notes: '', star: false };
    await library.add({ ...record, ...solver });
  }

  // ---- drafts

  private keepDraft(): void {
    const { bench } = this.host;
    if (!bench) return;
    const { text, edited } = bench.solver;
    const task = bench.named.id;
    if (this.saving && this.saving.task !== task) this.flush();
    if (!edited) return;
    this.try(task);
    clearTimeout(this.saving?.timer);
    this.saving = { task, text, timer: setTimeout(() => this.flush(), DRAFT_PAUSE) };
  }

  /** Saves at once what waits to be saved. */
  flush(): void {
    const { saving } = this;
    if (!saving) return;
    clearTimeout(saving.timer);
    this.saving = null;
    void this.saveDraft(saving.task, saving.text);
  }

  private async saveDraft(task: string, text: string): Promise<void> {
    const library = await this.opening;
    const source = text.trim() === '' ? null : text;
    const saved = await library.saveDraft(task, source, this.revisions.get(task) ?? 0);
    if (saved.kind === 'saved') this.revisions.set(task, saved.revision);
    else if (this.once({ dataset: 'draft', id: task } as NamedTask, String(saved.draft.revision)))
      this.onconflict(task, text);
  }

  /** Writes over what another tab has saved. */
  async overwriteDraft(task: string, text: string): Promise<void> {
    const library = await this.opening;
    const other = await library.draft(task);
    if (other) this.revisions.set(task, other.revision);
    await this.saveDraft(task, text);
  }

  /** What was typed at the task in an earlier visit; null for nothing. */
  async draftOf(task: string): Promise<string | null> {
    const library = await this.opening;
    const draft = await library.draft(task);
    if (draft) this.revisions.set(task, draft.revision);
    return draft?.source ?? null;
  }

  // ---- what people do

  async edit(solver: KeptSolver, edit: Partial<Pick<KeptSolver, 'notes' | 'star'>>): Promise<void> {
    await (await this.opening).edit(solver.task, solver.hash, edit);
  }

  async remove({ task, hash }: KeptSolver): Promise<void> {
    await (await this.opening).remove(task, hash);
  }

  /** Puts back what was removed. */
  async putBack(solver: KeptSolver): Promise<void> {
    await (await this.opening).add(solver);
  }

  async import(file: string, text: string): Promise<void> {
    const library = await this.opening;
    const desk = new Desk();
    this.importing = new AbortController();
    this.report = null;
    this.progress = { done: 0, all: 0 };
    const report = await importSolvers(library, text, this.help(desk), {
      origin: file,
      progress: (progress) => (this.progress = progress),
      signal: this.importing.signal,
    });
    desk.dispose();
    this.progress = null;
    this.report = { ...report, file };
    await this.refresh();
  }

  stopImport(): void {
    this.importing?.abort();
  }

  async exported(form: 'py' | 'json'): Promise<string> {
    const all = await (await this.opening).all();
    return form === 'py' ? toPython(all) : toJson(all);
  }

  async retry(): Promise<void> {
    this.status = await (await this.opening).retry();
  }

  /** Of two tasks of one name, the one that came last is meant. */
  private help(desk: Desk): ImportHelp {
    const byName = new Map(
      this.host.tasks.flatMap(
        (named) =>
          [
            [named.id, named],
            [nameFor(named.id), named],
          ] as const,
      ),
    );
    return {
      now: Date.now,
      digest: (source) => desk.digest(source),
      score: (source, task) => scored(desk, source, byName.get(task) ?? null, this.host.settings.fuel),
    };
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

  private try(task: string): void {
    if (this.tried.has(task)) return;
    this.tried.add(task);
    untrack(() => this.derive());
  }

  private derive(): void {
    const states = new Map<string, TaskState>([...this.tried].map((task) => [task, 'tried']));
    for (const { task, score } of this.solvers) {
      const solved = score.pairs > 0 && score.matched === score.pairs;
      if (solved || !states.has(task)) states.set(task, solved ? 'solved' : 'tried');
    }
    this.states = states;
  }

  dispose(): void {
    this.flush();
    this.stopImport();
    this.release();
    clearTimeout(this.refreshing);
    void this.opening.then((library) => library.close());
  }
}

/** The data set with its version, as records have it. */
export function datasetOf({ dataset, origin }: NamedTask): string {
  return dataset === '' ? '' : origin;
}

function scoreOf(train: readonly PairScore[]): Score {
  const cells = train.reduce((sum, pair) => sum + pair.cells, 0);
  const correct = train.reduce((sum, pair) => sum + pair.correct, 0);
  return {
    matched: train.filter(({ match }) => match).length,
    pairs: train.length,
    accuracy: cells === 0 ? 0 : correct / cells,
  };
}

async function scored(
  desk: Desk,
  source: string,
  named: NamedTask | null,
  fuel: number,
): Promise<Outcome<Scored | null>> {
  if (named === null) return { ok: true, value: null };
  const answer = await desk.inspect({ source, solver: null, task: named.task, fuel });
  if (!answer.ok) return answer;
  const { result } = answer.value;
  if (result === null) return { ok: true, value: null };
  const score = scoreOf(result.pairs.filter(({ set }) => set === 'train'));
  const cost = result.pairs.reduce((sum, pair) => sum + pair.fuel, 0);
  return { ok: true, value: { score, cost, dataset: datasetOf(named) } };
}
