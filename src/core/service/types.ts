/** What the service answers: plain data. Offsets and spans are in UTF-16 units of the whole source. */
import type { Diagnostic, Span } from '../lang/diagnostics.ts';
import type { Encoded } from '../values/codec.ts';

export type { Diagnostic, Encoded, Span };

/** The span is replaced by the text. The edits of one answer ascend and do not overlap. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits, or why there are none, in a sentence for people. */
export type Change =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string };

export type RefusalCode =
  | 'no-name'
  | 'not-a-name'
  | 'keyword'
  | 'reserved'
  | 'taken'
  | 'fixed-name'
  | 'has-errors'
  | 'too-long'
  | 'nothing-to-do';

export type CompletionKind = 'variable' | 'constant' | 'primitive' | 'argument' | 'keyword' | 'snippet';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A signature, or a type. */
  readonly detail: string;
  readonly doc: string;
  /** Text to put in place of `replace`; where `isSnippet`, `${1:name}` and `$0` mark places and `$` is escaped. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** Ascending; the list is sorted by it, and what fits stands first. */
  readonly sort: string;
  /** How well it goes with what is asked for. */
  readonly fit: Fit;
  readonly replace: Span;
}

export type Fit = 'fits' | 'may-fit' | 'other';

export interface SignatureHelp {
  /** `fill(grid: Grid, value: Integer, patch: Patch) -> Grid` */
  readonly label: string;
  /** Where in the label each parameter stands. */
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly span: Span }[];
  /** Index of the parameter that the cursor is at; -1 where there are too many arguments, or an unknown keyword. */
  readonly active: number;
  /** Signatures with type variables, where there are some: `k a -> (a -> Bool) -> k a`. */
  readonly generic: readonly string[];
  readonly doc: string;
  /** The name of the function in the source. */
  readonly span: Span;
}

/** One call worked out: what goes in and what comes out. */
export interface Example {
  readonly args: readonly { readonly name: string; readonly value: Encoded }[];
  /** Where the call returns a function: what that is called with, to give the result. */
  readonly then: readonly Encoded[];
  readonly result: Encoded;
}

/** What the reference says of a primitive or a constant. */
export interface Entry {
  readonly name: string;
  /** The family of a primitive, or `constant`. */
  readonly family: string;
  /** As in `Hover`. */
  readonly title: string;
  /** A call with holes in the places of the arguments. */
  readonly call: string;
  /** Declared types: of the parameters, then of the result. */
  readonly types: readonly string[];
  readonly generic: readonly string[];
  readonly doc: string;
  readonly example: Example | null;
  /** Of a constant. */
  readonly value: Encoded | null;
}

export interface Hover {
  readonly span: Span;
  readonly kind: 'primitive' | 'constant' | 'variable' | 'parameter' | 'argument' | 'solver' | 'hole';
  readonly name: string;
  /** A signature, `x1: Grid`, or `UP = (-1, 0)`. */
  readonly title: string;
  readonly generic: readonly string[];
  readonly doc: string;
  readonly example: Example | null;
  /** Of a constant. */
  readonly value: Encoded | null;
}

export interface Fix {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';
  /** The code of the fault that it mends, or ''. */
  readonly mends: string;
  readonly edits: readonly Edit[];
}

export interface Fold {
  readonly span: Span;
  readonly kind: 'solver' | 'comment' | 'imports';
}

/** A type to be shown after the name that ends at `offset`. */
export interface Inlay {
  readonly offset: number;
  readonly text: string;
}
