/**
 * Solver -> program in canonical form: the nodes are the post-order of the result (arguments from left to right, each
 * before its user), each distinct node once. Names, the order of independent lines, dead lines and the style of
 * arguments leave no trace, so that solvers which compute alike in these respects are equal data.
 */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Span } from './diagnostics.ts';
import { placeArguments } from './names.ts';
import {
  APPLY,
  INPUT,
  meaningOf,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Node,
  type Op,
  type Program,
} from './program.ts';
import type { Expression, Solver } from './syntax.ts';

/** A canonical program with its places in the source. */
export interface Traced {
  readonly program: Program;
  /** For each node the first expression that computes it. */
  readonly spans: readonly Span[];
  /** For each line of the solver the node that is its value; -1 where the result does not need the line. */
  readonly lines: readonly number[];
}

/** The canonical program of a solver that has been checked and has no errors. */
export function toProgram(solver: Solver): Program {
  return trace(solver).program;
}

/** As `toProgram`, with the way back to the source. */
export function trace(solver: Solver): Traced {
  const nodes = new NodeTable();
  const spans: Span[] = [solver.paramSpan];
  const placed = (node: number, span: Span): number => {
    spans[node] ??= span;
    return node;
  };
  const variables = new Map<string, number>([[solver.param, nodes.add(INPUT, [])]]);
  const read = (expression: Expression): number => {
    if (expression.kind === 'name') {
      const known = variables.get(expression.name);
      if (known !== undefined) return known;
      const op = opOfConstant(expression.name) ?? opOfFunction(expression.name);
      if (op === undefined) throw new Error(`not checked: ${expression.name} is unknown`);
      return placed(nodes.add(op, []), expression.span);
    }
    if (expression.kind === 'hole') throw new Error('not checked: the solver has a syntax error');
    const { callee, args, span } = expression;
    const primitive =
      callee.kind === 'name' && !variables.has(callee.name) ? PRIMITIVES.get(callee.name) : undefined;
    if (primitive === undefined) {
      return placed(nodes.apply([read(callee), ...args.map(({ value }) => read(value))]), span);
    }
    const inputs = placeArguments(primitive, args).map((value) => (value === undefined ? -1 : read(value)));
    if (inputs.includes(-1)) throw new Error(`not checked: ${primitive.name} lacks an argument`);
    return placed(nodes.add(opOfCall(primitive.name)!, inputs), span);
  };
  const values = solver.lines.map(({ target, value }) => {
    const node = read(value);
    variables.set(target, node);
    return node;
  });
  const { program, place } = postOrder(nodes.list, read(solver.result));
  const kept: Span[] = [];
  place.forEach((at, node) => {
    if (at >= 0) kept[at] = spans[node];
  });
  return { program, spans: kept, lines: values.map((node) => place[node]) };
}

/** The same computation in canonical form; for programs made by changing others. */
export function canonicalise(program: Program): Program {
  const nodes = new NodeTable();
  const placed: number[] = [];
  for (const { op, args } of program.nodes) {
    const mapped = args.map((arg) => placed[arg]);
    placed.push(op === APPLY ? nodes.apply(mapped) : nodes.add(op, mapped));
  }
  return postOrder(nodes.list, placed[placed.length - 1]).program;
}

/** Nodes, each distinct one once. */
class NodeTable {
  readonly list: Node[] = [];
  private readonly known = new Map<string, number>();

  add(op: Op, args: readonly number[]): number {
    const key = `${op}(${args.join()}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.list.push({ op, args }) - 1;
      this.known.set(key, index);
    }
    return index;
  }

  /** A call of the first of `args`; of a primitive by name where it is one that takes so many arguments. */
  apply(args: readonly number[]): number {
    const callee = meaningOf(this.list[args[0]].op);
    if (callee.kind === 'function' && callee.primitive.params.length === args.length - 1) {
      return this.add(opOfCall(callee.primitive.name)!, args.slice(1));
    }
    return this.add(APPLY, args);
  }
}

/**
 * The nodes that the result needs, in post-order, and where each of `nodes` went (-1: nowhere). Not recursive: a
 * chain may be as long as a program.
 */
function postOrder(nodes: readonly Node[], result: number): { program: Program; place: Int32Array } {
  const ordered: Node[] = [];
  const place = new Int32Array(nodes.length).fill(-1);
  const stack = [result];
  while (stack.length > 0) {
    const index = stack[stack.length - 1];
    const { op, args } = nodes[index];
    let ready = true;
    for (let i = args.length - 1; place[index] < 0 && i >= 0; i--) {
      if (place[args[i]] < 0) {
        stack.push(args[i]);
        ready = false;
      }
    }
    if (!ready) continue;
    stack.pop();
    if (place[index] < 0) place[index] = ordered.push({ op, args: args.map((arg) => place[arg]) }) - 1;
  }
  return { program: { nodes: ordered }, place };
}

/**
 * 16 hexadecimal digits that equal programs in canonical form share: FNV-1a over 64 bits (offset basis
 * cbf29ce484222325, prime 100000001b3) of the nodes as text, such as `I;vmirror(0;ONE;hupscale(1,2;`. The names of the
 * dialect go in, not op numbers, so that a hash stays valid when the catalogue grows.
 */
export function bodyHash(program: Program): string {
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (const { op, args } of program.nodes) {
    const text = `${nameOf(op)}${isCall(op) ? '(' : ''}${args.join()};`;
    for (let i = 0; i < text.length; i++) {
      low ^= text.charCodeAt(i);
      // times 2^40 + 0x1b3 in halves of 16 bits, so that every product is exact in 32
      const first = (low & 0xffff) * 0x1b3;
      const second = (low >>> 16) * 0x1b3 + (first >>> 16);
      high = (Math.imul(high, 0x1b3) + (low << 8) + (second >>> 16)) | 0;
      low = (second << 16) | (first & 0xffff);
    }
  }
  return hexadecimal(high) + hexadecimal(low);
}

function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

function isCall(op: Op): boolean {
  const { kind } = meaningOf(op);
  return kind === 'call' || kind === 'apply';
}

function nameOf(op: Op): string {
  const meaning = meaningOf(op);
  if (meaning.kind === 'input') return 'I';
  if (meaning.kind === 'apply') return '';
  return meaning.kind === 'constant' ? meaning.name : meaning.primitive.name;
}
