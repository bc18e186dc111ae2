/** The page as a whole: the tasks at hand, the one on the bench, and the services they share. */
import { Inspector } from '../../host/inspector.ts';
import { FilmInspector } from '../../host/film.ts';
import type { KeptSearch } from '../../host/kept-search.ts';
import { Language } from '../../host/language.ts';
import { KeptPairs } from '../../host/pairs/kept-pairs.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import { OwnTasks } from '../../host/tasks/own.ts';
import { loadStarter } from '../../host/tasks/starter.ts';
import { keepOffline } from '../../host/versions.ts';
import { AddressBar } from './address-bar.ts';
import { Bench } from './bench.svelte.ts';
import { Benches } from './benches.ts';
import { DataSets } from './datasets.svelte.ts';
import type { DialogName } from './dialog-name.ts';
import { Arrivals } from './arrivals.ts';
import type { OpenedSubmission } from './intake.ts';
import { LibraryState } from './library-state.svelte.ts';
import { Links } from './links.ts';
import { loadPart } from './load-part.ts';
import { Look } from './look.svelte.ts';
import { Memory } from './memory.ts';
import { NewVersion } from './new-version.ts';
import { Notices } from './notices.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { placeSolver } from './place-solver.ts';
import { planOf } from './run-plan.ts';
import { copyText } from './save-file.ts';
import { Searches } from './searches.ts';
import { Settings } from './settings.svelte.ts';
import { Sharing } from './sharing.svelte.ts';
import { Side } from './side.svelte.ts';
import { Solvers } from './solvers.svelte.ts';
import { SweepState } from './sweep.svelte.ts';
import { ANY_TASK, type TaskWish } from './task-wish.ts';
import { TaskList } from './task-list.svelte.ts';
import type { Begin } from './task-run.svelte.ts';
import { Thumbs } from './thumbs.ts';
import { Visit } from './visit.svelte.ts';
import { Workers } from './workers.svelte.ts';

/** Not needed for the first look, and there before somebody presses Run. */
const runDriver = () => import('./run-driver.ts');

export class Playground {
  readonly memory = new Memory();
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly solvers = new Solvers();
  readonly workers = new Workers();
  readonly address = new AddressBar(window);
  readonly look = new Look(this.memory, this.address.query.look);
  readonly panels = new Panels(this.memory);
  readonly side = new Side();
  readonly searches = new Searches(this);
  readonly inspector = new Inspector();
  readonly language = new Language();
  readonly filming = new FilmInspector();
  readonly thumbs = new Thumbs(this.inspector);
  readonly datasets = new DataSets((tasks) => this.addTasks(tasks));
  readonly links = new Links(this, this.address);
  readonly sharing = new Sharing(this, this.address, copyText);
  readonly library = new LibraryState(this, this.inspector);
  readonly sweep = new SweepState(this);
  readonly intake = new Arrivals(this);
  readonly versions = new NewVersion(this);
  /** A page within another one neither remembers nor is remembered. */
  private readonly visit: Visit | null;

  status = $state<'loading' | 'ready' | 'failed'>('loading');
  bench = $state.raw<Bench | null>(null);
  /** The dialog that is open. */
  dialog = $state<DialogName | null>(null);
  /** What was last looked for in the task browser. */
  wish: TaskWish = ANY_TASK;
  /** What was typed for the commands before they were there. */
  typedAhead = '';
  /** A submission that was opened, to be held against the tasks. */
  submission = $state.raw<OpenedSubmission | null>(null);
  running = $derived(this.bench?.run.active ?? false);

  private readonly taskList = new TaskList(new OwnTasks(), this.notices);
  private readonly benches = new Benches(
    (named) => new Bench(named, this.benchServices),
    (named) => this.library.drafts.of(named),
  );
  private readonly benchServices = {
    inspector: this.inspector,
    language: this.language,
    filming: this.filming,
    pairs: new KeptPairs(),
    fuel: () => this.settings.fuel,
  };
  private endRehearsal = () => {};
  /** The starter set is here, and what the address asks for. */
  readonly ready: Promise<void>;

  constructor() {
    const embedded = this.address.query.embed !== null;
    this.visit = embedded ? null : new Visit(this);
    // There is no switch for it, and it shows what its author has chosen.
    if (embedded) this.settings.leaveOwnOut = false;
    this.ready = this.load();
  }

  get tasks(): readonly NamedTask[] {
    return this.taskList.all;
  }

  private get index(): number {
    return this.bench ? this.tasks.indexOf(this.bench.named) : -1;
  }

  private async load(): Promise<void> {
    this.inspector.warm();
    const starter = await loadStarter();
    if (!starter.ok) {
      this.status = this.tasks.length > 0 ? 'ready' : 'failed';
      this.solvers.status = 'failed';
      this.notices.tell('bad', starter.why);
      return;
    }
    await this.taskList.begin(starter.value.tasks);
    await this.links.openAddress();
    this.status = 'ready';
    if (!this.bench && this.tasks.length > 0) this.openLast();
    void this.datasets.restore().then(() => this.searches.offer());
    void this.library.imports.place();
    if (this.bench) void this.visit?.restoreRun(this.bench);
    this.visit?.restorePool();
    const report = await this.inspector.readFile(starter.value.solvers);
    if (report.ok) {
      this.solvers.setStarter(report.value);
      this.workers.warm();
      void this.rehearse();
      // Last: all else that is fetched has been.
      void this.inspector.comeNear();
      if (!this.address.query.embed) void this.keepOffline();
    } else {
      this.solvers.status = 'failed';
      this.notices.tell('bad', `The starter solvers could not be read: ${report.why}`);
    }
  }

