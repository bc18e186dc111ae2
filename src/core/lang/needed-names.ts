/** Which lines of a solver count. */
import type { Expression, Solver } from './syntax.ts';

/** The variables that the result rests on; lines that assign others are dead. */
export function neededNames({ lines, result }: Solver): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.kind === 'name') needed.add(expression.name);
    if (expression.kind !== 'call') return;
    visit(expression.callee);
    for (const { value } of expression.args) visit(value);
  };
  visit(result);
  for (const { target, value } of lines.toReversed()) if (needed.has(target)) visit(value);
  return needed;
}
