/** Scoring by the old evaluator, as long as the arena core is held against it. */
import { Evaluator } from '../../../src/core/engine/evaluate.ts';
import { Graph, type NodeId } from '../../../src/core/engine/graph.ts';
import { correctCells, gridValue, isColourGrid } from '../../../src/core/engine/score.ts';
import type { ScoreTable } from '../../../src/core/engine/table.ts';
import type { Program } from '../../../src/core/lang/program.ts';
import type { PlacedPair } from '../../../src/core/task/task.ts';
import { DEFAULT_LIMITS, ENDS, type Limits } from '../../../src/core/values/ends.ts';
import { Fault } from '../../../src/core/values/meter.ts';
import { hashOf } from '../../../src/core/values/order.ts';
import type { Grid, Value } from '../../../src/core/values/value.ts';

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
export function scoreAsBefore(
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
