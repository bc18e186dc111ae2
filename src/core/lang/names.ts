/** What the names of a solver stand for, and how far two names are apart. */
import { CONSTANTS } from '../dsl/constants.ts';
import { CATALOGUE, PRIMITIVES } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';
import type { Argument, Expression } from './syntax.ts';

/** Whether the dialect itself has the name: no variable may take it. */
export function isReserved(name: string): boolean {
  return PRIMITIVES.has(name) || Object.hasOwn(CONSTANTS, name);
}

/**
 * The values of the arguments in the order of the parameters, as far as they are there: keyword arguments put in
 * place, surplus and unknown ones left out. undefined stands for a missing argument.
 */
export function placeArguments(primitive: Primitive, args: readonly Argument[]): (Expression | undefined)[] {
  const { params } = primitive;
  const placed: (Expression | undefined)[] = params.map(() => undefined);
  args.forEach(({ keyword, value }, i) => {
    const at = keyword === undefined ? i : params.findIndex(({ name }) => name === keyword);
    if (at >= 0 && at < placed.length) placed[at] ??= value;
  });
  return placed;
}

/** `fill(grid: Grid, value: Integer, patch: Patch)` */
export function signature(primitive: Primitive): string {
  return `${primitive.name}(${primitive.params.map(({ name, type }) => `${name}: ${type}`).join(', ')})`;
}

/** Up to three of the names that are spelt most like the one given, the nearest first. */
export function nearest(name: string, names: Iterable<string>): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const close: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance <= limit) close.push({ candidate, distance });
  }
  close.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return close.slice(0, 3).map(({ candidate }) => candidate);
}

/** Every name of the dialect. */
export function dialectNames(): string[] {
  return [...CATALOGUE.map(({ name }) => name), ...Object.keys(CONSTANTS)];
}

/** Insertions, deletions, replacements and swaps of neighbours from one text to the other; may stop over `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, older[j - 2] + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = last;
    last = row;
  }
  return last[b.length];
}
