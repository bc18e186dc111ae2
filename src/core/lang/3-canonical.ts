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
  /** The last node with a hash, and for each node the one with the same hash before it; -1 where there is none. */
  private readonly last = new Map<number, number>();
  private readonly before: number[] = [];

  add(op: Op, args: readonly number[]): number {
    let hash = op;
    for (const arg of args) hash = (Math.imul(hash, 31) + arg + 1) | 0;
    const last = this.last.get(hash) ?? -1;
    for (let at = last; at >= 0; at = this.before[at]) if (isNode(this.list[at], op, args)) return at;
    this.before.push(last);
    const index = this.list.push({ op, args }) - 1;
    this.last.set(hash, index);
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

function isNode(node: Node, op: Op, args: readonly number[]): boolean {
  if (node.op !== op || node.args.length !== args.length) return false;
  for (let i = 0; i < args.length; i++) if (node.args[i] !== args[i]) return false;
  return true;
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
