/** A solver prepared for the filmstrip: its lines, dead ones included, over one program that computes them all. */
import { check } from '../lang/2-check.ts';
import { trace } from '../lang/3-canonical.ts';
import { Report, type Span } from '../lang/diagnostics.ts';
import { neededNames } from '../lang/needed-names.ts';
import { isLeaf, INPUT, type Node } from '../lang/program.ts';
import { readText } from '../lang/read-text.ts';
import type { Call, Expression, Solver } from '../lang/syntax.ts';
import { typeText } from '../lang/type-text.ts';
import { ANY, type Type } from '../lang/types.ts';

/** A line, or, last of all, the return. */
export interface ScriptLine {
  /** Its variable; `return` for the return. */
  readonly name: string;
  readonly span: Span;
  readonly type: Type;
  readonly typeText: string;
  /** The result does not need it. */
  readonly dead: boolean;
  /** The node that is its value. */
  readonly node: number;
}

export interface Script {
  readonly lines: readonly ScriptLine[];
  /** First those of the canonical program in its order, then those that dead lines alone need. */
  readonly nodes: readonly Node[];
  /** How many of the nodes the result needs; the last of these is the result. */
  readonly live: number;
  /** Of each node the first expression that computes it. */
  readonly spans: readonly Span[];
  /**
   * Of each node the line that is charged for it: the first that computes it, live ones before dead ones. A leaf has
   * a line, too, and costs nothing.
   */
  readonly owners: Int32Array;
  /** Of each node whether its value depends on the input. */
  readonly bound: readonly boolean[];
}

export type Reading =
  { readonly ok: true; readonly script: Script } | { readonly ok: false; readonly why: string };

/** Reads one solver of a source: the one named, or the last one. */
export function readScript(source: string, wanted: string | null): Reading {
  const { module, report } = readText(source);
  const solver = module.solvers.findLast(({ name }) => wanted === null || name === wanted);
  const first = (): string =>
    report.diagnostics().find(({ severity }) => severity === 'error')?.message ?? 'It cannot be read.';
  if (solver === undefined) {
    const none = wanted === null ? 'There is no solver in it.' : `There is no solve_${wanted} in it.`;
    return { ok: false, why: report.errors > 0 ? first() : none };
  }
  const own = new Report();
  const { types } = check(solver, own);
  if (solver.broken) return { ok: false, why: first() };
  const fault = own.diagnostics().find(({ severity }) => severity === 'error');
  const open = solver.holes.length > 0 ? 'It has a hole: fill it, and its values are shown.' : null;
  if (fault === undefined && open !== null) return { ok: false, why: open };
  return fault === undefined
    ? { ok: true, script: scriptOf(solver, types) }
    : { ok: false, why: fault.message };
}

function scriptOf(solver: Solver, types: ReadonlyMap<Expression, Type>): Script {
  const needed = neededNames(solver);
  const dead = solver.lines.map(({ target }) => !needed.has(target));
  const { program, spans, lines } = trace(withDeadLines(solver, dead));
  // The last node is the call that holds all together.
  const nodes = program.nodes.slice(0, -1);
  const result = program.nodes[nodes.length].args[0];
  const places = [
    ...solver.lines.map(({ target, span, value }, i) => ({
      name: target,
      span,
      value,
      dead: dead[i],
      node: lines[i],
    })),
    { name: 'return', span: solver.result.span, value: solver.result, dead: false, node: result },
  ];
  return {
    lines: places.map(({ value, ...line }) => {
      const type = types.get(value) ?? ANY;
      return { ...line, type, typeText: typeText(type) };
    }),
    nodes,
    live: result + 1,
    spans,
    owners: ownersOf(nodes, places),
    bound: boundNodes(nodes),
  };
}

/**
 * The solver with a result that holds its dead lines as well: a call of the true result. It is never run; canonical
 * form puts what its callee needs first, in the order that it has in the true program.
 */
function withDeadLines(solver: Solver, dead: readonly boolean[]): Solver {
  const { result, lines } = solver;
  const held = lines
    .filter((_, i) => dead[i])
    .map(({ target, targetSpan }): Expression => {
      return { kind: 'name', name: target, span: targetSpan };
    });
  // No primitive takes so many arguments: the call cannot be taken for one that a line makes.
  const args = [...held, result, result, result, result, result].map((value) => ({ value }));
  const all: Call = { kind: 'call', callee: result, args, span: result.span };
  return { ...solver, result: all };
}

function ownersOf(
  nodes: readonly Node[],
  lines: readonly { readonly node: number; readonly dead: boolean }[],
): Int32Array {
  const owners = new Int32Array(nodes.length).fill(-1);
  for (const dead of [false, true]) {
    lines.forEach((line, at) => {
      if (line.dead !== dead) return;
      const stack = [line.node];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        if (owners[node] >= 0) continue;
        owners[node] = at;
        stack.push(...nodes[node].args);
      }
    });
  }
  return owners;
}

function boundNodes(nodes: readonly Node[]): boolean[] {
  const bound: boolean[] = [];
  for (const { op, args } of nodes) bound.push(isLeaf(op) ? op === INPUT : args.some((arg) => bound[arg]));
  return bound;
}
