/** Quick fixes for a solver as a whole. */
import type { Analysis } from './analysis.ts';
import { indentOf, insertion, lineBreak, statementAt } from './find.ts';
import type { Offer } from './fixes.ts';
import { headerOf } from './scope.ts';
import type { Diagnostic, Edit } from './types.ts';

/** Of a body that has no lines yet. */
const DEFAULT_INDENT = '    ';

/** Faults of a solver as a whole. */
export function mendFunction(analysis: Analysis, { code, span }: Diagnostic, offer: Offer): void {
  const { source, piece } = analysis;
  const text = source.slice(span.from, span.to);
  switch (code) {
    case 'missing-return':
      offer('Write the return', [returnAdded(analysis, span.from)]);
      break;
    case 'after-return': {
      const { from } = statementAt(piece, span.from);
      const inside = piece.statements.filter(
        (each) => each.from >= from && indentOf(source, each) !== '' && each.tokens.length > 0,
      );
      offer(
        'Delete what follows the return',
        inside.map((each) => ({ span: { from: each.from, to: each.to }, text: '' })),
      );
      break;
    }
    case 'solver-name': {
      const id = text.replace(/^solve_?/, '') || 'x';
      if (/^\w/.test(text)) offer(`Change ${text} to solve_${id}`, [{ span, text: `solve_${id}` }]);
      break;
    }
    case 'parameters':
      offer('Write (I)', [
        { span: text.startsWith('(') ? span : { from: span.to, to: span.to }, text: '(I)' },
      ]);
      break;
  }
}

/** A return of the last variable, after the last line, or in place of one that lacks its value. */
function returnAdded({ source, piece, scope }: Analysis, at: number): Edit {
  const last = scope.variables.at(-1)?.name ?? 'I';
  const own = statementAt(piece, at);
  if (own.tokens[0]?.text === 'return') return insertion(own.tokens[0].to, ` ${last}`);
  const lines = piece.statements.filter((each) => each.tokens.length > 0 && indentOf(source, each) !== '');
  const line = lines.at(-1) ?? own;
  const indent = headerOf(line) === null ? indentOf(source, line) : DEFAULT_INDENT;
  const to = line.tokens[line.tokens.length - 1].to;
  return insertion(to, `${lineBreak(source)}${indent}return ${last}`);
}
