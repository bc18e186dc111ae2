/** Where a variable gets its value. */
import { locate, moveSpan } from './analysis.ts';
import { nameAt, variableOf } from './names-at.ts';
import type { Span } from './types.ts';

/** The name at its definition: of a variable, a parameter or a solver; null for the names of the dialect. */
export function definition(source: string, offset: number): Span | null {
  const { analysis, from, at } = locate(source, offset);
  const named = nameAt(analysis, at);
  if (named === undefined) return null;
  const span = named.kind === 'solver' ? named.token : variableOf(analysis, named)?.span;
  return span === undefined ? null : moveSpan(span, from);
}
