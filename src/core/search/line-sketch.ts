/** A solver with the value of one line left open. */
import { check } from '../lang/2-check.ts';
import { parse } from '../lang/1-parse.ts';
import { Report, type Span } from '../lang/diagnostics.ts';
import { HOLE } from '../lang/syntax.ts';
import { readSketch, type Sketch } from './fill-sketch.ts';

export type LineRead =
  /** `span` is that of the value in the source. */
  | { readonly ok: true; readonly sketch: Sketch; readonly span: Span }
  | { readonly ok: false; readonly why: string };

/** Opens the last line of a solver that sets the name, or its return; null takes the last solver. */
export function openLine(source: string, wanted: string | null, name: string): LineRead {
  const solver = parse(source).solvers.findLast((each) => wanted === null || each.name === wanted);
  if (solver === undefined) return { ok: false, why: 'There is no such solver.' };
  if (solver.holes.length > 0) return { ok: false, why: 'It has a hole: fill it first.' };
  const line = solver.lines.findLast(({ target }) => target === name);
  const value = name === 'return' ? solver.result : line?.value;
  if (value === undefined) return { ok: false, why: `It has no line ${name}.` };
  const own = new Report();
  check(solver, own);
  const fault = own.diagnostics().find(({ severity }) => severity === 'error');
  if (solver.broken || fault !== undefined)
    return { ok: false, why: fault?.message ?? 'The solver cannot be read.' };
  const { span } = value;
  const read = readSketch(source.slice(0, span.from) + HOLE + source.slice(span.to), solver.name);
  return read.ok ? { ok: true, sketch: read.sketch, span } : read;
}
