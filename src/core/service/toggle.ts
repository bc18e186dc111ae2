/**
 * Between steps and one expression. The comments of steps are gathered above the return, each with the name of the
 * step that it belongs to: `# x2: behind the line`, `# (x2) above the line`. On the way back they return to those.
 */
import { expand, inline } from '../lang/inline.ts';
import { neededNames } from '../lang/needed-names.ts';
import { printExpression } from '../lang/print.ts';
import type { Solver } from '../lang/syntax.ts';
import { locate, moveSpan } from './analysis.ts';
import { lineBreak } from './find.ts';
import type { Piece } from './scan.ts';
import type { Change, RefusalCode, Span } from './types.ts';

const INDENT = '    ';

/** The solver at the offset as one expression where it has steps, and in steps where it is one expression. */
export function toggle(source: string, offset: number): Change {
  const { analysis, from } = locate(source, offset);
  const { piece, solver } = analysis;
  if (solver === undefined)
    return refuse('nothing-to-do', 'There is no solver here: put the cursor into one.');
  if (!analysis.isSound) return refuse('has-errors', 'Mend the errors of the solver first.');
  if (solver.holes.length > 0) return refuse('has-errors', 'Fill the holes of the solver first.');
  const body = bodyOf(piece, solver);
  const lines = isOneExpression(solver) ? toSteps(solver) : toExpression(solver);
  if (!Array.isArray(lines)) return lines;
  const text = lines.map((line) => INDENT + line).join(lineBreak(source));
  return { kind: 'edits', edits: [{ span: moveSpan(body, from), text }] };
}

function refuse(code: RefusalCode, message: string): Change & { readonly kind: 'refused' } {
  return { kind: 'refused', code, message };
}

/** From the first line after the def to the end of the return, its comment included. */
function bodyOf({ statements }: Piece, { result, span }: Solver): Span {
  const header = statements.findIndex(({ to }) => to > span.from);
  const last = statements.findLast(({ from }) => from <= result.span.from);
  return { from: statements[header + 1].from, to: last?.tokens.at(-1)?.to ?? span.to };
}

function isOneExpression({ lines, result }: Solver): boolean {
  if (lines.length === 0) return result.kind === 'call';
  const [{ value, target }] = lines;
  const isNested =
    value.kind === 'call' &&
    [value.callee, ...value.args.map((arg) => arg.value)].some(({ kind }) => kind === 'call');
  return lines.length === 1 && isNested && result.kind === 'name' && result.name === target;
}

function toExpression(solver: Solver): string[] | (Change & { readonly kind: 'refused' }) {
  if (solver.lines.length === 0)
    return refuse('nothing-to-do', 'The solver computes nothing that could be taken apart.');
  const inlined = inline(solver);
  if (inlined.kind === 'too-long') return refuse('too-long', inlined.diagnostic.message);
  const steps = expand(inlined.expression, solver.name, solver.param).lines;
  const stepOf = new Map(steps.map(({ target, span }) => [`${span.from}:${span.to}`, target]));
  const needed = neededNames(solver);
  const text: string[] = [];
  for (const { target, value, before, comment } of solver.lines) {
    const step = stepOf.get(`${value.span.from}:${value.span.to}`);
    for (const line of before)
      if (line !== '') text.push(step === undefined ? line : `# (${step})${line.slice(1)}`);
    if (!needed.has(target)) text.push(`# unused: ${target} = ${printExpression(value)}`);
    if (comment !== '') text.push(step === undefined ? comment : `# ${step}:${comment.slice(1)}`);
  }
  for (const line of solver.beforeReturn) if (line !== '') text.push(`# (return)${line.slice(1)}`);
  return [...text, withComment(`return ${printExpression(inlined.expression)}`, solver.returnComment)];
}

function toSteps(solver: Solver): string[] {
  const [line] = solver.lines as readonly (Solver['lines'][number] | undefined)[];
  const { lines, result } = expand(line?.value ?? solver.result, solver.name, solver.param);
  const last = lines[lines.length - 1].target;
  const names = new Set([...lines.map(({ target }) => target), 'return']);
  const above = new Map<string, string[]>();
  const behind = new Map<string, string[]>();
  const start: string[] = [];
  const note = (notes: Map<string, string[]>, name: string, text: string): void => {
    notes.set(name, [...(notes.get(name) ?? []), text]);
  };
  for (const comment of [...(line?.before ?? []), ...solver.beforeReturn]) {
    const [, upper, lower, text] = /^# (?:\(([^\s()]+)\)|([^\s:]+):)(.*)$/.exec(comment) ?? [];
    if (upper !== undefined && names.has(upper)) note(above, upper, `#${text}`);
    else if (lower !== undefined && names.has(lower)) note(behind, lower, `#${text}`);
    else if (comment !== '') start.push(comment);
  }
  if (line !== undefined && line.comment !== '') note(behind, last, line.comment);
  const text = start;
  const write = (name: string, code: string, comments: readonly string[]): void => {
    // There is room for one behind the line.
    text.push(...(above.get(name) ?? []), ...comments.slice(0, -1), withComment(code, comments.at(-1) ?? ''));
  };
  for (const { target, value } of lines)
    write(target, `${target} = ${printExpression(value)}`, behind.get(target) ?? []);
  const atReturn = solver.returnComment === '' ? [] : [solver.returnComment];
  write('return', `return ${printExpression(result)}`, [...(behind.get('return') ?? []), ...atReturn]);
  return text;
}

function withComment(code: string, comment: string): string {
  return comment === '' ? code : `${code}  ${comment}`;
}
