/**
 * States that no train pair tells apart. The cheapest stands for all while pieces are laid; which of them is meant is
 * asked when an answer has been found, since they may differ on the test inputs.
 */
import type { StateId } from './bank.ts';

/** States of one class that are kept. */
const MOST = 12;

export class TrainEqual {
  private readonly classes = new Map<string, StateId[]>();
  private readonly keys = new Map<StateId, string>();

  /** Adds a state, cheaper ones before; `key` says what it comes to on the train pairs. Whether it is the first. */
  add(state: StateId, key: string): boolean {
    const others = this.classes.get(key);
    if (others !== undefined) {
      if (others.length < MOST) others.push(state);
      return false;
    }
    this.classes.set(key, [state]);
    this.keys.set(state, key);
    return true;
  }

  /** All of the class that a state is the first of, itself first. */
  of(state: StateId): readonly StateId[] {
    return this.classes.get(this.keys.get(state) ?? '') ?? [state];
  }
}
