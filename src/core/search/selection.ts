/** Choosing predicates that are met by all elements on which something must be done, and by none on which it would be wrong. */
import type { Predicate } from './predicates.ts';

/** On which elements of train inputs something is right, and on which of them it has to be done. */
export interface Purpose {
  readonly right: Uint8Array;
  readonly needed: Uint8Array;
  /** Elements that need it. */
  readonly count: number;
}

/** Predicates that are taken for one purpose, differing on the test inputs. */
const MOST_ALIKE = 2;
/** Predicates of which two are joined, and purposes of a set for which that is tried. */
const MOST_JOINED = 40;
const MOST_TIMES = 16;
/** Elements that need it, without which two predicates joined prove nothing. */
const FEWEST_JOINED = 3;
/** What a second predicate costs beyond itself. */
const BOTH = 1;

export class Selection {
  private readonly predicates: readonly Predicate[];
  private readonly known = new Map<string, readonly Predicate[]>();
  private joins = 0;

  /** Predicates, the cheapest first. */
  constructor(predicates: readonly Predicate[]) {
    this.predicates = predicates;
  }

  /** Those that serve a purpose, the cheapest first. */
  serving(purpose: Purpose): readonly Predicate[] {
    const key = `${purpose.right.join('')} ${purpose.needed.join('')}`;
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = this.search(purpose)));
    return found;
  }

  private search({ right, needed, count }: Purpose): readonly Predicate[] {
    const found: Predicate[] = [];
    const wide: Predicate[] = [];
    for (const predicate of this.predicates) {
      const { met } = predicate;
      if (!covers(met, needed)) continue;
      if (!within(met, met, right)) {
        if (wide.length < MOST_JOINED) wide.push(predicate);
      } else if (right.some((_, i) => met[i] === 1)) {
        found.push(predicate);
        if (found.length === MOST_ALIKE) return found;
      }
    }
    if (found.length > 0 || count < FEWEST_JOINED || ++this.joins > MOST_TIMES) return found;
    return joined(wide, right);
  }
}

/** Whether a predicate is met by all the needed elements. */
function covers(met: Uint8Array, needed: Uint8Array): boolean {
  for (let i = 0; i < needed.length; i++) if (needed[i] > met[i]) return false;
  return true;
}

/** Whether only right elements meet both predicates. */
function within(one: Uint8Array, other: Uint8Array, right: Uint8Array): boolean {
  for (let i = 0; i < right.length; i++) if ((one[i] & other[i]) > right[i]) return false;
  return true;
}

/** The cheapest two that serve together. */
function joined(wide: readonly Predicate[], right: Uint8Array): Predicate[] {
  let best: [Predicate, Predicate] | null = null;
  let least = Infinity;
  for (let i = 0; i < wide.length; i++)
    for (let j = i + 1; j < wide.length && wide[i].cost + wide[j].cost < least; j++)
      if (within(wide[i].met, wide[j].met, right)) {
        best = [wide[i], wide[j]];
        least = wide[i].cost + wide[j].cost;
      }
  if (best === null) return [];
  const [one, other] = best;
  const met = one.met.map((is, i) => is & other.met[i]);
  return [{ text: `fork(both, ${one.text}, ${other.text})`, cost: least + BOTH, met }];
}
