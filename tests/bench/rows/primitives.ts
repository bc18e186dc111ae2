/** The primitives that cost most when the whole pool is scored on foreign tasks. */
import { DEFAULT_LIMITS } from '../../../src/core/values/ends.ts';
import { Graph, type NodeId } from '../../../src/core/engine/graph.ts';
import { gridValue } from '../../../src/core/engine/score.ts';
import { APPLY, meaningOf } from '../../../src/core/lang/program.ts';
import { callWith, toFn } from '../../../src/core/values/fn.ts';
import { Fault, Meter } from '../../../src/core/values/meter.ts';
import type { Value } from '../../../src/core/values/value.ts';
import type { Bench } from '../bench.ts';
import type { Corpus, CorpusTask } from '../corpus.ts';
import { profiled } from '../profile.ts';
import { plainRow, type Section } from '../row.ts';
import { statOf } from '../stats.ts';

const SHOWN = 10;

export function primitives({ corpus, effort }: Bench): Promise<Section> {
  profiled(() => evaluatePool(corpus));
  const rounds = Array.from({ length: effort.rounds }, () => profiled(() => evaluatePool(corpus)));
  const shares = new Map<string, number[]>();
  for (const round of rounds) {
    const total = round.reduce((sum, { ms }) => sum + ms, 0);
    for (const { name, ms } of round) shares.set(name, [...(shares.get(name) ?? []), (100 * ms) / total]);
  }
  const top = [...shares].sort((a, b) => statOf(b[1]).median - statOf(a[1]).median).slice(0, SHOWN);
  const last = new Map(rounds[rounds.length - 1].map((entry) => [entry.name, entry]));
  const calls = [...last.values()].reduce((sum, entry) => sum + entry.calls, 0);
  return Promise.resolve({
    id: 'primitives',
    title: `The ${SHOWN} primitives that cost most`,
    notes: [
      `${corpus.solvers.length} solvers on ${corpus.chosen.length} foreign tasks, one graph a task: ${calls} calls.`,
      'A share is of the time in all primitives; the functions that a primitive calls count for themselves, the watch is subtracted.',
    ],
    rows: top.map(([name, share]) => {
      const made = last.get(name)?.calls ?? 0;
      return plainRow(`${name}, ${made} calls (${((100 * made) / calls).toFixed(1)} %)`, '% of time', share);
    }),
  });
}

function evaluatePool({ solvers, chosen }: Corpus): void {
  for (const { pairs } of chosen) {
    const graph = new Graph();
    const programs = solvers.map(({ program }) => graph.add(program));
    for (const pair of pairs) evaluateAll(graph, programs, pair);
  }
}

/** As the engine does it, but calling primitives through their function values, which the profile watches. */
function evaluateAll(
  graph: Graph,
  programs: readonly Int32Array[],
  { input }: CorpusTask['pairs'][number],
): void {
  const grid = gridValue(input);
  const meter = new Meter(DEFAULT_LIMITS.fuel, DEFAULT_LIMITS.cap);
  const values: (Value | Fault | undefined)[] = new Array(graph.size);
  for (const program of programs) {
    for (const node of program) {
      if (values[node] === undefined) values[node] = valueOf(graph, node as NodeId, values, grid, meter);
      if (values[node] instanceof Fault) break;
    }
  }
}

function valueOf(
  graph: Graph,
  node: NodeId,
  values: readonly (Value | Fault | undefined)[],
  grid: Value,
  meter: Meter,
): Value | Fault {
  const op = graph.opOf(node);
  const args = Array.from({ length: graph.argCount(node) }, (_, i) => values[graph.arg(node, i)] as Value);
  meter.fuel = DEFAULT_LIMITS.fuel;
  try {
    if (op === APPLY) return callWith(toFn(args[0]), args.slice(1), meter);
    const meaning = meaningOf(op);
    if (meaning.kind === 'call') return meaning.primitive.fn.run(...args, meter);
    if (meaning.kind === 'constant') return meaning.value;
    return meaning.kind === 'function' ? meaning.primitive.fn : grid;
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
}
