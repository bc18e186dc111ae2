/** The types of variables, to be shown behind their names. */
import { typeText } from '../lang/type-text.ts';
import { analyse } from './analysis.ts';
import { targetOf } from './scope.ts';
import type { Inlay, Span } from './types.ts';

/** Left out where a type says nothing (`Any`), is written already, or the value is a mere name. */
export function inlays(source: string, within: Span = { from: 0, to: source.length }): Inlay[] {
  const analysis = analyse(source);
  return analysis.allPieces(within).flatMap((piece) => {
    const scope = analysis.scope(piece);
    const hints: Inlay[] = [];
    for (const statement of piece.statements) {
      const target = targetOf(statement);
      const own = statement.tokens.filter(({ kind }) => kind !== 'comment');
      if (target === null || own[1].kind !== 'equals' || own.length <= 3) continue;
      const variable = scope.variables.find(({ span }) => span.from === target.from);
      if (variable === undefined || variable.type.kind === 'any') continue;
      hints.push({ offset: target.to, text: `: ${typeText(variable.type)}` });
    }
    return hints;
  });
}
