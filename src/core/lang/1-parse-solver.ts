/** One function of the source -> solver. Part of 1-parse.ts. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from './diagnostics.ts';
import { readExpression } from './1-parse-expression.ts';
import { annotationOf, children, isHole, readHeader } from './1-parse-header.ts';
import { boundNames, NONE_BOUND } from './bound-names.ts';
import { asComments, idleAdvice } from './idle.ts';
import { clip, outside } from './outside.ts';
import type { Piece } from './piece.ts';
import { MAX_NODES, type Expression, type Line, type Solver, type Trivia } from './syntax.ts';

interface Return {
  readonly value: Expression;
  readonly before: Trivia;
  readonly comment: string;
}

/** @param strays statements that the grammar put after the function although they are indented */
export function readSolver(
  piece: Piece,
  node: SyntaxNode,
  strays: readonly SyntaxNode[],
  before: Trivia,
): Solver {
  const header = readHeader(piece, node);
  const inHeader = takeInner(piece);
  const body = node.getChild('Body');
  const colon = body?.firstChild;
  const comment = colon?.name === ':' ? piece.trailing(piece.span(colon).to) : '';
  const lines: Line[] = [];
  let end: Return | undefined;
  let extra = false;
  const inBody = body === null || body === undefined ? [] : children(body);
  const statements = [...inBody, ...strays].filter(({ name }) => name !== ':');
  const straight = isStraight(piece, statements);
  /** Comments of statements that are left out. */
  let idle: string[] = [];
  for (const statement of statements) {
    const span = piece.span(statement);
    if (statement.type.isError) {
      // Faults of indentation were told; the colon is the one thing that a body can lack.
      if (!straight) continue;
      if (statement.prevSibling === null)
        piece.syntax(statement, () => 'Write a colon at the end of the def line.');
      else if (span.from < span.to) piece.syntax(statement);
      continue;
    }
    const leading = [...idle, ...piece.trivia(span.from)];
    idle = [];
    const advice = end === undefined ? idleAdvice(statement, piece.text(statement)) : null;
    if (advice !== null) {
      piece.report.add('no-effect', piece.firstLine(statement), () => advice);
      const after = piece.trailing(trimmedEnd(piece, span));
      idle = [...leading, ...asComments(piece.text(statement)), ...(after === '' ? [] : [after])];
      continue;
    }
    if (lines.length === MAX_NODES) {
      piece.error('too-long', span, () => `A solver may have ${MAX_NODES} lines: shorten it.`);
      break;
    }
    if (end !== undefined) {
      if (!extra)
        piece.error('after-return', span, () => 'Nothing can follow the return: delete the lines after it.');
      extra = true;
    } else if (statement.name === 'ReturnStatement') {
      const value = readReturn(piece, statement);
      end = {
        value,
        before: [...leading, ...takeInner(piece)],
        comment: piece.trailing(trimmedEnd(piece, span)),
      };
    } else if (statement.name === 'AssignStatement') {
      const line = readLine(piece, statement, leading);
      if (line !== undefined) lines.push(line);
    } else {
      reportStatement(piece, statement);
    }
  }
  // Lines at the left edge are reported as such: they are the missing ones.
  const spilled =
    node.nextSibling !== null && statements.length === 0 && node.nextSibling.name !== 'ImportStatement';
  if (spilled) piece.broken = true;
  if (end === undefined && !piece.broken) {
    const why = statements.length === 0 ? 'The solver is empty' : 'The solver returns nothing';
    piece.error('missing-return', header.nameSpan, () => `${why}: end it with an indented line return O.`);
  }
  const last = piece.span(strays.at(-1) ?? node).to;
  const span = { from: piece.from + node.from, to: trimmedEnd(piece, { from: piece.from, to: last }) };
  return {
    kind: 'solver',
    ...header,
    lines,
    result: end?.value ?? { kind: 'hole', span: { from: span.to, to: span.to } },
    span,
    before: [...before, ...inHeader],
    comment,
    beforeReturn: end?.before ?? [],
    returnComment: end?.comment ?? '',
    after: piece.indentedTail(),
    holes: piece.holes,
    broken: piece.broken,
    unread: piece.broken ? boundNames(piece) : NONE_BOUND,
  };
}

