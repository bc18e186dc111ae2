/**
 * How long the tests of tests/soak go on: a short seeded part with the other tests, the long one with `npm run soak`
 * (scripts/soak.mjs), which prints what was tried. BATT_SOAK_SEED draws other cases.
 */
import { processorTime } from './processor-time.ts';

export const LONG = process.env.BATT_SOAK === '1';

export const SOAK_SEED = process.env.BATT_SOAK_SEED ?? '1';

/** So many rounds: the first number with the other tests, the second in the long run. */
export const rounds = (short: number, long: number): number => (LONG ? long : short);

/** A figure of the long run. */
export function tell(what: string, figures: Readonly<Record<string, unknown>>): void {
  if (LONG) console.log(`soak: ${what}: ${JSON.stringify(figures)}`);
}

/**
 * Milliseconds of work that something takes at its quickest of a few times, as soon as one is below `enough`: what the
 * collector and the compiler take of one time does not count, nor do other programs.
 */
export function quickest(work: () => void, enough: number): number {
  let least = Infinity;
  for (let time = 0; time < 6 && least > enough; time++) {
    const before = processorTime();
    work();
    least = Math.min(least, processorTime() - before);
  }
  return least;
}
