/** Making a hole of what is written: something better may be searched for in its place. */
import { HOLE } from '../lang/syntax.ts';
import { locate, moveEdits } from './analysis.ts';
import { covers, expressionsIn } from './find.ts';
import type { Edit, Span } from './types.ts';

/**
 * The change that opens the smallest expression around the span, where a function that is called stands for its call; on
 * a line outside of its value it is the whole value. null where there is none, or it is a hole already.
 */
export function opening(source: string, span: Span): Edit | null {
  const { analysis, from, at } = locate(source, span.from);
  const { solver } = analysis;
  if (solver === undefined || solver.broken) return null;
  const here = trimmed(analysis.source, { from: at, to: Math.max(at, span.to - from) });
  const all = expressionsIn(solver).filter(({ expression, around }) => {
    const call = around.at(-1);
    return call?.kind !== 'call' || call.callee !== expression;
  });
  const found =
    all.findLast(({ expression }) => covers(expression.span, here)) ??
    all.findLast(({ around, line }) => around.length === 0 && line !== null && covers(line.span, here));
  if (found === undefined || found.expression.kind === 'hole') return null;
  return moveEdits([{ span: found.expression.span, text: HOLE }], from)[0];
}

/** The span without the white space at its ends. */
function trimmed(source: string, { from, to }: Span): Span {
  const text = source.slice(from, to);
  const inner = text.trim();
  if (inner === '') return { from, to: from };
  const start = from + text.indexOf(inner);
  return { from: start, to: start + inner.length };
}
