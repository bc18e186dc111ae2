/**
 * Lines of states that begin anew from grids: what is made first of the input, made of a grid that came near to the output.
 * The enumeration by cost would come by them too late: they are grown by themselves, each as far as its share of the work
 * goes, and are pieces with the others.
 */
import { TYPES, type Bank, type Macro, type Range, type StateId } from './bank.ts';

/** Grids from which lines grow at one time: the latest. */
const MOST = 12;
/** The cost up to which a line is made, from its grid on. */
const DEEPEST = 7;
/** States that a macro is applied to in one go. */
const BATCH = 128;
const GRID = TYPES.indexOf('G');

interface Sprout {
  /** States by type and by cost from the grid on. */
  readonly states: Range[][][];
  level: number;
  next: number;
}

export class Sprouts {
  private readonly bank: Bank;
  private readonly macros: readonly Macro[];
  private readonly latest: (macro: Macro) => number;
  private readonly growing: Sprout[] = [];
  /** Grids from which lines have begun: the input is one of them. */
  private readonly roots = new Set<StateId>([0]);

  /**
   * @param macros those of one hole, in the order in which they are applied
   * @param latest the greatest cost of a state that a macro still starts from
   */
  constructor(bank: Bank, macros: readonly Macro[], latest: (macro: Macro) => number) {
    this.bank = bank;
    this.macros = macros;
    this.latest = latest;
  }

  /** Whether any line has begun. */
  get begun(): boolean {
    return this.growing.length > 0;
  }

  /** Has a line begin from a grid; whether none did so before. */
  begin(root: StateId): boolean {
    if (this.roots.has(root)) return false;
    this.roots.add(root);
    const states: Range[][][] = Array.from(TYPES, () => []);
    states[GRID][0] = [{ from: root, to: root + 1, start: 0 }];
    this.growing.unshift({ states, level: 1, next: 0 });
    this.growing.length = Math.min(this.growing.length, MOST);
    return true;
  }

  /** Applies macros to `applied` inputs in all, as many for each line; yields after each line. */
  *grow(applied: number): Generator<void> {
    const core = this.bank.arena.exports;
    const end = core.applied.value + applied;
    for (const [i, sprout] of this.growing.entries()) {
      const left = end - core.applied.value;
      this.further(sprout, core.applied.value + left / (this.growing.length - i));
      yield;
    }
  }

  private further(sprout: Sprout, until: number): void {
    const core = this.bank.arena.exports;
    while (core.applied.value < until && sprout.level <= DEEPEST) {
      if (sprout.next === this.macros.length) {
        sprout.level++;
        sprout.next = 0;
        continue;
      }
      this.apply(sprout, this.macros[sprout.next++]);
    }
  }

  private apply({ states, level }: Sprout, macro: Macro): void {
    const from = level - macro.cost;
    if (from > this.latest(macro)) return;
    const made = (states[macro.type][level] ??= []);
    for (const range of [...(states[macro.holes[0]][from] ?? [])])
      for (let at = range.from; at < range.to; at += BATCH) {
        const batch = { from: at, to: Math.min(range.to, at + BATCH), start: 0 };
        const fresh = this.bank.make(macro, batch);
        if (fresh !== null) made.push(fresh);
      }
  }
}
