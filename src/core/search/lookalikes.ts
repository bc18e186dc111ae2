/**
 * Sets of objects that no train pair tells apart, such as parts told from what is most common, and parts told from black.
 * A program that is made of one may mean the other, wherever it uses it.
 */
import { TYPES, type Bank, type StateId } from './bank.ts';

const SETS = TYPES.indexOf('S');
/** The cheapest sets, which are looked at, and those of one look that are told. */
const MOST_SETS = 60;
const MOST_ALIKE = 4;

export class Lookalikes {
  private readonly keys = new Map<StateId, bigint>();
  private readonly alike = new Map<bigint, StateId[]>();

  constructor(bank: Bank) {
    for (const set of bank.cheapest(SETS, MOST_SETS)) {
      const key = bank.trainKey(set);
      const others = this.alike.get(key) ?? [];
      if (others.length === MOST_ALIKE) continue;
      this.keys.set(set, key);
      this.alike.set(key, [...others, set]);
    }
  }

  /** Other sets that look the same on all train inputs. */
  of(set: StateId): readonly StateId[] {
    const key = this.keys.get(set);
    return key === undefined ? [] : (this.alike.get(key) ?? []).filter((other) => other !== set);
  }
}
