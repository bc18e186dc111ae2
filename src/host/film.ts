/**
 * The worker that looks at every line of a solver. It is not the desk: a film takes longer than a score, and the score
 * of the next text must not wait for it.
 */
import type { Remote } from 'comlink';
import type { DeskApi } from '../protocol/desk.ts';
import type { FilmAnswer, FilmRequest } from '../protocol/film.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Lane } from './pool/lane.ts';
import { hireDesk } from './pool/spawn.ts';

type Worker = Remote<DeskApi>;

/** Milliseconds; the fuel ends an evaluation long before. */
const DEADLINE = 20_000;
/** A question that was lost with its worker is put to the next one. */
const ATTEMPTS = 2;
/** A film that nobody wants any longer may go on for so long before its worker is replaced (milliseconds). */
const PATIENCE = 300;

interface Waiting {
  readonly film: boolean;
  readonly question: (api: Worker) => Promise<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

export class FilmDesk {
  private readonly lane = new Lane<Worker>(hireDesk);
  private waiting: Waiting[] = [];
  private filming = false;

  /** Of several films only the newest is made; the others settle as `stopped`. */
  film(request: FilmRequest): Promise<Outcome<FilmAnswer>> {
    this.waiting = this.waiting.filter(({ film, settle }) => {
      if (film) settle(NEWER);
      return !film;
    });
    const answer = this.ask((api) => api.film(request) as Promise<FilmAnswer>, true);
    if (this.filming) setTimeout(() => this.hurry(), PATIENCE);
    return answer;
  }

  /** Anything else that the worker can do, after the film at hand. */
  ask<T>(question: (api: Worker) => Promise<T>, film = false): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      this.waiting.push({ film, question, settle: resolve as (outcome: Outcome<unknown>) => void });
      void this.serve();
    });
  }

  dispose(): void {
    for (const { settle } of this.waiting.splice(0)) settle(NEWER);
    this.lane.close();
  }

  /** Ends a film that another one waits for. */
  private hurry(): void {
    if (this.filming && this.waiting.some(({ film }) => film)) this.lane.stop();
  }

  private async serve(): Promise<void> {
    if (this.lane.busy) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    this.filming = next.film;
    next.settle(await this.lane.ask(next.question, DEADLINE, ATTEMPTS));
    this.filming = false;
    void this.serve();
  }
}

const NEWER = { ok: false, tag: 'stopped', why: 'a newer question came' } as const;
