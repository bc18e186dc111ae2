/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole */
/** The solver in the editor: where it came from, its text, and what it does on every pair. */
import type { Candidate, Diagnostic, Editing, PairResult, SolverResult, Task } from '../../protocol/index.ts';
import type { Inspector } from '../../host/inspector.ts';
import type { Language } from '../../host/language.ts';
import type { OwnPair, OwnPairs } from './own-pairs.svelte.ts';

/** A result may be stale for so long before it is greyed (milliseconds). */
const FADE_MS = 250;
/** So long all else waits for a score, which seldom takes a tenth of it (milliseconds). */
const FIRST_MS = 100;

/** What a solver is scored with. */
export interface SolverServices {
  readonly inspector: Pick<Inspector, 'inspectTyped' | 'print'>;
  readonly language: Pick<Language, 'ask'>;
  /** Pairs of one's own, scored with those of the task. */
  readonly own: Pick<OwnPairs, 'list' | 'beside'>;
  readonly task: Task;
  /** The id of the task: what is found for it is called by it. */
  readonly id: string;
  /** As the settings are now. */
  readonly fuel: () => number;
}

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
  /** Along with it: what the solver does on pairs of one's own. */
  ownResults = $state.raw<ReadonlyMap<OwnPair, PairResult>>(new Map());
  stale = $state(false);
  /** The result has been stale for long enough to say so: what lasts a moment must not flicker. */
  faded = $state(false);
  /** The score of a new text is about to come: whatever else is to be told of the text had better wait for it. */
  scoring = $state(false);
  diagnostics = $state.raw<readonly Diagnostic[]>([]);
  /** Why there was no answer at all, '' where there was one. */
  loss = $state('');

  edited = $derived(this.text !== this.base);
  /** Open holes of the text: as long as there are some it is not scored. */
  holes = $derived(this.diagnostics.filter(({ code }) => code === 'hole'));
  /** What is shown at work in place of the text, null for the text itself. */
  looked = $state<string | null>(null);
  empty = $derived(this.text.trim() === '');
  /** The result, where it is that of the text or will be in a moment; null of a text that cannot run. */
  standing = $derived(this.faded ? null : this.result);
  errors = $derived(this.diagnostics.filter(({ severity }) => severity === 'error').length);

  /** Whether what is shown was picked by the page, not by the user. */
  automatic = true;

  private readonly on: SolverServices;
  /** Counts what was asked of the engine: answers to older questions are dropped. */
  private sequence = 0;
  /** Counts what was typed, or asked into the editor: what is made for it and comes later than that is dropped. */
  private turn = 0;
  private fading: ReturnType<typeof setTimeout> | undefined;
  private slow: ReturnType<typeof setTimeout> | undefined;

  constructor(services: SolverServices) {
    this.on = services;
  }

  /** Puts a candidate's code into the editor. */
  async choose(candidate: Candidate, byUser: boolean): Promise<void> {
    this.automatic = !byUser;
    this.chosen = candidate;
    this.setStale(true);
    await this.bring(candidate.code, (text) => this.put(text));
  }

  /** Puts a text into the editor that no run has found. */
  write(text: string): void {
    this.chosen = null;
    this.automatic = false;
    this.put(text);
  }

  /** As `write`, for a program. */
  writeProgram(code: Int32Array): Promise<void> {
    return this.bring(code, (text) => this.write(text));
  }

  /** As `write`, for a text that is being made, null where it cannot be; whether it came into the editor. */
  async writeMade(making: Promise<string | null>): Promise<boolean> {
    const text = await this.unlessNewer(making);
    if (text !== null) this.write(text);
    return text !== null;
  }

  /** Gives a program's text to `put`, or says why there is none. */
  private async bring(code: Int32Array, put: (text: string) => void): Promise<void> {
    const printed = await this.unlessNewer(this.print(code));
    if (printed?.ok) put(printed.value.steps);
    else if (printed) this.loss = printed.why;
  }

  /** What is made for the editor; null where something was typed or asked for meanwhile. */
  private async unlessNewer<T>(making: Promise<T>): Promise<T | null> {
    const mine = ++this.turn;
    const made = await making;
    return mine === this.turn ? made : null;
  }

  /** Lets a new run show its best, unless something was typed. */
  release(): void {
    this.automatic = this.empty || (!this.edited && this.chosen !== null);
  }

  /** Takes what the user typed. */
  edit(text: string): void {
    if (text === this.text) return;
    this.turn++;
    this.text = text;
    this.looked = null;
    this.automatic &&= text === this.base || text.trim() === '';
    void this.inspect();
  }

  /** Shows another text at work without putting it into the editor; null goes back. */
  look(source: string | null): void {
    if (source === this.looked) return;
    this.looked = source;
    void this.inspect();
  }

  /** Takes back what was typed since the page put a text there. */
  revert(): void {
    this.put(this.base);
  }

  private put(text: string): void {
    this.turn++;
    this.base = this.text = text;
    this.version++;
    void this.inspect();
  }

  /** A candidate's code; null where it cannot be had. */
  async textOf({ code }: Candidate): Promise<string | null> {
    const printed = await this.print(code);
    return printed.ok ? printed.value.steps : null;
  }

  /** A program as the text of a solver of the task. */
  private print(code: Int32Array): ReturnType<Inspector['print']> {
    return this.on.inspector.print({ code, name: nameFor(this.on.id) });
  }

  /** What turns the steps of the last solver into one expression, or back; null where no answer came. */
  async otherForm(): Promise<ReturnType<Editing['toggle']> | null> {
    for (;;) {
      const { text } = this;
      const change = await this.on.language.ask('toggle', [text, Math.max(0, text.lastIndexOf('def '))]);
      if (this.text === text) return change; // what was typed meanwhile needs other edits
    }
  }

  /** Scores the text. An answer to an older text is dropped; a text that cannot run leaves the old result, greyed. */
  async inspect(): Promise<void> {
    const mine = ++this.sequence;
    this.loss = '';
    clearTimeout(this.slow);
    if (this.empty && this.looked === null) {
      this.result = null;
      this.diagnostics = [];
      this.scoring = false;
      this.setStale(false);
      return;
    }
    const source = this.looked ?? this.text;
    const task = this.on.own.beside(this.on.task);
    const own = this.on.own.list;
    const asked = this.on.inspector.inspectTyped({ source, solver: null, task, fuel: this.on.fuel() });
    this.scoring = true;
    this.slow = setTimeout(() => this.bridge(mine), FIRST_MS);
    this.setStale(this.result !== null);
    const answer = await asked;
    if (mine !== this.sequence) return;
    clearTimeout(this.slow);
    this.scoring = false;
    if (!answer.ok) {
      if (answer.tag !== 'stopped') this.loss = answer.why;
      this.faded = this.stale; // an old score is not that of the new text
      return;
    }
    if (this.looked === null) this.diagnostics = answer.value.diagnostics;
    if (answer.value.result === null) {
      this.faded = this.stale;
      return;
    }
    this.take(answer.value.result, own);
    this.setStale(false);
  }

  private take(result: SolverResult, own: readonly OwnPair[]): void {
    const onOwn = result.pairs.filter(({ set }) => set === 'own');
    this.result = { ...result, pairs: result.pairs.filter(({ set }) => set !== 'own') };
    this.ownResults = new Map(own.map((pair, i) => [pair, onOwn[i]]));
  }

  /** The score is long in coming: what is wrong with the text is known before. */
  private async bridge(mine: number): Promise<void> {
    this.scoring = false;
    const found = await this.on.language.ask('diagnostics', [this.text]);
    if (found && mine === this.sequence) this.diagnostics = found;
  }

  private setStale(stale: boolean): void {
    this.stale = stale;
    clearTimeout(this.fading);
    if (stale) this.fading = setTimeout(() => (this.faded = this.stale), FADE_MS);
    else this.faded = false;
  }
}

/** A solver to begin with. */
export function firstText(task: string): string {
  return `def solve_${nameFor(task)}(I):\n    O = vmirror(I)\n    return O\n`;
}

/** A name that may follow `solve_`. */
export function nameFor(name: string): string {
  const bare = name.replace(/^solve_/, '').replace(/\W+/g, '_');
  return bare === '' ? 'x' : bare;
}
