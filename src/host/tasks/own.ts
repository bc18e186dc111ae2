/** Tasks that were opened from files or made here, kept in the browser: the next visit finds them again. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { readTask } from '../../core/task/read.ts';
import type { Task } from '../../protocol/index.ts';
import { Database, isRefused } from '../database.ts';
import { nameTask, type NamedTask } from './named-task.ts';

interface KeptTask {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly description: string;
  readonly origin: string;
  readonly task: Task;
  /** Milliseconds since 1970, and the place among those that came with it. */
  readonly order: readonly [number, number];
}

interface OwnSchema extends DBSchema {
  tasks: { key: string; value: KeptTask };
}

/** Tasks that are written or read at a time: between two such steps the page gets a turn. */
const AT_A_TIME = 50;

export class OwnTasks {
  private readonly database: Database<OwnSchema>;

  constructor(name = 'batt-tasks') {
    this.database = new Database(name, (database) => {
      database.createObjectStore('tasks', { keyPath: 'id' });
    });
  }

  /**
   * In the order in which they came. What another version wrote and is no task here is left out. Rejects where those that
   * were kept cannot be read; a browser that keeps nothing has none.
   */
  async all(): Promise<readonly NamedTask[]> {
    const kept: KeptTask[] = [];
    for (let after = ''; ; after = (kept.at(-1) as KeptTask).id) {
      const range = after === '' ? null : IDBKeyRange.lowerBound(after, true);
      const some = await this.read((database) => database.getAll('tasks', range, AT_A_TIME));
      kept.push(...some);
      if (some.length < AT_A_TIME) break;
    }
    kept.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);
    return kept.flatMap(({ id, origin, task, ...label }) => {
      const read = readTask(task);
      return read.ok ? [nameTask(id, read.value, origin, { ...label, dataset: '' })] : [];
    });
  }

  /** False where they are gone with the tab. */
  async put(tasks: readonly NamedTask[]): Promise<boolean> {
    const now = Date.now();
    for (let first = 0; first < tasks.length; first += AT_A_TIME) {
      const done = await this.attempt(async (database) => {
        const transaction = database.transaction('tasks', 'readwrite');
        const puts = tasks
          .slice(first, first + AT_A_TIME)
          .map(({ id, title, theme, description, origin, task }, i) =>
            transaction.store.put({ id, title, theme, description, origin, task, order: [now, first + i] }),
          );
        await Promise.all([...puts, transaction.done]);
        return true;
      });
      if (done !== true) return false;
    }
    return true;
  }

  /** Nothing is thrown. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.attempt(async (database) => {
      const transaction = database.transaction('tasks', 'readwrite');
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    });
  }

  private async read(ask: (database: IDBPDatabase<OwnSchema>) => Promise<KeptTask[]>): Promise<KeptTask[]> {
    try {
      return await this.database.use(ask);
    } catch (error) {
      if (isRefused(error)) return [];
      throw error;
    }
  }

  private async attempt<T>(use: (database: IDBPDatabase<OwnSchema>) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.database.use(use);
    } catch {
      return undefined;
    }
  }
}
