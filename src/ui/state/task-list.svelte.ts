/** The tasks at hand. Those of no data set are the user's own, and are kept for the next visit. */
import { changedTasks, joinTasks, type NamedTask } from '../../host/tasks/named-task.ts';
import type { Notices } from './notices.svelte.ts';

/** Where own tasks are kept. */
export interface OwnTaskStore {
  /** Rejects where they cannot be read. */
  all(): Promise<readonly NamedTask[]>;
  /** False where there is no room for them. */
  put(tasks: readonly NamedTask[]): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
}

export class TaskList {
  all = $state.raw<readonly NamedTask[]>([]);
  private readonly store: OwnTaskStore;
  private readonly notices: Pick<Notices, 'tell'>;

  constructor(store: OwnTaskStore, notices: Pick<Notices, 'tell'>) {
    this.store = store;
    this.notices = notices;
  }

  /** The starter set and the own tasks come first, whatever is here already. */
  async begin(starter: readonly NamedTask[]): Promise<void> {
    this.all = joinTasks([...starter, ...(await this.kept())], this.all);
  }

  private async kept(): Promise<readonly NamedTask[]> {
    try {
      return await this.store.all();
    } catch (error) {
      const why = (error as Error).message;
      this.notices.tell(
        'warn',
        `Your own tasks of earlier visits could not be read: ${why}. They may be there after a reload.`,
      );
      return [];
    }
  }

  /** Gives those that took the place of one with other grids. */
  add(added: readonly NamedTask[], keep: boolean): readonly NamedTask[] {
    const changed = changedTasks(this.all, added);
    this.all = joinTasks(this.all, added);
    if (keep) void this.keep(added.filter(({ dataset }) => dataset === ''));
    return changed;
  }

  private async keep(own: readonly NamedTask[]): Promise<void> {
    if (await this.store.put(own)) return;
    const what = own.length === 1 ? 'The task is' : 'The tasks are';
    this.notices.tell('warn', `${what} here until this tab closes: the browser could not keep more.`);
  }

  /** `forGood`: nor are they kept for the next visit. */
  remove(gone: readonly NamedTask[], forGood: boolean): void {
    this.all = this.all.filter((named) => !gone.includes(named));
    if (forGood) void this.store.remove(gone.map(({ id }) => id));
  }

  /** The id, or one like it that no task has. */
  freeId(id: string): string {
    const taken = (wanted: string) => this.all.some((named) => named.id === wanted);
    if (!taken(id)) return id;
    let n = 2;
    while (taken(`${id}_${n}`)) n++;
    return `${id}_${n}`;
  }
}
