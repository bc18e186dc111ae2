/** What comes in from outside, as files or as pasted text: recognised, and put where it belongs. */
import type { startReading } from '../../host/reading.ts';
import type { ReportFile } from '../../host/sweep/report-file.ts';
import type { FileRead } from '../../host/tasks/file-read.ts';
import type { DataSet } from '../../host/datasets/catalogue.ts';
import type { Downloaded } from '../../host/datasets/download.ts';
import type { FileReport } from '../../protocol/index.ts';
import { nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import { recognise } from '../../host/tasks/pasted.ts';
import type { DialogName } from './dialog-name.ts';
import type { Notices } from './notices.svelte.ts';
import { saveFile } from './save-file.ts';
import { number, solversMessage, taskLabel } from './sentences.ts';
import { turn } from '../parts/turns.ts';

export type OpenedSubmission = FileRead & { readonly kind: 'submission' };

/** Files that are refused with a message each. */
const REFUSALS = 2;
/** Milliseconds between two words on how far reading is. */
const PROGRESS_MS = 1000;
/** UTF-16 units of a pasted text that is read like a file. */
const LONG_PASTE = 200_000;
/** Names of others in one message. */
const REFUSED_NAMES = 10;
/** Remarks on files that are told. */
const REMARKS = 1;

/** What it needs to know of the page. */
export interface IntakeHost {
  /** The starter set is here. */
  readonly ready: Promise<void>;
  readonly bench: { readonly named: NamedTask; pair: number } | null;
  readonly tasks: readonly NamedTask[];
  readonly notices: Pick<Notices, 'tell' | 'work'>;
  readonly datasets: { take(set: DataSet, texts: Record<string, string>): Promise<Downloaded> };
  readonly library: { readonly imports: { take(file: string, text: string): Promise<void> } };
  readonly sweep: { show(report: ReportFile): Promise<boolean> };
  readonly links: { openHash(hash: string): Promise<void> };
  readonly solvers: {
    extend(report: FileReport, file: string): void;
    replace(report: FileReport, file: string): void;
  };
  dialog: DialogName | null;
  submission: OpenedSubmission | null;
  open(named: NamedTask): void;
  openWithSolver(named: NamedTask): void;
  addTasks(tasks: readonly NamedTask[]): void;
  freeId(id: string): string;
  place(source: string, from: string): void;
}

export class Intake {
  private readonly host: IntakeHost;
  private readonly startReading: typeof startReading;

  constructor(host: IntakeHost, reading: typeof startReading) {
    this.host = host;
    this.startReading = reading;
  }

  /** Reads files of any kind; the first new task is opened. What cannot be used changes nothing. */
  async files(files: Iterable<File>): Promise<void> {
    const taken = [...files]; // a list of files is emptied once its event is over
    const from = this.host.dialog;
    await this.host.ready; // the starter set comes first, however long it takes
    const read = await this.read(taken);
    if (read === null) return;
    const tasks: NamedTask[] = [];
    const remarks: string[] = [];
    this.tellRefused(read.filter((file) => file.kind === 'refused'));
    for (const file of read) {
      if (file.kind === 'tasks') {
        for (const named of file.tasks) tasks.push(named);
        remarks.push(...file.remarks);
      }
      if (file.kind === 'dataset') await this.takeSet(file, from);
      if (file.kind === 'solvers') this.takeSolvers(file);
      if (file.kind === 'submission') {
        this.host.submission = file;
        this.host.dialog = 'submission';
      }
      if (file.kind === 'report') await this.takeReport(file);
      if (file.kind === 'library') {
        this.host.dialog = 'library';
        void this.host.library.imports.take(file.file, file.text);
      }
    }
    if (tasks.length > 0) await this.takeTasks(tasks, remarks, from);
  }

  /** Reads files, with a word on how far it is and a way to stop; null where there is nothing to be taken. */
  private async read(files: readonly File[]): Promise<readonly FileRead[] | null> {
    const { notices } = this.host;
    const what = files.length === 1 ? files[0].name : `${number(files.length)} files`;
    let told = 0;
    const reading = this.startReading(files, {
      progress: ({ done, tasks }) => {
        if (tasks === 0 || performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        work.say(`Reading ${what}: ${number(done)} of ${number(tasks)} tasks …`);
      },
    });
    const work = notices.work(`Reading ${what} …`, { label: 'Stop', run: () => reading.stop() });
    const end = await reading.done;
    work.over();
    if (end.kind === 'read') return end.files;
    if (end.kind === 'stopped') notices.tell('info', `Reading ${what} was stopped; nothing was opened.`);
    else notices.tell('bad', `${what} could not be read: ${end.why}.`);
    return null;
  }

  /** Names every file that could not be used: the first few with a message each, the others in one. */
  private tellRefused(refused: readonly (FileRead & { kind: 'refused' })[]): void {
    const lines = refused.map(({ file, why }) => `${file}: ${why}`);
    for (const line of lines.slice(0, REFUSALS)) this.host.notices.tell('bad', line);
    const others = refused.slice(REFUSALS);
    if (others.length === 0) return;
    const names = others.slice(0, REFUSED_NAMES).map(({ file }) => file);
    const rest = others.length > names.length ? ' …' : '';
    this.host.notices.tell(
      'bad',
      `${number(others.length)} more ${others.length === 1 ? 'file' : 'files'} could not be used: ${names.join(', ')}${rest}.`,
      { label: 'Save the reasons', run: () => saveFile('files-not-used.txt', `${lines.join('\n')}\n`) },
    );
  }

  /** Takes what was pasted outside of any field; false where it means nothing. */
  async paste(text: string): Promise<boolean> {
    if (isLongData(text)) {
      await this.files([new File([text], `${this.freeName('pasted').id}.json`)]);
      return true;
    }
    const pasted = recognise(text);
    if (pasted.kind === 'unknown') return false;
    await this.host.ready;
    this.host.dialog = null;
    const { bench } = this.host;
    if (pasted.kind === 'link') await this.host.links.openHash(pasted.hash);
    else if (pasted.kind === 'tasks') {
      const tasks = pasted.tasks.map((named) =>
        named.id === 'pasted' ? { ...named, ...this.freeName('pasted') } : named,
      );
      await this.takeTasks(tasks, pasted.remarks, null);
    } else if (!bench) return false;
    else if (pasted.kind === 'solver') this.host.place(pasted.source, 'pasted text');
    else {
      const { task, id } = bench.named;
      const test = [...task.test, { input: pasted.grid, output: null }];
      const copy = nameTask(this.host.freeId(id), { train: task.train, test }, `copy of ${id}`);
      this.host.openWithSolver(copy);
      if (this.host.bench) this.host.bench.pair = copy.pairs.length - 1;
      this.host.notices.tell('info', `The grid is the last test input of a copy of ${bench.named.title}.`);
    }
    return true;
  }

  private freeName(id: string): { id: string; title: string } {
    const free = this.host.freeId(id);
    return { id: free, title: free };
  }

  /** The first new task is opened, once the page has had a turn: both at once would hold it up, with thousands of tasks. */
  private async takeTasks(
    added: readonly NamedTask[],
    remarks: readonly string[],
    from: DialogName | null,
  ): Promise<void> {
    this.host.addTasks(added);
    const { tasks } = this.host;
    const first = tasks.find(({ id, dataset }) => id === added[0].id && dataset === added[0].dataset)!;
    await turn();
    this.show(
      first,
      added.length === 1 ? `Task ${taskLabel(first)}` : `${number(added.length)} tasks`,
      from,
      remarks,
    );
  }

  private async takeSet(
    { file, set, texts }: FileRead & { kind: 'dataset' },
    from: DialogName | null,
  ): Promise<void> {
    const taken = await this.host.datasets.take(set, texts);
    if (taken.ok) this.show(taken.tasks[0], `${number(taken.tasks.length)} tasks`, from);
    else this.host.notices.tell('bad', `${file}: ${taken.why}`);
  }

  private async takeReport({ file, swept }: FileRead & { kind: 'report' }): Promise<void> {
    if (await this.host.sweep.show(swept)) this.host.dialog = 'sweep';
    else this.host.notices.tell('bad', `${file}: a sweep is under way here: pause it first.`);
  }

  /** `from` is the dialog that the files came by; one that was opened while they were read stays. */
  private show(
    first: NamedTask,
    what: string,
    from: DialogName | null,
    remarks: readonly string[] = [],
  ): void {
    if (this.host.dialog === from) this.host.dialog = null;
    this.host.open(first);
    const others = remarks.length - REMARKS;
    const more =
      others <= 0 ? '' : ` ${number(others)} more ${others === 1 ? 'file is' : 'files are'} like that.`;
    const said = remarks.slice(0, REMARKS).map((remark) => ` ${remark}`);
    this.host.notices.tell('info', `${what} opened from ${first.origin}.${said.join('')}${more}`);
  }

  private takeSolvers(file: FileRead & { kind: 'solvers' }): void {
    const { report } = file;
    const message = solversMessage(file.file, file.source, report);
    if (!report.solvers.some(({ ok }) => ok)) {
      this.host.notices.tell('bad', message);
      return;
    }
    this.host.solvers.extend(report, file.file);
    const faulty = report.solvers.some(({ ok }) => !ok);
    this.host.notices.tell(faulty ? 'warn' : 'info', message, {
      label: 'Use only these',
      run: () => this.host.solvers.replace(report, file.file),
    });
  }
}

/** Whether a pasted text is more than words: a link, a task, a grid or a solver. */
export function understands(text: string): boolean {
  return isLongData(text) || recognise(text).kind !== 'unknown';
}

/** Whether a pasted text is data that takes long to read; what Python prints has other quotes, and is read here. */
function isLongData(text: string): boolean {
  return text.length > LONG_PASTE && /^\s*[{[]/.test(text) && !text.includes("'");
}
