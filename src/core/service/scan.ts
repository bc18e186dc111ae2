/**
 * A solver cut into tokens and statements by a lexer of its own. The grammar gives up where a text is unfinished; what
 * an editor asks while somebody types has to work just there. So a bracket that is never closed ends here where the
 * next line plainly begins a new statement.
 */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Span } from '../lang/diagnostics.ts';

export type TokenKind =
  | 'name'
  | 'keyword'
  | 'comment'
  | 'literal'
  | 'break'
  | 'open'
  | 'close'
  | 'comma'
  | 'equals'
  | 'hole'
  | 'other';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The statements of a piece lie side by side: each begins after the line break that ends the one before. */
export interface Statement extends Span {
  /** Without line breaks. */
  readonly tokens: readonly Token[];
  /** Brackets that are open at its end. */
  readonly open: number;
}

/** From one `def` at the left edge to the next, or what stands before the first. */
export interface Piece {
  readonly statements: readonly Statement[];
}

const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_\u00a1-\uffff][\w\u00a1-\uffff]*$/.test(text);
}

const LEXER =
  /(#[^\r\n]*)|("""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|\d[\w.]*)|([A-Za-z_\u00a1-\uffff][\w\u00a1-\uffff]*)|(\r\n|\r|\n)|([([{])|([)\]}])|(,)|(=(?!=))|(\?\?)|([<>=!:/*-]=|->|\*\*|\/\/|\S)/g;

const KINDS: readonly TokenKind[] = [
  'comment',
  'literal',
  'name',
  'break',
  'open',
  'close',
  'comma',
  'equals',
  'hole',
  'other',
];

export function scan(source: string): Piece {
  const tokens: Token[] = [];
  for (const match of source.matchAll(LEXER)) {
    const at = KINDS.findIndex((_, i) => match[i + 1] !== undefined);
    const text = match[0];
    const kind = KINDS[at] === 'name' && KEYWORDS.has(text) ? 'keyword' : KINDS[at];
    tokens.push({ kind, text, from: match.index, to: match.index + text.length });
  }
  return { statements: cutStatements(tokens, source.length) };
}

function cutStatements(tokens: readonly Token[], to: number): Statement[] {
  const statements: Statement[] = [];
  let own: Token[] = [];
  let start = 0;
  /** The functions of the brackets that are open; null for other brackets. */
  let open: (Token | null)[] = [];
  const end = (at: number): void => {
    statements.push({ from: start, to: at, tokens: own, open: open.length });
    own = [];
    open = [];
    start = at;
  };
  let previous: Token | null = null;
  tokens.forEach((token, i) => {
    if (token.kind === 'break') {
      if (open.length === 0 || begins(tokens, i + 1, previous, open[open.length - 1])) {
        end(token.to);
        previous = null;
      }
      return;
    }
    own.push(token);
    if (token.kind === 'open') open.push(previous?.kind === 'name' ? previous : null);
    if (token.kind === 'close') open.pop();
    if (token.kind !== 'comment') previous = token;
  });
  if (own.length > 0 || start < to || statements.length === 0) end(to);
  return statements;
}

/** Whether a new statement begins at token `at`, although a bracket of `callee` is open. */
function begins(tokens: readonly Token[], at: number, previous: Token | null, callee: Token | null): boolean {
  const next = tokens[at] as Token | undefined;
  if (next === undefined) return false;
  if (next.kind === 'keyword') return next.text === 'return' || next.text === 'def';
  if (next.kind !== 'name' || (tokens[at + 1] as Token | undefined)?.kind !== 'equals') return false;
  if (previous?.kind !== 'comma' && previous?.kind !== 'open') return true;
  const params = callee === null ? undefined : PRIMITIVES.get(callee.text)?.params;
  return params === undefined || params.every(({ name }) => name !== next.text);
}
