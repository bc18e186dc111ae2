/** The address of the page: what it asked for when the page opened, and since then one entry of the history a task. */
import { addressAtTask, linkOf, readQuery, type Query } from '../../host/share/address.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** As much of a window as has to do with its address. */
export interface AddressWindow {
  readonly location: { readonly href: string; readonly search: string; readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
}

/** What is kept with an entry of the history: the task that it is about, whatever its address is. */
export interface Entry {
  readonly task: string;
  readonly dataset: string;
}

export class AddressBar {
  readonly query: Query;
  private readonly window: AddressWindow;
  private about: NamedTask | null = null;

  constructor(window: AddressWindow) {
    this.window = window;
    this.query = readQuery(window.location.search);
  }

  get href(): string {
    return this.window.location.href;
  }

  /** The link that it holds, '' for none. */
  get link(): string {
    return linkOf(this.window.location);
  }

  /** It asked for no task when the page opened. */
  get isBare(): boolean {
    return this.query.task === null && this.window.location.hash === '' && this.link === '';
  }

  /** The entry at hand is about the task, and its address stays as it is, unless another one is given. */
  write(about: NamedTask, address = this.href): void {
    this.about = about;
    this.window.history.replaceState(entryOf(about), '', address);
  }

  /** The browser has gone to an entry about the task. */
  wentTo(about: NamedTask): void {
    this.about = about;
  }

  /** The task is on the bench: a new entry where the one at hand is about another one. */
  show(named: NamedTask): void {
    if (this.about === named) return;
    const first = this.about === null;
    this.about = named;
    if (first) this.window.history.replaceState(entryOf(named), '', this.href);
    else this.window.history.pushState(entryOf(named), '', this.addressAt(named));
  }

  addressAt({ id, dataset }: NamedTask): string {
    return addressAtTask(this.href, id, dataset);
  }
}

const entryOf = ({ id, dataset }: NamedTask): Entry => ({ task: id, dataset });

/** The state of an entry, where it is one of ours. */
export function readEntry(state: unknown): Entry | null {
  const { task, dataset } = (state ?? {}) as Partial<Entry>;
  return typeof task === 'string' && typeof dataset === 'string' ? { task, dataset } : null;
}
