/** The bank of one task in the arena: states by type and cost, made level by level from the input with macros. */
import type { Arena, Handle } from '../engine/arena.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { GridRows } from '../task/task.ts';
import { MACRO_STEPS, type MacroSpec } from './macro-spec.ts';
import { macroWords, readMacro, type MacroBody, type Permanent } from './macro.ts';

/** Letters of types in the order of the arena's numbers. */
export const TYPES = 'GSOPNCVLBQ';
export type TypeNumber = number;

/** A number of a state of the bank. */
export type StateId = number;

export interface Macro {
  readonly id: number;
  readonly text: string;
  readonly body: MacroBody;
  /** Types of the holes, and of the values. */
  readonly holes: readonly TypeNumber[];
  readonly type: TypeNumber;
  readonly cost: number;
  readonly latest?: number;
}

/** How a state was made: by a macro from other states (-1: none), or as a root (macro -1). */
export interface Derivation {
  readonly type: TypeNumber;
  readonly macro: number;
  readonly x: StateId;
  readonly y: StateId;
}

/** A half-open range of states that were made at once. */
export interface Range {
  readonly from: StateId;
  readonly to: StateId;
  /** The cost at which their line began: that of the input, or of a grid that was put in later. */
  readonly start: number;
}

/** For what a macro holds that depends on no input: computed once, whatever ran before. */
const CONSTANT_STEPS = 1_000_000n;
const CONSTANT_BYTES = 8 << 20;
/** Most cells of a grid in the bank, whatever the task. */
const MOST_AREA = 1800;

export class Bank {
  readonly arena: Arena;
  readonly macros: Macro[] = [];
  readonly inputs: readonly GridRows[];
  readonly trainCount: number;
  /** Cost of each state: of its macro and its arguments. */
  readonly costs: number[] = [];
  /** States of each type in ranges by level: the cost at which the enumeration comes by them. */
  private readonly levels: Range[][][] = Array.from(TYPES, () => []);
  /** States of each type that have no level: the enumeration does not come by them. */
  readonly aside: readonly StateId[][] = Array.from(TYPES, () => []);
  private readonly permanent: Permanent;

  constructor(arena: Arena, inputs: readonly GridRows[], trainCount: number, area: number) {
    const { exports: core } = arena;
    this.arena = arena;
    this.inputs = inputs;
    this.trainCount = trainCount;
    core.beginBank(inputs.length, trainCount, Math.min(MOST_AREA, Math.max(64, area)));
    core.beginGoals();
    inputs.forEach((rows, i) => core.setRoot(i, putRows(arena, rows)));
    this.permanent = {
      leaf: (name) => {
        core.enterBank();
        return arena.put(name in CONSTANTS ? CONSTANTS[name] : PRIMITIVES.get(name)!.fn);
      },
      call: (code, [a, b = 0, c = 0, d = 0]) => {
        core.enterBank();
        core.setFuel(CONSTANT_STEPS);
        core.beginQuota(CONSTANT_BYTES);
        return core.callPrimitive(code, core.arityOf(code), a, b, c, d);
      },
    };
  }

  get size(): number {
    return this.arena.exports.stateCount.value;
  }

  addMacro(
    { text, type, cost, latest, steps = MACRO_STEPS }: MacroSpec,
    colours: Readonly<Record<string, string>> = {},
  ): Macro {
    const [holes, result] = type.split('>');
    const body = readMacro(text, colours);
    const { words, count } = macroWords(body, this.permanent);
    const { exports: core } = this.arena;
    const room = core.scratchWords(words.length);
    this.arena.ints().set(words, room >> 2);
    const id = core.addMacro(room, count, TYPES.indexOf(result), steps);
    const macro: Macro = {
      id,
      text,
      body,
      holes: Array.from(holes, (letter) => TYPES.indexOf(letter)),
      type: TYPES.indexOf(result),
      cost,
      ...(latest === undefined ? {} : { latest }),
    };
    this.macros[id] = macro;
    return macro;
  }

  /** The input itself, the state that all begins with. */
  addInput(): StateId {
    const macro = this.addMacro({ text: 'I', type: '>G', cost: 0 });
    const before = this.size;
    this.arena.exports.apply(macro.id, -1, -1);
    this.note(macro, 0, 0, before);
    return before;
  }

