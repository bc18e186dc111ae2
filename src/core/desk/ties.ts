/**
 * Ties: where canonical order alone decided. A call is made a second time, with a watch that is asked about each tie;
 * the watch has a meter of its own, and primitives keep nothing of what they do under a watch.
 */
import { meaningOf, type Op } from '../lang/program.ts';
import type { Fault } from '../values/meter.ts';
import { Fn, Tuple, ValueSet, type Value } from '../values/value.ts';
import { compute, Enough, primitiveOf, type Settle } from './film-run.ts';

/** Primitives that ask a watch; others do so through the functions that they are given. */
export const DECIDING: ReadonlySet<string> = new Set([
  ...[
    'first',
    'last',
    'other',
    'extract',
    'totuple',
    'order',
    'argmax',
    'argmin',
    'mostcommon',
    'leastcommon',
  ],
  ...['mostcolor', 'leastcolor', 'colorfilter', 'objects', 'fgpartition', 'move', 'cover', 'underfill'],
  'underpaint',
]);

/** Ties of one call are looked for until so many were met; where one is to be swapped, for longer. */
export const MOST_TIES = 50;
const MOST_TIES_SWAPPED = 5000;
/** Steps that looking for ties may cost, as a multiple of the fuel of a pair. */
const WATCH_SHARE = 4;

/** A tie as it was met: the first of `tied` is what canonical order takes. */
export interface TieSeen {
  readonly node: number;
  /** The primitive that had to decide, as far as can be told. */
  readonly primitive: string;
  readonly tied: readonly Value[];
  /** Index of the one that was taken. */
  readonly pick: number;
}

/** Which of the tied is to be taken: `ordinal` counts the ties of a line on a pair from 0. */
export interface Pick {
  readonly line: number;
  readonly ordinal: number;
  readonly pick: number;
}

/**
 * Watches the calls of one evaluation: shows the ties, and takes what `picks` says. With `everywhere` false only lines
 * with picks are watched.
 */
export function tieWatch(
  owners: Int32Array,
  picks: readonly Pick[],
  fuel: number,
  everywhere: boolean,
  show: (line: number, tie: TieSeen) => void,
): Settle {
  const met = new Map<number, number>();
  let allowance = WATCH_SHARE * fuel;
  return (node, op, args, value, cost) => {
    const line = owners[node];
    const wanted = picks.filter((pick) => pick.line === line);
    if (cost === 0 || !mayTie(op, args)) return value;
    if (wanted.length === 0 && (!everywhere || allowance <= 0)) return value;
    const from = met.get(line) ?? 0;
    let ordinal = from;
    let swapped = false;
    const most = wanted.length > 0 ? MOST_TIES_SWAPPED : MOST_TIES;
    const watch = (tied: readonly Value[]): number => {
      const choice = wanted.find((pick) => pick.ordinal === ordinal);
      const pick = choice !== undefined && choice.pick > 0 && choice.pick < tied.length ? choice.pick : 0;
      swapped ||= pick > 0;
      ordinal++;
      show(line, { node, primitive: decider(op, args), tied, pick });
      if (ordinal - from >= most) throw new Enough();
      return pick;
    };
    let watched: Value | Fault = value;
    try {
      // What only a watch asks for is not on the bill, so that the bill must do.
      watched = compute(op, args, null, Math.min(fuel, 2 * cost + 100), watch).value;
    } catch (thrown) {
      if (!(thrown instanceof Enough)) throw thrown;
      swapped = false;
    }
    met.set(line, ordinal);
    allowance -= cost * (1 + ordinal - from);
    return swapped ? watched : value;
  };
}

/** Whether a call can meet a tie at all: by its primitive, or by functions that it is given. */
function mayTie(op: Op, args: readonly Value[]): boolean {
  return DECIDING.has(primitiveOf(op)) || args.some((arg) => arg instanceof Fn || holdsFunctions(arg));
}

/** Functions come last in canonical order; in a tuple they are looked for at both ends. */
function holdsFunctions(value: Value): boolean {
  if (!(value instanceof Tuple || value instanceof ValueSet)) return false;
  const { items } = value;
  return items[0] instanceof Fn || items[items.length - 1] instanceof Fn;
}

/** The primitive itself, or the one among the functions that it was given. */
function decider(op: Op, args: readonly Value[]): string {
  const name = primitiveOf(op);
  if (DECIDING.has(name)) return name;
  const found = new Set<string>();
  const stack: Value[] = [...args];
  for (let steps = 0; stack.length > 0 && steps < 200; steps++) {
    const part = stack.pop() as Value;
    if (!(part instanceof Fn)) continue;
    if (part.parts.length === 0 && DECIDING.has(part.name)) found.add(part.name);
    stack.push(...part.parts);
  }
  if (found.size === 1) return [...found][0];
  return name !== '' || meaningOf(op).kind !== 'apply' || !(args[0] instanceof Fn) ? name : args[0].name;
}
