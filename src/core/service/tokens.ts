/** Every word of the source and what it is, for its colour. */
import { analyseAll, moveSpan } from './analysis.ts';
import { namesIn, type NameKind } from './names-at.ts';
import type { SemanticToken, Span, TokenClass } from './types.ts';

const CLASSES: Readonly<Record<NameKind, TokenClass>> = {
  variable: 'variable',
  parameter: 'parameter',
  argument: 'argument',
  solver: 'solver',
  primitive: 'primitive',
  constant: 'constant',
  type: 'type',
  unknown: 'error',
};

const KEYWORDS: ReadonlySet<string> = new Set(['def', 'return', 'from', 'import', 'as']);

/** The tokens of the pieces that `within` touches, or of all; brackets, commas and the like have no class. */
export function tokens(source: string, within: Span = { from: 0, to: source.length }): SemanticToken[] {
  return analyseAll(source, within).flatMap(({ analysis, from }) => {
    const kinds = new Map(namesIn(analysis).map(({ token, kind }) => [token, CLASSES[kind]]));
    return analysis.piece.statements.flatMap((statement) => {
      const isImport = statement.tokens[0]?.text === 'from' || statement.tokens[0]?.text === 'import';
      return statement.tokens.flatMap((token): SemanticToken[] => {
        const kind = kinds.get(token) ?? classOf(token.kind, token.text, isImport);
        return kind === null ? [] : [{ span: moveSpan(token, from), kind }];
      });
    });
  });
}

function classOf(kind: string, text: string, isImport: boolean): TokenClass | null {
  if (kind === 'comment') return 'comment';
  if (kind === 'keyword') return KEYWORDS.has(text) ? 'keyword' : 'error';
  if (kind === 'literal') return 'error';
  if (kind === 'hole') return 'hole';
  if (isImport || kind !== 'other') return null;
  return text === ':' || text === '->' ? null : 'error';
}
