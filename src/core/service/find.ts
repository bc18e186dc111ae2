/** Ways through the syntax tree and the statements of a solver. */
import type { Call, Expression, Line, Solver } from '../lang/syntax.ts';
import type { Piece, Statement } from './scan.ts';
import type { Edit, Span } from './types.ts';

/** An expression, those that it is in (the outermost first), and the line; null for the return. */
export interface Found {
  readonly expression: Expression;
  readonly around: readonly Expression[];
  readonly line: Line | null;
}

/** All expressions of a solver, each before its parts. */
export function expressionsIn(solver: Solver): Found[] {
  const found: Found[] = [];
  const visit = (expression: Expression, around: readonly Expression[], line: Line | null): void => {
    found.push({ expression, around, line });
    if (expression.kind !== 'call') return;
    const inner = [...around, expression];
    visit(expression.callee, inner, line);
    for (const { value } of expression.args) visit(value, inner, line);
  };
  for (const line of solver.lines) visit(line.value, [], line);
  visit(solver.result, [], null);
  return found;
}

/** The smallest call around the span. */
export function callAround(solver: Solver, span: Span): (Found & { readonly expression: Call }) | undefined {
  return expressionsIn(solver).findLast((found): found is Found & { readonly expression: Call } => {
    return found.expression.kind === 'call' && covers(found.expression.span, span);
  });
}

/** The call that has an argument of just that span. */
export function callWith(solver: Solver, span: Span): Call | undefined {
  const found = expressionsIn(solver).find(
    ({ expression }) =>
      expression.kind === 'call' && expression.args.some(({ value }) => isSameSpan(value.span, span)),
  );
  return found?.expression as Call | undefined;
}

export function isSameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

export function statementAt(piece: Piece, offset: number): Statement {
  return piece.statements.findLast(({ from }) => from <= offset) ?? piece.statements[0];
}

/** Where the line of the offset begins. */
export function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space at the start of the first line of a statement. */
export function indentOf(source: string, { from, tokens }: Statement): string {
  const at = (tokens as readonly (Span | undefined)[])[0]?.from ?? from;
  return source.slice(Math.max(from, lineStart(source, at)), at);
}

/** How the lines of the source end. */
export function lineBreak(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/** Text that is put in. */
export function insertion(at: number, text: string): Edit {
  return { span: { from: at, to: at }, text };
}

/** The edits in the order of the source; those that would overlap an earlier one are left out. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  return sorted.filter(({ span }, i) => i === 0 || span.from >= sorted[i - 1].span.to);
}

/** The source after the edits. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const edit of edits) {
    text += source.slice(done, edit.span.from) + edit.text;
    done = edit.span.to;
  }
  return text + source.slice(done);
}
