/**
 * Macros: expressions of the dialect that the search takes as single steps, each with a cost by its role. `x` and `y`
 * are holes, `I` the input, `c` a colour that occurs in the inputs, `d` one that occurs in the outputs, `v` one that occurs in
 * the inputs and no output. Types by letter: G grid, S set of objects, O object, P indices, N integer, C colour, V vector, L tuple of grids, B boolean.
 */
export interface MacroSpec {
  /** Types of the holes and of the result: `G>S`, `OP>P`. */
  readonly type: string;
  /** What the step adds to the cost of its arguments. */
  readonly cost: number;
  readonly text: string;
  /** The greatest cost of a state that the macro still starts from; as `LATEST_START` has it where left out. */
  readonly latest?: number;
  /** Steps of fuel for one input; `MACRO_STEPS` where left out. */
  readonly steps?: number;
}

/** Steps of fuel for a macro on one input. */
export const MACRO_STEPS = 60_000;
