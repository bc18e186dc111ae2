/** The filmstrip: what every line of a solver is on every pair. */
import type { Arena } from '../engine/arena.ts';
import { Evaluation } from '../engine/evaluation.ts';
import { pairsOf } from '../task/task.ts';
import { battOf } from './batt.ts';
import { firstDifference, matchLines } from './film-compare.ts';
import { readScript, type Script } from './film-script.ts';
import { PairFilm } from './pair-film.ts';
import type { FilmAnswer, FilmApi, FilmLine, FilmPair, FilmRequest } from './film-types.ts';
import { simplify } from './simplify.ts';
import { stress } from './stress.ts';
import { Tracer } from './tracer.ts';

/** Cells that all pictures of an answer may have together; each pair has its share. */
const FILM_CELLS = 1_000_000;

export function filmingOf(arena: Arena): FilmApi {
  const tracer = new Tracer(arena);
  const evaluation = new Evaluation(arena);
  return {
    film: (request) => film(tracer, request),
    batt: battOf(tracer),
    stress: (request) => stress(evaluation, tracer.reader, request),
    simplify: (request) => simplify(evaluation, request),
  };
}

function film(tracer: Tracer, request: FilmRequest): FilmAnswer {
  const reading = readScript(request.source, request.solver);
  if (!reading.ok) return reading;
  const { script } = reading;
  const compare = request.compare ?? null;
  const other = compare === null ? null : readScript(compare.source, compare.solver);
  const theirs = other?.ok === true ? other.script : null;
  const matching = theirs === null ? null : matchLines(script, theirs);
  const all = pairsOf(request.task);
  const asked = (request.pairs ?? all.map((_, i) => i)).filter((pair) => all[pair] !== undefined);
  const cells = FILM_CELLS / Math.max(1, asked.length);
  const films: PairFilm[] = [];
  const pairs = asked.map((pair): FilmPair => {
    const choices = (request.choices ?? []).filter((choice) => choice.pair === pair);
    const film = new PairFilm(tracer, script, all[pair], request, choices, cells);
    films.push(film);
    const { end, match, fuel, changed } = film;
    const difference =
      theirs === null || matching === null
        ? null
        : firstDifference(tracer, film, theirs, matching, request.fuel);
    return { pair, end, match, fuel, changed, difference };
  });
  const lines = script.lines.map((_, line) => filmLine(script, line, films));
  const compareFault = other === null || other.ok ? '' : other.why;
  return {
    ok: true,
    film: { pairs, lines, compareFault },
  };
}

function filmLine(script: Script, line: number, films: readonly PairFilm[]): FilmLine {
  const { name, span, typeText, dead } = script.lines[line];
  const frames = films.map((film) => {
    const fuel = film.costs[line];
    return {
      shown: film.shown[line],
      fuel,
      share: dead || film.fuel === 0 ? 0 : fuel / film.fuel,
      ties: film.ties[line],
      tieCount: film.tieCounts[line],
    };
  });
  return { name, span, type: typeText, dead, same: isSame(script, line, films), frames };
}

function isSame(script: Script, line: number, films: readonly PairFilm[]): boolean | null {
  const prints = films.map((film) => film.prints[line]);
  if (films.some((film) => film.shown[line].kind === 'waits')) return null;
  const known = new Set(prints.filter((print) => print !== null));
  if (known.size > 1) return false;
  if (!script.bound[script.lines[line].node]) return true;
  return prints.length < 2 || prints.includes(null) ? null : true;
}
