/** What the user must be told and can put away. */

import { getContext, setContext, untrack } from 'svelte';

export interface Notice {
  readonly id: number;
  readonly tone: 'bad' | 'warn' | 'info';
  readonly text: string;
  /** When it was told, in milliseconds of the page. */
  readonly at: number;
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
/** What is done sooner is not said to be under way. */
const WORK_MS = 500;
/** What was read or pointed at when its time was over is left for that much longer. */
const GRACE_MS = 2000;

export class Notices {
  /** The newest last. */
  list = $state.raw<readonly Notice[]>([]);
  /** Where they could be shown: the page, and each open dialog over it. They are shown at the last. */
  private places = $state.raw<readonly symbol[]>([]);
  private count = 0;
  private held = false;
  private overdue: number[] = [];

  /** Says something; the same words twice are said once. Good news goes away by itself. */
  tell(tone: Notice['tone'], text: string, action?: Notice['action']): void {
    const id = ++this.count;
    const rest = this.list.filter((notice) => notice.text !== text);
    this.list = [...rest, { id, tone, text, at: performance.now(), action }].slice(-SHOWN);
    if (tone === 'info') this.dismissIn(id, INFO_MS);
  }

  /** Says what is under way, once it has been so for a while, until `over` is called; `say` changes the words. */
  work(text: string, action: NonNullable<Notice['action']>): { say(text: string): void; over(): void } {
    const id = ++this.count;
    let words = text;
    const show = setTimeout(() => {
      const notice = { id, tone: 'info' as const, text: words, at: performance.now(), action };
      this.list = [...this.list, notice].slice(-SHOWN);
    }, WORK_MS);
    return {
      say: (now) => {
        words = now;
        this.list = this.list.map((notice) => (notice.id === id ? { ...notice, text: now } : notice));
      },
      over: () => {
        clearTimeout(show);
        this.dismiss(id);
      },
    };
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  dismissNewest(): void {
    this.list = this.list.slice(0, -1);
  }

  private dismissIn(id: number, pause: number): void {
    setTimeout(() => {
      if (this.held) this.overdue.push(id);
      else this.dismiss(id);
    }, pause);
  }

  /** None goes away by itself while somebody is at them. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    for (const id of this.overdue) this.dismissIn(id, GRACE_MS);
    this.overdue = [];
  }

  /** A place that opens over those before it, until the function it gives back is called. */
  enter(place: symbol): () => void {
    this.places = [...untrack(() => this.places), place];
    return () => (this.places = this.places.filter((other) => other !== place));
  }

  isAt(place: symbol): boolean {
    return this.places.at(-1) === place;
  }
}
