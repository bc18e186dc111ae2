/**
 * Why an evaluation ends without a value. `raise` is the host's: it throws, so that nothing after it runs. The words
 * are in src/core/engine/reasons.ts, in the same order; a test holds the two together.
 */
export namespace Reason {
  export const FUEL = 1;
  export const CAP = 2;
  export const INTEGER_RANGE = 3;
  export const GRID_TOO_LARGE = 4;
  export const PLACE_RANGE = 5;
  export const POSITION_RANGE = 6;
  export const MEMORY = 7;
  export const NO_MEMORY = 8;
  export const TOO_DEEP = 9;
  export const LAST_SIZE = 9;

  export const NEED_FUNCTION = 10;
  export const NEED_INTEGER = 11;
  export const NEED_CONTAINER = 12;
  export const NEED_SET = 13;
  export const NEED_TUPLE = 14;
  export const NEED_GRID = 15;
  export const NEED_ROW = 16;
  export const NEED_PATCH = 17;
  export const NEED_CELL = 18;
  export const NEED_VECTOR = 19;
  export const NEED_NUMERICAL = 20;
  export const NEED_INDICES = 21;
  export const NEED_OBJECT = 22;
  export const ARITY = 23;
  export const NO_ORDER = 24;
  export const ITERATIONS = 25;
  export const DIVISION = 26;
  export const NOT_A_NUMBER = 27;
  export const VECTOR_ITEMS = 28;
  export const VECTOR_INTEGERS = 29;
  export const CELL_EMPTY = 30;
  export const GRID_NO_COLOUR = 31;
  export const ROW_NO_COLOUR = 32;
  export const NO_FIRST = 33;
  export const NO_LAST = 34;
  export const NO_CHOICE = 35;
  export const OBJECT_NO_COLOUR = 36;
  export const NO_BOX = 37;
  export const STEP_ZERO = 38;
  export const OBJECT_EMPTY = 39;
  export const NO_MATCH = 40;
  export const NOTHING_NO_COLOUR = 41;
  export const NO_OTHER = 42;
  export const NO_ITEMS = 43;
  export const NO_ROWS = 44;
  export const PATCH_EMPTY = 45;
  export const RAGGED = 46;
  export const RAGGED_PAIR = 47;
  export const SECOND_SMALLER = 48;
  export const NO_COLUMN = 49;
  /** The host's, where the module trapped. */
  export const INTERNAL = 50;
}

/** The host's: throws. `a` and `b` are values or plain numbers, by the reason. */
@external('host', 'raise')
declare function raise(reason: i32, a: i32, b: i32): void;

/** Ends the evaluation at hand. Never returns; its result is there for `return fail(…)`. */
export function fail(reason: i32, a: i32, b: i32 = 0): i32 {
  raise(reason, a, b);
  unreachable();
  return 0;
}
