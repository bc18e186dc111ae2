/**
 * The library: what a user finds, kept in this browser. Where the browser keeps nothing (a private window, a full
 * disk), it goes on in memory, and `status` says so. Nothing here throws; several tabs may write at once.
 */
import type { DatabasePlace } from './database-store.ts';
import { ChangeChannel, type LibraryEvent } from './change-channel.ts';
import { DraftBook, type DraftSaved } from './drafts.ts';
import { Keeping, type KeepingStatus } from './keeping.ts';
import { compareKept, keep, normalised, sorted, type Kept, type KeptSolver } from './record.ts';
import type { Draft } from './store.ts';
import type { TaskRef } from './task-ref.ts';

export type LibraryStatus =
  /** On the disk. `safe`: the browser has promised not to clear it by itself; null: it was not asked yet. */
  { readonly kind: 'kept'; readonly safe: boolean | null } | Exclude<KeepingStatus, { kind: 'kept' }>;

export interface Usage {
  /** Bytes that the page keeps in the browser, tasks included. */
  readonly used: number;
  readonly available: number;
}

export interface LibraryOptions extends DatabasePlace {
  /** Tells tabs apart. */
  readonly tab?: string;
  /** The browser's own; null for none. */
  readonly storage?: Pick<StorageManager, 'persist' | 'estimate'> | null;
  readonly now?: () => number;
}

export class Library {
  /** Tells tabs apart. */
  readonly tab: string;
  private readonly storage: Pick<StorageManager, 'persist' | 'estimate'> | null;
  private readonly bell: ChangeChannel;
  private readonly drafts: DraftBook;
  private readonly keeping: Keeping;
  private now: LibraryStatus = { kind: 'memory', why: 'it is not open yet' };

  /** Opens the library; it is there in any case. */
  static async open(options: LibraryOptions = {}): Promise<Library> {
    const library = new Library(options);
    await library.keeping.open();
    return library;
  }

  private constructor(options: LibraryOptions) {
    this.tab = options.tab ?? newTab();
    this.storage = options.storage === undefined ? browserStorage() : options.storage;
    this.bell = new ChangeChannel(options.name ?? 'batt');
    this.drafts = new DraftBook(this.tab, options.now ?? Date.now);
    this.keeping = new Keeping(options, (status) =>
      this.say(status.kind === 'kept' ? { ...status, safe: null } : status),
    );
  }

  get status(): LibraryStatus {
    return this.now;
  }

  /** Tells of every change, this tab's and other tabs'. Returns what ends it. */
  listen(listener: (event: LibraryEvent) => void): () => void {
    return this.bell.listen(listener);
  }

  // ---- solvers

  /** Keeps a solver, if it is among the best of its task; the worst one may leave for it. */
  async add(solver: KeptSolver): Promise<Kept> {
    const added = normalised(solver);
    const { outcome, put, remove } = await this.keeping.use((store) =>
      store.changeSolvers(added, (kept) => keep(kept, added)),
    );
    // Not awaited: some browsers ask their user, who may take a while.
    void this.askToPersist();
    if (put.length + remove.length > 0) this.bell.ring(solversOf(added));
    return outcome;
  }

  /** The solvers of a task, the best first. */
  async solversOf(ref: TaskRef): Promise<KeptSolver[]> {
    return (await this.keeping.use((store) => store.solversOf(ref))).sort(compareKept);
  }

  /** The solvers of a set: by task, the best first. */
  async solversIn(set: string): Promise<KeptSolver[]> {
    return sorted(await this.keeping.use((store) => store.solversIn(set)));
  }

  /** All solvers: by set and task, the best first. */
  async all(): Promise<KeptSolver[]> {
    return sorted(await this.keeping.use((store) => store.allSolvers()));
  }

  /** Sets what people say of a solver, or what it does on a task that has changed; false where it is gone. */
  async edit(
    ref: TaskRef,
    hash: string,
    edit: Partial<Pick<KeptSolver, 'notes' | 'star' | 'score' | 'cost'>>,
  ): Promise<boolean> {
    const { put } = await this.keeping.use((store) =>
      store.changeSolvers(ref, (kept) => {
        const put = kept
          .filter((solver) => solver.hash === hash)
          .map((solver) => normalised({ ...solver, ...edit }));
        return { put, remove: [] };
      }),
    );
    if (put.length > 0) this.bell.ring(solversOf(ref));
    return put.length > 0;
  }

  async remove(ref: TaskRef, hash: string): Promise<void> {
    await this.keeping.clear((store) => store.changeSolvers(ref, () => ({ put: [], remove: [hash] })));
    this.bell.ring(solversOf(ref));
  }

  // ---- drafts

  /** The draft of a task, or null. Its revision is what `saveDraft` wants to be told. */
  draft(ref: TaskRef): Promise<Draft | null> {
    return this.keeping.use((store) => this.drafts.read(store, ref));
  }

  /**
   * Keeps a draft; null drops it. `revision` is that of the draft last seen or saved here, 0 for none: where another tab
   * has saved since, nothing is written, and the answer is the other draft.
   */
  async saveDraft(ref: TaskRef, source: string | null, revision: number): Promise<DraftSaved> {
    const saved = await this.keeping.use((store) => this.drafts.save(store, ref, source, revision));
    if (saved.kind === 'saved') this.bell.ring({ kind: 'draft', set: ref.set, task: ref.task });
    return saved;
  }

  // ---- the disk

  async usage(): Promise<Usage | null> {
    const estimate = await this.storage?.estimate().catch(() => undefined);
    if (estimate?.usage === undefined || estimate.quota === undefined) return null;
    return { used: estimate.usage, available: Math.max(0, estimate.quota - estimate.usage) };
  }

  /** After a full disk, or without a database: tries again to keep what is in memory. */
  async retry(): Promise<LibraryStatus> {
    await this.keeping.retry(async (memory, database) => {
      for (const ref of memory.changed.drafts.values())
        await this.drafts.bringBack(database, await memory.draftOf(ref));
    });
    return this.now;
  }

  close(): void {
    this.keeping.close();
    this.bell.close();
  }

  /** Once, at the first save: browsers may ask their user. */
  private async askToPersist(): Promise<void> {
    if (this.now.kind !== 'kept' || this.now.safe !== null) return;
    this.now = { kind: 'kept', safe: false };
    const safe = (await this.storage?.persist().catch(() => false)) ?? false;
    if (this.now.kind === 'kept') this.say({ kind: 'kept', safe });
  }

  private say(status: LibraryStatus): void {
    this.now = status;
    this.bell.ring({ kind: 'status' });
  }
}

function solversOf({ set, task }: TaskRef): LibraryEvent {
  return { kind: 'solvers', set, task };
}

function browserStorage(): StorageManager | null {
  return typeof navigator === 'undefined' ? null : (navigator.storage ?? null);
}

function newTab(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
