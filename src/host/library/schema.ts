/** The database: its stores, and how each version becomes the next. */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { KeptSolver } from './record.ts';
import type { Draft } from './store.ts';
import { UNPLACED } from './task-ref.ts';
import { setOfVersion1 } from './version-1.ts';

export const DATABASE = 'batt';

/** The newest version. */
export interface LibrarySchema extends DBSchema {
  solvers: {
    key: [set: string, task: string, hash: string];
    value: KeptSolver;
    indexes: { task: [set: string, task: string] };
  };
  drafts: { key: [set: string, task: string]; value: Draft };
}

/** Runs inside of the upgrade: it may await the database, and nothing else. */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/**
 * Entry n leads from version n to n + 1; 0 is no database. FROZEN once released: what changes is a further entry, with
 * a sample of the version before in tests/library, from which a test migrates.
 */
export const MIGRATIONS: readonly Migration[] = [
  function stores(database) {
    database.createObjectStore('solvers', { keyPath: ['task', 'hash'] }).createIndex('task', 'task');
    database.createObjectStore('drafts', { keyPath: 'task' });
  },
  async function sets(database, transaction) {
    const solvers = await transaction.objectStore('solvers').getAll();
    const drafts = await transaction.objectStore('drafts').getAll();
    database.deleteObjectStore('solvers');
    database.deleteObjectStore('drafts');
    const solverStore = database.createObjectStore('solvers', { keyPath: ['set', 'task', 'hash'] });
    solverStore.createIndex('task', ['set', 'task']);
    const draftStore = database.createObjectStore('drafts', { keyPath: ['set', 'task'] });
    for (const solver of solvers) await solverStore.put({ ...solver, set: setOfVersion1(solver) });
    for (const draft of drafts) await draftStore.put({ ...draft, set: UNPLACED });
  },
];
