/**
 * The language service, in a worker of its own: a solver that uses all its fuel keeps the desk busy for seconds, and
 * completion must not wait for it.
 */
import type { Remote } from 'comlink';
import type { DeskApi } from '../protocol/desk.ts';
import type { Editing, EditingVerb } from '../protocol/editing.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Lane } from './pool/lane.ts';
import { hireDesk } from './pool/spawn.ts';

/** Milliseconds. */
const DEADLINE = 5000;
/** A question that was lost with its worker is put to the next one. */
const ATTEMPTS = 2;

type Worker = Remote<DeskApi>;

interface Waiting {
  readonly question: (api: Worker) => Promise<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly signal: AbortSignal | undefined;
}

export class Language {
  private readonly lane = new Lane<Worker>(hireDesk);
  private waiting: Waiting[] = [];

  warm(): void {
    this.lane.warm();
  }

  /** null where no answer came, or nobody waits for it any longer. */
  async ask<K extends EditingVerb>(
    verb: K,
    args: Parameters<Editing[K]>,
    signal?: AbortSignal,
  ): Promise<ReturnType<Editing[K]> | null> {
    const outcome = await new Promise<Outcome<unknown>>((settle) => {
      this.waiting.push({ question: (api) => api.editing({ verb, args }), settle, signal });
      void this.serve();
    });
    return outcome.ok && !signal?.aborted ? (outcome.value as ReturnType<Editing[K]>) : null;
  }

  dispose(): void {
    for (const { settle } of this.waiting.splice(0)) settle(GONE);
    this.lane.close();
  }

  private async serve(): Promise<void> {
    if (this.lane.busy) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    next.settle(next.signal?.aborted ? GONE : await this.lane.ask(next.question, DEADLINE, ATTEMPTS));
    void this.serve();
  }
}

const GONE = { ok: false, tag: 'stopped', why: 'nobody waits for it' } as const;
