/**
 * Data sets kept in the browser, in a database of their own: losing it costs a download, nothing that somebody made.
 * While a set is on its way its files lie one by one, so that a download goes on where it broke off.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import { Database } from '../database.ts';

interface DataSetSchema extends DBSchema {
  /** Whole sets: the text of each file by task id. */
  sets: { key: string; value: { key: string; version: string; files: Record<string, string> } };
  /** Files of a set on its way. */
  files: { key: [set: string, id: string]; value: { set: string; id: string; sha: string; text: string } };
}

export interface StoredFile {
  readonly id: string;
  readonly sha: string;
  readonly text: string;
}

/** Where the browser keeps nothing, all verbs do nothing: sets are there until the tab closes. */
export class DataSetStore {
  private readonly database: Database<DataSetSchema>;

  constructor(name = 'batt-datasets') {
    this.database = new Database(name, (database) => {
      database.createObjectStore('sets', { keyPath: 'key' });
      database.createObjectStore('files', { keyPath: ['set', 'id'] });
    });
  }

  /** The whole set, if it is of that version. */
  async whole(key: string, version: string): Promise<Record<string, string> | null> {
    const set = await this.attempt((database) => database.get('sets', key));
    return set?.version === version ? set.files : null;
  }

  async keys(): Promise<readonly string[]> {
    return (await this.attempt((database) => database.getAllKeys('sets'))) ?? [];
  }

  /** What has arrived of a set. */
  async parts(set: string): Promise<readonly StoredFile[]> {
    return (await this.attempt((database) => database.getAll('files', rangeOf(set)))) ?? [];
  }

  async addParts(set: string, files: readonly StoredFile[]): Promise<void> {
    await this.attempt(async (database) => {
      const transaction = database.transaction('files', 'readwrite');
      await Promise.all([...files.map((file) => transaction.store.put({ set, ...file })), transaction.done]);
    });
  }

  /** Keeps a set as a whole; its parts are no longer needed. False where it could not be kept. */
  async finish(key: string, version: string, files: Record<string, string>): Promise<boolean> {
    const done = await this.attempt(async (database) => {
      const transaction = database.transaction(['sets', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('sets').put({ key, version, files }),
        transaction.objectStore('files').delete(rangeOf(key)),
        transaction.done,
      ]);
      return true;
    });
    return done === true;
  }

  /** Takes a set away, and what is here of it on its way. */
  async remove(key: string): Promise<void> {
    await this.attempt(async (database) => {
      const transaction = database.transaction(['sets', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('sets').delete(key),
        transaction.objectStore('files').delete(rangeOf(key)),
        transaction.done,
      ]);
    });
  }

  private async attempt<T>(
    use: (database: IDBPDatabase<DataSetSchema>) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.database.use(use);
    } catch {
      return undefined;
    }
  }
}

function rangeOf(set: string): IDBKeyRange {
  return IDBKeyRange.bound([set], [set, []]);
}
