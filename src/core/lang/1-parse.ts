/**
 * Source -> syntax tree. The grammar is Python's, by @lezer/python; what is outside of the solver language becomes
 * a diagnostic. The source is cut before every `def` at the left edge and each piece is parsed by itself, so that a
 * fault in one solver leaves the others whole.
 */
import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { Report } from './diagnostics.ts';
import { children } from './1-parse-header.ts';
import { readSolver } from './1-parse-solver.ts';
import { boundNames } from './bound-names.ts';
import { blanked, outsideFences, pieceStarts } from './fence.ts';
import { outside } from './outside.ts';
import { Piece } from './piece.ts';
import {
  HOLE,
  MAX_DEPTH,
  MAX_LINE_SOURCE,
  MAX_SOLVER_SOURCE,
  MAX_SOURCE,
  type Import,
  type Module,
  type Solver,
  type Trivia,
} from './syntax.ts';

/** Reads a solver file. Never throws: faults go to `report` and are in the `diagnostics` of the module. */
export function parse(source: string, report: Report = new Report()): Module {
  const items: (Import | Solver)[] = [];
  let after: Trivia = [];
  if (isText(source, report)) {
    for (const [from, to] of cut(source))
      after = readPiece(new Piece(source, from, to, report), items, after);
  }
  const solvers = items.filter((item) => item.kind === 'solver');
  const names = new Set<string>();
  for (const { name, nameSpan } of solvers) {
    if (names.has(name)) {
      report.add(
        'duplicate-solver',
        nameSpan,
        () => `solve_${name} stands above, too, and this one counts, as in Python: rename one of them.`,
      );
    }
    names.add(name);
  }
  return { source, items, solvers, after, diagnostics: report.diagnostics() };
}

