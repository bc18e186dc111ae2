/** The address of the page: what it asked for when the page opened, and the task that it is about since. */
import { addressOfNothing, readQuery, type Query } from '../../host/share/address.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** As much of a window as has to do with its address. */
export interface AddressWindow {
  readonly location: { readonly href: string; readonly search: string; readonly hash: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
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

  get hash(): string {
    return this.window.location.hash;
  }

  /** It is about the task as it stands; null for none. */
  setAbout(named: NamedTask | null): void {
    this.about = named;
  }

  write(address: string, about: NamedTask): void {
    this.about = about;
    this.window.history.replaceState(null, '', address);
  }

  /** A link that is about another task than the one on the bench must not stay there. */
  leave(named: NamedTask): void {
    if (this.about === null || this.about === named) return;
    this.about = null;
    this.window.history.replaceState(null, '', addressOfNothing(this.href));
  }
}
