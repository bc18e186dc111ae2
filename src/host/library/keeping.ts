/** Where the library lies at the moment: in the database, or in memory where there is none or its disk is full. */
import type { DatabasePlace } from './database-store.ts';
import { MemoryStore } from './memory-store.ts';
import { keep } from './record.ts';
import type { LibraryStore } from './store.ts';

export type KeepingStatus =
  | { readonly kind: 'kept' }
  /** Gone with this tab: there is no database. */
  | { readonly kind: 'memory'; readonly why: string }
  /** What came since then is gone with this tab: the disk is full. `retry` tries again. */
  | { readonly kind: 'full'; readonly why: string };

export class Keeping {
  private readonly place: DatabasePlace;
  private readonly say: (status: KeepingStatus) => void;
  private store: LibraryStore = new MemoryStore();
  /** The database while its disk is full. */
  private waiting: LibraryStore | null = null;
  /** On the way from one store to the next. */
  private moving: Promise<void> | null = null;

  /** @param say is told of every change of status */
  constructor(place: DatabasePlace, say: (status: KeepingStatus) => void) {
    this.place = place;
    this.say = say;
  }

  async open(): Promise<void> {
    try {
      this.store = await this.openDatabase();
      this.say({ kind: 'kept' });
    } catch (error) {
      this.store = new MemoryStore();
      this.say({ kind: 'memory', why: reasonOf(error) });
    }
  }

  /** Asks of the store; where the database fails, of a new connection, and then of memory. */
  async use<T>(ask: (store: LibraryStore) => Promise<T>): Promise<T> {
    await this.moving;
    const first = this.store;
    try {
      return await ask(first);
    } catch (error) {
      if (first === this.store) {
        // Several may fail at once: only the first of them moves.
        this.moving ??= this.move(error).finally(() => (this.moving = null));
      }
      await this.moving;
    }
    try {
      return await ask(this.store);
    } catch (error) {
      if (!(this.store instanceof MemoryStore)) await this.goOnInMemory(error);
      return ask(this.store);
    }
  }

  /** As `use`, for what takes away: on a full disk it makes room. */
  async clear<T>(ask: (store: LibraryStore) => Promise<T>): Promise<T> {
    const cleared = await this.use(ask);
    if (this.waiting !== null) await ask(this.waiting).catch(() => undefined);
    return cleared;
  }

  /** Tries to bring what is in memory into the database; `others` does so for what are no solvers. */
  async retry(others: (memory: MemoryStore, database: LibraryStore) => Promise<void>): Promise<void> {
    const memory = this.store;
    if (!(memory instanceof MemoryStore)) return;
    try {
      const database = this.waiting ?? (await this.openDatabase());
      for (const ref of memory.changed.solvers.values()) {
        for (const solver of await memory.solversOf(ref)) {
          await database.changeSolvers(ref, (kept) =>
            keep(
              kept.filter(({ hash }) => hash !== solver.hash),
              solver,
            ),
          );
        }
      }
      await others(memory, database);
      this.waiting = null;
      this.store = database;
      this.say({ kind: 'kept' });
    } catch (error) {
      this.say({ kind: isFull(error) ? 'full' : 'memory', why: reasonOf(error) });
    }
  }

  close(): void {
    this.store.close();
    this.waiting?.close();
  }

  private async openDatabase(): Promise<LibraryStore> {
    const { openDatabase } = await import('./database-store.ts');
    return openDatabase(this.place);
  }

  private async move(error: unknown): Promise<void> {
    if (isFull(error)) return this.goOnInMemory(error);
    this.store.close();
    await this.open();
  }

  /** With all that can be read. */
  private async goOnInMemory(error: unknown): Promise<void> {
    const database = this.store;
    const all = Promise.all([database.allSolvers(), database.allDrafts()]);
    const [solvers, drafts] = await all.catch(() => [[], []]);
    this.waiting = database;
    this.store = new MemoryStore(solvers, drafts);
    this.say({ kind: isFull(error) ? 'full' : 'memory', why: reasonOf(error) });
  }
}

/** Whether a failed write failed for lack of room. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function reasonOf(error: unknown): string {
  if (isFull(error)) return 'the disk, or the room that the browser gives to this page, is full';
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
