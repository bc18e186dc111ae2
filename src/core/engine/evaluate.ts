/**
 * Evaluating nodes of a graph on one input grid, each at most once. A node's value, or the fault that stands in
 * its place, is kept until the next input; what does not depend on the input is kept for good.
 */
import { APPLY, meaningOf, OP_COUNT, type Op } from '../lang/program.ts';
import { callWith, toFn } from '../values/fn.ts';
import type { Limits } from '../values/ends.ts';
import { Fault, Meter, type TieWatch } from '../values/meter.ts';
import type { Run, Value } from '../values/value.ts';
import type { Graph, NodeId } from './graph.ts';

/** How a program ended on an input: its value, or why there is none, and the node that decided. */
export interface Ending {
  readonly value: Value | Fault;
  /** Index in the program of the node that gave the value or the fault. */
  readonly at: number;
  /** Steps of the program's own nodes, as if nothing had been shared with other programs. */
  readonly fuel: number;
}

const RUNS: readonly (Run | null)[] = Array.from({ length: OP_COUNT }, (_, op) => {
  const meaning = meaningOf(op);
  return meaning.kind === 'call' ? meaning.primitive.fn.run : null;
});

const LEAVES: readonly (Value | undefined)[] = Array.from({ length: OP_COUNT }, (_, op) => {
  const meaning = meaningOf(op);
  if (meaning.kind === 'constant') return meaning.value;
  return meaning.kind === 'function' ? meaning.primitive.fn : undefined;
});

export class Evaluator {
  private readonly graph: Graph;
  private readonly limits: Limits;
  private readonly meter: Meter;
  private input: Value = null;
  /** Value or fault of each node; undefined while not computed for this input. */
  private values: (Value | Fault | undefined)[] = [];
  /** Steps of each node, its arguments not included. */
  private costs: number[] = [];
  /** Nodes to forget before the next input. */
  private readonly bound: NodeId[] = [];

  /** With `naming`, faults tell the innermost primitive that failed; it costs about a tenth of the speed. */
  constructor(graph: Graph, limits: Limits, watch: TieWatch | null = null, naming = watch !== null) {
    this.graph = graph;
    this.limits = limits;
    this.meter = new Meter(limits.fuel, limits.cap, watch, naming);
  }

  /** Sets the input grid; forgets the values that depend on the one before. */
  begin(input: Value): void {
    this.input = input;
    for (const node of this.bound) this.values[node] = undefined;
    this.bound.length = 0;
  }

  /** Gives up the value of a node that is not asked for any more before the next `begin`. */
  forget(node: NodeId): void {
    if (this.graph.dependsOnInput(node)) this.values[node] = undefined;
  }

  /**
   * Runs a program, given as its nodes in order (from `Graph.add`), the result last. It ends at its first node
   * that fails, or at which the steps of its nodes so far exceed the fuel: independent of other programs.
   */
  run(program: Int32Array): Ending {
    let fuel = 0;
    const last = program.length - 1;
    for (let at = 0; at <= last; at++) {
      const node = program[at] as NodeId;
      const value = this.valueOf(node);
      fuel += this.costs[node];
      if (fuel > this.limits.fuel) return { value: OUT_OF_FUEL, at, fuel: this.limits.fuel };
      if (at === last || value instanceof Fault) return { value, at, fuel };
    }
    throw new RangeError('a program has at least one node');
  }

  /** The value of a node whose arguments have values. */
  private valueOf(node: NodeId): Value | Fault {
    const known = this.values[node];
    if (known !== undefined) return known;
    while (this.values.length < this.graph.size) {
      this.values.push(undefined);
      this.costs.push(0);
    }
    const op = this.graph.opOf(node);
    this.meter.fuel = this.limits.fuel;
    const value = this.compute(node, op);
    const leaf = RUNS[op] === null && op !== APPLY;
    this.costs[node] = leaf ? 0 : Math.min(this.limits.fuel, this.limits.fuel - this.meter.fuel) + 1;
    this.values[node] = value;
    if (this.graph.dependsOnInput(node)) this.bound.push(node);
    return value;
  }

  private compute(node: NodeId, op: Op): Value | Fault {
    const run = RUNS[op];
    try {
      if (run !== null) return this.call(run, node);
      if (op === APPLY) return this.apply(node);
    } catch (thrown) {
      return faultOf(thrown, op);
    }
    const leaf = LEAVES[op];
    return leaf === undefined ? this.input : leaf;
  }

  private call(run: Run, node: NodeId): Value {
    const { graph, values, meter } = this;
    const count = graph.argCount(node);
    const a = values[graph.arg(node, 0)];
    if (count === 1) return run(a, meter);
    const b = values[graph.arg(node, 1)];
    if (count === 2) return run(a, b, meter);
    const c = values[graph.arg(node, 2)];
    if (count === 3) return run(a, b, c, meter);
    return run(a, b, c, values[graph.arg(node, 3)], meter);
  }

  private apply(node: NodeId): Value {
    const args: Value[] = [];
    for (let i = 0; i < this.graph.argCount(node); i++)
      args.push(this.values[this.graph.arg(node, i)] as Value);
    return callWith(toFn(args[0]), args.slice(1), this.meter);
  }
}

const OUT_OF_FUEL = new Fault('fuel', 'the fuel ran out');

/** A fault as data. Anything but a Fault is a defect of a primitive: it must not take the other candidates along. */
function faultOf(thrown: unknown, op: Op): Fault {
  const meaning = meaningOf(op);
  const primitive = meaning.kind === 'call' ? meaning.primitive.name : '';
  if (thrown instanceof Fault) {
    if (thrown.primitive === '') thrown.primitive = primitive;
    return thrown;
  }
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return new Fault('size', 'functions are nested too deeply', primitive);
  return new Fault('error', `internal fault: ${String(thrown)}`, primitive);
}