  /** Applies a macro to the states of a range; what is new has no level, and is given. */
  make(macro: Macro, { from, to }: Range): Range | null {
    const before = this.size;
    this.range(from, to, (first) => this.arena.exports.applyRange(macro.id, first, to, -1));
    this.price(macro, before);
    for (let id = before; id < this.size; id++) this.aside[macro.type].push(id);
    return this.size === before ? null : { from: before, to: this.size, start: 0 };
  }

  /** Applies a macro to the states of a range; what is new gets the level. Failures are passed over. */
  applyTo(macro: Macro, { from, to, start }: Range, level: number): void {
    const before = this.size;
    this.range(from, to, (first) => this.arena.exports.applyRange(macro.id, first, to, -1));
    this.note(macro, level, start, before);
  }

  /** The same for a macro of two holes, each of the range with the one state `other` as the other argument. */
  applyPairs(
    macro: Macro,
    { from, to, start }: Range,
    other: StateId,
    otherFirst: boolean,
    level: number,
  ): void {
    const before = this.size;
    this.range(from, to, (first) =>
      otherFirst
        ? this.arena.exports.applyRangeSecond(macro.id, other, first, to)
        : this.arena.exports.applyRange(macro.id, first, to, other),
    );
    this.note(macro, level, start, before);
  }

  private range(from: StateId, to: StateId, run: (first: StateId) => void): void {
    const { exports: core, raised } = this.arena;
    for (let first = from; first < to;) {
      try {
        run(first);
        return;
      } catch (thrown) {
        if (thrown !== raised && !(thrown instanceof RangeError)) throw thrown;
        first = core.at.value + 1;
      }
    }
  }

  /** Enters the states from `before` on as new ones that the macro made. */
  private note(macro: Macro, level: number, start: number, before: StateId): void {
    const to = this.size;
    if (to === before) return;
    this.price(macro, before);
    const ranges = this.rangesAt(macro.type, level);
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.to === before && last.start === start)
      ranges[ranges.length - 1] = { from: last.from, to, start };
    else ranges.push({ from: before, to, start });
  }

  /** Tells the costs of the states from `before` on. */
  private price(macro: Macro, before: StateId): void {
    for (let id = before; id < this.size; id++) {
      const { x, y } = this.derivation(id);
      this.costs[id] = macro.cost + (x < 0 ? 0 : this.costs[x]) + (y < 0 ? 0 : this.costs[y]);
    }
  }

  private rangesAt(type: TypeNumber, level: number): Range[] {
    const levels = this.levels[type];
    while (levels.length <= level) levels.push([]);
    return levels[level];
  }

  /** The states of a type and level. */
  at(type: TypeNumber, cost: number): readonly Range[] {
    return this.levels[type][cost] ?? [];
  }

  /** The cheapest `most` states of a type, those of less cost first, that cost less than `below`. */
  cheapest(type: TypeNumber, most: number, below = Infinity): StateId[] {
    const ids: StateId[] = [];
    for (const ranges of this.levels[type])
      for (const { from, to } of ranges)
        for (let id = from; id < to; id++) if (this.costs[id] < below) ids.push(id);
    ids.sort((a, b) => this.costs[a] - this.costs[b] || a - b);
    return ids.filter((id, i) => id !== ids[i - 1]).slice(0, most);
  }

  derivation(id: StateId): Derivation {
    const word = this.arena.exports.recordAddress(id) >> 2;
    const ints = this.arena.ints();
    return { type: ints[word], macro: ints[word + 1], x: ints[word + 2], y: ints[word + 3] };
  }

  /** Tells states by their values on the train inputs alone. */
  trainKey(id: StateId): bigint {
    const { exports: core } = this.arena;
    const values = Array.from({ length: this.trainCount }, (_, input) => this.value(id, input));
    const words = core.scratchWords(values.length);
    this.arena.ints().set(values, words >> 2);
    return core.trainDigest(words);
  }

  value(id: StateId, input: number): Handle {
    return this.arena.exports.valueOf(id, input);
  }
}

export function putRows(arena: Arena, rows: GridRows): Handle {
  return arena.putGrid(rows.length, rows[0].length, rows.flat());
}