function isText(source: string, report: Report): boolean {
  if (source.length > MAX_SOURCE) {
    const span = { from: 0, to: 0 };
    report.add(
      'too-large',
      span,
      () => `The source is over ${MAX_SOURCE / 1e6} MB: split it into several files.`,
    );
    return false;
  }
  const at = source.search(
    /[\0\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
  if (at < 0) return true;
  report.add('not-text', { from: at, to: at + 1 }, () => {
    const found = source[at] === '\0' ? 'a NUL character' : 'a character that could not be decoded';
    return `There is ${found} at offset ${at}: save the solvers as a text file in UTF-8.`;
  });
  return false;
}

/** The source cut before each function or class at the left edge. */
function cut(source: string): [number, number][] {
  const starts = pieceStarts(source);
  return starts.map((from, i) => [
    i === 0 && source.startsWith('\ufeff') ? 1 : from,
    starts[i + 1] ?? source.length,
  ]);
}

/** Keeps from the grammar what would take it long: its time grows with the square of nesting. */
function isBounded({ source, from, to, report }: Piece): boolean {
  if (to - from > MAX_SOLVER_SOURCE) {
    const message = `One solver may have ${MAX_SOLVER_SOURCE / 1000} kB of source: shorten it.`;
    report.add('too-long', { from, to: from }, () => message);
    return false;
  }
  let lineStart = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const unit = source[i];
    if (unit === '\n' || unit === '\r') {
      lineStart = i + 1;
    } else if (unit === '#') {
      while (i + 1 < to && source[i + 1] !== '\n' && source[i + 1] !== '\r') i++;
    } else if (unit === '(' || unit === '[' || unit === '{') {
      if (++depth > 2 * MAX_DEPTH) {
        report.add('too-deep', { from: i, to: i + 1 }, tooDeep);
        return false;
      }
    } else if (unit === ')' || unit === ']' || unit === '}') {
      depth = Math.max(0, depth - 1);
    }
    if (i - lineStart > MAX_LINE_SOURCE) {
      report.add(
        'too-long',
        { from: lineStart, to: lineStart },
        () => `A line may have ${MAX_LINE_SOURCE / 1000} kB: shorten it.`,
      );
      return false;
    }
  }
  return true;
}

/** A name of the same length that nobody writes: it stands for a hole while the grammar reads. */
const HOLE_NAME = '\ue0b1\ue0b1';

/** The text of the piece, without what stands outside of Markdown's fences. */
function codeOf({ source, from, to, report }: Piece): string {
  const text = source.slice(from, to);
  const outside = outsideFences(text);
  const [first] = outside;
  if (first === undefined) return text;
  const at = from + first.from + text.slice(first.from).search(/```|~~~/);
  const line = source.slice(at, to).split(/[\r\n]/, 1)[0];
  report.add(
    'fence',
    { from: at, to: at + line.length },
    () => 'This is Markdown: what stands outside of its fences is left out.',
  );
  return blanked(text, outside).trimEnd();
}

/** What the grammar makes of the piece; null where something is nested deeper than the stack lets it go. */
function treeOf(piece: Piece): Tree | null {
  try {
    return parser.parse(codeOf(piece).replaceAll(HOLE, HOLE_NAME));
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    const { from, report } = piece;
    report.add('too-deep', { from, to: from }, tooDeep);
    return null;
  }
}

const tooDeep = (): string =>
  `Calls may be nested ${MAX_DEPTH} deep: name the inner ones in lines of their own.`;

/** Adds the items of the piece; takes the comments and blank lines before it and returns those after it. */
function readPiece(piece: Piece, items: (Import | Solver)[], before: Trivia): Trivia {
  let leading = before;
  if (!isBounded(piece)) return leading;
  const tree = treeOf(piece);
  if (tree === null) return leading;
  const firstFault = faultIn(tree);
  const errors = piece.report.errors;
  const statements = children(tree.topNode);
  for (let i = 0; i < statements.length; i++) {
    const node = statements[i];
    const span = piece.span(node);
    if (node.name === 'FunctionDefinition' || node.name === 'ImportStatement') {
      leading = [...leading, ...piece.trivia(span.from)];
    }
    if (node.name === 'FunctionDefinition') {
      // Where the indentation goes wrong the parser ends the body early: what is indented still belongs to it.
      const strays: SyntaxNode[] = [];
      while (i + 1 < statements.length && isStray(piece, statements[i + 1])) strays.push(statements[++i]);
      const solver = readSolver(piece, node, strays, leading);
      // Faults where nobody looks, such as two assignments in a line, must not pass.
      const isMissed = firstFault !== null && piece.report.errors === errors;
      if (isMissed) piece.syntax(firstFault);
      items.push(isMissed ? { ...solver, broken: true, unread: boundNames(piece) } : solver);
      leading = [];
    } else if (node.name === 'ImportStatement') {
      const text = piece.text(node).trim();
      items.push({
        kind: 'import',
        text,
        span,
        before: leading,
        comment: piece.trailing(span.from + text.length),
      });
      leading = [];
    } else if (node.type.isError) {
      piece.syntax(node);
    } else if (node.name.endsWith('Definition') || node.name.startsWith('Decorat')) {
      const { code, ...advice } = outside(node.name, piece.text(node));
      piece.report.add(code, piece.firstLine(node), () => advice);
    } else {
      const code = items.at(-1)?.kind === 'solver' ? 'indentation' : 'not-in-subset';
      piece.report.add(
        code,
        piece.firstLine(node),
        () =>
          'Only imports and solvers stand at the left edge: indent it as a line of a solver, or delete it.',
      );
    }
  }
  if (firstFault !== null && piece.report.errors === errors) piece.syntax(firstFault);
  return [...leading, ...piece.trivia(piece.to)];
}

/** The first node of the tree that the grammar could not fit in. */
function faultIn(tree: Tree): SyntaxNode | null {
  const cursor = tree.cursor();
  do if (cursor.type.isError) return cursor.node;
  while (cursor.next());
  return null;
}

/** Whether a statement after a function belongs to its body by its indentation. */
function isStray(piece: Piece, node: SyntaxNode): boolean {
  return node.type.isError || piece.indentation(piece.from + node.from) !== '';
}
