/**
 * A database of the browser that one tab holds and others may want. It is let go as soon as another tab deletes it or
 * brings it to a newer version, and opened again by the next use.
 */
import type { DBSchema, IDBPDatabase } from 'idb';

export class Database<Schema extends DBSchema> {
  private readonly name: string;
  private readonly upgrade: (database: IDBPDatabase<Schema>) => void;
  private opening: Promise<IDBPDatabase<Schema>> | null = null;

  /** `upgrade` makes the stores of version 1, the only one so far. */
  constructor(name: string, upgrade: (database: IDBPDatabase<Schema>) => void) {
    this.name = name;
    this.upgrade = upgrade;
  }

  /** Rejects as `work` does, or where there is no database to be had. A connection that was closed is opened again. */
  async use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const connection = this.open();
    try {
      return await work(await connection);
    } catch (error) {
      if (!isClosed(error)) throw error;
      if (this.opening === connection) this.opening = null;
      return work(await this.open());
    }
  }

  async close(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    (await opening?.catch(() => null))?.close();
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    if (this.opening !== null) return this.opening;
    const forget = (): void => {
      if (this.opening === opening) this.opening = null;
    };
    // Where there is no database to be had, asking for one may throw at once.
    const opening = (async () => {
      const { openDatabaseInTime } = await import('./open-database.ts');
      return openDatabaseInTime<Schema>(this.name, 1, {
        upgrade: (database, _from, _to, transaction) => {
          transaction.done.catch(() => {}); // that it came to nothing is told by the opening
          this.upgrade(database);
        },
        blocking(_current, _wanted, event) {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
    })();
    opening.catch(forget); // the next use asks again
    return (this.opening = opening);
  }
}

/** Whether the browser keeps nothing for this page at all, as some do in a private window: then nothing is missing either. */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && ['SecurityError', 'InvalidStateError'].includes(error.name);
}

/** Whether a use failed since its connection is closed, or about to be. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidStateError';
}
