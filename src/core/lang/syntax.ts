/**
 * The syntax tree of a solver file. It keeps what printing and an editor need: spans of everything that can be
 * pointed at, comments and blank lines. Keywords, arity and types are no concern of the tree: 2-check.ts looks.
 */
import type { Diagnostic, Span } from './diagnostics.ts';

export interface Module {
  readonly source: string;
  /** Import statements and solvers as they stand in the file. */
  readonly items: readonly (Import | Solver)[];
  readonly solvers: readonly Solver[];
  /** Comments and blank lines after the last item. */
  readonly after: Trivia;
  /** What the parser found; 2-check.ts finds more. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whole lines that mean nothing to the machine: a comment with its #, or '' for a blank line. */
export type Trivia = readonly string[];

/** `from x import *` and the like: accepted and ignored. */
export interface Import {
  readonly kind: 'import';
  readonly text: string;
  readonly span: Span;
  readonly before: Trivia;
  readonly comment: string;
}

export interface Solver {
  readonly kind: 'solver';
  /** What follows `solve_`; '' for `def solve(I)`, the solver of whatever task it is tried on. */
  readonly name: string;
  /** Of the whole function name. */
  readonly nameSpan: Span;
  readonly param: string;
  readonly paramSpan: Span;
  /** Annotations in one line, such as `Grid`; '' for none. They mean nothing. */
  readonly paramType: string;
  readonly returnType: string;
  readonly lines: readonly Line[];
  /** What is returned; a hole where the return is missing. */
  readonly result: Expression;
  readonly span: Span;
  readonly before: Trivia;
  /** The comment at the end of the def line, with its #, or ''. */
  readonly comment: string;
  readonly beforeReturn: Trivia;
  readonly returnComment: string;
  /** Indented comments after the return. */
  readonly after: Trivia;
  /** Its open holes, in the order of the text. A solver that has some cannot run. */
  readonly holes: readonly Hole[];
  /** The parser reported an error in it: names may be missing, and it cannot run. */
  readonly broken: boolean;
  /** Where it is broken: what lines that could not be read may give a value to. */
  readonly unread: ReadonlySet<string>;
}

/** `target = value` */
export interface Line {
  readonly target: string;
  readonly targetSpan: Span;
  /** An annotation, or ''. It means nothing. */
  readonly type: string;
  readonly value: Expression;
  readonly span: Span;
  readonly before: Trivia;
  readonly comment: string;
}

export type Expression = Name | Call | Hole;

export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly span: Span;
}

export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly span: Span;
}

export interface Argument {
  /** undefined: positional. */
  readonly keyword?: string;
  readonly keywordSpan?: Span;
  readonly value: Expression;
}

/** In place of an expression that the parser has reported, or one that somebody leaves open. */
export interface Hole {
  readonly kind: 'hole';
  readonly span: Span;
  /** Written as `??`: it stands for any expression, and is no fault. */
  readonly open?: true;
}

/** How an open hole is written. */
export const HOLE = '??';
/** Open holes in one solver. */
export const MAX_HOLES = 3;

/** The deepest nesting of calls in one line. */
export const MAX_DEPTH = 200;
/** Lines in one solver, and calls. */
export const MAX_NODES = 5000;
/** UTF-16 units of one source. */
export const MAX_SOURCE = 2_000_000;
/** UTF-16 units of one solver with its comments. */
export const MAX_SOLVER_SOURCE = 250_000;
/** UTF-16 units of one line. */
export const MAX_LINE_SOURCE = 100_000;
