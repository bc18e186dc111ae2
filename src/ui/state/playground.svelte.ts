/** The page as a whole: the tasks at hand, the one on the bench, and the services they share. */
import { readFiles, type FileRead } from '../../host/tasks/files.ts';
import { joinTasks, nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import { OwnTasks } from '../../host/tasks/own.ts';
import { recognise } from '../../host/tasks/pasted.ts';
import { loadStarter } from '../../host/tasks/starter.ts';
import { Bench } from './bench.svelte.ts';
import { DataSets } from './datasets.svelte.ts';
import { Kept } from './kept.svelte.ts';
import { Links } from './links.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Desk } from '../../host/desk.ts';
import { FilmDesk } from '../../host/film.ts';
import { Language } from '../../host/language.ts';
import { Recent } from './recent.ts';
import { number, solversMessage } from './sentences.ts';
import { Settings } from './settings.svelte.ts';
import { Solvers } from './solvers.svelte.ts';
import { ANY_TASK, type TaskWish } from './task-filter.ts';
import { SweepState } from './sweep.svelte.ts';
import { Thumbs } from './thumbs.ts';
import { Workers } from './workers.svelte.ts';

const KEPT_BENCHES = 24;
/** Files that are refused with a message each. */
const REFUSALS = 2;

export type DialogName = 'tasks' | 'share' | 'library' | 'sweep' | 'submission' | 'arrange' | 'figure';

export class Playground {
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly solvers = new Solvers();
  readonly workers = new Workers();
  readonly desk = new Desk();
  readonly language = new Language();
  readonly filming = new FilmDesk();
  readonly thumbs = new Thumbs(this.desk);
  readonly datasets = new DataSets((tasks) => this.addTasks(tasks));
  readonly links = new Links(this);
  readonly kept = new Kept(this, this.desk, (task, mine) => this.tellOfOtherTab(task, mine));
  readonly sweep = new SweepState(this);

  status = $state<'loading' | 'ready' | 'failed'>('loading');
  tasks = $state.raw<readonly NamedTask[]>([]);
  bench = $state.raw<Bench | null>(null);
  /** The dialog that is open. */
  dialog = $state<DialogName | null>(null);
  /** What was last looked for in the task browser. */
  wish: TaskWish = ANY_TASK;
  /** A submission that was opened, to be held against the tasks. */
  submission = $state.raw<(FileRead & { kind: 'submission' }) | null>(null);
  index = $derived(this.bench ? this.tasks.indexOf(this.bench.named) : -1);
  running = $derived(this.bench?.run.active ?? false);

  private readonly own = new OwnTasks();
  private readonly benches = new Recent<NamedTask, Bench>(KEPT_BENCHES);
  private readonly drafted = new WeakMap<Bench, Promise<void>>();
  private readonly ready: Promise<void>;

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
    void this.datasets.restore();
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
    const bench = this.benches.use(
      named,
      () => new Bench(named, this.desk, () => this.settings.fuel, this.language, this.filming),
    );
    this.bench = bench;
    if (!this.drafted.has(bench)) this.drafted.set(bench, this.bringDraft(bench));
  }

  /** What was typed here in an earlier visit is offered. */
  private async bringDraft(bench: Bench): Promise<void> {
    const draft = await this.kept.draftOf(bench.named.id);
    if (draft !== null && draft !== bench.solver.text) bench.draft = draft;
  }

  /** Settles once the bench holds what it held in an earlier visit. */
  settled(bench: Bench): Promise<void> {
    return this.drafted.get(bench) ?? Promise.resolve();
  }

  /** The task so many places further on, round the end. */
  step(by: number): void {
    const { length } = this.tasks;
    if (length > 0) this.open(this.tasks[(this.index + by + length) % length]);
  }

  async run(): Promise<void> {
    const { bench } = this;
    if (!bench || this.running) return;
    const { run, named } = bench;
    run.prepare();
    bench.solver.release();
    await this.ready;
    if (run.phase !== 'preparing') return; // stopped meanwhile
    if (this.solvers.list.length === 0) {
      run.fail('There are no solvers to start from. Open a solver file (.py).');
      return;
    }
    const { seed, perRound, rounds, fuel, leaveOwnOut, stopWhenSolved } = this.settings;
    const leaveOut = leaveOwnOut ? (this.solvers.own(named.id)?.name ?? null) : null;
    const pool = this.solvers.list;
    const plan = { task: named.task, pool, leaveOut, seed, perRound, rounds, fuel, stopWhenSolved };
    run.start(this.workers.pool, plan);
  }

  stop(): void {
    if (this.running) this.bench?.run.stop();
  }

  /** Reads files of any kind; the first new task is opened. What cannot be used changes nothing. */
  async addFiles(files: Iterable<File>): Promise<void> {
    const taken = [...files]; // a list of files is emptied once its event is over
    await this.ready; // the starter set comes first, however long it takes
    const read = await readFiles(taken, (text) => this.desk.readFile(text));
    const tasks: NamedTask[] = [];
    const refused = read.filter((file) => file.kind === 'refused');
    for (const { file, why } of refused.slice(0, REFUSALS)) this.notices.tell('bad', `${file}: ${why}`);
    if (refused.length > REFUSALS)
      this.notices.tell('bad', `${number(refused.length - REFUSALS)} more files could not be used.`);
    for (const file of read) {
      if (file.kind === 'tasks') tasks.push(...file.tasks);
      if (file.kind === 'solvers') this.takeSolvers(file);
      if (file.kind === 'submission') {
        this.submission = file;
        this.dialog = 'submission';
      }
      if (file.kind === 'library') {
        this.dialog = 'library';
        void this.kept.import(file.file, file.text);
      }
    }
    if (tasks.length > 0) this.takeTasks(tasks);
  }

  /** Adds tasks without opening one. Those of no data set are kept for the next visit, unless it is said otherwise. */
  addTasks(added: readonly NamedTask[], { keep = true } = {}): void {
    this.tasks = joinTasks(this.tasks, added);
    this.status = 'ready';
    if (keep) void this.own.put(added.filter(({ dataset }) => dataset === ''));
  }

  /** Takes tasks of no data set away; the message can bring them back. */
  removeTasks(gone: readonly NamedTask[]): void {
    const place = this.index;
    this.tasks = this.tasks.filter((named) => !gone.includes(named));
    void this.own.remove(gone.map(({ id }) => id));
    if (this.bench && gone.includes(this.bench.named)) {
      const next = this.tasks[Math.min(place, this.tasks.length - 1)];
      if (next) this.open(next);
      else this.bench = null;
    }
    const what = gone.length === 1 ? `${gone[0].title} was` : `${number(gone.length)} tasks were`;
    this.notices.tell('info', `${what} removed.`, {
      label: 'Bring back',
      run: () => {
        this.addTasks(gone);
        this.open(gone[0]);
      },
    });
  }

  /** A name that no own task has, made from another. */
  freeId(id: string): string {
    let n = 2;
    while (this.tasks.some((named) => named.id === `${id}_${n}`)) n++;
    return `${id}_${n}`;
  }

  /** Takes what was pasted outside of any field; false where it means nothing. */
  async paste(text: string): Promise<boolean> {
    const pasted = recognise(text);
    if (pasted.kind === 'unknown') return false;
    await this.ready;
    const { bench } = this;
    if (pasted.kind === 'link') await this.links.openHash(pasted.hash);
    else if (pasted.kind === 'tasks') {
      const tasks = pasted.tasks.map((named) =>
        named.id === 'pasted' ? { ...named, ...this.freeName('pasted') } : named,
      );
      this.takeTasks(tasks);
    } else if (!bench) return false;
    else if (pasted.kind === 'solver') await this.links.place(bench, pasted.source, 'pasted text');
    else {
      const { task, id } = bench.named;
      const test = [...task.test, { input: pasted.grid, output: null }];
      const copy = nameTask(this.freeId(id), { train: task.train, test }, `copy of ${id}`);
      const { text: solver } = bench.solver;
      this.addTasks([copy]);
      this.open(copy);
      if (solver.trim() !== '' && this.bench) this.bench.solver.write(solver);
      if (this.bench) this.bench.pair = copy.pairs.length - 1;
      this.notices.tell('info', `The grid is the last test input of a copy of ${bench.named.title}.`);
    }
    return true;
  }

  private freeName(id: string): { id: string; title: string } {
    const free = this.tasks.some((named) => named.id === id) ? this.freeId(id) : id;
    return { id: free, title: free };
  }

  private tellOfOtherTab(task: string, mine: string): void {
    this.notices.tell(
      'warn',
      `Another tab works on ${task} as well, and has saved its solver: this one is not saved.`,
      {
        label: 'Save this one',
        run: () => void this.kept.overwriteDraft(task, mine),
      },
    );
  }

  /** The first new task is opened. */
  private takeTasks(added: readonly NamedTask[]): void {
    this.addTasks(added);
    this.dialog = null;
    const first =
      this.tasks.find((named) => named === added[0]) ?? this.tasks.find(({ id }) => id === added[0].id)!;
    this.open(first);
    const what = added.length === 1 ? `Task ${first.id}` : `${number(added.length)} tasks`;
    this.notices.tell('info', `${what} opened from ${first.origin}.`);
  }

  private takeSolvers(file: FileRead & { kind: 'solvers' }): void {
    const { report } = file;
    const message = solversMessage(file.file, file.source, report);
    if (!report.solvers.some(({ ok }) => ok)) {
      this.notices.tell('bad', message);
      return;
    }
    this.solvers.extend(report, file.file);
    const faulty = report.solvers.some(({ ok }) => !ok);
    this.notices.tell(faulty ? 'warn' : 'info', message, {
      label: 'Use only these',
      run: () => this.solvers.replace(report, file.file),
    });
  }

  dispose(): void {
    this.stop();
    this.datasets.dispose();
    this.kept.dispose();
    this.sweep.dispose();
    this.workers.dispose();
    this.desk.dispose();
    this.language.dispose();
    this.filming.dispose();
  }
}
