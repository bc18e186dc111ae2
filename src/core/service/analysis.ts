/**
 * What is known of a source. It is cut before every `def`, and each piece is parsed and checked when first asked for
 * and kept by its text: while somebody types in one solver of a long file, the others are not read again. Inside of
 * a piece all offsets count from its start; the verbs of the service move them.
 */
import { check, type Checked } from '../lang/2-check.ts';
import { parse } from '../lang/1-parse.ts';
import { Report, type Diagnostic, type Span } from '../lang/diagnostics.ts';
import { blanked, outsideFences, pieceStarts } from '../lang/fence.ts';
import { MAX_SOURCE, type Module, type Solver } from '../lang/syntax.ts';
import { scan, type Piece } from './scan.ts';
import { scopeOf, type Scope } from './scope.ts';
import type { Edit } from './types.ts';

export class Analysis {
  /** The text of the piece. */
  readonly source: string;
  readonly module: Module;
  /** The solver that begins in the piece; what else is in it are comments and imports. */
  readonly solver: Solver | undefined;
  /** Whether the parser does not look at it, for its size or since it is no text; the service does not either. */
  readonly isRefused: boolean;
  private scanned: Piece | null = null;
  private names: Scope | null = null;
  private result: { readonly checked: Checked; readonly diagnostics: readonly Diagnostic[] } | null = null;

  constructor(source: string) {
    this.source = source;
    this.module = parse(source);
    [this.solver] = this.module.solvers as readonly (Solver | undefined)[];
    this.isRefused = this.module.diagnostics.some(({ code }) => code === 'too-large' || code === 'not-text');
  }

  get piece(): Piece {
    const { source, isRefused } = this;
    return (this.scanned ??= scan(isRefused ? '' : blanked(source, outsideFences(source))));
  }

  /** The names of the piece, with their types as far as they can be made out. */
  get scope(): Scope {
    return (this.names ??= scopeOf(this));
  }

  get checked(): Checked {
    return this.check().checked;
  }

  /** Those of the parser and of the check. */
  get diagnostics(): readonly Diagnostic[] {
    return this.check().diagnostics;
  }

  /** Whether there is a solver without errors, those of its syntax included. */
  get isSound(): boolean {
    return this.solver !== undefined && this.diagnostics.every(({ severity }) => severity !== 'error');
  }

  private check(): NonNullable<typeof this.result> {
    if (this.result === null) {
      const report = new Report();
      const checked = this.solver === undefined ? NOTHING : check(this.solver, report);
      this.result = { checked, diagnostics: [...this.module.diagnostics, ...report.diagnostics()] };
    }
    return this.result;
  }
}

const NOTHING: Checked = { diagnostics: [], types: new Map(), wanted: new Map() };

/** Pieces that are kept: the 400 published solvers go in several times. */
const KEPT = 2000;

/** By their text, the one asked for last at the end. Safe to share: an analysis hangs on its text alone. */
const kept = new Map<string, Analysis>();

function analyse(text: string): Analysis {
  const analysis = kept.get(text) ?? new Analysis(text);
  kept.delete(text);
  kept.set(text, analysis);
  const [oldest] = kept.keys();
  if (kept.size > KEPT) kept.delete(oldest);
  return analysis;
}

/** A piece at its place. */
export interface Placed {
  readonly analysis: Analysis;
  /** Where it begins in the source. */
  readonly from: number;
}

/** The pieces that the span touches, or all; a short look at each, and no more. */
export function analyseAll(source: string, within: Span = { from: 0, to: source.length }): Placed[] {
  const starts = cut(source);
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? source.length;
    return from <= within.to && to >= within.from
      ? [{ analysis: analyse(source.slice(from, to)), from }]
      : [];
  });
}

/** The piece that holds the offset, and the offset inside of it. */
export function locate(source: string, offset: number): Placed & { readonly at: number } {
  const inside = Math.max(0, Math.min(offset, source.length));
  const starts = cut(source);
  const i = starts.findLastIndex((start) => start <= inside);
  const from = starts[i];
  return { analysis: analyse(source.slice(from, starts[i + 1] ?? source.length)), from, at: inside - from };
}

/** Where the pieces begin; the first begins at 0. */
function cut(source: string): number[] {
  return source.length > MAX_SOURCE ? [0] : pieceStarts(source);
}

/** From a piece to the source. */
export function moveSpan({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

export function moveEdits(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ span, text }) => ({ span: moveSpan(span, by), text }));
}
