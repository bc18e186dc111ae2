/** A solver with holes, ready to be filled: its nodes as written, and what stands above each hole. */
import { check } from '../lang/2-check.ts';
import { canonicalise } from '../lang/3-canonical.ts';
import { parse } from '../lang/1-parse.ts';
import { Report, type Span } from '../lang/diagnostics.ts';
import { placeArguments } from '../lang/names.ts';
import {
  APPLY,
  INPUT,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Node,
  type Program,
} from '../lang/program.ts';
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Expression, Solver } from '../lang/syntax.ts';

/** Of a node that is a hole; what it comes to is not known. */
export const OPEN = -1;

export interface SketchHole {
  readonly span: Span;
  readonly node: number;
  /** Names that may stand in it, the input's included, each with its node. */
  readonly above: ReadonlyMap<string, number>;
}

export type SketchRead =
  { readonly ok: true; readonly sketch: Sketch } | { readonly ok: false; readonly why: string };

/** Reads a solver of the source: the one named, or the last one that has holes. */
export function readSketch(source: string, wanted: string | null): SketchRead {
  const report = new Report();
  const { solvers } = parse(source, report);
  const solver =
    wanted === null
      ? solvers.findLast(({ holes }) => holes.length > 0)
      : solvers.findLast(({ name }) => name === wanted);
  const fault = (found: Report): string | undefined =>
    found.diagnostics().find(({ severity }) => severity === 'error')?.message;
  if (solver === undefined) {
    const none =
      wanted === null
        ? 'No solver of it has a hole: write ?? where something is to be found.'
        : `There is no solve_${wanted} in it.`;
    return { ok: false, why: solvers.length > 0 ? none : (fault(report) ?? none) };
  }
  const own = new Report();
  check(solver, own);
  if (solver.broken || own.errors > 0) {
    const { from, to } = solver.span;
    const inside = report
      .diagnostics()
      .find(({ severity, span }) => severity === 'error' && span.from >= from && span.to <= to);
    return { ok: false, why: fault(own) ?? inside?.message ?? 'The solver cannot be read.' };
  }
  if (solver.holes.length === 0)
    return { ok: false, why: 'It has no hole: write ?? where something is to be found.' };
  return { ok: true, sketch: new Sketch(source, solver) };
}

export class Sketch {
  readonly name: string;
  private readonly source: string;
  private readonly span: Span;
  /** In evaluation order; a hole has the op `OPEN`. */
  readonly nodes: readonly Node[];
  readonly result: number;
  readonly holes: readonly SketchHole[];
  /** Of each node whether it rests on a hole. */
  readonly open: readonly boolean[];

  constructor(source: string, { name, param, lines, result, span }: Solver) {
    this.source = source;
    this.span = span;
    this.name = name;
    const nodes: Node[] = [{ op: INPUT, args: [] }];
    const holes: SketchHole[] = [];
    const names = new Map<string, number>([[param, 0]]);
    const add = (op: number, args: readonly number[]): number => nodes.push({ op, args }) - 1;
    const read = (expression: Expression): number => {
      if (expression.kind === 'hole') {
        const node = add(OPEN, []);
        holes.push({ span: expression.span, node, above: new Map(names) });
        return node;
      }
      if (expression.kind === 'name') {
        const known = names.get(expression.name);
        return known ?? add(opOfConstant(expression.name) ?? opOfFunction(expression.name)!, []);
      }
      const { callee, args } = expression;
      const primitive =
        callee.kind === 'name' && !names.has(callee.name) ? PRIMITIVES.get(callee.name) : undefined;
      if (primitive === undefined) return add(APPLY, [read(callee), ...args.map(({ value }) => read(value))]);
      return add(
        opOfCall(primitive.name)!,
        placeArguments(primitive, args).map((value) => read(value!)),
      );
    };
    for (const { target, value } of lines) names.set(target, read(value));
    this.result = read(result);
    this.nodes = nodes;
    this.holes = holes;
    const open: boolean[] = [];
    for (const { op, args } of nodes) open.push(op === OPEN || args.some((arg) => open[arg]));
    this.open = open;
  }

  /** The program of a node, with an expression for each hole that it rests on. */
  program(node: number, fillings: readonly Expression[]): Program {
    const nodes: Node[] = [];
    const placed: number[] = [];
    for (let i = 0; i <= node; i++) {
      const { op, args } = this.nodes[i];
      if (this.open[i] && !this.open[node]) continue;
      if (op === OPEN) {
        const hole = this.holes.findIndex((each) => each.node === i);
        placed[i] = write(fillings[hole], nodes, (name) => {
          const above = this.holes[hole].above.get(name);
          return above === undefined ? undefined : placed[above];
        });
      } else placed[i] = nodes.push({ op, args: args.map((arg) => placed[arg]) }) - 1;
    }
    // The result comes last.
    if (placed[node] !== nodes.length - 1) return canonicalise({ nodes: nodes.slice(0, placed[node] + 1) });
    return canonicalise({ nodes });
  }

  /** The solver as it is written, with a text in place of each hole. */
  text(fillings: readonly string[]): string {
    const ends = [...this.holes.map(({ span }) => span.from), this.span.to];
    const starts = [this.span.from, ...this.holes.map(({ span }) => span.to)];
    return `${starts.map((from, i) => this.source.slice(from, ends[i]) + (fillings[i] ?? '')).join('')}\n`;
  }
}

/** Adds the nodes of an expression; gives that of its value. */
function write(expression: Expression, nodes: Node[], above: (name: string) => number | undefined): number {
  if (expression.kind === 'hole') throw new Error('a hole is filled with a hole');
  if (expression.kind === 'name') {
    const known = above(expression.name);
    if (known !== undefined) return known;
    const op = opOfConstant(expression.name) ?? opOfFunction(expression.name);
    if (op === undefined) throw new Error(`no name ${expression.name}`);
    return nodes.push({ op, args: [] }) - 1;
  }
  const { callee } = expression;
  const primitive = callee.kind === 'name' && above(callee.name) === undefined ? callee.name : null;
  const args = expression.args.map(({ value }) => write(value, nodes, above));
  if (primitive !== null) return nodes.push({ op: opOfCall(primitive)!, args }) - 1;
  return nodes.push({ op: APPLY, args: [write(callee, nodes, above), ...args] }) - 1;
}
