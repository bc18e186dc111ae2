/** Changes that are there for the taking: the program stays what it is. */
import { printExpression } from '../lang/print.ts';
import type { Solver } from '../lang/syntax.ts';
import type { Analysis } from './analysis.ts';
import { byKeyword, byPosition, primitiveCalled } from './arguments.ts';
import {
  callAround,
  covers,
  expressionsIn,
  indentOf,
  inOrder,
  insertion,
  isSameSpan,
  lineBreak,
  statementAt,
} from './find.ts';
import { nameAt, variableOf } from './names-at.ts';
import type { Edit, Fix, Span } from './types.ts';

/** What can be done with the selection, or at the cursor where it is empty. */
export function refactorings(analysis: Analysis, span: Span): Fix[] {
  const { solver } = analysis;
  if (solver === undefined || solver.broken) return [];
  return [
    ...inlineVariable(analysis, solver, span),
    ...extractExpression(analysis, solver, span),
    ...orderArguments(analysis, solver, span),
  ];
}

function inlineVariable(analysis: Analysis, solver: Solver, { from }: Span): Fix[] {
  const { source, piece } = analysis;
  const named = nameAt(analysis, from);
  const variable = named === undefined ? undefined : variableOf(analysis, named);
  const lines = solver.lines.filter(({ target }) => target === variable?.name);
  if (variable === undefined || lines.length !== 1) return [];
  const [line] = lines;
  const isTargetOnly = line.value.kind === 'hole';
  const uses = expressionsIn(solver).filter(
    ({ expression }) => expression.kind === 'name' && expression.name === line.target,
  );
  if (isTargetOnly || uses.length === 0) return [];
  const statement = statementAt(piece, line.span.from);
  const isPlain = !/[\r\n]/.test(source.slice(line.value.span.from, line.value.span.to));
  const text = isPlain ? source.slice(line.value.span.from, line.value.span.to) : printExpression(line.value);
  // The comments of the line stay where it was.
  const indent = indentOf(source, statement);
  const comments = statement.tokens
    .filter(({ kind }) => kind === 'comment')
    .map((token) => indent + token.text + lineBreak(source));
  const edits: Edit[] = [{ span: { from: statement.from, to: statement.to }, text: comments.join('') }];
  for (const { expression } of uses) edits.push({ span: expression.span, text });
  const title =
    uses.length === 1 ? `Inline ${line.target}` : `Inline ${line.target} in ${uses.length} places`;
  return [{ title, kind: 'refactor.inline', mends: '', edits: inOrder(edits) }];
}

function extractExpression(analysis: Analysis, solver: Solver, span: Span): Fix[] {
  const { source, piece, scope } = analysis;
  const all = expressionsIn(solver);
  const found = all.findLast(({ expression, around }) => {
    return (
      expression.kind === 'call' &&
      covers(expression.span, span) &&
      (around.length > 0 || isSameSpan(expression.span, solver.result.span))
    );
  });
  if (found === undefined) return [];
  const printed = printExpression(found.expression);
  const written = sourceOf(source, found.expression.span);
  // With its comments as it is written, else in one line.
  const text = written.includes('#') ? written : printed;
  const statement = statementAt(piece, found.expression.span.from);
  const [name] = scope.freshName();
  const line = `${indentOf(source, statement)}${name} = ${text}${lineBreak(source)}`;
  const edits: Edit[] = [insertion(statement.from, line)];
  for (const { expression, around, line: its } of all) {
    const { span: place } = expression;
    // A whole line stays as it is, and so does what has comments.
    if (expression.kind !== 'call' || place.from < statement.from || (around.length === 0 && its !== null))
      continue;
    const isIt = expression === found.expression;
    const isEqual = printExpression(expression) === printed && !sourceOf(source, place).includes('#');
    if (isIt || isEqual) edits.push({ span: place, text: name });
  }
  const title =
    edits.length === 2 ? `Extract into ${name}` : `Extract into ${name} (${edits.length - 1} places)`;
  return [{ title, kind: 'refactor.extract', mends: '', edits: inOrder(edits) }];
}

function sourceOf(source: string, { from, to }: Span): string {
  return source.slice(from, to);
}

function orderArguments(analysis: Analysis, solver: Solver, span: Span): Fix[] {
  const call = callAround(solver, span)?.expression;
  const primitive = call === undefined ? undefined : primitiveCalled(call, analysis.scope);
  if (call === undefined || primitive === undefined) return [];
  const fixes: Fix[] = [];
  const offer = (title: string, edits: Edit[] | null): void => {
    if (edits !== null) fixes.push({ title, kind: 'refactor.rewrite', mends: '', edits });
  };
  offer(`Arguments of ${primitive.name} by position`, byPosition(analysis.source, primitive, call));
  offer(`Arguments of ${primitive.name} by keyword`, byKeyword(analysis.source, primitive, call));
  return fixes;
}
