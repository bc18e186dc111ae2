/** Pairs of one's own for a task: what would the solver make of this input? They are kept, and never count. */
import type { KeptPairs, OwnPair } from '../../host/pairs/kept-pairs.ts';
import type { AskedTask, Task } from '../../protocol/index.ts';

export type { OwnPair };

export class OwnPairs {
  list = $state.raw<readonly OwnPair[]>([]);
  /** Of an earlier visit, as long as they are on offer. */
  offered = $state.raw<readonly OwnPair[]>([]);
  /** Called when the list has changed. */
  onChange: () => void = () => {};

  private readonly kept: KeptPairs;
  private readonly task: string;

  /** @param task names the task among all */
  constructor(kept: KeptPairs, task: string) {
    this.kept = kept;
    this.task = task;
  }

  /** Offers what was made in an earlier visit. */
  async restore(): Promise<void> {
    const earlier = await this.kept.of(this.task);
    this.offered = earlier.filter(({ id }) => !this.list.some((pair) => pair.id === id));
  }

  /** Adds a pair, or puts it in place of one of that label; its place in the list. */
  put(label: string, input: OwnPair['input'], output: OwnPair['output']): number {
    const known = this.list.findIndex((pair) => pair.label === label);
    const at = known < 0 ? this.list.length : known;
    const pair = { id: this.list[at]?.id ?? newId(), label, input, output };
    void this.kept.put(this.task, pair);
    this.set(this.list.toSpliced(at, 1, pair));
    return at;
  }

  remove(gone: OwnPair): void {
    void this.kept.remove([gone.id]);
    this.set(this.list.filter((pair) => pair !== gone));
  }

  takeOffer(): void {
    const { offered } = this;
    this.offered = [];
    let list = this.list;
    for (const pair of offered) list = [...list, { ...pair, label: freeLabel(pair.label, list) }];
    this.set(list);
  }

  dropOffer(): void {
    void this.kept.remove(this.offered.map(({ id }) => id));
    this.offered = [];
  }

  /** A name that no pair has, like the one wanted. */
  freeLabel(wanted = 'What if 1'): string {
    return freeLabel(wanted, [...this.list, ...this.offered]);
  }

  /** The task with the own pairs beside its own. */
  beside(task: Task): AskedTask {
    return { ...task, own: this.list.map(({ input, output }) => ({ input, output })) };
  }

  private set(list: readonly OwnPair[]): void {
    this.list = list;
    this.onChange();
  }
}

/** `crypto.randomUUID` is there on secure pages only. */
function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/** The label, or one like it that is free. */
function freeLabel(label: string, taken: readonly OwnPair[]): string {
  if (!taken.some((pair) => pair.label === label)) return label;
  const stem = label.replace(/ \d+$/, '');
  for (let n = 2; ; n++) if (!taken.some((pair) => pair.label === `${stem} ${n}`)) return `${stem} ${n}`;
}
