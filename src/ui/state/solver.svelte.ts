/** The solver in the editor: where it came from, its text, and what it does on every pair. */
import type { Candidate, Diagnostic, SolverResult, Task } from '../../protocol/index.ts';
import type { Desk } from '../../host/desk.ts';
import type { Language } from '../../host/language.ts';

/** A result may be stale for so long before it is greyed (milliseconds). */
const FADE_MS = 250;

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
  /** The result has been stale for long enough to say so: what lasts a moment must not flicker. */
  faded = $state(false);
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
  private readonly language: Language;
  private sequence = 0;
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk, task: Task, fuel: () => number, language: Language) {
    this.desk = desk;
    this.task = task;
    this.fuel = fuel;
    this.language = language;
  }

  /** Puts a candidate's code into the editor. */
  async choose(candidate: Candidate, byUser: boolean): Promise<void> {
    const mine = ++this.sequence;
    this.automatic = !byUser;
    this.chosen = candidate;
    this.setStale(true);
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

  /** A candidate's code; null where it cannot be had. */
  textOf({ code, name }: Candidate): Promise<string | null> {
    return this.printed(code, name);
  }

  /** A program as a text; null where it cannot be had. */
  async printed(code: Int32Array, name: string): Promise<string | null> {
    const printed = await this.desk.print({ code, name: nameFor(name) });
    return printed.ok ? printed.value.steps : null;
  }

  /** Scores the text. An answer to an older text is dropped; a text that cannot run leaves the old result, greyed. */
  async inspect(): Promise<void> {
    const mine = ++this.sequence;
    this.loss = '';
    if (this.empty) {
      this.result = null;
      this.diagnostics = [];
      this.setStale(false);
      return;
    }
    this.setStale(this.result !== null);
    const { text: source, task } = this;
    // What is wrong with the text is known long before what it does.
    void this.language.ask('diagnostics', [source]).then((found) => {
      if (found && mine === this.sequence) this.diagnostics = found;
    });
    const answer = await this.desk.inspect({ source, solver: null, task, fuel: this.fuel() });
    if (mine !== this.sequence) return;
    if (!answer.ok) {
      if (answer.tag !== 'stopped') this.loss = answer.why;
      return;
    }
    this.diagnostics = answer.value.diagnostics;
    if (answer.value.result === null) {
      this.faded = this.stale;
      return;
    }
    this.result = answer.value.result;
    this.setStale(false);
  }

  private setStale(stale: boolean): void {
    this.stale = stale;
    clearTimeout(this.fading);
    if (stale) this.fading = setTimeout(() => (this.faded = this.stale), FADE_MS);
    else this.faded = false;
  }
}

/** A name that may follow `solve_`. */
export function nameFor(name: string): string {
  const bare = name.replace(/^solve_/, '').replace(/\W+/g, '_');
  return bare === '' ? 'x' : bare;
}
