/**
 * Primitives on whole columns. A kernel burns what the primitive would burn for the rows one by one; it answers
 * null where it does not know the values at hand, and the primitive then takes them row by row.
 */
import { members, sizeOf } from '../../values/container.ts';
import { Fn, isContainer, Patch, Tuple, type Value } from '../../values/value.ts';
import { boundArity, type Combinator } from '../combinators.ts';
import { ARITHMETIC } from './arithmetic.ts';
import {
  Boxed,
  DECLINED,
  Derived,
  Flags,
  Moved,
  Numbers,
  Overlaps,
  Pairs,
  Same,
  Singles,
  type Batch,
  type Column,
  type Kernel,
} from './column.ts';
import { PATCHES } from './patches.ts';
import { columnOfValues, numbersIn, vectorsIn } from './read.ts';
import { TESTS } from './tests.ts';

function derived(name: Combinator) {
  return (_: Batch, parts: readonly Column[]): Column => new Derived(name, 1, parts);
}

/** For lbind and rbind, whose result takes one argument less than the function given. */
function bound(name: Combinator) {
  return (_: Batch, parts: readonly Column[]): Column | null => {
    const [fn] = parts;
    const arity = fn instanceof Same && fn.value instanceof Fn ? fn.value.arity : arityOf(fn);
    return arity === null ? null : new Derived(name, boundArity(arity), parts);
  };
}

function arityOf(column: Column): number | null {
  return column instanceof Derived ? column.arity : null;
}

function half(which: 'first' | 'last'): Kernel {
  return ({ rows }, [pair]) => {
    if (pair instanceof Pairs) return pair[which];
    return pair instanceof Boxed ? halfOfTuples(pair.items, which === 'first' ? 0 : 1, rows) : null;
  };
}

/** For tuples of two items each that are no grids. */
function halfOfTuples(items: readonly Value[], at: 0 | 1, rows: number): Column | null {
  const found = new Array<Value>(rows);
  for (let row = 0; row < rows; row++) {
    const item = items[row];
    if (!(item instanceof Tuple) || item.items.length !== 2) return null;
    found[row] = item.items[at];
  }
  return columnOfValues(found);
}

/** Only where it is plain that the pairs are no pairs of rows of numbers: those make grids, at a price of their own. */
function astuple(batch: Batch, [a, b]: readonly Column[]): Column | null {
  const vectors = a instanceof Pairs && a.first instanceof Numbers && a.last instanceof Numbers;
  if (vectors ? !isNoTuple(b) : !isNoTuple(a)) return null;
  batch.make(2);
  return new Pairs(a, b);
}

function isNoTuple(column: Column): boolean {
  if (column instanceof Numbers || column instanceof Flags || column instanceof Derived) return true;
  if (column instanceof Singles || column instanceof Moved || column instanceof Overlaps) return true;
  return column instanceof Same && (!isContainer(column.value) || column.value instanceof Patch);
}

/** A pair of numbers, or of a number and anything: the function is called for both. */
function apply(batch: Batch, [fn, pair]: readonly Column[]): Column | null {
  if (!(pair instanceof Pairs) || !(pair.first instanceof Numbers)) return null;
  const a = batch.call(fn, [pair.first]);
  const b = batch.call(fn, [pair.last]);
  if (!(a instanceof Numbers || (a instanceof Same && typeof a.value === 'number'))) throw DECLINED;
  batch.make(2);
  return new Pairs(a, b);
}

/** The greater (`sign` 1) or the lesser of a pair of numbers. */
function extreme(sign: number): Kernel {
  return ({ rows, meter }, [pair]) => {
    const vectors = pair instanceof Pairs ? vectorsIn(pair, rows) : null;
    if (vectors === null) return null;
    const { down, across } = vectors;
    meter.burn(2 * rows);
    const found = new Array<number>(rows);
    for (let row = 0; row < rows; row++)
      found[row] = sign * (across[row] - down[row]) > 0 ? across[row] : down[row];
    return new Numbers(found);
  };
}

/** Members of one container by keys that differ from row to row; `key` tells whether the key itself is asked for. */
function ranked(sign: number, key: boolean): Kernel {
  return (batch, [container, fn]) => {
    if (!(container instanceof Same) || !isContainer(container.value) || sizeOf(container.value) === 0)
      return null;
    const { rows } = batch;
    const items = members(container.value);
    const chosen = new Array<Value>(rows).fill(items[0]);
    let best: number[] | null = null;
    for (const item of items) {
      const keys = numbersIn(batch.call(fn, [new Same(item)]), rows);
      if (keys === null) throw DECLINED;
      if (best === null) {
        best = [...keys];
        continue;
      }
      for (let row = 0; row < rows; row++) {
        if (sign * (keys[row] - best[row]) <= 0) continue;
        best[row] = keys[row];
        chosen[row] = item;
      }
    }
    return key ? new Numbers(best as number[]) : new Boxed(chosen);
  };
}

export const KERNELS: ReadonlyMap<string, Kernel> = new Map<string, Kernel>([
  ['identity', (_, [x]) => x],
  ['compose', derived('compose')],
  ['chain', derived('chain')],
  ['fork', derived('fork')],
  ['matcher', derived('matcher')],
  ['lbind', bound('lbind')],
  ['rbind', bound('rbind')],
  ['first', half('first')],
  ['last', half('last')],
  ['astuple', astuple],
  ['apply', apply],
  ['maximum', extreme(1)],
  ['minimum', extreme(-1)],
  ['argmax', ranked(1, false)],
  ['argmin', ranked(-1, false)],
  ['valmax', ranked(1, true)],
  ['valmin', ranked(-1, true)],
  ...ARITHMETIC,
  ...TESTS,
  ...PATCHES,
]);
