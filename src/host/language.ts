/**
 * The language service, in a worker of its own: a solver that uses all its fuel keeps the inspector busy for seconds, and
 * completion must not wait for it.
 */
import type { Editing, EditingVerb } from '../protocol/editing.ts';
import { Helper, type HireHelper } from './helper.ts';

/** Milliseconds. */
const DEADLINE = 5000;

export class Language {
  private readonly helper: Helper;

  constructor(hire?: HireHelper) {
    this.helper = new Helper(DEADLINE, hire);
  }

  /** null where no answer came, or nobody waits for it any longer. */
  async ask<K extends EditingVerb>(
    verb: K,
    args: Parameters<Editing[K]>,
    signal?: AbortSignal,
  ): Promise<ReturnType<Editing[K]> | null> {
    const outcome = await this.helper.ask('editing', [{ verb, args }], { signal });
    return outcome.ok && !signal?.aborted ? (outcome.value as ReturnType<Editing[K]>) : null;
  }

  dispose(): void {
    this.helper.dispose();
  }
}
