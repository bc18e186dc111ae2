/** How the bank grows: level by level, every macro on every state that it fits, from the input on. */
import type { GridRows } from '../task/task.ts';
import { TYPES, type Bank, type Macro, type StateId } from './bank.ts';
import { COLOUR_NAMES, isPaint, NUMBERS, type Layer } from './layers.ts';
import type { Uses } from './learned.ts';
import { LATEST_START, macrosBy } from './library.ts';
import type { MacroSpec } from './macro-spec.ts';
import { Sprouts } from './sprouts.ts';

export interface GrowthLimits {
  /** States of each type that macros of two holes are applied to, and the greatest cost of these. */
  readonly paired: number;
  readonly pairedCost: number;
  /** The greatest cost of a state that macros of one hole still make objects and index sets of. */
  readonly latest: number;
}

/** Macros applied to single inputs between two places at which a search can be stopped. */
const SLICE = 3000;
/** States that a macro is applied to in one go. */
const BATCH = 128;
/** Bytes of values, and of what is noted of them, at which the bank grows no more. */
const MOST_BYTES = 270e6;
const MOST_STATES = 1_500_000;
const MOST_LEVEL = 60;
/** The part of all work that goes into lines which begin from grids near to the output, in each round anew. */
const SPROUTING = 0.1;
/** Objects and index sets: the types of which there are most. */
const MANY = 'OP';

export class Growth {
  readonly sprouts: Sprouts;
  private readonly bank: Bank;
  private readonly limits: GrowthLimits;
  private readonly macros: readonly Macro[];
  private readonly paintings: Readonly<Record<'paint' | 'underpaint', Macro>>;
  private readonly fillings = new Map<string, Macro>();
  /** Where the enumeration stands: the level, and the macro that comes next. */
  private level = 1;
  private next = 0;
  private pairedAt = -1;
  private readonly pairedStates = new Map<number, readonly StateId[]>();

  /** `inputs` and `outputs` are those of the train pairs. */
  constructor(
    bank: Bank,
    inputs: readonly GridRows[],
    outputs: readonly GridRows[],
    limits: GrowthLimits,
    uses: Uses,
  ) {
    this.bank = bank;
    this.limits = limits;
    bank.addInput();
    this.paintings = {
      paint: bank.addMacro({ text: 'paint(x, y)', type: 'GO>G', cost: 2 }),
      underpaint: bank.addMacro({ text: 'underpaint(x, y)', type: 'GO>G', cost: 2 }),
    };
    const given = coloursOf(inputs);
    const asked = coloursOf(outputs);
    const shown = new Set(outputs.flat(2));
    const gone = given.filter((colour) => !shown.has(colour));
    const sized = sizedMacros(outputs);
    const colours = { c: given, d: asked, v: gone };
    this.macros = [...sized, ...macrosBy(uses)].flatMap((spec) => this.instances(spec, colours));
    const single = this.macros.filter(({ holes }) => holes.length === 1);
    this.sprouts = new Sprouts(bank, single, (macro) => this.latestOf(macro));
  }

  /** Whether nothing more can be made. */
  get done(): boolean {
    const { arena, size } = this.bank;
    return this.level >= MOST_LEVEL || size > MOST_STATES || arena.exports.bankBytes() > MOST_BYTES;
  }

  /** The level at which comes what is put in now. */
  get nextLevel(): number {
    return this.level + 1;
  }

  /** The macros of a spec, one for each choice of different colours for its letters. */
  private instances(spec: MacroSpec, colours: Readonly<Record<string, readonly number[]>>): Macro[] {
    let choices: Record<string, string>[] = [{}];
    for (const [letter, allowed] of Object.entries(colours)) {
      if (!new RegExp(`\\b${letter}\\b`).test(spec.text)) continue;
      const names = allowed.map((colour) => COLOUR_NAMES[colour]);
      choices = choices.flatMap((chosen) =>
        names
          .filter((name) => !Object.values(chosen).includes(name))
          .map((name) => ({ ...chosen, [letter]: name })),
      );
    }
    return choices.map((chosen) => this.bank.addMacro(spec, chosen));
  }

  /** Grows until macros were applied to `applied` inputs in all; yields where it can be stopped. */
  *until(applied: number): Generator<void> {
    const sprouting = this.sprouts.begun ? applied * SPROUTING : 0;
    yield* this.enumerate(applied - sprouting);
    yield* this.sprouts.grow(sprouting);
  }

  private *enumerate(applied: number): Generator<void> {
    const core = this.bank.arena.exports;
    let paused = core.applied.value;
    while (core.applied.value < applied && !this.done) {
      if (this.next === this.macros.length) {
        this.level++;
        this.next = 0;
      }
      const macro = this.macros[this.next++];
      for (const apply of macro.holes.length === 1 ? this.one(macro) : this.two(macro)) {
        apply();
        if (core.applied.value - paused < SLICE) continue;
        paused = core.applied.value;
        yield;
      }
    }
  }

