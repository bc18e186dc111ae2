/** Where a variable gets its value. */
import { analyse } from './analysis.ts';
import { nameAt, variableOf } from './names-at.ts';
import { spanOf } from './scope.ts';
import type { Span } from './types.ts';

/** The name at its definition: of a variable, a parameter or a solver; null for the names of the dialect. */
export function definition(source: string, offset: number): Span | null {
  const named = nameAt(analyse(source), offset);
  if (named === null) return null;
  if (named.kind === 'solver') return spanOf(named.token);
  return variableOf(named)?.span ?? null;
}
