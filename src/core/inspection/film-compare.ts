/** Where two solvers part: the first line whose value the other one does not have. */
import type { Failure } from '../engine/failure.ts';
import { evaluate } from './film-run.ts';
import type { Script } from './film-script.ts';
import { failureOf, linesByNode, type PairFilm } from './pair-film.ts';
import type { Difference, Shown } from './film-types.ts';
import type { Tracer } from './tracer.ts';

/**
 * For each line of a solver the line of the other one that it is held against; -1 for none. Lines with the same variable belong together, and so do the two returns. A line whose name the other solver does
 * not have goes with the line at the same place, provided that the name there is one which this solver lacks: one of
 * the two was renamed. A line that is still alone has been added or taken away.
 */
export function matchLines(script: Script, other: Script): Int32Array {
  const theirs = new Map(other.lines.map(({ name }, at) => [name, at]));
  const mine = new Set(script.lines.map(({ name }) => name));
  return Int32Array.from(script.lines, ({ name }, at) => {
    const neighbour = other.lines[at];
    return theirs.get(name) ?? (neighbour === undefined || mine.has(neighbour.name) ? -1 : at);
  });
}

/**
 * The first line, in the order of the source, that differs from its partner on the pair: another value, or a fault
 * where the other has none. A line without a partner differs where no line of the other solver has its value. Values
 * too large to be told apart count as equal.
 */
export function firstDifference(
  tracer: Tracer,
  film: PairFilm,
  other: Script,
  partners: Int32Array,
  fuel: number,
): Difference | null {
  const { prints, pair } = film;
  const askedBy = new Map<number, number>();
  partners.forEach((partner, line) => partner >= 0 && askedBy.set(partner, line));
  const linesAt = linesByNode(other);
  const known = new Set<string | null>();
  const faults = new Map<number, Failure>();
  const found: Difference[] = [];
  const isFirst = (line: number): boolean => found.length === 0 || line < found[0].line;
  evaluate(tracer, other, pair.input, fuel, (node, outcome) => {
    if (outcome.kind === 'fault') faults.set(node, outcome.fault);
    const ending = linesAt.get(node);
    if (ending === undefined) return;
    const print = film.printOf(outcome);
    known.add(print);
    for (const at of ending) {
      const line = askedBy.get(at);
      if (line === undefined || prints[line] === print || !isFirst(line)) continue;
      const theirs: Shown =
        outcome.kind === 'value'
          ? { kind: 'value', ...film.draw(outcome.value, other.lines[at].type) }
          : failureOf(other, at, outcome, faults);
      found[0] = { line, theirs };
    }
  });
  const alone = prints.findIndex(
    (print, line) => partners[line] < 0 && print !== null && print !== '?' && !known.has(print),
  );
  if (alone >= 0 && isFirst(alone)) found[0] = { line: alone, theirs: null };
  return found[0] ?? null;
}
