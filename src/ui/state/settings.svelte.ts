import type { Range } from './range.ts';

export const SEARCH_UNTIL = ['time', 'fuel', 'solved'] as const;
export type SearchUntil = (typeof SEARCH_UNTIL)[number];

/** What a run is asked to do, as set by the user. */
export class Settings {
  seed = $state(42);
  perRound = $state(200);
  rounds = $state(3);
  fuel = $state(5_000_000);
  /** What ends the search from nothing beside the rounds, if it does not solve the task before. */
  searchUntil = $state<SearchUntil>('time');
  /** Seconds that it may take; 0 for no search. */
  searchSeconds = $state(20);
  /** Millions of steps that it may burn: as many find the same on every machine. */
  searchFuel = $state(200);
  /** Leaves the solver that was written for the task out of the pool, so that Run is an honest test. */
  leaveOwnOut = $state(true);
  stopWhenSolved = $state(true);
}

/** Whether a run searches from nothing beside its rounds. */
export const searches = ({
  searchUntil,
  searchSeconds,
}: Pick<Settings, 'searchUntil' | 'searchSeconds'>): boolean => searchUntil !== 'time' || searchSeconds > 0;

/** What the number fields allow. */
export const RANGES = {
  seed: { min: 0, max: 2 ** 31 - 1 },
  perRound: { min: 1, max: 5000 },
  rounds: { min: 1, max: 100 },
  searchSeconds: { min: 0, max: 3600 },
  searchFuel: { min: 1, max: 100_000 },
  fuel: { min: 1000, max: 1_000_000_000 },
} as const satisfies Record<string, Range>;
