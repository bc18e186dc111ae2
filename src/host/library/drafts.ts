/** Drafts: one a task, and a counter by which a tab notices that another one was faster. */
import type { Draft, LibraryStore } from './store.ts';
import { UNPLACED, type TaskRef } from './task-ref.ts';

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

  /** One that version 1 kept by the id alone is offered to each task of that id, until one of them has its own. */
  async read(store: LibraryStore, ref: TaskRef): Promise<Draft | null> {
    const draft = (await store.draftOf(ref)) ?? (await store.draftOf({ ...ref, set: UNPLACED }));
    return draft === null || draft.source === null ? null : draft;
  }

  async save(store: LibraryStore, ref: TaskRef, source: string | null, seen: number): Promise<DraftSaved> {
    const { saved } = await store.changeDraft(ref, (now) => {
      // Where the other tab dropped its draft there is nothing to lose.
      if (now !== null && now.source !== null && now.revision !== seen && now.tab !== this.tab) {
        // Two tabs with one text have nothing to fight about.
        const isAlike = now.source === source;
        const saved: DraftSaved = isAlike
          ? { kind: 'saved', revision: now.revision }
          : { kind: 'conflict', draft: now };
        return { put: null, saved };
      }
      return this.next(ref, now, source, seen);
    });
    const placed = { ...ref, set: UNPLACED };
    if (saved.kind === 'saved' && (await store.draftOf(placed))?.source != null)
      await store.changeDraft(placed, (now) => this.next(placed, now, null, 0));
    return saved;
  }

  /** Writes a draft of the time without a database, unless somebody else has got further. */
  async bringBack(store: LibraryStore, draft: Draft | null): Promise<void> {
    if (draft === null) return;
    await store.changeDraft(draft, (now) => {
      const isOthers = now !== null && now.tab !== this.tab && now.revision >= draft.revision;
      return { put: isOthers ? null : draft };
    });
  }

  private next(
    { set, task }: TaskRef,
    now: Draft | null,
    source: string | null,
    seen: number,
  ): { readonly put: Draft; readonly saved: DraftSaved } {
    const revision = Math.max(now?.revision ?? 0, seen) + 1;
    const put = { set, task, source, revision, tab: this.tab, date: this.now() };
    return { put, saved: { kind: 'saved', revision } };
  }
}
