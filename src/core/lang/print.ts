/** Programs and syntax trees as text. */
import { parse } from './1-parse.ts';
import { APPLY, isLeaf, meaningOf, type Node, type Program } from './program.ts';
import {
  HOLE,
  MAX_DEPTH,
  type Expression,
  type Import,
  type Module,
  type Solver,
  type Trivia,
} from './syntax.ts';

const INDENT = '    ';

/** The step-by-step form of a program: `def solve_<name>(I):`, every call a line x1, x2 …, the last one O. */
export function printSteps(program: Program, name: string): string {
  const { nodes } = program;
  const texts: string[] = [];
  const lines = [`def ${functionName(name.replace(/[^\w\u00a1-\uffff]/g, '_'))}(I):`];
  let steps = 0;
  nodes.forEach((node, i) => {
    const text = printNode(node, texts);
    const isResult = i === nodes.length - 1;
    if (isLeaf(node.op) && !isResult) {
      texts.push(text);
      return;
    }
    const target = isResult ? 'O' : `x${++steps}`;
    lines.push(`${INDENT}${target} = ${text}`);
    texts.push(target);
  });
  lines.push(`${INDENT}return O`, '');
  return lines.join('\n');
}

/** The largest text of `printLine` in nodes. */
const MAX_LINE_NODES = 5000;

/**
 * A program as one expression of I. Shared nodes are repeated, so that it can be far longer than the steps: what is
 * over 5,000 nodes or nested over 200 deep is cut, and `…` stands for each part left out.
 */
export function printLine(program: Program): string {
  const { nodes } = program;
  let left = MAX_LINE_NODES;
  const write = (index: number, depth: number): string => {
    if (left <= 0 || depth > MAX_DEPTH) return '…';
    left--;
    const { op, args } = nodes[index];
    if (op === APPLY) {
      const [callee, ...rest] = args;
      return `${write(callee, depth + 1)}(${rest.map((arg) => write(arg, depth + 1)).join(', ')})`;
    }
    const texts = args.map((arg) => write(arg, depth + 1));
    return printNode({ op, args: args.map((_, i) => i) }, texts);
  };
  return write(nodes.length - 1, 0);
}

/** `texts` are those of the nodes before it. */
function printNode({ op, args }: Node, texts: readonly string[]): string {
  const given = args.map((arg) => texts[arg]);
  const meaning = meaningOf(op);
  switch (meaning.kind) {
    case 'input':
      return 'I';
    case 'constant':
      return meaning.name;
    case 'function':
      return meaning.primitive.name;
    case 'call':
      return `${meaning.primitive.name}(${given.join(', ')})`;
    case 'apply':
      return `${given[0]}(${given.slice(1).join(', ')})`;
  }
}

/** An expression of the syntax tree as written, in one line. */
export function printExpression(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'hole') return expression.open === true ? HOLE : '…';
  const args = expression.args.map(
    ({ keyword, value }) => (keyword === undefined ? '' : `${keyword}=`) + printExpression(value),
  );
  return `${printExpression(expression.callee)}(${args.join(', ')})`;
}

/** The text of a syntax tree without errors: one layout, comments and blank lines kept. */
export function printModule(module: Module): string {
  const lines: string[] = [];
  module.items.forEach((item, i) => {
    const isFirst = i === 0;
    if (item.kind === 'import')
      lines.push(...spaced(item.before, isFirst ? 0 : undefined, 2), printImport(item));
    else lines.push(...spaced(item.before, isFirst ? 0 : 2, 2), ...printSolver(item));
  });
  lines.push(...spaced(module.after, lines.length === 0 ? 0 : undefined, 2));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The source in the layout of `printModule`; unchanged where the parser found an error. */
export function formatSource(source: string): string {
  const module = parse(source);
  return module.diagnostics.some(({ severity }) => severity === 'error') ? source : printModule(module);
}

/** A solver without a name of its own is that of the task at hand. */
function functionName(name: string): string {
  return name === '' ? 'solve' : `solve_${name}`;
}

function printImport({ text, comment }: Import): string {
  return withComment(text, comment);
}

function printSolver(solver: Solver): string[] {
  const type = solver.paramType === '' ? '' : `: ${solver.paramType}`;
  const returns = solver.returnType === '' ? '' : ` -> ${solver.returnType}`;
  const lines = [
    withComment(`def ${functionName(solver.name)}(${solver.param}${type})${returns}:`, solver.comment),
  ];
  const indented = (trivia: Trivia): void => {
    const first = lines.length === 1 ? 0 : undefined;
    for (const line of spaced(trivia, first, 1)) lines.push(line === '' ? '' : INDENT + line);
  };
  for (const { before, target, type: annotation, value, comment } of solver.lines) {
    indented(before);
    const head = annotation === '' ? target : `${target}: ${annotation}`;
    lines.push(INDENT + withComment(`${head} = ${printExpression(value)}`, comment));
  }
  indented(solver.beforeReturn);
  lines.push(INDENT + withComment(`return ${printExpression(solver.result)}`, solver.returnComment));
  indented(solver.after);
  return lines;
}

function withComment(text: string, comment: string): string {
  return comment === '' ? text : `${text}  ${comment}`;
}

/** Comments with at most `most` blank lines in a row; `leading` of them in front, if that is given. */
function spaced(trivia: Trivia, leading: number | undefined, most: number): string[] {
  const kept: string[] = [];
  let blanks = 0;
  let seen = false;
  for (const line of trivia) {
    if (line === '') {
      blanks++;
      continue;
    }
    if (seen || leading === undefined) kept.push(...Array<string>(Math.min(blanks, most)).fill(''));
    seen = true;
    blanks = 0;
    kept.push(line);
  }
  if (seen || leading === undefined) kept.push(...Array<string>(Math.min(blanks, most)).fill(''));
  return leading === undefined ? kept : [...Array<string>(leading).fill(''), ...kept];
}