  private *one(macro: Macro): Generator<() => void> {
    const from = this.level - macro.cost;
    const latest = this.latestOf(macro);
    for (const { from: first, to, start } of [...this.bank.at(macro.holes[0], from)]) {
      if (from - start > latest) continue;
      for (let at = first; at < to; at += BATCH) {
        const range = { from: at, to: Math.min(to, at + BATCH), start };
        yield () => this.bank.applyTo(macro, range, this.level);
      }
    }
  }

  /** The greatest cost of a state that a macro still starts from. */
  private latestOf(macro: Macro): number {
    const usual = LATEST_START[`${TYPES[macro.holes[0]]}>${TYPES[macro.type]}`] ?? MOST_LEVEL;
    const many = MANY.includes(TYPES[macro.type]);
    return macro.latest ?? (many ? Math.min(usual, this.limits.latest) : usual);
  }

  private *two(macro: Macro): Generator<() => void> {
    const [a, b] = macro.holes;
    const total = this.level - macro.cost;
    const { costs } = this.bank;
    for (const x of this.paired(a))
      for (const y of this.paired(b)) {
        if (costs[x] + costs[y] !== total || (x === y && a === b)) continue;
        yield () => this.bank.applyPairs(macro, { from: y, to: y + 1, start: 0 }, x, true, this.level);
      }
  }

  /** The states of a type that macros of two holes are applied to: remembered for a level. */
  private paired(type: number): readonly StateId[] {
    if (this.pairedAt !== this.level) {
      this.pairedAt = this.level;
      this.pairedStates.clear();
    }
    let states = this.pairedStates.get(type);
    if (states === undefined) {
      states = this.bank.cheapest(type, this.limits.paired, this.limits.pairedCost + 1);
      this.pairedStates.set(type, states);
    }
    return states;
  }

  /** Puts a grid with one layer upon it into the bank, as one from which lines of states begin anew. */
  putIn(base: StateId, layer: Layer): void {
    const level = this.nextLevel;
    const range = { from: base, to: base + 1, start: level };
    if (isPaint(layer)) this.bank.applyPairs(this.paintings[layer.kind], range, layer.object, false, level);
    else if (layer.kind !== 'colour' && layer.area.kind === 'state' && layer.source.state < 0) {
      const macro = this.filling(layer.kind, layer.source.constant);
      this.bank.applyPairs(macro, range, layer.area.state, false, level);
    }
  }

  private filling(kind: 'fill' | 'underfill', colour: number): Macro {
    const text = `${kind}(x, ${COLOUR_NAMES[colour]}, y)`;
    let macro = this.fillings.get(text);
    if (macro === undefined)
      this.fillings.set(text, (macro = this.bank.addMacro({ text, type: 'GP>G', cost: 2 })));
    return macro;
  }
}

/** Colours that occur in at least half of the grids. */
function coloursOf(grids: readonly GridRows[]): number[] {
  const colours: number[] = [];
  for (let colour = 0; colour < 10; colour++) {
    const count = grids.filter((rows) => rows.some((row) => row.includes(colour))).length;
    if (count * 2 >= grids.length && count > 0) colours.push(colour);
  }
  return colours;
}

/** Where all outputs have one size: blank grids of that size, and cuttings. */
function sizedMacros(outputs: readonly GridRows[]): MacroSpec[] {
  const [height, width] = [outputs[0].length, outputs[0][0].length];
  if (height > 10 || width > 10) return [];
  if (outputs.some((rows) => rows.length !== height || rows[0].length !== width)) return [];
  const size = `astuple(${NUMBERS[height]}, ${NUMBERS[width]})`;
  return [
    { type: 'G>G', cost: 3, text: `canvas(d, ${size})` },
    { type: 'G>G', cost: 3, text: `crop(x, ORIGIN, ${size})` },
    { type: 'C>G', cost: 2, text: `canvas(x, ${size})` },
    { type: 'V>G', cost: 2, text: `crop(I, x, ${size})` },
    { type: 'G>G', cost: 3, text: `downscale(x, divide(width(x), ${NUMBERS[width]}))`, latest: 8 },
    { type: 'N>P', cost: 2, text: firstCells(size, 'first', 'last', NUMBERS[width]) },
    { type: 'N>P', cost: 3, text: firstCells(size, 'last', 'first', NUMBERS[height]) },
    // Where the parts of a ruled grid stand among the others.
    { type: 'S>P', cost: 3, text: 'apply(compose(rbind(divide, increment(height(first(x)))), ulcorner), x)' },
  ];
}

/** The first `x` cells of a grid, line by line of `length` cells. */
const firstCells = (size: string, line: string, place: string, length: string): string =>
  `sfilter(asindices(canvas(ZERO, ${size})), ` +
  `compose(lbind(greater, x), fork(add, compose(rbind(multiply, ${length}), ${line}), ${place})))`;
