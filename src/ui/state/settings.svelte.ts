import type { Range } from './range.ts';

/** What a run is asked to do, as set by the user. */
export class Settings {
  seed = $state(42);
  perRound = $state(200);
  rounds = $state(3);
  fuel = $state(5_000_000);
  /** Seconds that a search from nothing goes on beside the rounds; 0 for none. */
  searchSeconds = $state(20);
  /** Leaves the solver that was written for the task out of the pool, so that Run is an honest test. */
  leaveOwnOut = $state(true);
  stopWhenSolved = $state(true);
}

/** What the number fields allow. */
export const RANGES = {
  seed: { min: 0, max: 2 ** 31 - 1 },
  perRound: { min: 1, max: 5000 },
  rounds: { min: 1, max: 100 },
  searchSeconds: { min: 0, max: 3600 },
  fuel: { min: 1000, max: 1_000_000_000 },
} as const satisfies Record<string, Range>;
