/** What the cursor stands in: which statement, which call, which argument, and what is wanted there. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';
import type { Span } from '../lang/diagnostics.ts';
import { parametersOf } from '../lang/call-types.ts';
import { declaredType } from '../lang/signatures.ts';
import { ANY, GRID, type FunctionType, type Type } from '../lang/types.ts';
import type { Analysis } from './analysis.ts';
import type { Piece, Statement, Token } from './scan.ts';
import type { Scope } from './scope.ts';

/** A call that the cursor is in the brackets of. */
export interface OpenCall {
  /** null: what is called has no name. */
  readonly callee: Token | null;
  /** The finished arguments and the one under way, in their order. */
  readonly args: OpenArgument[];
}

export interface OpenArgument {
  readonly keyword: Token | null;
  /** Of the tokens before the cursor; null while there are none. */
  readonly span: Span | null;
}

export interface Context {
  readonly piece: Piece;
  readonly scope: Scope;
  readonly statement: Statement;
  /**
   * text: in a comment or a literal; top: outside of solvers; header: in a def line; start: where a statement can
   * begin; value: where an expression can begin; after: behind an expression, where nothing can.
   */
  readonly place: 'text' | 'top' | 'header' | 'start' | 'value' | 'after';
  /** The name that the cursor touches, or an empty span. */
  readonly word: Span;
  /** The calls around the cursor, the innermost last. */
  readonly calls: readonly OpenCall[];
  /** Whether the expression is what a return gives. */
  readonly isReturn: boolean;
}

export function contextAt(analysis: Analysis, offset: number): Context {
  const piece = analysis.pieceAt(offset);
  const scope = analysis.scope(piece);
  const { statements } = piece;
  const statement = statements.findLast(({ from }) => from <= offset) ?? statements[0];
  const { tokens } = statement;
  const touched = tokens.find(({ kind, from, to }) => (kind === 'name' || kind === 'keyword') && from <= offset && offset <= to);
  const word = touched === undefined ? { from: offset, to: offset } : { from: touched.from, to: touched.to };
  const before = tokens.filter(({ to, from }) => to <= offset && from < word.from);
  const { calls, isOpen } = openCalls(before);
  const shared = { piece, scope, statement, word, calls, isReturn: before[0]?.text === 'return' };
  return { ...shared, place: placeOf(analysis.source, offset, statement, word, before, isOpen, piece) };
}

function placeOf(
  source: string,
  offset: number,
  statement: Statement,
  word: Span,
  before: readonly Token[],
  isOpen: boolean,
  piece: Piece,
): Context['place'] {
  const inText = statement.tokens.some(({ kind, from, to }) => {
    return (kind === 'comment' && from < offset && offset <= to) || (kind === 'literal' && from < offset && offset <= to);
  });
  if (inText) return 'text';
  const [first] = before as readonly (Token | undefined)[];
  const last = before.findLast(({ kind }) => kind !== 'comment');
  if (first?.text === 'def' || first?.text === 'async' || first?.text === 'class') return 'header';
  if (first?.text === 'from' || first?.text === 'import') return 'text';
  if (last === undefined) {
    const start = source.lastIndexOf('\n', word.from - 1) + 1;
    const isIndented = word.from > start && source.slice(start, word.from).trim() === '';
    return isIndented && piece.statements[0].tokens.some(({ text }) => text === 'def') ? 'start' : 'top';
  }
  const begins = last.kind === 'open' || last.kind === 'comma' || last.kind === 'equals' || last.text === 'return';
  if (!begins) return 'after';
  return isOpen || first?.text === 'return' || before.some(({ kind }) => kind === 'equals') ? 'value' : 'after';
}

/** Mutable while it is put together. */
interface Frame {
  callee: Token | null;
  isCall: boolean;
  args: { keyword: Token | null; span: Span | null }[];
}

function openCalls(before: readonly Token[]): { calls: OpenCall[]; isOpen: boolean } {
  const stack: Frame[] = [];
  let previous: Token | null = null;
  const extend = (token: Token): void => {
    for (const { args } of stack) {
      const arg = args[args.length - 1];
      args[args.length - 1] = { ...arg, span: { from: arg.span?.from ?? token.from, to: token.to } };
    }
  };
  for (const token of before) {
    if (token.kind === 'comment') continue;
    const frame = stack.at(-1);
    if (token.kind === 'comma' && frame !== undefined) {
      frame.args.push({ keyword: null, span: null });
    } else if (token.kind === 'equals' && frame?.isCall && previous?.kind === 'name') {
      frame.args[frame.args.length - 1] = { keyword: previous, span: null };
    } else if (token.kind === 'open') {
      extend(token);
      const isCall = previous?.kind === 'name' || previous?.kind === 'close';
      stack.push({ callee: previous?.kind === 'name' ? previous : null, isCall, args: [{ keyword: null, span: null }] });
    } else {
      if (token.kind === 'close') stack.pop();
      extend(token);
    }
    previous = token;
  }
  return { calls: stack.filter(({ isCall }) => isCall), isOpen: stack.length > 0 };
}

/** A function with names and types of its parameters. */
export interface Callee {
  readonly primitive: Primitive | null;
  readonly names: readonly string[];
  readonly types: readonly Type[];
  /** Where it is a variable. */
  readonly made: FunctionType | null;
}

/** What a name stands for when it is called. */
export function calleeOf(scope: Scope, token: Token | null): Callee | null {
  if (token === null) return null;
  const variable = scope.find(token.text, token.from);
  const primitive = variable === undefined ? PRIMITIVES.get(token.text) : undefined;
  if (primitive !== undefined) {
    const types = primitive.params.map(({ type }) => declaredType(type));
    return { primitive, names: primitive.params.map(({ name }) => name), types, made: null };
  }
  if (variable === undefined || variable.type.kind !== 'function' || variable.type.arity === null) return null;
  const types = parametersOf(variable.type);
  return { primitive: null, names: types.map((_, i) => String.fromCharCode(97 + i)), types, made: variable.type };
}

/** Which parameter the cursor is at; -1: none of them. */
export function activeParameter({ args }: OpenCall, { primitive, names }: Callee): number {
  const { keyword } = args[args.length - 1];
  if (keyword !== null) return primitive === null ? -1 : names.indexOf(keyword.text);
  return args.length <= names.length ? args.length - 1 : -1;
}

/** What is asked for at the cursor. */
export function wantedType({ calls, scope, isReturn }: Context): Type {
  const call = calls.at(-1);
  if (call === undefined) return isReturn ? GRID : ANY;
  const callee = calleeOf(scope, call.callee);
  return callee?.types[activeParameter(call, callee)] ?? ANY;
}
