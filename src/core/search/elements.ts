/** The elements of a set or list of the bank on all inputs, train inputs first, and what functions come to on each of them. */
import { encode } from '../values/codec.ts';
import { members } from '../values/container.ts';
import { Grid, Patch, Tuple, ValueSet, type Value } from '../values/value.ts';
import type { Bank, Macro, StateId } from './bank.ts';

/** Elements of one input, and of all, beyond which a set is passed over. */
const MOST_OF_ONE = 60;
const MOST_IN_ALL = 260;

/** Macros that ask for columns, by their text: a bank needs each once. */
export class Columns {
  private readonly bank: Bank;
  private readonly macros = new Map<string, Macro>();

  constructor(bank: Bank) {
    this.bank = bank;
  }

  /** What the expression of a state `x` comes to on each input; null where it fails on some. */
  values(text: string, state: StateId): Value[] | null {
    const { arena, inputs } = this.bank;
    const { exports: core, raised } = arena;
    let macro = this.macros.get(text);
    if (macro === undefined)
      this.macros.set(text, (macro = this.bank.addMacro({ text, type: 'S>L', cost: 0 })));
    try {
      core.probe(macro.id, state);
    } catch (thrown) {
      if (thrown !== raised && !(thrown instanceof RangeError)) throw thrown;
      return null;
    }
    return inputs.map((_, i) => arena.get(core.probed(i)));
  }
}

export class Elements {
  readonly state: StateId;
  /** Of each element the input that it belongs to. */
  readonly inputOf: readonly number[];
  readonly total: number;
  /** Elements of train inputs: these come first. */
  readonly train: number;
  private readonly columns: Columns;
  private readonly known = new Map<string, readonly Value[] | null>();

  private constructor(columns: Columns, state: StateId, counts: readonly number[], trainInputs: number) {
    this.columns = columns;
    this.state = state;
    this.inputOf = counts.flatMap((count, input) => new Array<number>(count).fill(input));
    this.total = this.inputOf.length;
    this.train = this.inputOf.filter((input) => input < trainInputs).length;
  }

  /** Null where there are too many elements, or too few to be told apart. */
  static of(columns: Columns, state: StateId, trainInputs: number): Elements | null {
    const sizes = columns.values('size(x)', state);
    if (sizes === null) return null;
    const counts = sizes.map(Number);
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (Math.max(...counts) > MOST_OF_ONE || all > MOST_IN_ALL) return null;
    const elements = new Elements(columns, state, counts, trainInputs);
    return elements.train < 2 ? null : elements;
  }

  /** What a function comes to on each element; null where it fails on one. */
  column(fn: string): readonly Value[] | null {
    let column = this.known.get(fn);
    if (column === undefined) {
      const lists = this.columns.values(`apply(${fn}, totuple(x))`, this.state);
      const flat = lists?.flatMap((list) => [...members(list as Tuple)]) ?? null;
      this.known.set(fn, (column = flat?.length === this.total ? flat : null));
    }
    return column;
  }

  /** As `column`, in a form that is equal where the values are; integers as they are. */
  keys(fn: string): readonly (number | string)[] | null {
    return this.column(fn)?.map(keyOf) ?? null;
  }
}

/** Integers as they are, other values as texts: equal where the values are. */
function keyOf(value: Value): number | string {
  if (typeof value === 'number') return value;
  if (value instanceof Patch) return `${value.coloured} ${value.packed.join()}`;
  if (value instanceof Grid) return `${value.height} ${value.width} ${value.cells.join()}`;
  return JSON.stringify(encode(value));
}

/** The packed members of a patch; none for the empty set, null for what is no patch. */
export function packedOf(value: Value): Int32Array | null {
  if (value instanceof Patch) return value.packed;
  return value instanceof ValueSet && value.items.length === 0 ? new Int32Array(0) : null;
}
