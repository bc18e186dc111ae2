/** What comes in from outside, as files or as pasted text: recognised, and put where it belongs. */
import { readFiles } from '../../host/tasks/files.ts';
import type { FileRead } from '../../host/tasks/file-read.ts';
import { nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import { recognise } from '../../host/tasks/pasted.ts';
import type { Playground } from './playground.svelte.ts';
import { number, solversMessage } from './sentences.ts';

export type OpenedSubmission = FileRead & { readonly kind: 'submission' };

/** Files that are refused with a message each. */
const REFUSALS = 2;

export class Intake {
  private readonly page: Playground;

  constructor(page: Playground) {
    this.page = page;
  }

  /** Reads files of any kind; the first new task is opened. What cannot be used changes nothing. */
  async files(files: Iterable<File>): Promise<void> {
    const taken = [...files]; // a list of files is emptied once its event is over
    await this.page.ready; // the starter set comes first, however long it takes
    const read = await readFiles(taken, (text) => this.page.desk.readFile(text));
    const tasks: NamedTask[] = [];
    const refused = read.filter((file) => file.kind === 'refused');
    for (const { file, why } of refused.slice(0, REFUSALS)) this.page.notices.tell('bad', `${file}: ${why}`);
    if (refused.length > REFUSALS)
      this.page.notices.tell('bad', `${number(refused.length - REFUSALS)} more files could not be used.`);
    for (const file of read) {
      if (file.kind === 'tasks') tasks.push(...file.tasks);
      if (file.kind === 'dataset') await this.takeSet(file);
      if (file.kind === 'solvers') this.takeSolvers(file);
      if (file.kind === 'submission') {
        this.page.submission = file;
        this.page.dialog = 'submission';
      }
      if (file.kind === 'library') {
        this.page.dialog = 'library';
        void this.page.kept.imports.take(file.file, file.text);
      }
    }
    if (tasks.length > 0) this.takeTasks(tasks);
  }

  /** Whether a pasted text is more than words: a link, a task, a grid or a solver. */
  understands(text: string): boolean {
    return recognise(text).kind !== 'unknown';
  }

  /** Takes what was pasted outside of any field; false where it means nothing. */
  async paste(text: string): Promise<boolean> {
    const pasted = recognise(text);
    if (pasted.kind === 'unknown') return false;
    await this.page.ready;
    this.page.dialog = null;
    const { bench } = this.page;
    if (pasted.kind === 'link') await this.page.links.openHash(pasted.hash);
    else if (pasted.kind === 'tasks') {
      const tasks = pasted.tasks.map((named) =>
        named.id === 'pasted' ? { ...named, ...this.freeName('pasted') } : named,
      );
      this.takeTasks(tasks);
    } else if (!bench) return false;
    else if (pasted.kind === 'solver') await this.page.links.place(bench, pasted.source, 'pasted text');
    else {
      const { task, id } = bench.named;
      const test = [...task.test, { input: pasted.grid, output: null }];
      const copy = nameTask(this.page.freeId(id), { train: task.train, test }, `copy of ${id}`);
      this.page.openWithSolver(copy);
      if (this.page.bench) this.page.bench.pair = copy.pairs.length - 1;
      this.page.notices.tell('info', `The grid is the last test input of a copy of ${bench.named.title}.`);
    }
    return true;
  }

  private freeName(id: string): { id: string; title: string } {
    const free = this.page.freeId(id);
    return { id: free, title: free };
  }

  /** The first new task is opened. */
  private takeTasks(added: readonly NamedTask[]): void {
    this.page.addTasks(added);
    const { tasks } = this.page;
    const first = tasks.find((named) => named === added[0]) ?? tasks.find(({ id }) => id === added[0].id)!;
    this.show(first, added.length === 1 ? `Task ${first.id}` : `${number(added.length)} tasks`);
  }

  private async takeSet({ file, set, texts }: FileRead & { kind: 'dataset' }): Promise<void> {
    const taken = await this.page.datasets.take(set, texts);
    if (taken.ok) this.show(taken.tasks[0], `${number(taken.tasks.length)} tasks`);
    else this.page.notices.tell('bad', `${file}: ${taken.why}`);
  }

  private show(first: NamedTask, what: string): void {
    this.page.dialog = null;
    this.page.open(first);
    this.page.notices.tell('info', `${what} opened from ${first.origin}.`);
  }

  private takeSolvers(file: FileRead & { kind: 'solvers' }): void {
    const { report } = file;
    const message = solversMessage(file.file, file.source, report);
    if (!report.solvers.some(({ ok }) => ok)) {
      this.page.notices.tell('bad', message);
      return;
    }
    this.page.solvers.extend(report, file.file);
    const faulty = report.solvers.some(({ ok }) => !ok);
    this.page.notices.tell(faulty ? 'warn' : 'info', message, {
      label: 'Use only these',
      run: () => this.page.solvers.replace(report, file.file),
    });
  }
}
