/** Links that come in: what they ask for is shown, and nothing that somebody wrote is replaced without asking. */
import { openLink, type LinkContent, type LinkInspector } from '../../host/share/share.ts';
import { refOf } from '../../host/library/task-ref.ts';
import { isSameTask, nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import { readEntry, type AddressBar } from './address-bar.ts';
import type { DialogName } from './dialog-name.ts';
import type { Look } from './look.svelte.ts';
import type { Notices } from './notices.svelte.ts';

/** A data set that may have to be loaded first. */
interface KnownSet {
  readonly set: { readonly key: string; readonly name: string };
}

/** What links need to know of the page. */
export interface LinksHost<SetState extends KnownSet = KnownSet> {
  readonly bench: { readonly named: NamedTask; pair: number } | null;
  readonly tasks: readonly NamedTask[];
  readonly inspector: LinkInspector;
  readonly notices: Pick<Notices, 'tell'>;
  readonly datasets: {
    find(name: string): SetState | null;
    /** Settles once what an earlier visit has loaded is here. */
    restore(): Promise<void>;
    /** True once it is here. */
    load(state: SetState): Promise<boolean>;
  };
  readonly look: Pick<Look, 'wear'>;
  dialog: DialogName | null;
  open(named: NamedTask): void;
  addTasks(tasks: readonly NamedTask[], options?: { keep?: boolean }): void;
  freeId(id: string): string;
  /** Puts a solver into the editor of the task on the bench. */
  place(source: string, from: string): void;
}

export class Links<SetState extends KnownSet = KnownSet> {
  private readonly host: LinksHost<SetState>;
  private readonly bar: AddressBar;

  constructor(host: LinksHost<SetState>, bar: AddressBar) {
    this.host = host;
    this.bar = bar;
  }

  /** Opens what the address asks for. */
  async openAddress(): Promise<void> {
    const { link } = this.bar;
    if (link !== '') return this.openHash(link);
    const { task } = this.bar.query;
    if (task === null) return;
    const named = await this.taskNamed(task.id, task.dataset);
    if (named) this.show(named);
    else this.missing(task.id, task.dataset);
  }

  /** The browser went back or forth to an entry of the history; one of the user's own making tells `openHash`. */
  async openEntry(state: unknown): Promise<void> {
    const entry = readEntry(state);
    if (entry === null) return;
    const named = await this.taskNamed(entry.task, entry.dataset);
    if (!named) return this.missing(entry.task, entry.dataset);
    this.bar.wentTo(named);
    this.host.open(named);
  }

  /** Nothing starts, and nothing is stored. */
  async openHash(hash: string): Promise<void> {
    const { host } = this;
    const read = await openLink(hash, host.inspector);
    if (read === null) return;
    if (!read.ok) {
      host.notices.tell('bad', read.fault.message);
      return;
    }
    const { task, solver, view } = read.value;
    const named = task === null ? (host.bench?.named ?? null) : await this.taskOf(task);
    if (task?.kind === 'known' && named === null) {
      this.missing(task.id, task.dataset, hash);
      return;
    }
    if (view.theme) host.look.wear({ theme: view.theme });
    const shown = named ?? host.tasks[0];
    if (!shown) return;
    this.show(shown);
    if (!host.bench) return;
    if (view.pair !== null) host.bench.pair = Math.min(view.pair, shown.pairs.length - 1);
    if (solver !== null) host.place(solver, 'link');
  }

  private show(named: NamedTask): void {
    this.bar.write(named);
    this.host.open(named);
  }

  private async taskOf(task: NonNullable<LinkContent['task']>): Promise<NamedTask | null> {
    if (task.kind === 'known') return this.taskNamed(task.id, task.dataset);
    const { tasks } = this.host;
    const same = tasks.find(({ id, task: known }) => id === task.id && isSameTask(known, task.task));
    if (same) return same;
    const taken = tasks.some(({ id, dataset }) => id === task.id && dataset === '');
    const named = nameTask(taken ? this.host.freeId(task.id) : task.id, task.task, 'from a link');
    this.host.addTasks([named], { keep: false });
    return named;
  }

  private async taskNamed(id: string, dataset: string): Promise<NamedTask | null> {
    const { datasets } = this.host;
    const key = datasets.find(dataset)?.set.key ?? dataset;
    // A name alone is first of all that of one's own task: those of data sets are called by both.
    const find = () => {
      const alike = this.host.tasks.filter((named) => named.id === id);
      const own = dataset === '' ? alike.find((named) => named.dataset === '') : undefined;
      return own ?? alike.find((named) => dataset === '' || refOf(named).set === key) ?? null;
    };
    const found = find();
    if (found) return found;
    await datasets.restore();
    return find();
  }

  private missing(id: string, dataset: string, hash = ''): void {
    const { notices, datasets } = this.host;
    const state = datasets.find(dataset);
    if (!state) {
      const set = dataset === '' ? '' : ` of ${dataset}`;
      notices.tell(
        'bad',
        `There is no task ${id}${set} here. Open its file, or load its data set under Tasks.`,
      );
      return;
    }
    notices.tell('warn', `The task ${id} is of ${state.set.name}, which is not loaded.`, {
      label: 'Load it',
      run: () => void this.load(state, id, hash),
    });
  }

  private async load(state: SetState, id: string, hash: string): Promise<void> {
    const { host } = this;
    host.dialog = 'tasks';
    if (!(await host.datasets.load(state))) return;
    if (hash !== '') return this.openHash(hash);
    const named = host.tasks.find((task) => task.id === id && task.dataset === state.set.key);
    if (named) this.show(named);
    else host.notices.tell('bad', `There is no task ${id} in ${state.set.name}.`);
  }
}
