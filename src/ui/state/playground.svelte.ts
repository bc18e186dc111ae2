/** The page as a whole: the tasks at hand, the one on the bench, and the services they share. */
import { blankTask, changedTasks, joinTasks, nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import type { KeptSearch } from '../../host/kept-search.ts';
import { KeptPairs } from '../../host/pairs/kept-pairs.ts';
import { OwnTasks } from '../../host/tasks/own.ts';
import { loadStarter } from '../../host/tasks/starter.ts';
import { Bench } from './bench.svelte.ts';
import { Benches } from './benches.ts';
import type { DialogName } from './dialog-name.ts';
import { DataSets, type SetState } from './datasets.svelte.ts';
import { Intake, type OpenedSubmission } from './intake.ts';
import { Kept } from './kept.svelte.ts';
import { Links } from './links.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Desk } from '../../host/desk.ts';
import { FilmDesk } from '../../host/film.ts';
import { Language } from '../../host/language.ts';
import { planOf } from './run-plan.ts';
import { number } from './sentences.ts';
import { Searches } from './searches.ts';
import { Settings } from './settings.svelte.ts';
import { Solvers } from './solvers.svelte.ts';
import { ANY_TASK, type TaskWish } from './task-filter.ts';
import { SweepState } from './sweep.svelte.ts';
import { Thumbs } from './thumbs.ts';
import { Workers } from './workers.svelte.ts';

export class Playground {
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly solvers = new Solvers();
  readonly workers = new Workers();
  readonly searches = new Searches(this);
  readonly desk = new Desk();
  readonly language = new Language();
  readonly filming = new FilmDesk();
  readonly thumbs = new Thumbs(this.desk);
  readonly datasets = new DataSets((tasks) => this.addTasks(tasks));
  readonly links = new Links(this);
  readonly kept = new Kept(this, this.desk);
  readonly sweep = new SweepState(this);
  readonly intake = new Intake(this);

  status = $state<'loading' | 'ready' | 'failed'>('loading');
  tasks = $state.raw<readonly NamedTask[]>([]);
  bench = $state.raw<Bench | null>(null);
  /** The dialog that is open. */
  dialog = $state<DialogName | null>(null);
  /** What was last looked for in the task browser. */
  wish: TaskWish = ANY_TASK;
  /** A submission that was opened, to be held against the tasks. */
  submission = $state.raw<OpenedSubmission | null>(null);
  index = $derived(this.bench ? this.tasks.indexOf(this.bench.named) : -1);
  running = $derived(this.bench?.run.active ?? false);

  private readonly own = new OwnTasks();
  private readonly ownPairs = new KeptPairs();
  private readonly benches = new Benches(
    (named) =>
      new Bench(named, this.desk, () => this.settings.fuel, this.language, this.filming, this.ownPairs),
    (named) => this.kept.drafts.of(named),
  );
  /** The starter set is here, and what the address asks for. */
  readonly ready: Promise<void>;

  constructor() {
    this.ready = this.load();
  }

  private async load(): Promise<void> {
    this.desk.warm();
    const starter = await loadStarter();
    if (!starter.ok) {
      this.status = this.tasks.length > 0 ? 'ready' : 'failed';
      this.solvers.status = 'failed';
      this.notices.tell('bad', starter.why);
      return;
    }
    this.tasks = joinTasks([...starter.value.tasks, ...(await this.own.all())], this.tasks);
    await this.links.openAddress();
    this.status = 'ready';
    if (!this.bench && this.tasks.length > 0) this.open(this.tasks[0]);
    void this.datasets.restore().then(() => this.searches.offer());
    void this.kept.imports.place();
    const report = await this.desk.readFile(starter.value.solvers);
    if (report.ok) {
      this.solvers.setStarter(report.value);
      this.workers.warm();
    } else {
      this.solvers.status = 'failed';
      this.notices.tell('bad', `The starter solvers could not be read: ${report.why}`);
    }
  }

  open(named: NamedTask): void {
    if (this.bench?.named === named) return;
    this.stop();
    this.links.leave(named);
    this.bench = this.benches.use(named);
    this.benches.bringDraft(this.bench);
  }

  /** Opens a task of one's own with the solver that is in the editor now. */
  openWithSolver(named: NamedTask): void {
    const solver = this.bench?.solver.text ?? '';
    this.addTasks([named]);
    this.open(named);
    if (solver.trim() !== '') this.bench?.solver.write(solver);
  }

  /** Opens a copy of the task on the bench, which is one's own. */
  duplicate(): void {
    if (!this.bench) return;
    const { id, task, title, theme, description } = this.bench.named;
    const words = { title: `${title} copy`, theme, description };
    this.openWithSolver(nameTask(this.freeId(id), task, `copy of ${id}`, words));
    this.notices.tell('info', `This is a copy of ${title}, a task of your own.`);
  }

  /** Settles once the bench holds what it held in an earlier visit. */
  settled(bench: Bench): Promise<void> {
    return this.benches.settled(bench);
  }

  /** The task so many places further on, round the end. */
  step(by: number): void {
    const { length } = this.tasks;
    if (length > 0) this.open(this.tasks[(this.index + by + length) % length]);
  }

  /** `kept` is a search that is gone on with. */
  async run(kept: KeptSearch | null = null): Promise<void> {
    const { bench } = this;
    if (!bench || this.running) return;
    const { run, named } = bench;
    run.prepare();
    bench.solver.release();
    await this.ready;
    if (run.phase !== 'preparing') return; // stopped meanwhile
    const order = this.searches.order(named, kept);
    if (this.solvers.list.length > 0 || order !== null)
      run.start(this.workers.pool, planOf(named, this.solvers, this.settings), order);
    else run.fail('There are no solvers to start from. Open a solver file (.py).');
  }

  stop(): void {
    if (this.running) this.bench?.run.stop();
  }

  /** Adds tasks without opening one. Those of no data set are kept for the next visit, unless it is said otherwise. */
  addTasks(added: readonly NamedTask[], { keep = true } = {}): void {
    const changed = changedTasks(this.tasks, added);
    this.tasks = joinTasks(this.tasks, added);
    this.status = 'ready';
    if (keep) void this.keepOwn(added.filter(({ dataset }) => dataset === ''));
    void this.kept.imports.place();
    void this.kept.imports.rescore(changed);
  }

  /** A task of one's own, to be drawn. */
  newTask(): void {
    const task = blankTask(this.freeId('mine'));
    this.addTasks([task]);
    this.open(task);
    this.dialog = 'arrange';
  }

  private async keepOwn(tasks: readonly NamedTask[]): Promise<void> {
    if (await this.own.put(tasks)) return;
    const what = tasks.length === 1 ? 'The task is' : 'The tasks are';
    this.notices.tell('warn', `${what} here until this tab closes: the browser has no room to keep more.`);
  }

  /** Takes tasks of no data set away; the message can bring them back. */
  removeTasks(gone: readonly NamedTask[]): void {
    this.withdraw(gone);
    void this.own.remove(gone.map(({ id }) => id));
    const what = gone.length === 1 ? `${gone[0].title} was` : `${number(gone.length)} tasks were`;
    this.notices.tell('info', `${what} removed.`, {
      label: 'Bring back',
      run: () => {
        this.addTasks(gone);
        this.open(gone[0]);
      },
    });
  }

  /** Takes a public data set away. What the library keeps of its tasks stays. */
  async removeSet(state: SetState): Promise<void> {
    this.withdraw(await this.datasets.remove(state));
    this.notices.tell('info', `${state.label} was removed. The library still has your solvers.`);
  }

  private withdraw(gone: readonly NamedTask[]): void {
    const place = this.index;
    this.tasks = this.tasks.filter((named) => !gone.includes(named));
    if (!this.bench || !gone.includes(this.bench.named)) return;
    const next = this.tasks[Math.min(place, this.tasks.length - 1)];
    if (next) this.open(next);
    else this.bench = null;
  }

  /** The id, or one like it that no task has. */
  freeId(id: string): string {
    const taken = (wanted: string) => this.tasks.some((named) => named.id === wanted);
    if (!taken(id)) return id;
    let n = 2;
    while (taken(`${id}_${n}`)) n++;
    return `${id}_${n}`;
  }

  dispose(): void {
    this.stop();
    const { datasets, kept, sweep, workers, desk, language, filming } = this;
    for (const part of [datasets, kept, sweep, workers, desk, language, filming]) part.dispose();
  }
}
