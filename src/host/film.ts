/**
 * The worker that looks at every line of a solver. It is not the inspector: a film takes longer than a score, and the score
 * of the next text must not wait for it.
 */
import type { FilmAnswer, FilmApi, FilmRequest } from '../protocol/film.ts';
import type { Outcome } from '../protocol/outcome.ts';
import { Helper, type AnswerTo, type HireHelper } from './helper.ts';

/** Milliseconds; the fuel ends an evaluation long before. */
const DEADLINE = 20_000;
/** A film that nobody wants any longer may go on for so long before its worker is replaced (milliseconds). */
const PATIENCE = 300;

export class FilmInspector {
  private readonly helper: Helper;

  constructor(hire?: HireHelper) {
    this.helper = new Helper(DEADLINE, hire);
  }

  /** Of several films only the newest is made; the others settle as `stopped`. */
  film(request: FilmRequest): Promise<Outcome<FilmAnswer>> {
    return this.helper.ask('film', [request], { newest: true, patience: PATIENCE });
  }

  /** Anything else that the worker can do, after the film at hand. */
  ask<V extends Exclude<keyof FilmApi, 'film'>>(
    verb: V,
    request: Parameters<FilmApi[V]>[0],
  ): Promise<Outcome<AnswerTo<V>>> {
    return this.helper.ask(verb, [request] as Parameters<FilmApi[V]>);
  }

  dispose(): void {
    this.helper.dispose();
  }
}
