/** How evaluations end, and within which limits they go: data for all who ask for them. */

/** Ends as small numbers, for flat tables; the arena core counts them in the same order (src/arena/score.ts). */
export const ENDS = ['ok', 'nongrid', 'error', 'fuel', 'size'] as const;
/**
 * `ok`: with a grid of colours 0 to 9. `nongrid`: with any other value. `error`: a call failed. `fuel`: the steps ran
 * out. `size`: a value, or all values together, grew too large.
 */
export type EndName = (typeof ENDS)[number];
/** How an evaluation ends that has no value. */
export type FaultEnd = Exclude<EndName, 'ok' | 'nongrid'>;

export interface Limits {
  /** Steps for one program on one input. */
  readonly fuel: number;
  /** Elements of one value. */
  readonly cap: number;
}

/** Room for all pairs of the places of a 30 x 30 grid (810,000), which is the most that a published solver asks for. */
export const DEFAULT_CAP = 1_000_000;

/** Twenty times what the hungriest published solver needs on its own task. */
export const DEFAULT_LIMITS: Limits = { fuel: 20_000_000, cap: DEFAULT_CAP };
