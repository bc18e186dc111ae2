/** What each generator of a search has brought so far. */

/**
 * Where a program of the search came from: a state of the bank, a goal that one more step makes the output of, blocks
 * side by side, or pieces laid over each other.
 */
export type GeneratorName = 'bank' | 'goals' | 'blocks' | 'pieces';

export const GENERATORS: readonly GeneratorName[] = ['bank', 'goals', 'blocks', 'pieces'];

export interface Brought {
  readonly made: number;
  /** Those that were new: programs; of the bank values, one vector over all inputs each. */
  readonly distinct: number;
  /** Those that match a train pair. */
  readonly useful: number;
  /** Train pairs that the best of them matches. */
  readonly best: number;
}

/** By generator. `bank` counts expressions applied to single inputs, the others programs. */
export type BroughtBy = Readonly<Record<GeneratorName, Brought>>;

const NOTHING: Brought = { made: 0, distinct: 0, useful: 0, best: 0 };

export const BROUGHT_NOTHING = eachGenerator(() => NOTHING);

/** All together, as of one search. */
export function broughtBy(parts: readonly BroughtBy[]): BroughtBy {
  return eachGenerator((name) => parts.reduce((sum, part) => added(sum, part[name]), NOTHING));
}

function added(a: Brought, b: Brought): Brought {
  return {
    made: a.made + b.made,
    distinct: a.distinct + b.distinct,
    useful: a.useful + b.useful,
    best: Math.max(a.best, b.best),
  };
}

function eachGenerator(of: (name: GeneratorName) => Brought): BroughtBy {
  return Object.fromEntries(GENERATORS.map((name) => [name, of(name)])) as Record<GeneratorName, Brought>;
}

/** Counts programs as they come. */
export class BroughtCount {
  private readonly counts = new Map<GeneratorName, Brought>();

  /** A program was made; `matched` is null where it had been made before. */
  add(name: GeneratorName, matched: number | null): void {
    const isNew = matched === null ? 0 : 1;
    const useful = (matched ?? 0) > 0 ? 1 : 0;
    const one = { made: 1, distinct: isNew, useful, best: matched ?? 0 };
    this.counts.set(name, added(this.counts.get(name) ?? NOTHING, one));
  }

  /** With the expressions that the bank has applied, and the values that came of them. */
  by(applied: number, states: number): BroughtBy {
    return eachGenerator((name) => {
      const count = this.counts.get(name) ?? NOTHING;
      return name === 'bank' ? { ...count, made: applied, distinct: states } : count;
    });
  }
}
