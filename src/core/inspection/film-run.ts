/**
 * Evaluating nodes one after the other, each seen as soon as it has a value. Unlike a score it goes on after a fault with
 * what does not depend on it, and lets a choice replace what canonical order decides.
 */
import type { Handle } from '../engine/arena.ts';
import { MOST_BYTES } from '../engine/evaluation.ts';
import { Failure } from '../engine/failure.ts';
import type { Node, Op } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import { primitiveOf, type Made, type Tracer } from './tracer.ts';

/** What a node came to. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Handle }
  /** It failed itself. */
  | { readonly kind: 'fault'; readonly fault: Failure }
  /** It has no value since the node `on` has none; `stopped` where that one ended the whole evaluation. */
  | { readonly kind: 'waits'; readonly on: number; readonly stopped: boolean };

export type Seen = (node: number, outcome: Outcome, cost: number) => void;

/** May put something else in place of the value that a node has; it sees each call that gave one. null: let it be. */
export type Settle = (node: number, op: Op, args: readonly Handle[], made: Made) => Made | null;

export interface Schedule {
  readonly nodes: readonly Node[];
  /** The first so many nodes share one allowance of fuel, the others a second one. */
  readonly live: number;
  /** Steps that a single node may take; no limit of its own where left out. */
  readonly each?: number;
  /** Lets values go before the end; where left out all stay. */
  readonly groups?: Groups;
}

/** Nodes in groups that are evaluated one after the other, such as those that a program adds to the ones before. */
export interface Groups {
  /** Of each node its group, ascending. */
  readonly of: Int32Array;
  /** Of each node the last group in which it is an argument. */
  readonly last: Int32Array;
}

/**
 * Evaluates all nodes on an input. `seen` is told each outcome with the node's own steps, in the order of the nodes; what
 * it is given can be read until it returns. Once a limit is met the nodes that remain wait on the one that met it.
 * Returns the steps of the live nodes.
 */
export function evaluate(
  tracer: Tracer,
  schedule: Schedule,
  input: GridRows,
  fuel: number,
  seen: Seen,
  settle: Settle | null = null,
): number {
  return tracer.within(input, (given) => new Evaluation(tracer, schedule, given, fuel, seen, settle).all());
}

/** One evaluation under way. */
class Evaluation {
  private readonly tracer: Tracer;
  private readonly schedule: Schedule;
  private readonly input: Handle;
  private readonly fuel: number;
  private readonly seen: Seen;
  private readonly settle: Settle | null;
  /** By node; 0 where there is none. */
  private readonly values: Int32Array;
  /** The node to blame where there is no value, else -1. */
  private readonly blame: Int32Array;
  /** The node that met a limit, else -1. */
  private stopped = -1;
  private spent = 0;
  /** Bytes of what stays, and of what goes with the group. */
  private lasting = 0;
  private brief = 0;

  constructor(
    tracer: Tracer,
    schedule: Schedule,
    input: Handle,
    fuel: number,
    seen: Seen,
    settle: Settle | null,
  ) {
    this.tracer = tracer;
    this.schedule = schedule;
    this.input = input;
    this.fuel = fuel;
    this.seen = seen;
    this.settle = settle;
    this.values = new Int32Array(schedule.nodes.length);
    this.blame = new Int32Array(schedule.nodes.length).fill(-1);
  }

  all(): number {
    const { nodes, live, groups } = this.schedule;
    let liveSpent = 0;
    for (let node = 0; node < nodes.length; node++) {
      if (node === live) {
        liveSpent = this.spent;
        this.spent = 0;
        if (this.lasting + this.brief <= MOST_BYTES) this.stopped = -1;
      }
      if (groups !== undefined) this.place(node, groups);
      const cause = this.stopped >= 0 ? this.stopped : this.firstBlamed(nodes[node].args);
      if (cause < 0) this.one(node);
      else {
        this.blame[node] = cause;
        this.seen(node, { kind: 'waits', on: cause, stopped: cause === this.stopped }, 0);
      }
    }
    return nodes.length > live ? liveSpent : this.spent;
  }

  /** Where the node's value goes, so that it stays as long as somebody needs it. */
  private place(node: number, { of, last }: Groups): void {
    if (node > 0 && of[node] !== of[node - 1]) {
      this.tracer.beginGroup();
      this.brief = 0;
    }
    this.tracer.enter(last[node] > of[node]);
  }

  private one(node: number): void {
    const { tracer, values, fuel, schedule } = this;
    const { op, args } = schedule.nodes[node];
    const { exports: core } = tracer.arena;
    const given = args.map((arg) => values[arg]);
    const left = fuel - this.spent;
    const limit = Math.min(left, schedule.each ?? Infinity);
    core.mark();
    let made = tracer.compute(op, given, this.input, limit);
    const cost = Math.min(made.cost, limit);
    this.spent += cost;
    if (made.cost > left) this.stopped = node;
    let { failure } = made;
    if (made.cost > limit) failure = faultOf('fuel', primitiveOf(op), 'the fuel ran out');
    if (failure !== null) core.takeBack();
    else {
      this.count(node, made.bytes);
      const other = this.settle?.(node, op, given, made) ?? null;
      if (other !== null) {
        made = other;
        ({ failure } = other);
        this.count(node, other.bytes);
      }
      if (this.lasting + this.brief > MOST_BYTES) {
        failure = faultOf('size', '', 'the values of the lines so far are too large together');
        this.stopped = node;
      }
    }
    if (failure === null) {
      values[node] = made.value;
      this.seen(node, { kind: 'value', value: made.value }, cost);
    } else {
      this.blame[node] = node;
      this.seen(node, { kind: 'fault', fault: failure }, cost);
    }
  }

  private count(node: number, bytes: number): void {
    const { groups } = this.schedule;
    if (groups === undefined || groups.last[node] > groups.of[node]) this.lasting += bytes;
    else this.brief += bytes;
  }

  /** The earliest node that arguments without a value are due to: the one at which the engine would have stopped. */
  private firstBlamed(args: readonly number[]): number {
    let first = -1;
    for (const arg of args) {
      const blamed = this.blame[arg];
      if (blamed >= 0 && (first < 0 || blamed < first)) first = blamed;
    }
    return first;
  }
}

function faultOf(end: 'fuel' | 'size', primitive: string, why: string): Failure {
  return new Failure(end, primitive, () => why);
}
