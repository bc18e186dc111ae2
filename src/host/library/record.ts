/** What the library keeps of a solver, and which of two is better. Pure. */
import { accuracyOf, type Measured } from '../../core/task/measure.ts';
import type { TaskRef } from './task-ref.ts';

/** How well a solver does on the demonstration pairs of its task; all zero where that was never computed. */
export interface Score {
  /** Pairs matched, of so many. */
  readonly matched: number;
  readonly pairs: number;
  /** As in core/task/measure.ts, 0-1. */
  readonly accuracy: number;
}

export function scoreOf(train: readonly Measured[]): Score {
  return {
    matched: train.filter(({ match }) => match === true).length,
    pairs: train.length,
    accuracy: accuracyOf(train, train.length),
  };
}

/** Its task and `hash` together identify it. */
export interface KeptSolver extends TaskRef {
  /** Body hash: equal for solvers that differ only in names, layout and dead lines. */
  readonly hash: string;
  /** As written, line feeds only, nothing empty at its end. */
  readonly source: string;
  readonly score: Score;
  /** Calls. */
  readonly length: number;
  /** Fuel over all pairs. */
  readonly cost: number;
  /** In words: `written here`, `a run`, `solvers.py`, `a link`. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  /** Name and version of the data set that the task came with; '' for an own task. */
  readonly dataset: string;
  readonly notes: string;
  /** A starred one never leaves by itself. */
  readonly star: boolean;
}

/** So many solvers a task; the worst leaves first. */
export const PER_TASK = 32;

/** Negative where `a` is the better one: by score, then length, then cost. */
export function compareKept(a: KeptSolver, b: KeptSolver): number {
  return (
    b.score.matched - a.score.matched ||
    b.score.accuracy - a.score.accuracy ||
    a.length - b.length ||
    a.cost - b.cost ||
    (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0)
  );
}

/** What became of a solver: `equal` was there as good or better, `worse` came after 32 better ones. */
export type Kept = 'new' | 'better' | 'equal' | 'worse';

export interface Change {
  readonly outcome: Kept;
  readonly put: readonly KeptSolver[];
  /** Hashes. */
  readonly remove: readonly string[];
}

/** What it takes to add a solver to those of its task. */
export function keep(kept: readonly KeptSolver[], incoming: KeptSolver): Change {
  const added = normalised(incoming);
  const known = kept.find(({ hash }) => hash === added.hash);
  if (known !== undefined) {
    const merged = merge(known, added);
    const isBetter = compareKept(added, known) < 0;
    return { outcome: isBetter ? 'better' : 'equal', put: isSame(merged, known) ? [] : [merged], remove: [] };
  }
  const ranked = [...kept, added].sort(compareKept);
  const surplus = Math.max(0, ranked.length - PER_TASK);
  const leaving = ranked.filter(({ star }) => !star).slice(-surplus || ranked.length);
  const isWorse = leaving.includes(added);
  return {
    outcome: isWorse ? 'worse' : 'new',
    put: isWorse ? [] : [added],
    remove: leaving.filter((solver) => solver !== added).map(({ hash }) => hash),
  };
}

/** The same solver twice: what was measured comes from the better one, what people said is kept. */
function merge(known: KeptSolver, added: KeptSolver): KeptSolver {
  const best = compareKept(added, known) < 0 ? added : known;
  const notes = known.notes === '' ? added.notes : known.notes;
  return { ...best, notes, star: known.star || added.star };
}

/** One spelling of each record, so that what is exported and read back is the same to the byte. */
export function normalised(solver: KeptSolver): KeptSolver {
  const { set, task, hash, score, length, cost, origin, date, dataset, notes, star } = solver;
  const source = solver.source.replace(/\r\n?/g, '\n').trimEnd();
  const { matched, pairs, accuracy } = score;
  return {
    set,
    task,
    hash,
    source,
    score: { matched, pairs, accuracy },
    length,
    cost,
    origin,
    date,
    dataset,
    notes,
    star,
  };
}

function isSame(a: KeptSolver, b: KeptSolver): boolean {
  return JSON.stringify(normalised(a)) === JSON.stringify(normalised(b));
}

/** All solvers in the order of exports: by set and task, the best first. */
export function sorted(solvers: readonly KeptSolver[]): KeptSolver[] {
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...solvers].sort((a, b) => before(a.set, b.set) || before(a.task, b.task) || compareKept(a, b));
}
