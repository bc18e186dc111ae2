/** The store that lasts: IndexedDB. Every change is one transaction, so that tabs and killed tabs lose nothing. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { openDatabaseInTime } from '../open-database.ts';
import type { KeptSolver } from './record.ts';
import { DATABASE, MIGRATIONS, type LibrarySchema, type Migration } from './schema.ts';
import type { Draft, LibraryStore, SolverWrite } from './store.ts';
import type { TaskRef } from './task-ref.ts';

type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

export interface DatabasePlace {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
}

/** Opens the database, and brings it to the newest version. Rejects where there is none to be had. */
export function openDatabase({
  name = DATABASE,
  migrations = MIGRATIONS,
}: DatabasePlace = {}): Promise<DatabaseStore> {
  return new Promise((resolve, reject) => {
    const opening = openDatabaseInTime<LibrarySchema>(name, migrations.length, {
      async upgrade(database, from, _to, transaction) {
        transaction.done.catch(() => {}); // that it came to nothing is told by the opening
        try {
          for (const migrate of migrations.slice(from)) {
            await migrate(database as unknown as IDBPDatabase, transaction as unknown as UpgradeTransaction);
          }
        } catch (error) {
          reject(
            new Error(`the library could not be brought to version ${migrations.length}: ${String(error)}`),
          );
          // All of the upgrade or nothing. The database stays at its old version.
          abort(transaction);
        }
      },
      blocked() {
        reject(
          new Error('another tab holds an older version: close the other tabs of Batt, then reload this one'),
        );
      },
      blocking(_current, _wanted, event) {
        // A newer Batt wants to upgrade: let it. The next use here finds the database closed.
        (event.target as IDBDatabase).close();
      },
    });
    opening.then(
      (database) => resolve(new DatabaseStore(database)),
      (error: unknown) => reject(isOutdated(error) ? new Error(OUTDATED) : error),
    );
  });
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The browser did, as it found no room.
  }
}

const OUTDATED = 'a newer Batt has been opened in this browser: reload this page';

function isOutdated(error: unknown): boolean {
  return error instanceof Error && error.name === 'VersionError';
}

export class DatabaseStore implements LibraryStore {
  private readonly database: IDBPDatabase<LibrarySchema>;

  constructor(database: IDBPDatabase<LibrarySchema>) {
    this.database = database;
  }

  solversOf({ set, task }: TaskRef): Promise<KeptSolver[]> {
    return this.database.getAllFromIndex('solvers', 'task', [set, task]);
  }

  solversIn(set: string): Promise<KeptSolver[]> {
    return this.database.getAll('solvers', IDBKeyRange.bound([set], [set, []]));
  }

  allSolvers(): Promise<KeptSolver[]> {
    return this.database.getAll('solvers');
  }

  async changeSolvers<T extends SolverWrite>(
    { set, task }: TaskRef,
    decide: (kept: readonly KeptSolver[]) => T,
  ): Promise<T> {
    const transaction = this.database.transaction('solvers', 'readwrite');
    return finished(transaction, async () => {
      const change = decide(await transaction.store.index('task').getAll([set, task]));
      // Each in a promise of its own: where one is refused at once, the others still end in this list.
      await Promise.all([
        ...change.remove.map(async (hash) => transaction.store.delete([set, task, hash])),
        ...change.put.map(async (solver) => transaction.store.put(solver)),
      ]);
      return change;
    });
  }

  async draftOf({ set, task }: TaskRef): Promise<Draft | null> {
    return (await this.database.get('drafts', [set, task])) ?? null;
  }

  allDrafts(): Promise<Draft[]> {
    return this.database.getAll('drafts');
  }

  async changeDraft<T extends { readonly put: Draft | null }>(
    { set, task }: TaskRef,
    decide: (now: Draft | null) => T,
  ): Promise<T> {
    const transaction = this.database.transaction('drafts', 'readwrite');
    return finished(transaction, async () => {
      const change = decide((await transaction.store.get([set, task])) ?? null);
      if (change.put !== null) await transaction.store.put(change.put);
      return change;
    });
  }

  close(): void {
    this.database.close();
  }
}

interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** The work of a transaction once it is on the disk. Where it fails, nothing of it is, and the cause is what is thrown. */
async function finished<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const done = transaction.done.then(
    () => null,
    (error: unknown) => error,
  );
  try {
    const result = await work();
    const error = await done;
    if (error !== null) throw error;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It was over already.
    }
    await done;
    throw transaction.error ?? error;
  }
}
