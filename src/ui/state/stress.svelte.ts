/** A solver on fresh pairs: as many as are wanted, until one goes wrong. */
import type { FilmInspector } from '../../host/film.ts';
import type { Pair, StressFailure, StressPlace } from '../../protocol/index.ts';

/** Where pairs come from: the generator of a starter task, or pairs that somebody brings. */
export type StressSource = { readonly generator: string } | { readonly pairs: readonly Pair[] };

/** Pairs that one press of the button tries, and one question to the worker. */
const TRIES = 500;
const CHUNK = 50;

export class Stress {
  running = $state(false);
  tried = $state(0);
  passed = $state(0);
  wrong = $state(0);
  faults = $state(0);
  /** The first that went wrong. */
  failure = $state.raw<StressFailure | null>(null);
  /** Why it could not be done; '' where it could. */
  why = $state('');
  /** There are no more pairs. */
  ended = $state(false);

  private readonly inspector: Pick<FilmInspector, 'ask'>;
  private next: StressPlace = { seed: 1, at: 0 };
  private sequence = 0;

  constructor(inspector: Pick<FilmInspector, 'ask'>) {
    this.inspector = inspector;
  }

  /** Tries pairs until one goes wrong; the next call goes on with those that follow. */
  async run(source: string, from: StressSource, fuel: number): Promise<StressFailure | null> {
    const mine = ++this.sequence;
    this.running = true;
    this.failure = null;
    this.why = '';
    const end = this.tried + TRIES;
    while (mine === this.sequence && this.tried < end && !this.ended) {
      const request = { source, solver: null, from, next: this.next, count: CHUNK, fuel };
      const outcome = await this.inspector.ask('stress', request);
      if (mine !== this.sequence) return null;
      const why = !outcome.ok ? outcome.why : !outcome.value.ok ? outcome.value.why : '';
      if (!outcome.ok || !outcome.value.ok) {
        this.why = why;
        break;
      }
      const report = outcome.value;
      this.tried += report.tried;
      this.passed += report.passed;
      this.wrong += report.wrong;
      this.faults += report.faults;
      this.ended = report.next === null;
      if (report.next) this.next = report.next;
      if (report.failure) {
        this.failure = report.failure;
        break;
      }
    }
    this.running = false;
    return this.failure;
  }

  stop(): void {
    this.sequence++;
    this.running = false;
  }

  /** From the first pair again: for another solver, or another source of pairs. */
  reset(): void {
    this.stop();
    this.tried = this.passed = this.wrong = this.faults = 0;
    this.next = { seed: 1, at: 0 };
    this.failure = null;
    this.ended = false;
    this.why = '';
  }
}
