/**
 * Why an evaluation ends without a value. `raise` is the host's: it throws, so that nothing after it runs. The words
 * are in src/core/engine/reasons.ts, in the same order; a test holds the two together.
 */
export namespace Reason {
  // @ts-ignore: decorator
  @inline export const FUEL = 1;
  // @ts-ignore: decorator
  @inline export const CAP = 2;
  // @ts-ignore: decorator
  @inline export const INTEGER_RANGE = 3;
  // @ts-ignore: decorator
  @inline export const GRID_TOO_LARGE = 4;
  // @ts-ignore: decorator
  @inline export const PLACE_RANGE = 5;
  // @ts-ignore: decorator
  @inline export const POSITION_RANGE = 6;
  // @ts-ignore: decorator
  @inline export const MEMORY = 7;
  // @ts-ignore: decorator
  @inline export const NO_MEMORY = 8;
  // @ts-ignore: decorator
  @inline export const TOO_DEEP = 9;
  // @ts-ignore: decorator
  @inline export const LAST_SIZE = 9;

  // @ts-ignore: decorator
  @inline export const NEED_FUNCTION = 10;
  // @ts-ignore: decorator
  @inline export const NEED_INTEGER = 11;
  // @ts-ignore: decorator
  @inline export const NEED_CONTAINER = 12;
  // @ts-ignore: decorator
  @inline export const NEED_SET = 13;
  // @ts-ignore: decorator
  @inline export const NEED_TUPLE = 14;
  // @ts-ignore: decorator
  @inline export const NEED_GRID = 15;
  // @ts-ignore: decorator
  @inline export const NEED_ROW = 16;
  // @ts-ignore: decorator
  @inline export const NEED_PATCH = 17;
  // @ts-ignore: decorator
  @inline export const NEED_CELL = 18;
  // @ts-ignore: decorator
  @inline export const NEED_VECTOR = 19;
  // @ts-ignore: decorator
  @inline export const NEED_NUMERICAL = 20;
  // @ts-ignore: decorator
  @inline export const NEED_INDICES = 21;
  // @ts-ignore: decorator
  @inline export const NEED_OBJECT = 22;
  // @ts-ignore: decorator
  @inline export const ARITY = 23;
  // @ts-ignore: decorator
  @inline export const NO_ORDER = 24;
  // @ts-ignore: decorator
  @inline export const ITERATIONS = 25;
  // @ts-ignore: decorator
  @inline export const DIVISION = 26;
  // @ts-ignore: decorator
  @inline export const NOT_A_NUMBER = 27;
  // @ts-ignore: decorator
  @inline export const VECTOR_ITEMS = 28;
  // @ts-ignore: decorator
  @inline export const VECTOR_INTEGERS = 29;
  // @ts-ignore: decorator
  @inline export const CELL_EMPTY = 30;
  // @ts-ignore: decorator
  @inline export const GRID_NO_COLOUR = 31;
  // @ts-ignore: decorator
  @inline export const ROW_NO_COLOUR = 32;
  // @ts-ignore: decorator
  @inline export const NO_FIRST = 33;
  // @ts-ignore: decorator
  @inline export const NO_LAST = 34;
  // @ts-ignore: decorator
  @inline export const NO_CHOICE = 35;
  // @ts-ignore: decorator
  @inline export const OBJECT_NO_COLOUR = 36;
  // @ts-ignore: decorator
  @inline export const NO_BOX = 37;
  // @ts-ignore: decorator
  @inline export const STEP_ZERO = 38;
  // @ts-ignore: decorator
  @inline export const OBJECT_EMPTY = 39;
  // @ts-ignore: decorator
  @inline export const NO_MATCH = 40;
  // @ts-ignore: decorator
  @inline export const NOTHING_NO_COLOUR = 41;
  // @ts-ignore: decorator
  @inline export const NO_OTHER = 42;
  // @ts-ignore: decorator
  @inline export const NO_ITEMS = 43;
  // @ts-ignore: decorator
  @inline export const NO_ROWS = 44;
  // @ts-ignore: decorator
  @inline export const PATCH_EMPTY = 45;
  // @ts-ignore: decorator
  @inline export const RAGGED = 46;
  // @ts-ignore: decorator
  @inline export const RAGGED_PAIR = 47;
  // @ts-ignore: decorator
  @inline export const SECOND_SMALLER = 48;
  // @ts-ignore: decorator
  @inline export const NO_COLUMN = 49;
  /** The host's, where the module trapped. */
  // @ts-ignore: decorator
  @inline export const INTERNAL = 50;
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
