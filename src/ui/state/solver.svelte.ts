/** The solver in the editor: where it came from, its text, and what it does on every pair. */
import type { Candidate, Diagnostic, SolverResult, Task } from '../../protocol/index.ts';
import type { Desk } from '../../host/desk.ts';

export class SolverState {
  /** What stands in the editor. */
  text = $state('');
  /** The text as it was put there by the page; what differs from it was typed. */
  base = $state('');
  /** Counts how often the page put another text there. */
  version = $state(0);
  chosen = $state.raw<Candidate | null>(null);
  /** The latest result; of an earlier text where `stale`. */
  result = $state.raw<SolverResult | null>(null);
  stale = $state(false);
  diagnostics = $state.raw<readonly Diagnostic[]>([]);
  /** Why there was no answer at all, '' where there was one. */
  loss = $state('');

  edited = $derived(this.text !== this.base);
  empty = $derived(this.text.trim() === '');
  errors = $derived(this.diagnostics.filter(({ severity }) => severity === 'error').length);

  /** Whether what is shown was picked by the page, not by the user. */
  automatic = true;

  private readonly desk: Desk;
  private readonly task: Task;
  private readonly fuel: () => number;
  private sequence = 0;

  constructor(desk: Desk, task: Task, fuel: () => number) {
    this.desk = desk;
    this.task = task;
    this.fuel = fuel;
  }

  /** Puts a candidate's code into the editor. */
  async choose(candidate: Candidate, byUser: boolean): Promise<void> {
    const mine = ++this.sequence;
    this.automatic = !byUser;
    this.chosen = candidate;
    this.stale = true;
    const printed = await this.desk.print({ code: candidate.code, name: nameFor(candidate.name) });
    if (mine !== this.sequence) return;
    if (printed.ok) this.put(printed.value.steps);
    else this.loss = printed.why;
  }

  /** Puts a text into the editor that no run has found. */
  write(text: string): void {
    this.chosen = null;
    this.automatic = false;
    this.put(text);
  }

  /** Lets a new run show its best, unless something was typed. */
  release(): void {
    this.automatic = this.empty || (!this.edited && this.chosen !== null);
  }

  /** Takes what the user typed. */
  edit(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.automatic &&= text === this.base || text.trim() === '';
    void this.inspect();
  }

  /** Takes back what was typed since the page put a text there. */
  revert(): void {
    this.put(this.base);
  }

  private put(text: string): void {
    this.base = this.text = text;
    this.version++;
    void this.inspect();
  }

  /** Scores the text. An answer to an older text is dropped; a text that cannot run leaves the old result, greyed. */
  async inspect(): Promise<void> {
    const mine = ++this.sequence;
    this.loss = '';
    if (this.empty) {
      this.result = null;
      this.diagnostics = [];
      this.stale = false;
      return;
    }
    this.stale = this.result !== null;
    const { text: source, task } = this;
    const answer = await this.desk.inspect({ source, solver: null, task, fuel: this.fuel() });
    if (mine !== this.sequence) return;
    if (!answer.ok) {
      if (answer.tag !== 'stopped') this.loss = answer.why;
      return;
    }
    this.diagnostics = answer.value.diagnostics;
    if (answer.value.result === null) return;
    this.result = answer.value.result;
    this.stale = false;
  }
}

/** A name that may follow `solve_`. */
export function nameFor(name: string): string {
  const bare = name.replace(/^solve_/, '').replace(/\W+/g, '_');
  return bare === '' ? 'x' : bare;
}