  private async rehearse(): Promise<void> {
    const driver = await runDriver().catch(() => null); // said when it is needed
    const other = this.tasks.find((named) => named !== this.bench?.named);
    if (driver === null || !other || this.running || this.address.query.embed) return;
    this.endRehearsal = driver.rehearse(this.workers.pool, planOf(other, this.solvers, this.settings));
  }

  private async keepOffline(): Promise<void> {
    try {
      await keepOffline((take) => this.versions.offer(take));
    } catch {
      // Refused, or out of room: the page works as before, with the network.
    }
  }

  /** Candidates of a run, a sweep under way, an opened submission and opened solvers are nowhere but here. */
  get atStake(): boolean {
    const { origin, isStarter } = this.solvers;
    const opened = this.submission !== null || (origin !== '' && !isStarter);
    return this.benches.ran || this.sweep.phase === 'running' || opened;
  }

  save(): Promise<void> {
    return this.library.drafts.flush();
  }

  // ---- the task on the bench

  /** Where the last visit ended, or at the first task. */
  private openLast(): void {
    const first = this.tasks[0];
    const last = this.visit?.last(this.tasks) ?? first;
    if (last !== first && this.address.isBare) this.address.write(last, this.address.addressAt(last));
    this.open(last);
  }

  open(named: NamedTask): void {
    if (this.bench?.named === named) return;
    this.stop();
    this.address.show(named);
    this.bench = this.benches.use(named);
    void this.benches.bringDraft(this.bench);
  }

  /** Opens a task of one's own with the solver that is in the editor now. */
  openWithSolver(named: NamedTask): void {
    const solver = this.bench?.solver.text ?? '';
    this.addTasks([named]);
    this.open(named);
    if (solver.trim() !== '') this.bench?.solver.write(solver);
  }

  /** The task so many places further on, round the end. */
  step(by: number): void {
    const { length } = this.tasks;
    if (length > 0) this.open(this.tasks[(this.index + by + length) % length]);
  }

  /** Puts a solver from elsewhere into the editor, unless there is one that somebody wrote: then it is offered. */
  place(source: string, from: string): void {
    if (this.bench) placeSolver(this, this.bench, source, from);
  }

  /** `kept` is a search that is gone on with; `from` a solver that all rounds begin with, in place of the pool. */
  async run(kept: KeptSearch | null = null, from: string | null = null): Promise<void> {
    const { bench } = this;
    if (!bench || this.running) return;
    const { run, named } = bench;
    run.prepare();
    bench.solver.release();
    const driver = await Promise.all([runDriver(), this.ready]).then(
      ([loaded]) => loaded,
      () => null,
    );
    this.endRehearsal();
    if (run.phase !== 'preparing') return; // stopped meanwhile
    if (driver === null) {
      run.fail('What drives a run could not be loaded. Is the network there?');
      return;
    }
    const order = this.searches.order(named, kept);
    if (this.solvers.list.length === 0 && order === null && from === null) {
      run.fail('There are no solvers to start from. Open a solver file (.py).');
      return;
    }
    const usual = planOf(named, this.solvers, this.settings);
    const plan = from === null ? usual : { ...usual, pool: [{ name: 'start', source: from }] };
    const begin: Begin = (onEvent) => driver.startRun(this.workers.pool, plan, onEvent, order);
    run.start(plan.rounds, begin, new driver.RunHistory());
  }

  async simplify(): Promise<void> {
    const { bench } = this;
    if (!bench || bench.solver.empty) return;
    const part = await loadPart(import('./simplify.ts'), this.notices);
    await part?.simplify(this, bench);
  }

  stop(): void {
    if (this.running) this.bench?.run.stop();
  }

  // ---- tasks

  /** Adds tasks without opening one. Those of no data set are kept for the next visit, unless it is said otherwise. */
  addTasks(added: readonly NamedTask[], { keep = true } = {}): void {
    const changed = this.taskList.add(added, keep);
    this.status = 'ready';
    void this.library.imports.place();
    void this.library.imports.rescore(changed);
  }

  freeId(id: string): string {
    return this.taskList.freeId(id);
  }

  /** Takes tasks away; where the one on the bench goes, the next one is opened. `forGood`: kept ones are forgotten. */
  withdraw(gone: readonly NamedTask[], forGood: boolean): void {
    const place = this.index;
    this.taskList.remove(gone, forGood);
    if (!this.bench || !gone.includes(this.bench.named)) return;
    const next = this.tasks[Math.min(place, this.tasks.length - 1)];
    if (next) this.open(next);
    else this.bench = null;
  }

  dispose(): void {
    this.stop();
    this.visit?.dispose();
    const { datasets, library, sweep, workers, inspector, language, filming } = this;
    for (const part of [datasets, library, sweep, workers, inspector, language, filming]) part.dispose();
  }
}
