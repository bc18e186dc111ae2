/** The head of a function: its name, its parameter and their annotations. Part of 1-parse.ts. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from './diagnostics.ts';
import type { Piece } from './piece.ts';
import { HOLE } from './syntax.ts';

interface Header {
  readonly name: string;
  readonly nameSpan: Span;
  readonly param: string;
  readonly paramSpan: Span;
  readonly paramType: string;
  readonly returnType: string;
}

/** The children of a node but for comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') found.push(child);
  }
  return found;
}

export function readHeader(piece: Piece, node: SyntaxNode): Header {
  const nameNode = node.getChild('VariableName');
  const start = piece.from + node.from;
  const nameSpan = nameNode === null ? { from: start, to: start + 3 } : piece.span(nameNode);
  const fullName = nameNode === null ? '' : piece.text(nameNode);
  if (fullName === 'solve') {
    piece.report.add(
      'nameless',
      nameSpan,
      () => 'Taken as the solver of this task. In a file of solvers its name is solve_<id>.',
    );
  } else if (!/^(?:solve|verify)_./.test(fullName)) {
    piece.error(
      'solver-name',
      nameSpan,
      () =>
        `The name of a solver is solve_<id>: write def solve_${fullName.replace(/^solve_?/, '') || 'x'}(I):`,
    );
  }
  if (piece.indentation(start) !== '') {
    piece.error(
      'indentation',
      nameSpan,
      () => 'A solver stands at the left edge: put def at the start of the line.',
    );
  }
  if (piece.text(node).startsWith('async')) {
    piece.error(
      'not-in-subset',
      { from: start, to: start + 5 },
      () => 'A solver is a plain function: delete async.',
    );
  }
  const list = node.getChild('ParamList');
  for (const name of [nameNode, list?.getChild('VariableName')]) if (name) isHole(piece, name);
  const isOpen = list !== null && list.lastChild?.name !== ')';
  if (isOpen) piece.unclosed(list);
  for (const comment of list?.getChildren('Comment') ?? []) piece.inner.push(piece.text(comment));
  const inside = list === null ? [] : children(list).filter(({ name }) => name !== '(' && name !== ')');
  const [param, type] = inside;
  const annotation = type?.name === 'TypeDef' && !isOpen ? annotationOf(piece, type) : '';
  const single = param?.name === 'VariableName' && inside.length === (type?.name === 'TypeDef' ? 2 : 1);
  const paramSpan = param === undefined ? { from: nameSpan.to, to: nameSpan.to } : piece.span(param);
  const broken = inside.find((child) => child.type.isError);
  if (broken !== undefined) {
    piece.syntax(broken);
  } else if (!single && nameNode !== null) {
    const span = list === null ? nameSpan : piece.span(list);
    piece.error(
      'parameters',
      span,
      () => 'A solver takes one parameter, the grid: write (I) after its name.',
    );
    if (list === null) piece.quiet(span);
  }
  const returned = node.getChild('TypeDef');
  return {
    name: fullName === 'solve' ? '' : fullName.replace(/^(?:solve|verify)_(?=.)/, ''),
    nameSpan,
    param: single ? piece.text(param) : 'I',
    paramSpan,
    paramType: annotation,
    returnType: returned === null ? '' : annotationOf(piece, returned),
  };
}

/** UTF-16 units of an annotation that is kept. */
const MAX_ANNOTATION = 200;

/** The text of a type annotation, which means nothing; '' for one that does not fit a line. */
export function annotationOf(piece: Piece, node: SyntaxNode): string {
  const text = piece
    .text(node)
    .replace(/^(:|->)/, '')
    .trim();
  const fault = node.getChild('⚠') ?? node.lastChild;
  if (fault !== null && fault.type.isError) piece.syntax(fault);
  return text.length <= MAX_ANNOTATION && !/[\r\n#]/.test(text) ? text : '';
}

/** Whether a name is a hole where none can be; reports it. */
export function isHole(piece: Piece, name: SyntaxNode): boolean {
  if (!piece.text(name).includes(HOLE)) return false;
  piece.error('syntax', piece.span(name), () => `${HOLE} stands for an expression: write a name here.`);
  return true;
}
