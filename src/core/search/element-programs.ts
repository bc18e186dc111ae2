/**
 * Programs over the elements of a set. What a function makes of each element is held against the outputs: the elements
 * on which it is right, and those on which it has to be used. A predicate that is met by all of these and by none of the
 * others makes a state of both, `mapply(f, sfilter(x, p))`, which goes into the bank.
 */
import type { GridRows } from '../task/task.ts';
import { TYPES, type Bank, type Macro, type StateId } from './bank.ts';
import {
  COLOURINGS,
  inColours,
  MOVES,
  PLACES,
  isRelation,
  type ElementFunction,
} from './element-functions.ts';
import { Columns, Elements } from './elements.ts';
import type { Goal } from './goals.ts';
import {
  cellsOf,
  colouringsOf,
  inOneColour,
  inOwnColours,
  MIXED,
  type Coloured,
  type Pairs,
} from './judging.ts';
import { COLOUR_NAMES } from './layers.ts';
import { predicatesOf } from './predicates.ts';
import { Selection, type Purpose } from './selection.ts';
import { rowsOf } from '../values/container.ts';
import { Grid } from '../values/value.ts';

const GRID = TYPES.indexOf('G');
const SETS = TYPES.indexOf('S');
const LISTS = TYPES.indexOf('L');

/** Sets and lists that are looked at in a round, and their cost at most. */
const SETS_A_ROUND = 3;
const ASIDE_A_ROUND = 2;
const LISTS_A_ROUND = 3;
const DEAREST = 7;
/** States that one set may bring. */
const MOST_MADE = 80;
/** Elements beyond which none is compared with the others. */
const MOST_RELATED = 70;

/** Train pairs: for what is laid over the input, and for what is laid under all but its commonest colour. */
interface Sides {
  readonly over: Pairs;
  readonly under: Pairs;
}

export class ElementPrograms {
  private readonly bank: Bank;
  private readonly columns: Columns;
  private readonly outputs: readonly GridRows[];
  private readonly goals: readonly Goal[];
  /** Names of the colours in all inputs; the colours of the outputs. */
  private readonly given: readonly string[];
  private readonly asked: readonly number[];
  private readonly moves: readonly ElementFunction[];
  private readonly places: readonly ElementFunction[];
  private readonly byElement: readonly ElementFunction[];
  private readonly seen = new Set<StateId>();
  /** Sets of which there are too many or too few elements. */
  private readonly passed = new Set<StateId>();
  private readonly made = new Map<string, Macro>();
  private left = 0;
  private level = 0;

  constructor(bank: Bank, outputs: readonly GridRows[], goals: readonly Goal[]) {
    this.bank = bank;
    this.columns = new Columns(bank);
    this.goals = goals;
    const inputs = bank.inputs.slice(0, bank.trainCount);
    this.outputs = outputs;
    const inEach = COLOUR_NAMES.map((_, colour) =>
      inputs.every((rows) => rows.some((row) => row.includes(colour))),
    );
    this.given = COLOUR_NAMES.filter((_, colour) => inEach[colour]);
    this.moves = inColours(MOVES, this.given);
    this.places = inColours(PLACES, this.given);
    this.byElement = inColours(COLOURINGS, this.given);
    this.asked = [...new Set(outputs.flat(2))].sort((a, b) => a - b);
  }

  /** Looks at some more sets; what it makes comes at `level`. Yields after each set. */
  *more(level: number): Generator<void> {
    this.level = level;
    const { bank } = this;
    for (const [type, most, states] of [
      [SETS, SETS_A_ROUND, bank.cheapest(SETS, 200, DEAREST)],
      [SETS, ASIDE_A_ROUND, bank.aside[SETS].slice(0, 200)],
      [LISTS, LISTS_A_ROUND, bank.cheapest(LISTS, 200, DEAREST)],
    ] as const) {
      let count = 0;
      for (const state of states) {
        if (this.seen.has(state) || (type === SETS && !this.isWhole(state))) continue;
        this.seen.add(state);
        const elements = Elements.of(this.columns, state, bank.trainCount);
        if (elements === null) {
          this.passed.add(state);
          continue;
        }
        this.left = MOST_MADE;
        this.look(elements, type === LISTS);
        yield;
        if (++count === most) break;
      }
    }
  }

  /** Whether a set is all that a grid has: of those with too many elements each colour is looked at by itself. */
  private isWhole(state: StateId): boolean {
    const { macro, x } = this.bank.derivation(state);
    const { holes, text } = this.bank.macros[macro];
    return holes[0] === GRID || (text.startsWith('colorfilter(x, ') && this.passed.has(x));
  }

  private look(elements: Elements, ofGrids: boolean): void {
    let selection: Selection | null = null;
    const lazily = (): Selection =>
      (selection ??= new Selection(predicatesOf(elements, ofGrids, this.given)));
    this.pick(elements, ofGrids);
    const sides = ofGrids ? null : this.sidesOf(this.bank.derivation(elements.state).x);
    if (sides === null) return;
    const fit = suited(elements);
    for (const { text, cost } of this.moves.filter(fit)) {
      const cells = cellsOf(elements, text);
      const purpose = cells === null ? null : inOwn(sides, elements, cells);
      if (purpose !== null)
        this.put(elements, purpose, lazily, cost, 'S>O', (set) => `mapply(${text}, ${set})`);
    }
    for (const { text, cost } of this.places.filter(fit)) this.colour(sides, elements, text, cost, lazily);
  }