/** Whether all statements that begin a line are indented alike; reports the first that is not. */
function isStraight(piece: Piece, statements: readonly SyntaxNode[]): boolean {
  let first: string | undefined;
  for (const statement of statements) {
    if (statement.type.isError) {
      if (first === undefined && statement.prevSibling?.name === ':' && piece.text(statement) === '')
        continue;
      continue;
    }
    const { from, to } = piece.span(statement);
    const indentation = piece.indentation(from);
    if (indentation === undefined) continue;
    first ??= indentation;
    const isMixed = /^( +\t|\t+ )/.test(indentation);
    if (indentation === first && !isMixed) continue;
    piece.error('indentation', { from, to }, () => {
      const mixed = isMixed || indentation.includes('\t') !== first?.includes('\t');
      return mixed
        ? 'Tabs and spaces are mixed: indent every line by four spaces.'
        : 'Indent this line like the first one of the solver.';
    });
    return false;
  }
  return true;
}

function readLine(piece: Piece, node: SyntaxNode, leading: readonly string[]): Line | undefined {
  const [target, ...rest] = children(node);
  const type = rest[0]?.name === 'TypeDef' ? annotationOf(piece, rest[0]) : '';
  const after = rest[0]?.name === 'TypeDef' ? rest.slice(1) : rest;
  const [equals, value, ...more] = after;
  const span = piece.span(node);
  if (target.type.isError) {
    piece.syntax(target);
    return undefined;
  }
  if (target.name !== 'VariableName' || equals?.name === ',') {
    piece.error('not-in-subset', span, () => 'Assign to one name: write name = expression.');
    return undefined;
  }
  if (isHole(piece, target)) return undefined;
  const targetSpan = piece.span(target);
  const line = { target: piece.text(target), targetSpan, type };
  const before = (): Trivia => [...leading, ...takeInner(piece)];
  if (equals === undefined || equals.name !== 'AssignOp' || value === undefined) {
    if (equals !== undefined && equals.type.isError) piece.syntax(equals);
    else piece.error('syntax', span, () => `Give ${line.target} a value: write ${line.target} = expression.`);
    return { ...line, value: { kind: 'hole', span }, span, before: before(), comment: '' };
  }
  const read = readExpression(piece, value);
  const second = more.find((child) => !child.type.isError);
  if (second !== undefined) {
    piece.error('not-in-subset', piece.span(second), () =>
      second.name === 'AssignOp'
        ? 'Write one assignment a line.'
        : 'Assign one value: tuples are made by astuple(a, b).',
    );
  } else if (more.length > 0) {
    piece.syntax(more[0]);
  }
  return { ...line, value: read, span, before: before(), comment: piece.trailing(trimmedEnd(piece, span)) };
}

function readReturn(piece: Piece, node: SyntaxNode): Expression {
  const [, value, ...more] = children(node);
  if (value === undefined || (value.type.isError && piece.text(value) === '')) {
    piece.error('missing-return', piece.span(node), () => 'Say what is returned: write return O.');
    return { kind: 'hole', span: piece.span(node) };
  }
  const read = readExpression(piece, value);
  if (more.length > 0) {
    if (more[0].type.isError) piece.syntax(more[0]);
    else piece.error('not-in-subset', piece.span(more[0]), () => 'Return one value.');
  }
  return read;
}

function reportStatement(piece: Piece, node: SyntaxNode): void {
  const span = piece.span(node);
  if (node.name !== 'ExpressionStatement') {
    const { code, ...advice } = outside(node.name, piece.text(node));
    piece.error(code, piece.firstLine(node), () => advice);
    return;
  }
  const [value] = children(node);
  if (node.nextSibling?.type.isError || value.type.isError) {
    piece.syntax(
      node.nextSibling?.type.isError ? node.nextSibling : value,
      () => `Python cannot read ${clip(piece.text(node))} here: write name = expression.`,
    );
  } else {
    piece.error(
      'not-in-subset',
      span,
      () => 'This value goes nowhere: write name = in front of it, or delete it.',
    );
  }
}

function takeInner(piece: Piece): string[] {
  const taken = piece.inner;
  piece.inner = [];
  return taken;
}

function trimmedEnd(piece: Piece, span: Span): number {
  return span.from + piece.source.slice(span.from, span.to).trimEnd().length;
}
