/** Judges where Batt and CPython differ: known departures are counted, anything else is told. */
import { isDeepStrictEqual } from 'node:util';
import type { Encoded } from '../../src/core/values/codec.ts';
import type { Outcome } from './format.ts';

/** What a side comes to: a value or an outcome of a program, a failure, or nothing that could be compared. */
export type End = { readonly value: Encoded | Outcome } | 'error' | 'none';

const KINDS = {
  alike: 'alike',
  order: 'decided by the order of a set',
  booleans: 'alike but for a boolean written as the number that it equals',
  refused: 'refused by Batt alone',
  none: 'without an end to compare',
} as const;

export class Tally {
  readonly unexplained: string[] = [];
  private readonly counts = new Map<keyof typeof KINDS, number>();

  /** Whether both sides come to the same; counts it if they do, or if there is nothing to compare. */
  alike(theirs: End, ours: End): boolean {
    const none = theirs === 'none' || ours === 'none';
    const same = !none && isDeepStrictEqual(ours, theirs);
    if (none || same) this.count(none ? 'none' : 'alike');
    return same;
  }

  /** Whether the sides are to be judged once more: they differ, and both have an end. */
  static differ(theirs: End, ours: End): boolean {
    return theirs !== 'none' && ours !== 'none' && !isDeepStrictEqual(ours, theirs);
  }

  /**
   * For sides that differ, with what CPython makes of the same when its sets iterate in canonical order: whether that
   * is the same.
   */
  explain(about: string, theirs: End, ours: End, inOrder: End): boolean {
    const same = inOrder !== 'none' && isDeepStrictEqual(ours, inOrder);
    if (same) this.count('order');
    else if (isDeepStrictEqual(asNumbers(ours), asNumbers(inOrder))) this.count('booleans');
    else if (ours === 'error') this.count('refused');
    else if (inOrder === 'none') this.count('none');
    else
      this.unexplained.push(`${about}: ${text(theirs)} there, ${text(inOrder)} in order, ${text(ours)} here`);
    return same;
  }

  /** A grid here whose cells there are booleans as well, and so none by its type. */
  asBooleans(): void {
    this.count('booleans');
  }

  /** The kinds and how often. */
  text(): string {
    return [...this.counts].map(([kind, count]) => `${count} ${KINDS[kind]}`).join(', ');
  }

  private count(kind: keyof typeof KINDS): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
}

function text(end: End): string {
  return typeof end === 'string' ? end : JSON.stringify(end.value);
}

/** Booleans as the numbers that they equal; sets are compared as they are written. */
function asNumbers(end: End): unknown {
  const inner = (data: unknown): unknown => {
    if (typeof data === 'boolean') return Number(data);
    if (Array.isArray(data)) return data.map(inner);
    if (typeof data !== 'object' || data === null) return data;
    const entries = Object.entries(data).map(([key, item]) => [key, inner(item)] as const);
    return digitsOf(Object.fromEntries(entries));
  };
  return inner(end);
}

/** A tuple of tuples of digits is written as a grid, which one with booleans in it is not. */
function digitsOf(data: { readonly [key: string]: unknown }): unknown {
  const rows = data.t;
  if (!Array.isArray(rows) || rows.length === 0) return data;
  const digits = rows.map((row) => (row as { t?: unknown[] } | null)?.t);
  const all = digits.every(
    (row) => Array.isArray(row) && row.every((cell) => typeof cell === 'number' && cell >= 0 && cell <= 9),
  );
  const written = digits.map((row) => (row ?? []).join(''));
  return all && written.every((row) => row.length === written[0].length) ? { g: written } : data;
}
