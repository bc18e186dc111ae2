/** Pairs that somebody made for a task, kept in the browser: each is a record of its own, so that two tabs keep both. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { readGrid } from '../../core/task/read.ts';
import type { GridRows } from '../../protocol/index.ts';
import { Database } from '../database.ts';

/** A pair beside those of the task: one that the user has made, or one that a solver failed on. */
export interface OwnPair {
  readonly id: string;
  readonly label: string;
  readonly input: GridRows;
  /** null where nobody knows the answer. */
  readonly output: GridRows | null;
}

interface Kept extends OwnPair {
  /** The task that it is for. */
  readonly task: string;
  /** Milliseconds since 1970. */
  readonly date: number;
}

interface PairsSchema extends DBSchema {
  pairs: { key: string; value: Kept; indexes: { task: string } };
}

/** Where the browser keeps nothing, all verbs do nothing. */
export class KeptPairs {
  private readonly database: Database<PairsSchema>;

  constructor(name = 'batt-pairs') {
    this.database = new Database(name, (database) => {
      database.createObjectStore('pairs', { keyPath: 'id' }).createIndex('task', 'task');
    });
  }

  /** In the order in which they were made. What another version wrote and is no pair here is left out. */
  async of(task: string): Promise<readonly OwnPair[]> {
    const kept = await this.attempt((database) => database.getAllFromIndex('pairs', 'task', task));
    return (kept ?? [])
      .toSorted((a, b) => a.date - b.date)
      .flatMap(({ id, label, input, output }) => {
        const read = [readGrid(input), output === null ? null : readGrid(output)];
        return read.every((grid) => grid === null || grid.ok) ? [{ id, label, input, output }] : [];
      });
  }

  async put(task: string, pair: OwnPair): Promise<void> {
    await this.attempt(async (database) => {
      const date = (await database.get('pairs', pair.id))?.date ?? Date.now();
      await database.put('pairs', { ...pair, task, date });
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.attempt((database) => Promise.all(ids.map((id) => database.delete('pairs', id))));
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private async attempt<T>(use: (database: IDBPDatabase<PairsSchema>) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.database.use(use);
    } catch {
      return undefined;
    }
  }
}
