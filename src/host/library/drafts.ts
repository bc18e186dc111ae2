/** Drafts: one a task, and a counter by which a tab notices that another one was faster. */
import type { Draft, Shelf } from './shelf.ts';

export type DraftSaved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Nothing was written. `draft` is what another tab saved. */
  | { readonly kind: 'conflict'; readonly draft: Draft };

export class DraftBook {
  private readonly tab: string;
  private readonly now: () => number;

  constructor(tab: string, now: () => number) {
    this.tab = tab;
    this.now = now;
  }

  async read(shelf: Shelf, task: string): Promise<Draft | null> {
    const draft = await shelf.draftOf(task);
    return draft === null || draft.source === null ? null : draft;
  }

  async save(shelf: Shelf, task: string, source: string | null, seen: number): Promise<DraftSaved> {
    const { saved } = await shelf.changeDraft(task, (now) => {
      // Where the other tab dropped its draft there is nothing to lose.
      if (now !== null && now.source !== null && now.revision !== seen && now.tab !== this.tab) {
        // Two tabs with one text have nothing to fight about.
        const isAlike = now.source === source;
        const saved: DraftSaved = isAlike
          ? { kind: 'saved', revision: now.revision }
          : { kind: 'conflict', draft: now };
        return { put: null, saved };
      }
      const revision = Math.max(now?.revision ?? 0, seen) + 1;
      const put: Draft = { task, source, revision, tab: this.tab, date: this.now() };
      return { put, saved: { kind: 'saved', revision } satisfies DraftSaved };
    });
    return saved;
  }

  /** Writes a draft of the time without a database, unless somebody else has got further. */
  async bringBack(shelf: Shelf, draft: Draft | null): Promise<void> {
    if (draft === null) return;
    await shelf.changeDraft(draft.task, (now) => {
      const isOthers = now !== null && now.tab !== this.tab && now.revision >= draft.revision;
      return { put: isOthers ? null : draft };
    });
  }
}
