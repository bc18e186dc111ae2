/**
 * The limits of one evaluation, and how it ends when it meets them. Fuel counts elementary steps, so that a
 * result never depends on the speed of a machine.
 */
import { DEFAULT_CAP, type FaultEnd } from './ends.ts';
import type { Value } from './value.ts';

export { DEFAULT_CAP };

/**
 * Why an evaluation ended without a value. Thrown inside `values` and `dsl` only; the engine turns it into data.
 * Not an Error: no stack is captured, since failing candidates are the common case.
 */
export class Fault {
  readonly end: FaultEnd;
  readonly why: string;
  /** The innermost primitive that failed; '' where the meter did not ask for names. */
  primitive: string;
  constructor(end: FaultEnd, why: string, primitive = '') {
    this.end = end;
    this.why = why;
    this.primitive = primitive;
  }
}

/** Ends the primitive at work: its arguments do not fit, for the reason given (a clause, in lower case). */
export function fail(why: string): never {
  throw new Fault('error', why);
}

/** Asked when canonical order alone decides between `tied` (two or more, first = default); returns an index. */
export type TieWatch = (tied: readonly Value[]) => number;

export class Meter {
  /** Steps left. */
  fuel: number;
  /** The largest number of elements that one value may have. */
  readonly cap: number;
  /** Set when somebody wants to know about ties; null in the hot path. */
  readonly watch: TieWatch | null;
  /** Whether a fault is to tell the innermost primitive that failed; false in the hot path. */
  readonly naming: boolean;
  constructor(
    fuel: number,
    cap: number = DEFAULT_CAP,
    watch: TieWatch | null = null,
    naming = watch !== null,
  ) {
    this.fuel = fuel;
    this.cap = cap;
    this.watch = watch;
    this.naming = naming;
  }

  /** Uses up `steps` steps, a non-negative integer. */
  burn(steps: number): void {
    this.fuel -= steps;
    if (this.fuel < 0) throw new Fault('fuel', 'the fuel ran out');
  }

  /** To be called before a value of `elements` elements is made: pays for it, and refuses it over the cap. */
  make(elements: number): void {
    if (elements > this.cap)
      throw new Fault('size', `a value of ${elements} elements is over the cap of ${this.cap}`);
    this.burn(elements);
  }

  /** The choice among `tied` (at least one): the first in canonical order, unless a watch decides otherwise. */
  choose<T extends Value>(tied: readonly T[]): T {
    return tied[this.watch !== null && tied.length > 1 ? this.watch(tied) : 0];
  }
}
