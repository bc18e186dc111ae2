/**
 * The supervision of one worker: one question at a time, and every question gets an answer. A worker that dies
 * or runs over its deadline is terminated and replaced; comlink would leave its caller waiting for ever.
 */
import type { Loss, Outcome } from '../../protocol/outcome.ts';
import { onDeadline } from './deadline.ts';

/** A running worker with its proxy. Both are kept together: a collected proxy would hang its calls. */
export interface Hired<Api> {
  readonly api: Api;
  terminate(): void;
}

/** Starts a worker; `died` is called at most once, when it can no longer answer. */
export type Hire<Api> = (died: (why: string) => void) => Hired<Api>;

/** After so many workers in a row that died without an answer, a supervisor waits before it starts another. */
const PATIENCE = 3;
const PAUSE_MS = 1000;

export class Supervisor<Api> {
  /** Workers that were lost: crashes and deadlines, not stops. */
  lost = 0;
  private readonly hire: Hire<Api>;
  private worker: Hired<Api> | null = null;
  /** Settles the question at work with a loss; null while idle. */
  private giveUp: ((loss: Loss) => void) | null = null;
  private deaths = 0;

  constructor(hire: Hire<Api>) {
    this.hire = hire;
  }

  get busy(): boolean {
    return this.giveUp !== null;
  }

  /** Starts the worker ahead of the first question, which is told where it cannot start. */
  warm(): void {
    try {
      this.worker ??= this.start();
    } catch {
      // The first question tries again.
    }
  }

  /**
   * Puts a question to the worker; `deadline` in milliseconds. One that was lost with its worker is put again until it
   * was put `attempts` times. The supervisor must be idle. Never rejects.
   */
  async ask<T>(question: (api: Api) => Promise<T>, deadline: number, attempts = 1): Promise<Outcome<T>> {
    if (this.busy) throw new Error('the supervisor is busy');
    try {
      for (let left = attempts; ; left--) {
        const outcome = await this.attempt(question, deadline);
        if (outcome.ok || outcome.tag === 'stopped' || left <= 1) return outcome;
      }
    } finally {
      this.giveUp = null;
    }
  }

  private async attempt<T>(question: (api: Api) => Promise<T>, deadline: number): Promise<Outcome<T>> {
    let callOff: (() => void) | undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const given = new Promise<Loss>((resolve) => (this.giveUp = resolve));
    try {
      if (this.deaths >= PATIENCE) {
        const early = await Promise.race([
          given,
          new Promise<null>((resolve) => (pause = setTimeout(() => resolve(null), PAUSE_MS))),
        ]);
        if (early !== null) return early;
      }
      this.worker ??= this.start();
      callOff = onDeadline(deadline, () => this.lose('deadline', `no answer within ${deadline / 1000} s`));
      const answer = question(this.worker.api).then((value): Outcome<T> => ({ ok: true, value }));
      const outcome = await Promise.race([answer, given]);
      if (outcome.ok) this.deaths = 0;
      return outcome;
    } catch (error) {
      const why = String((error as Error | null)?.message ?? error);
      if (this.worker === null) this.count(); // it could not be started
      return { ok: false, tag: 'crash', why };
    } finally {
      callOff?.();
      clearTimeout(pause);
    }
  }

  /** Ends the worker at once. A question at work is answered with `stopped`. */
  stop(): void {
    const giveUp = this.giveUp;
    if (giveUp === null) return;
    this.dismiss();
    giveUp({ ok: false, tag: 'stopped', why: 'stopped' });
  }

  /** As `stop`, and an idle worker goes, too. */
  close(): void {
    this.stop();
    this.dismiss();
  }

  private start(): Hired<Api> {
    const hired: Hired<Api> = this.hire((why) => {
      if (this.worker === hired) this.lose('crash', why);
    });
    return hired;
  }

  private lose(tag: 'crash' | 'deadline', why: string): void {
    this.dismiss();
    this.count();
    this.giveUp?.({ ok: false, tag, why });
  }

  private count(): void {
    this.lost++;
    this.deaths++;
  }

  private dismiss(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
