/** What the ratios to CPython have to reach, each at least. */
export const BARS = {
  /** Published solvers but the hungry ones on every tenth task: by the sums, and by the geometric mean over solvers. */
  typical: 25,
  typicalMean: 25,
  /** All published solvers, CPython cut off. */
  all: 40,
  /** Solvers on their own tasks. */
  own: 6,
  ownMean: 6,
  /** Two workers against one. */
  twoWorkers: 1.8,
} as const;
