/** Every place of a name. */
import { locate } from './analysis.ts';
import { nameAt, placesOf } from './names-at.ts';
import type { Span } from './types.ts';

/** The definition included. Primitives and constants are looked for in the solver at hand. */
export function references(source: string, offset: number): Span[] {
  const located = locate(source, offset);
  const named = nameAt(located.analysis, located.at);
  const isWanted = named !== undefined && named.kind !== 'argument' && named.kind !== 'type';
  return isWanted ? placesOf(source, located, named) : [];
}
