/** Comparing what programs give with what the pairs expect. */
import type { Program } from '../lang/program.ts';
import type { PlacedPair, GridRows } from '../task/task.ts';
import { hashOf } from '../values/order.ts';
import { Fault } from '../values/meter.ts';
import { gridOf } from '../values/build.ts';
import { Grid, type Value } from '../values/value.ts';
import { DEFAULT_LIMITS, Evaluator, type Limits } from './evaluate.ts';
import { Graph, type NodeId } from './graph.ts';
import { ENDS, type EndName, type ScoreTable } from './table.ts';

/** The values of rows that were asked for: a task's pairs are scored again and again. */
const gridValues = new WeakMap<GridRows, Value>();

/** The value of rows of colours. */
export function gridValue(rows: GridRows): Value {
  let value = gridValues.get(rows);
  if (value === undefined) gridValues.set(rows, (value = readGrid(rows)));
  return value;
}

/** Written out as loops: every scoring starts here. */
function readGrid(rows: GridRows): Value {
  const width = rows[0].length;
  const cells = new Int16Array(rows.length * width);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const colours = rows[row];
    for (let column = 0; column < width; column++) cells[at++] = colours[column];
  }
  return gridOf(rows.length, width, cells);
}

/** A grid all of whose cells are colours 0-9, which is what a solver should give. */
export function isColourGrid(value: Value | Fault): value is Grid {
  if (!(value instanceof Grid)) return false;
  for (let i = 0; i < value.cells.length; i++) if (value.cells[i] < 0 || value.cells[i] > 9) return false;
  return true;
}

export function endOf(value: Value | Fault): EndName {
  if (value instanceof Fault) return value.end;
  return isColourGrid(value) ? 'ok' : 'nongrid';
}

/** Cells of `output` that equal those of `expected`; 0 where the shapes differ. */
export function correctCells(output: Grid, expected: Grid): number {
  if (output.height !== expected.height || output.width !== expected.width) return 0;
  let correct = 0;
  for (let i = 0; i < output.cells.length; i++) if (output.cells[i] === expected.cells[i]) correct++;
  return correct;
}

interface Joined {
  readonly graph: Graph;
  /** The nodes of each program. */
  readonly added: readonly Int32Array[];
  /** The last program that has the node, by node. */
  readonly lastUsers: Int32Array;
}

/** Graphs by the program or the list of programs in them: the next job often has the same and other pairs. */
const graphs = new WeakMap<Program | readonly Program[], Joined>();

function graphOf(programs: readonly Program[]): Joined {
  const key = programs.length === 1 ? programs[0] : programs;
  let joined = graphs.get(key);
  if (joined === undefined) {
    const graph = new Graph();
    const added = programs.map((program) => graph.add(program));
    const lastUsers = new Int32Array(graph.size);
    added.forEach((nodes, p) => nodes.forEach((node) => (lastUsers[node] = p)));
    joined = { graph, added, lastUsers };
    graphs.set(key, joined);
  }
  return joined;
}

/**
 * Scores every program on every one of `pairs`. All programs are one graph; the pairs are taken one by one.
 * `keep` is shown what stands behind each entry of the table.
 */
export function scorePrograms(
  programs: readonly Program[],
  pairs: readonly PlacedPair[],
  limits: Limits = DEFAULT_LIMITS,
  keep?: (entry: number, value: Value | Fault) => void,
): ScoreTable {
  const { graph, added, lastUsers } = graphOf(programs);
  const evaluator = new Evaluator(graph, limits);
  const entries = programs.length * pairs.length;
  const table: ScoreTable = {
    pairs: pairs.length,
    ends: new Uint8Array(entries),
    match: new Uint8Array(entries),
    shape: new Uint8Array(entries),
    correct: new Uint16Array(entries),
    fuel: new Float64Array(entries),
    digest: new Uint32Array(entries * 2),
  };
  pairs.forEach((pair, i) => {
    const expected = pair.output === null ? null : (gridValue(pair.output) as Grid);
    evaluator.begin(gridValue(pair.input));
    added.forEach((program, p) => {
      const ending = evaluator.run(program);
      enter(table, p * pairs.length + i, ending.value, ending.fuel, expected);
      keep?.(p * pairs.length + i, ending.value);
      // What nobody needs any more must not burden the collection of garbage.
      for (let at = 0; at < program.length; at++)
        if (lastUsers[program[at]] === p) evaluator.forget(program[at] as NodeId);
    });
  });
  return table;
}

/** All that gives no grid of colours is alike: it may be nested without bound, and is worth nothing. */
function enter(
  table: ScoreTable,
  at: number,
  value: Value | Fault,
  fuel: number,
  expected: Grid | null,
): void {
  table.fuel[at] = fuel;
  if (!isColourGrid(value)) {
    table.ends[at] = ENDS.indexOf(value instanceof Fault ? value.end : 'nongrid');
    return;
  }
  table.digest[at * 2] = hashOf(value);
  table.digest[at * 2 + 1] = cellDigest(value);
  if (expected === null || value.height !== expected.height || value.width !== expected.width) return;
  const correct = correctCells(value, expected);
  table.shape[at] = 1;
  table.correct[at] = correct;
  table.match[at] = correct === expected.cells.length ? 1 : 0;
}

/** A second hash, independent of `hashOf`: FNV-1a over width and cells. */
function cellDigest({ width, cells }: Grid): number {
  let hash = Math.imul(0x811c9dc5 ^ width, 0x01000193);
  for (let i = 0; i < cells.length; i++) hash = Math.imul(hash ^ cells[i], 0x01000193);
  return hash >>> 0;
}
