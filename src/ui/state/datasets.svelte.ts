/** The public data sets: which are here, and how far the others are on their way. */
import { DATA_SETS, findDataSet, versionedName, type DataSet } from '../../host/datasets/catalogue.ts';
import type { Downloaded } from '../../host/datasets/download.ts';
import { DataSetStore } from '../../host/datasets/store.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** Loaded when there is something to download, to open or to bring back; null where it cannot be. */
const downloading = () => import('../../host/datasets/download.ts').catch(() => null);
const UNREAD = { ok: false, why: 'what reads data sets could not be loaded itself' } as const;

/** `partly`: stopped or failed, and it goes on from where it was. */
export type SetPhase = 'absent' | 'loading' | 'partly' | 'here';

export class SetState {
  readonly set: DataSet;
  readonly label: string;
  phase = $state<SetPhase>('absent');
  /** Files that have arrived. */
  done = $state(0);
  /** Why it is not here, '' where nobody tried. */
  why = $state('');
  /** Whether it is there the next time. */
  kept = $state(true);
  /** Those of a set that is here. */
  tasks: readonly NamedTask[] = [];
  abort: AbortController | null = null;

  constructor(set: DataSet) {
    this.set = set;
    this.label = versionedName(set);
  }
}

export class DataSets {
  readonly list: readonly SetState[] = DATA_SETS.map((set) => new SetState(set));
  private readonly store = new DataSetStore();
  private readonly deliver: (tasks: readonly NamedTask[]) => void;
  private restoring: Promise<void> | null = null;

  /** @param deliver is given the tasks of a set that has arrived */
  constructor(deliver: (tasks: readonly NamedTask[]) => void) {
    this.deliver = deliver;
  }

  /** Brings back what an earlier visit has loaded. */
  restore(): Promise<void> {
    this.restoring ??= this.bringBack();
    return this.restoring;
  }

  private async bringBack(): Promise<void> {
    const keys = await this.store.keys();
    if (keys.length === 0) return;
    const part = await downloading();
    if (part === null) {
      this.restoring = null; // the next one who asks
      return;
    }
    for (const state of this.list) {
      if (!keys.includes(state.set.key) || state.phase !== 'absent') continue;
      const tasks = await part.storedSet(state.set, this.store);
      if (tasks !== null) this.arrived(state, tasks, true);
    }
  }

  find(name: string): SetState | null {
    const set = findDataSet(name);
    return this.list.find((state) => state.set === set) ?? null;
  }

  /** True once it is here. */
  async load(state: SetState): Promise<boolean> {
    await this.restore();
    if (state.phase === 'here') return true;
    if (state.phase === 'loading') return false;
    state.phase = 'loading';
    state.why = '';
    state.abort = new AbortController();
    const { signal } = state.abort;
    const part = await downloading();
    const progress = (done: number) => (state.done = done);
    const answer = part ? await part.downloadSet(state.set, { store: this.store, signal, progress }) : UNREAD;
    if ((state.phase as SetPhase) === 'here') return true; // its files were opened meanwhile
    if (answer.ok) this.arrived(state, answer.tasks, answer.kept);
    else {
      state.phase = 'partly';
      state.why = answer.why;
    }
    return answer.ok;
  }

  /** A set whose files were opened, and are known to be those of the pinned version. */
  async take(set: DataSet, texts: Record<string, string>): Promise<Downloaded> {
    await this.restore();
    const state = this.list.find((one) => one.set.key === set.key)!;
    if (state.phase === 'here') return { ok: true, tasks: state.tasks, kept: state.kept };
    const part = await downloading();
    const answer = part ? await part.openSet(set, texts, this.store) : UNREAD;
    if (answer.ok) this.arrived(state, answer.tasks, answer.kept);
    this.stop(state);
    return answer;
  }

  /** Takes a set out of the browser, and gives the tasks that go. */
  async remove(state: SetState): Promise<readonly NamedTask[]> {
    const { tasks } = state;
    await this.store.remove(state.set.key);
    state.phase = 'absent';
    state.done = 0;
    state.tasks = [];
    return tasks;
  }

  stop(state: SetState): void {
    state.abort?.abort();
  }

  dispose(): void {
    for (const state of this.list) this.stop(state);
  }

  private arrived(state: SetState, tasks: readonly NamedTask[], kept: boolean): void {
    state.phase = 'here';
    state.done = tasks.length;
    state.why = '';
    state.tasks = tasks;
    state.kept = kept;
    this.deliver(tasks);
  }
}
