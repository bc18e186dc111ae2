/** Where the library lies at the moment: in the database, or in memory where there is none or its disk is full. */
import { isFull, openDatabase, type DatabasePlace } from './database-shelf.ts';
import { MemoryShelf } from './memory-shelf.ts';
import { keep } from './record.ts';
import type { Shelf } from './shelf.ts';

export type KeepingStatus =
  | { readonly kind: 'kept' }
  /** Gone with this tab: there is no database. */
  | { readonly kind: 'memory'; readonly why: string }
  /** What came since then is gone with this tab: the disk is full. `retry` tries again. */
  | { readonly kind: 'full'; readonly why: string };

export class Keeping {
  private readonly place: DatabasePlace;
  private readonly say: (status: KeepingStatus) => void;
  private shelf: Shelf = new MemoryShelf();
  /** The database while its disk is full. */
  private waiting: Shelf | null = null;
  /** On the way from one shelf to the next. */
  private moving: Promise<void> | null = null;

  /** @param say is told of every change of status */
  constructor(place: DatabasePlace, say: (status: KeepingStatus) => void) {
    this.place = place;
    this.say = say;
  }

  async open(): Promise<void> {
    try {
      this.shelf = await openDatabase(this.place);
      this.say({ kind: 'kept' });
    } catch (error) {
      this.shelf = new MemoryShelf();
      this.say({ kind: 'memory', why: reasonOf(error) });
    }
  }

  /** Asks of the shelf; where the database fails, of a new connection, and then of memory. */
  async use<T>(ask: (shelf: Shelf) => Promise<T>): Promise<T> {
    await this.moving;
    const first = this.shelf;
    try {
      return await ask(first);
    } catch (error) {
      if (first === this.shelf) {
        // Several may fail at once: only the first of them moves.
        this.moving ??= this.move(error).finally(() => (this.moving = null));
      }
      await this.moving;
    }
    try {
      return await ask(this.shelf);
    } catch (error) {
      if (!(this.shelf instanceof MemoryShelf)) await this.goOnInMemory(error);
      return ask(this.shelf);
    }
  }

  /** As `use`, for what takes away: on a full disk it makes room. */
  async clear<T>(ask: (shelf: Shelf) => Promise<T>): Promise<T> {
    const cleared = await this.use(ask);
    if (this.waiting !== null) await ask(this.waiting).catch(() => undefined);
    return cleared;
  }

  /** Tries to bring what is in memory into the database; `others` does so for what are no solvers. */
  async retry(others: (memory: MemoryShelf, database: Shelf) => Promise<void>): Promise<void> {
    const memory = this.shelf;
    if (!(memory instanceof MemoryShelf)) return;
    try {
      const database = this.waiting ?? (await openDatabase(this.place));
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
      this.shelf = database;
      this.say({ kind: 'kept' });
    } catch (error) {
      this.say({ kind: isFull(error) ? 'full' : 'memory', why: reasonOf(error) });
    }
  }

  close(): void {
    this.shelf.close();
    this.waiting?.close();
  }

  private async move(error: unknown): Promise<void> {
    if (isFull(error)) return this.goOnInMemory(error);
    this.shelf.close();
    await this.open();
  }

  /** With all that can be read. */
  private async goOnInMemory(error: unknown): Promise<void> {
    const database = this.shelf;
    const all = Promise.all([database.allSolvers(), database.allDrafts()]);
    const [solvers, drafts] = await all.catch(() => [[], []]);
    this.waiting = database;
    this.shelf = new MemoryShelf(solvers, drafts);
    this.say({ kind: isFull(error) ? 'full' : 'memory', why: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  if (isFull(error)) return 'the disk, or the room that the browser gives to this page, is full';
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