  /** The grid that a set was made of, or else the input, beside the outputs; null where neither has their sizes. */
  private sidesOf(state: StateId): Sides | null {
    const { bank, outputs } = this;
    for (const grid of [state, 0]) {
      const inputs = outputs.map((_, i) => {
        const value = bank.arena.get(bank.value(grid, i));
        return value instanceof Grid ? rowsOf(value) : null;
      });
      if (
        inputs.some(
          (rows, i) => rows?.length !== outputs[i].length || rows[0].length !== outputs[i][0].length,
        )
      )
        continue;
      const pairs = { inputs: inputs as GridRows[], outputs };
      return { over: pairs, under: { ...pairs, under: pairs.inputs.map(commonestOf) } };
    }
    return null;
  }

  /** Places in constant colours, and in colours by the element. */
  private colour(
    sides: Sides,
    elements: Elements,
    place: string,
    cost: number,
    selection: () => Selection,
  ): void {
    const cells = cellsOf(elements, place);
    if (cells === null) return;
    const over = colouringsOf(sides.over, elements, cells);
    this.paint(elements, place, cost, selection, over);
    if (over.wanted.includes(MIXED))
      this.paint(elements, place, cost, selection, colouringsOf(sides.under, elements, cells));
  }

  private paint(
    elements: Elements,
    place: string,
    cost: number,
    selection: () => Selection,
    { wanted, changed }: Coloured,
  ): void {
    if (!changed.includes(1)) return;
    for (const colour of this.asked) {
      const purpose = inOneColour(wanted, changed, () => colour);
      if (purpose === null) continue;
      this.put(elements, purpose, selection, cost, 'S>P', (set) => `mapply(${place}, ${set})`);
      if (place === 'toindices') this.put(elements, purpose, selection, 0, 'S>S', (set) => set);
    }
    for (const { text, cost: more } of this.byElement.filter(suited(elements))) {
      const colours = elements.keys(text);
      if (colours === null || colours.every((each) => each === colours[0])) continue;
      const purpose = inOneColour(wanted, changed, (i) => colours[i]);
      if (purpose === null) continue;
      const fn = `fork(recolor, ${text}, ${place === 'toindices' ? 'identity' : place})`;
      this.put(elements, purpose, selection, cost + more, 'S>O', (set) => `mapply(${fn}, ${set})`);
    }
  }

  /** One element whose picture is a goal. */
  private pick(elements: Elements, ofGrids: boolean): void {
    const pictures = elements.keys(ofGrids ? 'identity' : 'rbind(subgrid, I)');
    if (pictures === null) return;
    const { inputOf, train } = elements;
    const inEach = (met: Uint8Array, inputs: readonly unknown[]): boolean =>
      inputs.every((_, input) => met.some((is, i) => is === 1 && inputOf[i] === input));
    let selection: Selection | null = null;
    for (const { grids } of this.goals) {
      const wanted = grids.map((rows) => `${rows.length} ${rows[0].length} ${rows.flat().join()}`);
      const right = new Uint8Array(train);
      for (let i = 0; i < train; i++) right[i] = Number(pictures[i] === wanted[inputOf[i]]);
      if (!inEach(right, wanted)) continue;
      selection ??= new Selection(
        predicatesOf(elements, ofGrids, this.given).filter(({ met }) => inEach(met, this.bank.inputs)),
      );
      const purpose = { right, needed: new Uint8Array(train), count: 1 };
      const all = selection;
      const picture = (set: string): string => (ofGrids ? one(set) : `subgrid(${one(set)}, I)`);
      this.put(elements, purpose, () => all, ofGrids ? 1 : 2, ofGrids ? 'L>G' : 'S>G', picture);
    }
  }

  /** Puts into the bank what `write` makes of the set with the predicates that serve the purpose. */
  private put(
    elements: Elements,
    purpose: Purpose,
    selection: () => Selection,
    cost: number,
    type: string,
    write: (set: string) => string,
  ): void {
    if (this.left <= 0) return;
    if (type[2] !== 'G' && purpose.right.every((is) => is === 1))
      return this.make(elements, type, write('x'), cost);
    for (const predicate of selection().serving(purpose))
      this.make(elements, type, write(`sfilter(x, ${predicate.text})`), cost + predicate.cost);
  }

  private make(elements: Elements, type: string, text: string, cost: number): void {
    this.left--;
    if (text === 'x') return;
    const key = `${type} ${text}`;
    let macro = this.made.get(key);
    if (macro === undefined)
      this.made.set(key, (macro = this.bank.addMacro({ text, type, cost: Math.max(1, cost) })));
    const { state } = elements;
    const { level } = this;
    this.bank.applyTo(macro, { from: state, to: state + 1, start: level }, level);
  }
}

/** Whether a function is not too slow for so many elements. */
function suited({ total }: Elements): (fn: ElementFunction) => boolean {
  return total > MOST_RELATED ? (fn) => !isRelation(fn) : () => true;
}

/** Where elements in their own colours are right, laid over the grid or, where that is nowhere, under it. */
function inOwn(sides: Sides, elements: Elements, cells: readonly Int32Array[]): Purpose | null {
  return inOwnColours(sides.over, elements, cells) ?? inOwnColours(sides.under, elements, cells);
}

/** The commonest colour of a grid, the lowest of equal ones. */
function commonestOf(rows: GridRows): number {
  const counts = new Array<number>(10).fill(0);
  for (const cell of rows.flat()) counts[cell]++;
  return counts.indexOf(Math.max(...counts));
}

/** The first element of a filtered set. */
function one(set: string): string {
  return set.replace(/^sfilter/, 'extract');
}
