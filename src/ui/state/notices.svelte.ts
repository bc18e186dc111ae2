/** The message bar: what the user must be told and can put away. */

import { getContext, setContext } from 'svelte';

export interface Notice {
  readonly id: number;
  readonly tone: 'bad' | 'warn' | 'info';
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

const PLACE = Symbol('notices');

/** Makes the notices known to all components below. */
export function provideNotices(notices: Notices): void {
  setContext(PLACE, notices);
}

export function noticesHere(): Notices {
  return getContext(PLACE);
}

const SHOWN = 3;
const INFO_MS = 8000;

export class Notices {
  /** The newest last. */
  list = $state.raw<readonly Notice[]>([]);
  private count = 0;

  /** Says something; the same words twice are said once. Good news goes away by itself. */
  tell(tone: Notice['tone'], text: string, action?: Notice['action']): void {
    const id = ++this.count;
    const rest = this.list.filter((notice) => notice.text !== text);
    this.list = [...rest, { id, tone, text, action }].slice(-SHOWN);
    if (tone === 'info') setTimeout(() => this.dismiss(id), INFO_MS);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
