/** One solver text, read, checked and run on every pair. */
import type { Arena } from '../engine/arena.ts';
import { Evaluation, type Ending } from '../engine/evaluation.ts';
import { Reader, type GridView } from '../engine/reader.ts';
import { check } from '../lang/2-check.ts';
import { bodyHash } from '../lang/body-hash.ts';
import { trace } from '../lang/3-canonical.ts';
import type { Span } from '../lang/diagnostics.ts';
import { isLeaf, type Program } from '../lang/program.ts';
import { readText } from '../lang/read-text.ts';
import type { Solver } from '../lang/syntax.ts';
import { pairsOf, type AskedTask, type GridRows, type PlacedPair } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import { cornerOf } from './drawing.ts';
import { printed } from './printed.ts';
import type { Inspection, InspectRequest, PairFault, PairResult, SolverResult } from './types.ts';

/** What inspects with an arena of its own. */
export function inspectOf(arena: Arena): (request: InspectRequest) => Inspection {
  const means: Means = { evaluation: new Evaluation(arena), reader: new Reader(arena) };
  return (request) => inspect(means, request);
}

interface Means {
  readonly evaluation: Evaluation;
  readonly reader: Reader;
}

function inspect(means: Means, { source, solver: wanted, task, fuel }: InspectRequest): Inspection {
  const { module, report } = readText(source);
  let result: SolverResult | null = null;
  const chosen = module.solvers.findLast(({ name }) => wanted === null || name === wanted);
  for (const solver of module.solvers) {
    const before = report.errors;
    check(solver, report);
    if (solver === chosen && !solver.broken && solver.holes.length === 0 && report.errors === before)
      result = runSolver(means, solver, task, fuel);
  }
  return { diagnostics: report.diagnostics(), result };
}

function runSolver(
  { evaluation, reader }: Means,
  solver: Solver,
  task: AskedTask,
  fuel: number,
): SolverResult {
  const { program, spans } = trace(solver);
  evaluation.load([program], { fuel, cap: DEFAULT_CAP });
  const pairs = pairsOf(task).map((pair) => {
    evaluation.begin(pair.input);
    const result = pairResult(reader, pair, evaluation.run(0), spans);
    evaluation.end(0);
    return result;
  });
  return {
    hash: bodyHash(program),
    length: callsIn(program),
    ...printed(program, solver.name),
    pairs,
  };
}

function pairResult(reader: Reader, pair: PlacedPair, ending: Ending, spans: readonly Span[]): PairResult {
  const output = reader.colourGrid(ending.value);
  const expected = pair.output;
  const cells = expected === null ? 0 : expected.length * expected[0].length;
  const shape =
    output !== null &&
    expected !== null &&
    output.height === expected.length &&
    output.width === expected[0].length;
  const correct = shape ? correctCells(output, expected) : 0;
  return {
    set: pair.set,
    index: pair.index,
    end: output !== null ? 'ok' : (ending.failure?.end ?? 'nongrid'),
    match: shape && correct === cells,
    shape,
    correct,
    cells,
    fuel: ending.fuel,
    output: output === null ? null : cornerOf(output),
    size: output === null ? null : [output.height, output.width],
    fault: output === null ? faultOf(reader, ending, spans[ending.at]) : null,
  };
}

/** Cells of the output that are the expected ones; both of one shape. */
function correctCells({ width, cells }: GridView, expected: GridRows): number {
  let correct = 0;
  expected.forEach((row, r) => row.forEach((cell, c) => (correct += cell === cells[r * width + c] ? 1 : 0)));
  return correct;
}

function faultOf(reader: Reader, { value, failure }: Ending, span: Span): PairFault {
  if (failure !== null) return { primitive: failure.primitive, why: failure.why, span };
  const why = `the result is ${reader.describe(value)}, not a grid of colours 0 to 9`;
  return { primitive: '', why, span };
}

function callsIn({ nodes }: Program): number {
  return nodes.filter(({ op }) => !isLeaf(op)).length;
}
