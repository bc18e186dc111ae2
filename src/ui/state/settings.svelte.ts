/** What a run is asked to do, as set by the user. */
export class Settings {
  seed = $state(42);
  perRound = $state(200);
  rounds = $state(3);
  fuel = $state(5_000_000);
  /** Seconds that a search from nothing goes on beside the rounds; 0 for none. */
  searchSeconds = $state(20);
  /** Leaves the solver that was written for the task out of the pool, so that Run is an honest test. */
  leaveOwnOut = $state(false);
  stopWhenSolved = $state(true);

  reset(): void {
    Object.assign(this, { ...DEFAULTS });
  }
}

const DEFAULTS = {
  seed: 42,
  perRound: 200,
  rounds: 3,
  fuel: 5_000_000,
  searchSeconds: 20,
  leaveOwnOut: false,
  stopWhenSolved: true,
};

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What the number fields allow. */
export const RANGES = {
  seed: { min: 0, max: 2 ** 31 - 1, step: 1 },
  perRound: { min: 1, max: 5000, step: 50 },
  rounds: { min: 1, max: 100, step: 1 },
  searchSeconds: { min: 0, max: 3600, step: 5 },
  fuel: { min: 1000, max: 1_000_000_000, step: 1_000_000 },
} as const satisfies Record<string, Range>;

/** The nearest allowed whole number; the old one where the text is not a number. */
export function within(range: Range, text: string, old: number): number {
  const value = Math.round(Number(text));
  if (text.trim() === '' || !Number.isFinite(value)) return old;
  return Math.min(range.max, Math.max(range.min, value));
}
