/**
 * What is known of a source, found out when first asked for and kept for the next question: an editor asks a dozen
 * of them about one text.
 */
import { check, type Checked } from '../lang/2-check.ts';
import { parse } from '../lang/1-parse.ts';
import { MAX_DIAGNOSTICS, Report, type Diagnostic, type Span } from '../lang/diagnostics.ts';
import type { Module, Solver } from '../lang/syntax.ts';
import { piecesOf, scanPiece, type Piece } from './scan.ts';
import { scopeOf, type Scope } from './scope.ts';

interface CheckedSolver {
  readonly checked: Checked;
  readonly diagnostics: readonly Diagnostic[];
}

export class Analysis {
  readonly source: string;
  readonly module: Module;
  private readonly starts: readonly number[];
  private readonly pieces = new Map<number, Piece>();
  private readonly scopes = new Map<Piece, Scope>();
  private readonly checks = new Map<Solver, CheckedSolver>();
  private all: readonly Diagnostic[] | null = null;

  constructor(source: string) {
    this.source = source;
    this.module = parse(source);
    // A source that the parser refuses, for its size or since it is no text, is not worth a look.
    const isRefused = this.module.diagnostics.some(({ code }) => code === 'too-large' || code === 'not-text');
    this.starts = isRefused ? [] : piecesOf(source);
  }

  /** The piece that holds the offset; an empty one in a source that was refused. */
  pieceAt(offset: number): Piece {
    let at = this.starts.length - 1;
    while (at > 0 && this.starts[at] > offset) at--;
    return this.piece(at);
  }

  /** All pieces, or those that the span touches. */
  allPieces(within: Span = { from: 0, to: this.source.length }): readonly Piece[] {
    const touched = this.starts.flatMap((from, at) => {
      const to = this.starts[at + 1] ?? this.source.length;
      return from <= within.to && to >= within.from ? [at] : [];
    });
    return touched.map((at) => this.piece(at));
  }

  private piece(at: number): Piece {
    const from = this.starts[at] ?? 0;
    let piece = this.pieces.get(from);
    if (piece === undefined) {
      const to = this.starts.length === 0 ? 0 : (this.starts[at + 1] ?? this.source.length);
      piece = scanPiece(this.source, from, to);
      this.pieces.set(from, piece);
    }
    return piece;
  }

  /** The solver that begins in the piece. */
  solverIn({ from, to }: Piece): Solver | undefined {
    return this.module.solvers.find(({ span }) => span.from >= from && span.from < to);
  }

  check(solver: Solver): CheckedSolver {
    let known = this.checks.get(solver);
    if (known === undefined) {
      const report = new Report();
      const checked = check(solver, report);
      known = { checked, diagnostics: report.diagnostics() };
      this.checks.set(solver, known);
    }
    return known;
  }

  /** The names of a piece, with their types as far as they can be made out. */
  scope(piece: Piece): Scope {
    let scope = this.scopes.get(piece);
    if (scope === undefined) {
      scope = scopeOf(this, piece);
      this.scopes.set(piece, scope);
    }
    return scope;
  }

  /** Whether a solver has no errors, those of its syntax included. */
  isSound(solver: Solver): boolean {
    return !solver.broken && this.check(solver).diagnostics.every(({ severity }) => severity !== 'error');
  }

  /** Those of the parser and of the check, by place. */
  diagnostics(): readonly Diagnostic[] {
    if (this.all === null) {
      const found = [...this.module.diagnostics, ...this.module.solvers.flatMap((solver) => this.check(solver).diagnostics)];
      const sorted = found.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
      this.all = sorted.slice(0, MAX_DIAGNOSTICS);
    }
    return this.all;
  }
}

/** The last texts asked about: that of the editor, and one beside it. */
const kept: Analysis[] = [];

export function analyse(source: string): Analysis {
  const at = kept.findIndex((analysis) => analysis.source === source);
  const analysis = at < 0 ? new Analysis(source) : kept.splice(at, 1)[0];
  kept.unshift(analysis);
  kept.length = Math.min(kept.length, 2);
  return analysis;
}

