/** What a sweep has done, kept in the browser task by task, so that it can go on after a reload or a crash. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { readResult, type SweepOptions, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { PoolSolver, Task } from '../../protocol/index.ts';
import { Database } from '../database.ts';

/** A sweep with all that it needs to go on, whatever tasks and solvers the page has by then. */
export interface KeptSweep {
  readonly version: 1;
  readonly id: string;
  /** What is swept, for people: the data set and its version. */
  readonly label: string;
  /** The key of the data set that the tasks are of. */
  readonly dataset: string;
  readonly tasks: readonly { readonly id: string; readonly task: Task }[];
  readonly pool: readonly PoolSolver[];
  readonly options: SweepOptions;
}

export interface Restored {
  readonly sweep: KeptSweep;
  /** In the order in which they came. */
  readonly results: readonly TaskResult[];
}

interface Schema extends DBSchema {
  sweeps: { key: string; value: KeptSweep };
  results: { key: number; value: { readonly sweep: string; readonly result: TaskResult } };
}

const DATABASE = 'batt-sweeps';

/** One sweep is kept, the last one. Nothing here throws: `why` tells what stands in the way of keeping. */
export class SweepStore {
  /** '' while all is kept. */
  why = '';
  private readonly database: Database<Schema>;

  constructor(name = DATABASE) {
    this.database = new Database(name, (database) => {
      database.createObjectStore('sweeps');
      database.createObjectStore('results', { autoIncrement: true });
    });
  }

  /** The sweep that is kept, null for none. */
  restore(): Promise<Restored | null> {
    return this.attempt(null, async (database) => {
      const transaction = database.transaction(['sweeps', 'results']);
      const sweeps = await transaction.objectStore('sweeps').getAll();
      const entries = await transaction.objectStore('results').getAll();
      const sweep = sweeps.find(({ version }) => version === 1);
      if (sweep === undefined) return null;
      const byTask = new Map<string, TaskResult>();
      const ids = new Set(sweep.tasks.map(({ id }) => id));
      for (const entry of entries) {
        const read = readResult(entry.result);
        if (entry.sweep === sweep.id && read.ok && ids.has(read.value.task))
          byTask.set(read.value.task, read.value);
      }
      return { sweep, results: [...byTask.values()] };
    });
  }

  /** Keeps this sweep from now on, and no other. */
  begin(sweep: KeptSweep): Promise<boolean> {
    return this.attempt(false, async (database) => {
      const transaction = database.transaction(['sweeps', 'results'], 'readwrite');
      await Promise.all([
        transaction.objectStore('results').clear(),
        transaction.objectStore('sweeps').clear(),
        transaction.objectStore('sweeps').put(sweep, sweep.id),
        transaction.done,
      ]);
      return true;
    });
  }

  add(sweep: KeptSweep, result: TaskResult): Promise<boolean> {
    return this.attempt(false, async (database) => {
      await database.add('results', { sweep: sweep.id, result });
      return true;
    });
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private async attempt<T>(otherwise: T, work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      const result = await this.database.use(work);
      this.why = '';
      return result;
    } catch (error) {
      this.why = (error as Error).message || String(error);
      return otherwise;
    }
  }
}
