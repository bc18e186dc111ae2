/** The link that Share makes of what is on the bench. */
import { addressOf } from '../../host/share/address.ts';
import { makeLink, taskForLink, type LinkContent, type LinkInspector } from '../../host/share/share.ts';
import { STARTER } from '../../host/tasks/starter.ts';
import type { AddressBar } from './address-bar.ts';
import type { Bench } from './bench.svelte.ts';

/** What a link is made of. */
export interface ShareSubject {
  readonly named: Bench['named'];
  readonly pair: number;
  readonly solver: { readonly text: string; readonly empty: boolean };
}

/** What it needs to know of the page. */
export interface SharingHost {
  readonly bench: ShareSubject | null;
  readonly inspector: LinkInspector;
}

type Made = { readonly ok: true; readonly address: string } | { readonly ok: false; readonly why: string };

export class Sharing {
  /** The address that was made last; '' before. */
  address = $state('');
  /** What became of it, in a sentence. */
  status = $state('');
  copied = $state(false);

  private readonly host: SharingHost;
  private readonly bar: AddressBar;
  private readonly toClipboard: (text: string) => Promise<boolean>;

  /** @param toClipboard tells whether the browser let it be copied */
  constructor(host: SharingHost, bar: AddressBar, toClipboard: (text: string) => Promise<boolean>) {
    this.host = host;
    this.bar = bar;
    this.toClipboard = toClipboard;
  }

  /** Makes the link of what is on the bench, writes it to the address bar and copies it. */
  async share(): Promise<void> {
    const { bench } = this.host;
    if (!bench) return;
    this.address = '';
    this.copied = false;
    this.status = 'Making the link …';
    const made = await this.make(bench);
    if (!made.ok) {
      this.status = made.why;
      return;
    }
    this.address = made.address;
    this.bar.write(bench.named, made.address);
    await this.copy();
  }

  async copy(): Promise<void> {
    this.copied = await this.toClipboard(this.address);
    this.status = this.copied
      ? 'Link copied'
      : 'The browser did not let the link be copied: take it from here.';
  }

  async make({ named, solver, pair }: ShareSubject): Promise<Made> {
    const content: LinkContent = {
      task: taskForLink(named.id, named.dataset, named.task, named.dataset === STARTER),
      solver: solver.empty ? null : solver.text,
      view: { pair: pair === 0 ? null : pair, theme: null },
    };
    const made = await makeLink(content, this.host.inspector);
    if (made.ok) return { ok: true, address: addressOf(this.bar.href, made.value) };
    const { path, message } = made.fault;
    const place = /^solver:(\d+):(\d+)$/.exec(path);
    const where = place ? `The solver cannot be sent yet: line ${place[1]}, column ${place[2]}: ` : '';
    return { ok: false, why: `${where}${message}` };
  }
}
