/** What earlier searches taught: made by `npm run learn` from training tasks, no solver given. */
import learned from './learned.json' with { type: 'json' };

/** In how many tasks each macro, by its text, was part of a right answer. */
export type Uses = Readonly<Record<string, number>>;

export const LEARNED: Uses = learned.uses;
