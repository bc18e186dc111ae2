/** One expression of the source -> tree. Part of 1-parse.ts. */
import type { SyntaxNode } from '@lezer/common';
import { outside } from './outside.ts';
import type { Piece } from './piece.ts';
import { HOLE, MAX_DEPTH, MAX_HOLES, MAX_NODES, type Argument, type Expression } from './syntax.ts';

/** Reads a name, a call, or either in parentheses; reports anything else and leaves a hole. */
export function readExpression(piece: Piece, node: SyntaxNode, depth = 0): Expression {
  const span = piece.span(node);
  if (node.name === 'ParenthesizedExpression') return readParentheses(piece, node, depth);
  if (node.name === 'VariableName') {
    const name = piece.text(node);
    return name.includes(HOLE) ? readHole(piece, node) : { kind: 'name', name, span };
  }
  if (node.name === 'CallExpression') {
    if (depth >= MAX_DEPTH) {
      piece.error(
        'too-deep',
        span,
        () => `Calls may be nested ${MAX_DEPTH} deep: name the inner ones in lines of their own.`,
      );
      piece.quiet(span);
      return { kind: 'hole', span };
    }
    if (++piece.calls > MAX_NODES) {
      if (piece.calls === MAX_NODES + 1) {
        piece.error('too-long', span, () => `A solver may have ${MAX_NODES} calls: shorten it.`);
      }
      return { kind: 'hole', span };
    }
    const callee = node.firstChild;
    const list = node.lastChild;
    if (callee !== null && list !== null && list.name === 'ArgList') {
      const called = readExpression(piece, callee, depth + 1);
      return { kind: 'call', callee: called, args: readArguments(piece, list, depth + 1), span };
    }
  }
  if (node.type.isError) {
    piece.syntax(node);
  } else {
    const { code, ...advice } = outside(node.name, piece.text(node), operatorOf(piece, node));
    piece.error(code, span, () => advice);
  }
  return { kind: 'hole', span };
}

function readHole(piece: Piece, node: SyntaxNode): Expression {
  const span = piece.span(node);
  if (piece.text(node) !== HOLE) {
    piece.error('syntax', span, () => `Write ${HOLE} by itself where an expression is to be found.`);
    return { kind: 'hole', span };
  }
  const hole: Expression = { kind: 'hole', span, open: true };
  if (piece.holes.push(hole) === MAX_HOLES + 1)
    piece.error('holes', span, () => `A solver may have ${MAX_HOLES} holes: fill some of them first.`);
  return hole;
}

function readParentheses(piece: Piece, node: SyntaxNode, depth: number): Expression {
  const span = piece.span(node);
  if (depth >= MAX_DEPTH) {
    piece.error('too-deep', span, () => `Parentheses may be nested ${MAX_DEPTH} deep: leave them out.`);
    piece.quiet(span);
    return { kind: 'hole', span };
  }
  if (node.lastChild?.name !== ')') piece.unclosed(node);
  let read: Expression | undefined;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === '(' || child.name === ')') continue;
    if (child.name === 'Comment') piece.inner.push(piece.text(child));
    else if (child.type.isError) piece.syntax(child);
    else read ??= readExpression(piece, child, depth + 1);
  }
  return read ?? { kind: 'hole', span };
}

function readArguments(piece: Piece, list: SyntaxNode, depth: number): Argument[] {
  if (list.lastChild?.name !== ')') piece.unclosed(list);
  const args: Argument[] = [];
  let keyword: SyntaxNode | undefined;
  /** What stands before the next comma: nothing so far, an argument, or something that has been reported. */
  let state: 'empty' | 'read' | 'reported' = 'empty';
  const giveUp = (node: SyntaxNode): 'reported' => {
    if (state === 'read') args.pop();
    if (state !== 'reported') args.push({ value: { kind: 'hole', span: piece.span(node) } });
    return 'reported';
  };
  for (let child = list.firstChild; child !== null; child = child.nextSibling) {
    const { name } = child;
    if (name === '(' || name === ')') continue;
    if (name === 'Comment') {
      piece.inner.push(piece.text(child));
    } else if (name === ',') {
      state = 'empty';
      keyword = undefined;
    } else if (child.type.isError) {
      piece.syntax(child);
      state = giveUp(child);
    } else if (state === 'reported') {
      continue;
    } else if (state === 'read' || name === '*' || name === '**') {
      const { from, to } = piece.span(child);
      piece.error('not-in-subset', { from, to }, () => suffixAdvice(name, piece.text(child as SyntaxNode)));
      state = giveUp(child);
    } else if (name === 'VariableName' && keyword === undefined && child.nextSibling?.name === 'AssignOp') {
      keyword = child;
      child = child.nextSibling;
      if (piece.text(child) === '=') continue;
      piece.error('not-in-subset', piece.span(child), () => suffixAdvice('', ':='));
      state = giveUp(child);
    } else {
      const value = readExpression(piece, child, depth);
      if (keyword === undefined) args.push({ value });
      else args.push({ keyword: piece.text(keyword), keywordSpan: piece.span(keyword), value });
      state = 'read';
    }
  }
  return args;
}

/** The advice for what is no argument. */
function suffixAdvice(name: string, text: string): string {
  if (name === 'for') return 'There are no comprehensions: write apply(function, container) or sfilter(…).';
  if (name === '*' || name === '**') return 'Arguments cannot be unpacked: write them one by one.';
  if (text === ':=') return 'There is no := here: assign in a line of its own.';
  return 'Arguments are expressions, with commas between them.';
}

/** The source of the operator of a unary or binary expression, or ''. */
function operatorOf(piece: Piece, node: SyntaxNode): string {
  if (node.name !== 'BinaryExpression' && node.name !== 'UnaryExpression') return '';
  const operator = node.name === 'UnaryExpression' ? node.firstChild : node.firstChild?.nextSibling;
  return operator === null || operator === undefined ? '' : piece.text(operator);
}
