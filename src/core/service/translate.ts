/** Other people's Python in the words of the dialect: names, numbers, tuples and functions that have one way to be said. */
import { parse } from '../lang/1-parse.ts';
import { numberText } from '../lang/number-text.ts';
import { printExpression } from '../lang/print.ts';
import type { Argument, Expression } from '../lang/syntax.ts';
import { analyseAll, moveEdits, type Analysis } from './analysis.ts';
import { inOrder, statementAt, indentOf, lineBreak } from './find.ts';
import type { Diagnostic, Edit } from './types.ts';

/** What mends a fault of that kind, null where it is none or has no one way to be mended. */
export function translated(analysis: Analysis, { code, span, suggestions = [] }: Diagnostic): Edit[] | null {
  const { source } = analysis;
  const old = source.slice(span.from, span.to);
  switch (code) {
    case 'renamed':
      return [{ span, text: suggestions[0] }];
    case 'literal': {
      const text = suggestions.at(0) ?? numberText(old);
      return text === null ? null : [{ span, text }];
    }
    case 'not-in-subset': {
      const text = old.startsWith('lambda') ? lambdaText(old) : tupleText(old);
      if (text !== null) return [{ span, text }];
      return assignments(analysis, span.from, old);
    }
    default:
      return null;
  }
}

/** All faults of the file that `translated` mends, in one; null where there are not at least two. */
export function translatedAll(source: string): { readonly count: number; readonly edits: Edit[] } | null {
  let count = 0;
  const edits: Edit[] = [];
  for (const { analysis, from } of analyseAll(source)) {
    for (const diagnostic of analysis.diagnostics) {
      const own = translated(analysis, diagnostic);
      if (own === null) continue;
      count++;
      edits.push(...moveEdits(own, from));
    }
  }
  return count < 2 ? null : { count, edits: inOrder(edits) };
}

/** `astuple(THREE, FOUR)` for `(3, 4)`; null for what is no pair of numbers and names. */
function tupleText(text: string): string | null {
  const items = /^\(\s*([^(),]+?)\s*,\s*([^(),]+?)\s*,?\s*\)$/.exec(text)?.slice(1);
  const words = items?.map((item) => (/^[A-Za-z_]\w*$/.test(item) ? item : numberText(item)));
  return words === undefined || words.includes(null) ? null : `astuple(${words.join(', ')})`;
}

/** A line for each name of `a, b = c, d`; null for anything else. */
function assignments({ source, piece }: Analysis, at: number, text: string): Edit[] | null {
  const [left, right, ...more] = text.split(/=(?!=)/);
  if (right === undefined || more.length > 0) return null;
  const names = left.split(',').map((name) => name.trim());
  const values = split(right);
  const isPlain = names.length > 1 && names.every((name) => /^[A-Za-z_]\w*$/.test(name));
  if (!isPlain || values?.length !== names.length) return null;
  // Python works out all values first.
  const isApart = values.every((value, i) =>
    names.slice(0, i).every((name) => !new RegExp(`\\b${name}\\b`).test(value)),
  );
  if (!isApart) return null;
  const indent = lineBreak(source) + indentOf(source, statementAt(piece, at));
  const lines = names.map((name, i) => `${name} = ${numberText(values[i]) ?? values[i]}`);
  return [{ span: { from: at, to: at + text.length }, text: lines.join(indent) }];
}

/** The parts between the outer commas; null where brackets do not match or a part is empty. */
function split(text: string): string[] | null {
  const parts = [''];
  let depth = 0;
  for (const unit of text) {
    if ('([{'.includes(unit)) depth++;
    if (')]}'.includes(unit)) depth--;
    if (unit === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += unit;
  }
  const trimmed = parts.map((part) => part.trim());
  return depth !== 0 || trimmed.includes('') ? null : trimmed;
}

/** `compose(first, size)` for `lambda x: first(size(x))`; null where it takes more than composing and binding. */
function lambdaText(text: string): string | null {
  const [, param, body] = /^lambda\s+([A-Za-z_]\w*)\s*:\s*([^]*)$/.exec(text) ?? [];
  if (body === undefined) return null;
  const [solver] = parse(`def solve_x(${param}):\n    return ${body.replace(/[\r\n]+\s*/g, ' ')}\n`).solvers;
  return solver === undefined || solver.broken ? null : functionText(solver.result, param);
}

/** The expression as a function of `param`. */
function functionText(expression: Expression, param: string): string | null {
  if (expression.kind === 'name') return expression.name === param ? 'identity' : null;
  if (expression.kind !== 'call' || mentions(expression.callee, param)) return null;
  const { args } = expression;
  if (args.some(({ keyword }) => keyword !== undefined)) return null;
  const callee = printExpression(expression.callee);
  const uses = args.map(({ value }) => mentions(value, param));
  if (args.length === 2 && uses[0] && uses[1]) {
    const [a, b] = args.map(({ value }) => functionText(value, param));
    return a === null || b === null ? null : `fork(${callee}, ${a}, ${b})`;
  }
  const at = uses.indexOf(true);
  if (at < 0 || uses.indexOf(true, at + 1) >= 0) return null;
  const outer = boundText(callee, args, at);
  const inner = functionText(args[at].value, param);
  if (outer === null || inner === null) return null;
  return inner === 'identity' ? outer : `compose(${outer}, ${inner})`;
}

/** The callee with all arguments bound but the one at `at`. */
function boundText(callee: string, args: readonly Argument[], at: number): string | null {
  if (args.length === 1) return callee;
  if (args.length !== 2) return null;
  return `${at === 0 ? 'rbind' : 'lbind'}(${callee}, ${printExpression(args[1 - at].value)})`;
}

function mentions(expression: Expression, param: string): boolean {
  if (expression.kind === 'name') return expression.name === param;
  if (expression.kind === 'hole') return false;
  return mentions(expression.callee, param) || expression.args.some(({ value }) => mentions(value, param));
}
