/** The public data sets: which are here, and how far the others are on their way. */
import { DATA_SETS, findDataSet, versionedName, type DataSet } from '../../host/datasets/catalogue.ts';
import { downloadSet, storedSet } from '../../host/datasets/download.ts';
import { DataSetStore } from '../../host/datasets/store.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

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
  abort: AbortController | null = null;

  constructor(set: DataSet) {
    this.set = set;
    this.label = versionedName(set);
  }
}

export class DataSets {
  readonly list: readonly SetState[] = DATA_SETS.map((set) => new SetState(set));
  private readonly store = new DataSetStore();
  private readonly take: (tasks: readonly NamedTask[]) => void;
  private restoring: Promise<void> | null = null;

  /** @param take adds the tasks of a set that has arrived */
  constructor(take: (tasks: readonly NamedTask[]) => void) {
    this.take = take;
  }

  /** Brings back what an earlier visit has loaded. */
  restore(): Promise<void> {
    this.restoring ??= (async () => {
      const keys = await this.store.keys();
      for (const state of this.list) {
        if (!keys.includes(state.set.key) || state.phase !== 'absent') continue;
        const tasks = await storedSet(state.set, this.store);
        if (tasks !== null) this.arrived(state, tasks);
      }
    })();
    return this.restoring;
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
    const answer = await downloadSet(state.set, {
      store: this.store,
      signal: state.abort.signal,
      progress: (done) => (state.done = done),
    });
    if (answer.ok) this.arrived(state, answer.tasks);
    else {
      state.phase = 'partly';
      state.why = answer.why;
    }
    return answer.ok;
  }

  stop(state: SetState): void {
    state.abort?.abort();
  }

  dispose(): void {
    for (const state of this.list) this.stop(state);
  }

  private arrived(state: SetState, tasks: readonly NamedTask[]): void {
    state.phase = 'here';
    state.done = tasks.length;
    state.why = '';
    this.take(tasks);
  }
}
