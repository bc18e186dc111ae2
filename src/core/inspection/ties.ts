/**
 * Ties: where canonical order alone decided. A call is made a second time, with a watch that is asked about each tie;
 * the watch has fuel of its own, and primitives keep nothing of what they do under a watch.
 */
import { CATALOGUE } from '../dsl/catalogue.ts';
import type { Handle } from '../engine/arena.ts';
import type { Reader } from '../engine/reader.ts';
import { meaningOf, type Op } from '../lang/program.ts';
import type { Settle } from './film-run.ts';
import { Enough, primitiveOf, type Made, type Tracer } from './tracer.ts';

/** Primitives that ask a watch; others do so through the functions that they are given. */
export const DECIDING: ReadonlySet<string> = new Set(
  CATALOGUE.filter(({ decides }) => decides).map(({ name }) => name),
);

/** Ties of one call are looked for until so many were met; where one is to be swapped, for longer. */
const MOST_TIES = 50;
const MOST_TIES_SWAPPED = 5000;
/** Steps that looking for ties may cost, as a multiple of the fuel of a pair. */
const WATCH_SHARE = 4;

/** A tie as it was met: the first of `tied` is what canonical order takes. */
export interface TieSeen {
  readonly node: number;
  /** The primitive that had to decide, as far as can be told. */
  readonly primitive: string;
  readonly tied: readonly Handle[];
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
 * with picks are watched. The tied can be read while they are shown; nothing may be computed then.
 */
export function tieWatch(
  tracer: Tracer,
  owners: Int32Array,
  picks: readonly Pick[],
  fuel: number,
  everywhere: boolean,
  show: (line: number, tie: TieSeen) => void,
): Settle {
  const { reader } = tracer;
  const met = new Map<number, number>();
  let allowance = WATCH_SHARE * fuel;
  return (node, op, args, { cost }) => {
    const line = owners[node];
    const wanted = picks.filter((pick) => pick.line === line);
    if (cost === 0 || !mayTie(reader, op, args)) return null;
    if (wanted.length === 0 && (!everywhere || allowance <= 0)) return null;
    const from = met.get(line) ?? 0;
    let ordinal = from;
    let swapped = false;
    const most = wanted.length > 0 ? MOST_TIES_SWAPPED : MOST_TIES;
    const primitive = decider(reader, op, args);
    const watch = (tied: readonly Handle[]): number => {
      const choice = wanted.find((pick) => pick.ordinal === ordinal);
      const pick = choice !== undefined && choice.pick > 0 && choice.pick < tied.length ? choice.pick : 0;
      swapped ||= pick > 0;
      ordinal++;
      show(line, { node, primitive, tied, pick });
      if (ordinal - from >= most) throw new Enough();
      return pick;
    };
    // What only a watch asks for is not on the bill, so that the bill must do.
    const watched = watchedCall(tracer, op, args, Math.min(fuel, 2 * cost + 100), watch);
    met.set(line, ordinal);
    allowance -= cost * (1 + ordinal - from);
    if (watched !== null && swapped) return watched;
    tracer.arena.exports.takeBack();
    return null;
  };
}

/** The call with somebody who decides its ties; null where that one has seen enough. Marks the memory before. */
export function watchedCall(
  tracer: Tracer,
  op: Op,
  args: readonly Handle[],
  fuel: number,
  watch: (tied: readonly Handle[]) => number,
): Made | null {
  const { arena } = tracer;
  const before = arena.choose;
  arena.choose = watch;
  arena.exports.mark();
  arena.exports.setWatching(1);
  try {
    return tracer.compute(op, args, 0, fuel);
  } catch (thrown) {
    if (thrown instanceof Enough) return null;
    throw thrown;
  } finally {
    arena.exports.setWatching(0);
    arena.choose = before;
  }
}

/** Whether a call can meet a tie at all: by its primitive, or by functions that it is given. */
function mayTie(reader: Reader, op: Op, args: readonly Handle[]): boolean {
  return DECIDING.has(primitiveOf(op)) || args.some((arg) => holdsFunctions(reader, arg));
}

/** A function, or a container of some: they come last in canonical order; in a tuple they are looked for at both ends. */
export function holdsFunctions(reader: Reader, value: Handle): boolean {
  const form = reader.form(value);
  if (form === 'function') return true;
  if (form !== 'tuple' && form !== 'set') return false;
  const count = reader.count(value);
  if (count === 0) return false;
  return [0, count - 1].some((at) => reader.form(reader.item(value, at)) === 'function');
}

/** The primitive itself, or the one among the functions that it was given. */
function decider(reader: Reader, op: Op, args: readonly Handle[]): string {
  const name = primitiveOf(op);
  if (DECIDING.has(name)) return name;
  const isFunction = (value: Handle): boolean => reader.form(value) === 'function';
  const found = new Set<string>();
  const stack: Handle[] = [...args];
  for (let steps = 0; stack.length > 0 && steps < 200; steps++) {
    const part = stack.pop() as Handle;
    if (!isFunction(part)) continue;
    const count = reader.count(part);
    if (count === 0 && DECIDING.has(reader.name(part))) found.add(reader.name(part));
    for (let at = 0; at < count; at++) stack.push(reader.item(part, at));
  }
  if (found.size === 1) return [...found][0];
  const isApply = meaningOf(op).kind === 'apply' && isFunction(args[0]);
  return name === '' && isApply ? reader.name(args[0]) : name;
}
