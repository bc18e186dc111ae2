/** The page as a whole: the tasks at hand, the one on the bench, and the services they share. */
import { readFile, type FileRead } from '../../host/tasks/files.ts';
import { joinTasks, type NamedTask } from '../../host/tasks/named-task.ts';
import { loadStarter } from '../../host/tasks/starter.ts';
import { Bench } from './bench.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Desk } from '../../host/desk.ts';
import { Recent } from './recent.ts';
import { number, solversMessage } from './sentences.ts';
import { Settings } from './settings.svelte.ts';
import { Solvers } from './solvers.svelte.ts';
import { Thumbs } from './thumbs.ts';
import { Workers } from './workers.svelte.ts';

const KEPT_BENCHES = 24;

export class Playground {
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly solvers = new Solvers();
  readonly workers = new Workers();
  readonly desk = new Desk();
  readonly thumbs = new Thumbs(this.desk);

  status = $state<'loading' | 'ready' | 'failed'>('loading');
  tasks = $state.raw<readonly NamedTask[]>([]);
  bench = $state.raw<Bench | null>(null);
  index = $derived(this.bench ? this.tasks.indexOf(this.bench.named) : -1);
  running = $derived(this.bench?.run.active ?? false);

  private readonly benches = new Recent<NamedTask, Bench>(KEPT_BENCHES);
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
    this.tasks = [...starter.value.tasks, ...this.tasks];
    this.status = 'ready';
    if (!this.bench && this.tasks.length > 0) this.open(this.tasks[0]);
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
    this.bench = this.benches.use(named, () => new Bench(named, this.desk, () => this.settings.fuel));
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

  /** Reads task and solver files; the first new task is opened. What cannot be used changes nothing. */
  async addFiles(files: Iterable<File>): Promise<void> {
    const taken = [...files]; // a list of files is emptied once its event is over
    await this.ready; // the starter set comes first, however long it takes
    const read = await Promise.all(taken.map((file) => readFile(file, (text) => this.desk.readFile(text))));
    const tasks: NamedTask[] = [];
    for (const file of read) {
      if (file.kind === 'refused') this.notices.tell('bad', `${file.file}: ${file.why}`);
      if (file.kind === 'tasks') tasks.push(...file.tasks);
      if (file.kind === 'solvers') this.takeSolvers(file);
    }
    if (tasks.length > 0) this.takeTasks(tasks);
  }

  /** A task of an id already there takes its place. */
  private takeTasks(added: readonly NamedTask[]): void {
    this.tasks = joinTasks(this.tasks, added);
    this.status = 'ready';
    const first = this.tasks.find(({ id }) => id === added[0].id)!;
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
    this.workers.dispose();
    this.desk.dispose();
  }
}
