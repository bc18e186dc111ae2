/** The tracks of a search together. */
import { BROUGHT_NOTHING, broughtBy } from '../search/brought.ts';
import { compareFit } from '../search/fit.ts';
import type { FoundSolver, SearchReport } from '../search/searcher.ts';
import { elected } from '../search/votes.ts';

/** Tracks of a search. */
export const TRACKS = 2;

export const NO_REPORT: SearchReport = {
  slices: 0,
  done: false,
  fuel: 0,
  round: 0,
  applied: 0,
  distinct: 0,
  tried: 0,
  brought: BROUGHT_NOTHING,
  answers: [],
  partials: [],
  bytes: 0,
};

/**
 * What all tracks have come to. Where one ended with an answer that is trusted, the others count as far as they had come
 * with the same fuel: whoever was faster makes no difference.
 */
export function joined(reports: readonly SearchReport[]): SearchReport {
  const sum = (of: (report: SearchReport) => number): number =>
    reports.reduce((all, each) => all + of(each), 0);
  const until = endOf(reports);
  const answers = elected(reports.flatMap((report) => report.answers).filter(({ fuel }) => fuel <= until));
  return {
    slices: sum(({ slices }) => slices),
    done: reports.every((report) => report.done || report.fuel >= until),
    fuel: sum(({ fuel }) => fuel),
    round: Math.max(...reports.map(({ round }) => round)),
    applied: sum(({ applied }) => applied),
    distinct: sum((report) => report.distinct),
    tried: sum(({ tried }) => tried),
    brought: broughtBy(reports.map(({ brought }) => brought)),
    answers,
    partials:
      answers.length > 0 ? [] : distinct(reports.flatMap(({ partials }) => partials)).sort(compareFit),
    bytes: Math.max(...reports.map(({ bytes }) => bytes)),
  };
}

/** The fuel at which the first track ended with an answer; no end while there is none. */
export function endOf(reports: readonly SearchReport[]): number {
  const ends = reports.filter(({ done, answers }) => done && answers.length > 0).map(({ fuel }) => fuel);
  return Math.min(Infinity, ...ends);
}

/** Each program once, as the first has it. */
function distinct(solvers: readonly FoundSolver[]): FoundSolver[] {
  return [...new Map([...solvers].reverse().map((solver) => [solver.hash, solver])).values()].reverse();
}
