/** What the cursor stands in: which statement, which call, and which argument. */
import type { Span } from '../lang/diagnostics.ts';
import type { Analysis } from './analysis.ts';
import { lineStart, statementAt } from './find.ts';
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
  /** Arguments of the innermost call behind the one under way. */
  readonly later: readonly OpenArgument[];
  /** Whether the expression is what a return gives. */
  readonly isReturn: boolean;
}

export function contextAt(analysis: Analysis, offset: number): Context {
  const { piece, scope } = analysis;
  const statement = statementAt(piece, offset);
  const { tokens } = statement;
  const touched = tokens.find(
    ({ kind, from, to }) => (kind === 'name' || kind === 'keyword') && from <= offset && offset <= to,
  );
  const word = touched === undefined ? { from: offset, to: offset } : { from: touched.from, to: touched.to };
  const before = tokens.filter(({ to, from }) => to <= offset && from < word.from);
  const { calls, isOpen } = openCalls(before);
  const later = calls.length === 0 ? [] : laterArguments(tokens.filter(({ from }) => from >= word.to));
  const shared = { scope, statement, word, calls, later, isReturn: before[0]?.text === 'return' };
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
  const inText = statement.tokens.some(
    ({ kind, from, to }) => (kind === 'comment' || kind === 'literal') && from < offset && offset <= to,
  );
  if (inText) return 'text';
  const [first] = before as readonly (Token | undefined)[];
  const last = before.findLast(({ kind }) => kind !== 'comment');
  if (first?.text === 'def' || first?.text === 'async' || first?.text === 'class') return 'header';
  if (first?.text === 'from' || first?.text === 'import') return 'text';
  if (last === undefined) {
    const start = lineStart(source, word.from);
    const isIndented = word.from > start && source.slice(start, word.from).trim() === '';
    return isIndented && piece.statements[0].tokens.some(({ text }) => text === 'def') ? 'start' : 'top';
  }
  if (!['open', 'comma', 'equals'].includes(last.kind) && last.text !== 'return') return 'after';
  return isOpen || first?.text === 'return' || before.some(({ kind }) => kind === 'equals')
    ? 'value'
    : 'after';
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
      stack.push({
        callee: previous?.kind === 'name' ? previous : null,
        isCall,
        args: [{ keyword: null, span: null }],
      });
    } else {
      if (token.kind === 'close') stack.pop();
      extend(token);
    }
    previous = token;
  }
  return { calls: stack.filter(({ isCall }) => isCall), isOpen: stack.length > 0 };
}

/** The arguments up to the end of the bracket, without the rest of the first. */
function laterArguments(after: readonly Token[]): OpenArgument[] {
  const args: { keyword: Token | null; span: Span | null }[] = [{ keyword: null, span: null }];
  let depth = 0;
  let previous: Token | null = null;
  for (const token of after) {
    if (token.kind === 'comment') continue;
    const arg = args[args.length - 1];
    if (token.kind === 'close' && depth-- === 0) break;
    if (token.kind === 'open') depth++;
    if (token.kind === 'comma' && depth === 0) args.push({ keyword: null, span: null });
    else if (token.kind === 'equals' && depth === 0)
      args[args.length - 1] = { keyword: previous, span: null };
    else args[args.length - 1] = { ...arg, span: { from: arg.span?.from ?? token.from, to: token.to } };
    previous = token;
  }
  return args.slice(1);
}
