/**
 * Objects that an output has where its input has not, such as a pattern that comes again at each mark: of all objects of
 * the bank those are chosen that explain new cells of every train output, and put at the places which sets and index
 * sets tell.
 */
import type { GridRows } from '../task/task.ts';
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import { TYPES, type Bank, type Macro, type StateId } from './bank.ts';
import { packedOf } from './elements.ts';

const OBJECT = TYPES.indexOf('O');

/** Objects that are looked at in a round, and their cost at most. */
const MOST_LOOKED = 200;
const DEAREST = 9;
/** Those of them that are put somewhere. */
const MOST_PUT = 4;
/** Sets and index sets that tell places. */
const MOST_PLACES = 40;
/** Cells of an object that is worth a look. */
const FEWEST_CELLS = 2;
const MOST_CELLS = 100;

/** By the type of what tells the places: how `x` is put there. */
const WAYS: readonly (readonly [type: string, text: string])[] = [
  ['S', 'mapply(lbind(shift, normalize(x)), apply(ulcorner, y))'],
  ['S', 'mapply(lbind(shift, shift(x, invert(center(x)))), apply(center, y))'],
  ['P', 'mapply(lbind(shift, normalize(x)), y)'],
  ['P', 'mapply(lbind(shift, shift(x, invert(center(x)))), y)'],
  ['P', 'mapply(lbind(shift, shift(x, invert(ulcorner(sfilter(x, matcher(first, leastcolor(x))))))), y)'],
];
const COST = 3;

interface Pair {
  readonly input: GridRows;
  readonly output: GridRows;
}

export class Stamps {
  private readonly bank: Bank;
  private readonly pairs: readonly Pair[];
  private readonly seen = new Set<StateId>();
  private readonly macros: readonly Macro[];

  /** The outputs must have the sizes of their inputs. */
  constructor(bank: Bank, outputs: readonly GridRows[]) {
    this.bank = bank;
    this.pairs = outputs.map((output, i) => ({ input: bank.inputs[i], output }));
    this.macros = WAYS.map(([type, text]) => bank.addMacro({ text, type: `O${type}>O`, cost: COST }));
  }

  /** Looks at some more objects; what it makes comes at `level`. Yields after each that is put somewhere. */
  *more(level: number): Generator<void> {
    const { bank } = this;
    const fresh = bank.cheapest(OBJECT, Infinity, DEAREST).filter((state) => !this.seen.has(state));
    const found: { state: StateId; cells: number }[] = [];
    for (const state of fresh.slice(0, MOST_LOOKED)) {
      this.seen.add(state);
      const cells = this.newCells(state);
      if (cells > 0) found.push({ state, cells });
    }
    found.sort((a, b) => b.cells - a.cells);
    for (const { state } of found.slice(0, MOST_PUT)) {
      for (const macro of this.macros)
        for (const place of bank.cheapest(macro.holes[1], MOST_PLACES))
          bank.applyPairs(macro, { from: place, to: place + 1, start: level }, state, true, level);
      yield;
    }
  }

  /** New cells that the object explains in all train outputs, one count for each place; 0 where some output has none. */
  private newCells(state: StateId): number {
    let sum = 0;
    for (const [i, pair] of this.pairs.entries()) {
      const packed = packedOf(this.bank.arena.get(this.bank.value(state, i)));
      if (packed === null || packed.length < FEWEST_CELLS || packed.length > MOST_CELLS) return 0;
      const cells = newCellsOf(pair, packed);
      if (cells === 0) return 0;
      sum += cells;
    }
    return sum;
  }
}

function newCellsOf({ input, output }: Pair, packed: Int32Array): number {
  const top = packed.reduce((least, cell) => Math.min(least, rowOf(cell)), Infinity);
  const left = packed.reduce((least, cell) => Math.min(least, columnOf(cell)), Infinity);
  let sum = 0;
  for (let row = 0; row < output.length; row++)
    for (let column = 0; column < output[0].length; column++) {
      let changed = 0;
      const fits = packed.every((cell) => {
        const [r, c] = [rowOf(cell) - top + row, columnOf(cell) - left + column];
        if (output[r]?.[c] !== colourOf(cell)) return false;
        if (input[r][c] !== output[r][c]) changed++;
        return true;
      });
      if (fits) sum += changed;
    }
  return sum;
}
