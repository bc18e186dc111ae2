/** The benches of the tasks that were open last, each with what was typed at it in an earlier visit. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Bench } from './bench.svelte.ts';
import { Recent } from './recent.ts';

const KEPT = 24;

export class Benches {
  private readonly make: (named: NamedTask) => Bench;
  private readonly draftOf: (named: NamedTask) => Promise<string | null>;
  private readonly open = new Recent<NamedTask, Bench>(KEPT);
  private readonly drafted = new WeakSet<Bench>();

  constructor(make: (named: NamedTask) => Bench, draftOf: (named: NamedTask) => Promise<string | null>) {
    this.make = make;
    this.draftOf = draftOf;
  }

  use(named: NamedTask): Bench {
    return this.open.use(named, () => this.make(named));
  }

  /** A run was made at one of them. */
  get ran(): boolean {
    return this.open.all.some(({ run }) => run.phase !== 'idle');
  }

  /** Brings what was typed there before, once, to be offered. */
  async bringDraft(bench: Bench): Promise<void> {
    if (this.drafted.has(bench)) return;
    this.drafted.add(bench);
    const draft = await this.draftOf(bench.named);
    if (draft !== null && draft !== bench.solver.text) bench.draft = draft;
  }
}
