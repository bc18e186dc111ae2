/** The words of the dialect, for colours. Names are told apart by their look alone, without the catalogue. */

export type TokenKind =
  'comment' | 'keyword' | 'constant' | 'variable' | 'function' | 'number' | 'string' | 'plain';

/** The first that fits wins. */
export const TOKENS: readonly (readonly [RegExp, TokenKind])[] = [
  [/#.*/, 'comment'],
  [/\b(?:def|return|from|import)\b/, 'keyword'],
  [/\b(?:x\d+|I|O)\b/, 'variable'],
  [/\b[A-Z][A-Z_]*\b/, 'constant'],
  [/\b[A-Z]\w*\b/, 'plain'],
  [/\b[a-z_]\w*\b/, 'function'],
  [/\b\d+\b/, 'number'],
  [/"[^"\n]*"|'[^'\n]*'/, 'string'],
];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const ANY = new RegExp(TOKENS.map(([pattern]) => `(${pattern.source})`).join('|'), 'g');

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(ANY)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: text.slice(end, match.index) });
    const group = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: TOKENS[group][1], text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: 'plain', text: text.slice(end) });
  return tokens;
}
