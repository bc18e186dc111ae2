/** Types to be shown behind the names of variables, and behind holes what their places ask for. */
import { typeText } from '../lang/type-text.ts';
import { analyseAll } from './analysis.ts';
import { targetOf } from './scope.ts';
import type { Inlay, Span } from './types.ts';

/** Left out where a type says nothing (`Any`), is written already, or the value is a mere name. */
export function inlays(source: string, within: Span = { from: 0, to: source.length }): Inlay[] {
  return analyseAll(source, within).flatMap(({ analysis, from }) => {
    const { piece, scope } = analysis;
    const variables = new Map(scope.variables.map((variable) => [variable.span.from, variable]));
    const hints: Inlay[] = [];
    for (const statement of piece.statements) {
      const target = targetOf(statement);
      const own = statement.tokens.filter(({ kind }) => kind !== 'comment');
      if (target === null || own[1].kind !== 'equals' || own.length <= 3) continue;
      const variable = variables.get(target.from);
      if (variable === undefined || variable.type.kind === 'any') continue;
      hints.push({ offset: target.to + from, text: `: ${typeText(variable.type)}` });
    }
    for (const [{ span }, type] of analysis.checked.wanted) {
      if (type !== 'Any') hints.push({ offset: span.to + from, text: `: ${type}` });
    }
    return hints.sort((a, b) => a.offset - b.offset);
  });
}
