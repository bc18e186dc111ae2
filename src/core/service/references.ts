/** Every place of a name. */
import { analyse } from './analysis.ts';
import { nameAt, placesOf } from './names-at.ts';
import { spanOf } from './scope.ts';
import type { Span } from './types.ts';

/** The definition included. Primitives and constants are looked for in the solver at hand. */
export function references(source: string, offset: number): Span[] {
  const analysis = analyse(source);
  const named = nameAt(analysis, offset);
  return named === null || named.kind === 'argument' || named.kind === 'type' ? [] : placesOf(analysis, named).map(spanOf);
}
