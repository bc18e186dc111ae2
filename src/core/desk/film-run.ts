/**
 * Evaluating nodes one after the other, each seen as soon as it has a value. Unlike the engine's evaluator it goes on
 * after a fault with what does not depend on it, forgets values once their last user is done, and lets a choice
 * replace what canonical order decides. Fuel and results are the engine's.
 */
import { APPLY, meaningOf, type Node, type Op } from '../lang/program.ts';
import { callWith, toFn } from '../values/fn.ts';
import { DEFAULT_CAP, Fault, Meter, type TieWatch } from '../values/meter.ts';
import { extentOf } from '../values/container.ts';
import { Fn, Grid, isContainer, Patch, type Value } from '../values/value.ts';

/** Bytes that the values alive at one time may take up, as `weightOf` reckons them. */
export const MOST_ALIVE = 300_000_000;

/** What a node came to. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Value }
  /** It failed itself. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** It has no value since the node `on` has none; `stopped` where that one ended the whole evaluation. */
  | { readonly kind: 'waits'; readonly on: number; readonly stopped: boolean };

/** May put another value in place of the one that a node has; it sees each call that gave a value. */
export type Settle = (
  node: number,
  op: Op,
  args: readonly Value[],
  value: Value,
  cost: number,
) => Value | Fault;

export interface Course {
  readonly nodes: readonly Node[];
  /** The first so many nodes share one allowance of fuel, the others a second one. */
  readonly live: number;
  readonly lastUse: Int32Array;
  /** Steps that a single node may take; no limit of its own where left out. */
  readonly each?: number;
}

/**
 * Evaluates all nodes on an input. `seen` is told each outcome with the node's own steps, in the order of the nodes.
 * Once a limit is met the nodes that remain wait on the one that met it. Returns the steps of the live nodes.
 */
export function evaluate(
  { nodes, live, lastUse, each = Infinity }: Course,
  input: Value,
  fuel: number,
  seen: (node: number, outcome: Outcome, cost: number) => void,
  settle: Settle | null = null,
): number {
  const values: (Value | undefined)[] = new Array(nodes.length).fill(undefined);
  const weights = new Float64Array(nodes.length);
  /** The node to blame where there is no value, else -1. */
  const blame = new Int32Array(nodes.length).fill(-1);
  let stopped = -1;
  let alive = 0;
  let spent = 0;
  let liveSpent = 0;
  nodes.forEach(({ op, args }, node) => {
    if (node === live) {
      liveSpent = spent;
      spent = 0;
      if (stopped >= 0 && alive <= MOST_ALIVE) stopped = -1;
    }
    const cause = stopped >= 0 ? stopped : firstBlamed(args, blame);
    if (cause >= 0) {
      blame[node] = cause;
      seen(node, { kind: 'waits', on: cause, stopped: cause === stopped }, 0);
    } else {
      const given = args.map((arg) => values[arg] as Value);
      const left = fuel - spent;
      const limit = Math.min(left, each);
      const made = compute(op, given, input, limit);
      const cost = Math.min(made.cost, limit);
      spent += cost;
      let final = made.value;
      if (made.cost > limit) final = new Fault('fuel', 'the fuel ran out', primitiveOf(op));
      else if (!(final instanceof Fault) && settle !== null) final = settle(node, op, given, final, cost);
      if (made.cost > left) stopped = node;
      if (!(final instanceof Fault)) {
        weights[node] = weightOf(final);
        alive += weights[node];
        values[node] = final;
        if (alive > MOST_ALIVE) {
          final = new Fault('size', 'the values of the lines so far are too large together');
          stopped = node;
        }
      }
      if (final instanceof Fault) {
        blame[node] = node;
        seen(node, { kind: 'fault', fault: final }, cost);
      } else {
        seen(node, { kind: 'value', value: final }, cost);
      }
    }
    const forget = (used: number): void => {
      if (lastUse[used] !== node || weights[used] === 0) return;
      values[used] = undefined;
      alive -= weights[used];
      weights[used] = 0;
    };
    args.forEach(forget);
    forget(node);
  });
  return nodes.length > live ? liveSpent : spent;
}

/** The earliest node that arguments without a value are due to: the one at which the engine would have stopped. */
function firstBlamed(args: readonly number[], blame: Int32Array): number {
  let first = -1;
  for (const arg of args) if (blame[arg] >= 0 && (first < 0 || blame[arg] < first)) first = blame[arg];
  return first;
}

/** The value of one node, or its fault, and the steps: as the engine counts them. */
export function compute(
  op: Op,
  args: readonly Value[],
  input: Value,
  fuel: number,
  watch: TieWatch | null = null,
): { readonly value: Value | Fault; readonly cost: number } {
  const meaning = meaningOf(op);
  if (meaning.kind === 'input') return { value: input, cost: 0 };
  if (meaning.kind === 'constant') return { value: meaning.value, cost: 0 };
  if (meaning.kind === 'function') return { value: meaning.primitive.fn, cost: 0 };
  const meter = new Meter(fuel, DEFAULT_CAP, watch, true);
  const value = attempt(op, () =>
    meaning.kind === 'call'
      ? (meaning.primitive.fn.run(...args, meter) as Value)
      : callWith(toFn(args[0]), args.slice(1), meter),
  );
  return { value, cost: fuel - Math.max(0, meter.fuel) + 1 };
}

/** Anything but a Fault is a defect of a primitive, and is told as one. */
function attempt(op: Op, run: () => Value): Value | Fault {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Fault) {
      if (thrown.primitive === '') thrown.primitive = primitiveOf(op);
      return thrown;
    }
    if (thrown instanceof Enough) throw thrown;
    if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
      return new Fault('size', 'functions are nested too deeply', primitiveOf(op));
    return new Fault('error', `internal fault: ${String(thrown)}`, primitiveOf(op));
  }
}

/** Thrown by a watch that has seen enough; no fault of the primitive. */
export class Enough {}

export function primitiveOf(op: Op): string {
  const meaning = meaningOf(op);
  return op === APPLY || meaning.kind !== 'call' ? '' : meaning.primitive.name;
}

/** About the bytes that a value takes up, with what primitives keep beside it. */
function weightOf(value: Value): number {
  if (!isContainer(value)) return value instanceof Fn ? 8 * value.parts.length : 0;
  if (value instanceof Grid) return 64 + 8 * value.cells.length;
  if (value instanceof Patch) return 64 + 40 * value.packed.length;
  let weight = 64;
  for (const item of value.items) weight += 8 + (typeof item === 'object' ? 56 + 8 * extentOf(item) : 0);
  return weight;
}
