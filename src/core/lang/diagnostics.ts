/** What can be wrong with a solver file: every code once, and how faults are collected. */
import { legible } from '../task/legible.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A solver with an error does not run; one with warnings does. What is no fault at all is an info. */
export const CODES = {
  // the file
  'too-large': 'error',
  'not-text': 'error',
  'too-many': 'error',
  // 1-parse
  fence: 'warning',
  'no-effect': 'warning',
  syntax: 'error',
  indentation: 'error',
  literal: 'error',
  'not-in-subset': 'error',
  'solver-name': 'error',
  nameless: 'info',
  'duplicate-solver': 'warning',
  parameters: 'error',
  'missing-return': 'error',
  'after-return': 'error',
  'too-deep': 'error',
  'too-long': 'error',
  holes: 'error',
  // 2-check
  'unknown-name': 'error',
  renamed: 'error',
  undefined: 'error',
  reassigned: 'error',
  shadows: 'error',
  unused: 'warning',
  'wrong-arity': 'error',
  'unknown-keyword': 'error',
  'repeated-argument': 'error',
  'positional-after-keyword': 'error',
  'computed-keyword': 'error',
  'type-mismatch': 'error',
  'type-doubtful': 'warning',
  'not-a-grid': 'warning',
  hole: 'info',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof CODES;

/** A stretch of the source in UTF-16 units, `to` not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly span: Span;
  /** A sentence that says what to do. */
  readonly message: string;
  /** Texts that could stand in place of the span. */
  readonly suggestions?: readonly string[];
}

/** What a fault has to say; built only where it is going to be shown. */
export interface Advice {
  readonly message: string;
  readonly suggestions?: readonly string[];
}

/** More than these are counted, not listed. */
export const MAX_DIAGNOSTICS = 200;

/** Collects the faults of one source. */
export class Report {
  /** How many errors were reported, listed or not. */
  errors = 0;
  private listed: Diagnostic[] = [];
  private unlisted = 0;
  private unlistedFrom: Span = { from: 0, to: 0 };

  /** Notes a fault; `advise` is called at once, or not at all when the list is full. */
  add(code: Code, span: Span, advise: () => Advice | string): void {
    const severity = CODES[code];
    if (severity === 'error') this.errors++;
    if (this.listed.length >= MAX_DIAGNOSTICS) {
      if (this.unlisted++ === 0) this.unlistedFrom = span;
      return;
    }
    const advice = advise();
    const said = typeof advice === 'string' ? { message: advice } : advice;
    const message = legible(said.message);
    this.listed.push({ code, severity, span: { from: span.from, to: span.to }, ...said, message });
  }

  /** A report that goes on from here, and leaves this one as it is. */
  copy(): Report {
    const copy = new Report();
    const { errors, unlisted, unlistedFrom } = this;
    return Object.assign(copy, { errors, listed: [...this.listed], unlisted, unlistedFrom });
  }

  /** The faults in the order of the source; where some are not listed, a last one says how many. */
  diagnostics(): readonly Diagnostic[] {
    const sorted = [...this.listed].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
    if (this.unlisted > 0) {
      const message = `${this.unlisted} more faults are not listed: mend these first.`;
      sorted.push({ code: 'too-many', severity: CODES['too-many'], span: this.unlistedFrom, message });
    }
    return sorted;
  }
}

/** From 1; the column counts UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset. */
export function lineColumn(source: string, offset: number): Place {
  return placesIn(source)(offset);
}

/** The same for many offsets of one text, which is gone through once. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let line = 0;
    // The last line that starts at the offset or before.
    for (let over = starts.length; over - line > 1;) {
      const middle = (line + over) >> 1;
      if (starts[middle] <= offset) line = middle;
      else over = middle;
    }
    return { line: line + 1, column: offset - starts[line] + 1 };
  };
}
