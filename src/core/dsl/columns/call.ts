/** Calling functions on columns. The steps that are burnt are those of calling each row by itself. */
import { memberAt, sizeOf } from '../../values/container.ts';
import { Fault, type Meter } from '../../values/meter.ts';
import { equal } from '../../values/order.ts';
import { Fn, type Container, type Value } from '../../values/value.ts';
import type { Combinator } from '../combinators.ts';
import {
  DECLINED,
  Derived,
  Flags,
  Numbers,
  Same,
  valueAt,
  valuesOf,
  type Batch,
  type Column,
} from './column.ts';
import { KERNELS } from './kernels.ts';
import { columnOfMembers, columnOfValues } from './read.ts';

/** With fewer members the columns cost more than they spare. Another bound is for tests. */
let fewest = 24;
/** Columns of so many rows would be larger than what is made of them. */
const MOST = 100_000;
/** Where one call takes so many steps, what it costs to start it does not matter. */
const LONG_CALL = 1500;

/** Sets from how many members on columns are used; gives the bound before. */
export function useColumnsFrom(members: number): number {
  const before = fewest;
  fewest = members;
  return before;
}

/**
 * What a function of one parameter gives for all members of a container, or null where that is to be found member
 * by member: there are few, the calls are long or one of them fails, or ties and the names of faults are asked for.
 */
export function mapInColumns(fn: Fn, container: Container, meter: Meter): Column | null {
  const rows = sizeOf(container);
  if (rows < fewest || rows > MOST || meter.naming || meter.watch !== null) return null;
  if (fn.arity !== 1 || fn.parts.length === 0) return null;
  const { fuel } = meter;
  try {
    // What fails mostly fails at once; and the first call tells what the others will cost.
    fn.run(memberAt(container, 0), meter);
    const steps = fuel - meter.fuel;
    meter.fuel = fuel;
    if (steps > LONG_CALL) return null;
    return new Calls(rows, meter).call(new Same(fn), [columnOfMembers(container)]);
  } catch (thrown) {
    if (thrown !== DECLINED && !(thrown instanceof Fault) && !(thrown instanceof RangeError)) throw thrown;
    meter.fuel = fuel;
    return null;
  }
}

class Calls implements Batch {
  readonly rows: number;
  readonly meter: Meter;
  constructor(rows: number, meter: Meter) {
    this.rows = rows;
    this.meter = meter;
  }

  make(elements: number): void {
    this.meter.make(elements);
    this.meter.burn(elements * (this.rows - 1));
  }

  call(fn: Column, args: readonly Column[]): Column {
    this.meter.burn(this.rows);
    if (fn instanceof Derived) {
      if (fn.arity !== args.length) throw DECLINED;
      return this.derived(fn.name, fn.parts, args);
    }
    if (!(fn instanceof Same)) return this.oneByOne((row) => valueAt(fn, row), args);
    const { value } = fn;
    if (!(value instanceof Fn) || value.arity !== args.length) throw DECLINED;
    if (args.every((arg) => arg instanceof Same)) return this.once(value, args);
    if (value.parts.length === 0) return this.primitive(value, args);
    return this.derived(
      value.name as Combinator,
      value.parts.map((part) => new Same(part)),
      args,
    );
  }

  /** All rows are alike: one is computed, and all are paid for. */
  private once(fn: Fn, args: readonly Same[]): Column {
    const { meter } = this;
    const { fuel } = meter;
    const value = fn.run(...args.map((arg) => arg.value), meter);
    meter.burn((fuel - meter.fuel) * (this.rows - 1));
    return new Same(value);
  }

  private derived(name: Combinator, parts: readonly Column[], args: readonly Column[]): Column {
    switch (name) {
      case 'compose':
        return this.call(parts[0], [this.call(parts[1], args)]);
      case 'chain':
        return this.call(parts[0], [this.call(parts[1], [this.call(parts[2], args)])]);
      case 'fork': {
        const a = this.call(parts[1], args);
        return this.call(parts[0], [a, this.call(parts[2], args)]);
      }
      case 'lbind':
        return this.call(parts[0], [parts[1], ...args]);
      case 'rbind':
        return this.call(parts[0], [...args, parts[1]]);
      case 'matcher':
        return this.matches(this.call(parts[0], args), parts[1]);
      case 'power':
        return this.iterated(parts[0], parts[1], args[0]);
    }
  }

  private matches(found: Column, target: Column): Column {
    if (found instanceof Numbers && target instanceof Same && typeof target.value === 'number') {
      const { value } = target;
      return new Flags(found.items.map((item) => item === value));
    }
    const flags = new Array<boolean>(this.rows);
    for (let row = 0; row < this.rows; row++) flags[row] = equal(valueAt(found, row), valueAt(target, row));
    return new Flags(flags);
  }

  private iterated(fn: Column, times: Column, start: Column): Column {
    if (!(times instanceof Same) || typeof times.value !== 'number') throw DECLINED;
    let column = start;
    for (let i = 0; i < times.value; i++) column = this.call(fn, [column]);
    return column;
  }

  private primitive(fn: Fn, args: readonly Column[]): Column {
    return KERNELS.get(fn.name)?.(this, args) ?? this.eachRow(fn, args);
  }

  /** A primitive without a kernel, or on values that its kernel does not know. */
  private eachRow(fn: Fn, args: readonly Column[]): Column {
    const { rows, meter } = this;
    if (args.length > 2) return this.oneByOne(() => fn, args);
    const { run } = fn;
    const xs = valuesOf(args[0], rows);
    const values = new Array<Value>(rows);
    if (args.length === 1) {
      for (let row = 0; row < rows; row++) values[row] = run(xs[row], meter);
    } else {
      const ys = valuesOf(args[1], rows);
      for (let row = 0; row < rows; row++) values[row] = run(xs[row], ys[row], meter);
    }
    return columnOfValues(values);
  }

  private oneByOne(fnAt: (row: number) => Value, args: readonly Column[]): Column {
    const values = new Array<Value>(this.rows);
    for (let row = 0; row < this.rows; row++) {
      const fn = fnAt(row);
      if (!(fn instanceof Fn) || fn.arity !== args.length) throw DECLINED;
      values[row] = fn.run(...args.map((arg) => valueAt(arg, row)), this.meter);
    }
    return columnOfValues(values);
  }
}
