/** The desk: reads one solver text, runs it on every pair and tells all that there is to tell. */
import { DEFAULT_CAP } from '../values/meter.ts';
import { Evaluator, type Ending } from '../engine/evaluate.ts';
import { Graph } from '../engine/graph.ts';
import { correctCells, endOf, gridValue, isColourGrid } from '../engine/score.ts';
import { parse } from '../lang/1-parse.ts';
import { check } from '../lang/2-check.ts';
import { bodyHash } from '../lang/body-hash.ts';
import { trace, type Traced } from '../lang/4-canonical.ts';
import { compile } from '../lang/compile.ts';
import { Report, type Span } from '../lang/diagnostics.ts';
import { printLine, printSteps } from '../lang/print.ts';
import { decodeProgram } from '../lang/program-code.ts';
import { isLeaf, type Program } from '../lang/program.ts';
import type { Solver } from '../lang/syntax.ts';
import { inlinedLength } from '../pipeline/3-inline.ts';
import { pairsOf, type GridRows, type PlacedPair, type Task } from '../task/task.ts';
import { describe } from '../values/fn.ts';
import { Fault } from '../values/meter.ts';
import type { Grid } from '../values/value.ts';
import { editing } from './editing.ts';
import { filming } from './film.ts';
import { cornerOf } from './picture.ts';
import { sharing } from './sharing.ts';
import type {
  DeskApi,
  FileReport,
  Inspection,
  InspectRequest,
  OutputsRequest,
  PairFault,
  PairResult,
  PrintRequest,
  SolverResult,
} from './types.ts';

/** Names in a solver that is still shown as one expression. */
const LINE_NAMES = 2000;

export const desk: DeskApi = { inspect, outputs, print, readFile, ...editing, ...sharing, ...filming };

function inspect({ source, solver: wanted, task, fuel }: InspectRequest): Inspection {
  const report = new Report();
  const module = parse(source, report);
  let result: SolverResult | null = null;
  const chosen = module.solvers.findLast(({ name }) => wanted === null || name === wanted);
  for (const solver of module.solvers) {
    const before = report.errors;
    check(solver, report);
    if (solver === chosen && !solver.broken && report.errors === before)
      result = runSolver(solver, task, fuel);
  }
  return { diagnostics: report.diagnostics(), result };
}

function runSolver(solver: Solver, task: Task, fuel: number): SolverResult {
  const traced = trace(solver);
  const { program } = traced;
  const graph = new Graph();
  const nodes = graph.add(program);
  const evaluator = new Evaluator(graph, { fuel, cap: DEFAULT_CAP }, null, true);
  const pairs = pairsOf(task).map((pair) => {
    evaluator.begin(gridValue(pair.input));
    return pairResult(pair, evaluator.run(nodes), traced.spans);
  });
  return {
    name: solver.name,
    hash: bodyHash(program),
    length: callsIn(program),
    ...printed(program, solver.name),
    pairs,
  };
}

function pairResult(pair: PlacedPair, ending: Ending, spans: Traced['spans']): PairResult {
  const { value } = ending;
  const output = isColourGrid(value) ? value : null;
  const expected = pair.output === null ? null : (gridValue(pair.output) as Grid);
  const cells = expected?.cells.length ?? 0;
  const shape =
    output !== null &&
    expected !== null &&
    output.height === expected.height &&
    output.width === expected.width;
  const correct = shape ? correctCells(output, expected) : 0;
  return {
    set: pair.set,
    index: pair.index,
    end: endOf(value),
    match: shape && correct === cells,
    shape,
    correct,
    cells,
    fuel: ending.fuel,
    output: output === null ? null : cornerOf(output),
    size: output === null ? null : [output.height, output.width],
    fault: output === null ? faultOf(ending, spans[ending.at]) : null,
  };
}

function faultOf({ value }: Ending, span: Span): PairFault {
  if (value instanceof Fault) return { primitive: value.primitive, why: value.why, span };
  return { primitive: '', why: `the result is ${describe(value)}, not a grid of colours 0 to 9`, span };
}

function callsIn({ nodes }: Program): number {
  return nodes.filter(({ op }) => !isLeaf(op)).length;
}

function printed(program: Program, name: string): { steps: string; line: string | null } {
  return {
    steps: printSteps(program, name),
    line: inlinedLength(program) <= LINE_NAMES ? printLine(program) : null,
  };
}

function print({ code, name }: PrintRequest): { steps: string; line: string | null } {
  return printed(decodeProgram(code), name);
}

/** The output of each program on one input, null where it gives no grid of colours. All share one graph. */
function outputs({ programs, input, fuel }: OutputsRequest): (GridRows | null)[] {
  const graph = new Graph();
  const added = programs.map((code) => graph.add(decodeProgram(code)));
  const evaluator = new Evaluator(graph, { fuel, cap: DEFAULT_CAP });
  evaluator.begin(gridValue(input));
  return added.map((nodes) => {
    const { value } = evaluator.run(nodes);
    return isColourGrid(value) ? cornerOf(value) : null;
  });
}

function readFile(source: string): FileReport {
  const { solvers, diagnostics } = compile(source);
  const named = solvers.map(({ name, span, program }) => ({
    name,
    source: source.slice(span.from, span.to),
    ok: program !== null,
  }));
  return { solvers: named, diagnostics };
}
