/** The outer shapes of values, as bits: by them it is told which arguments make no sense. */
export type Shapes = number;

export const INTEGER = 1;
export const NOTHING = 2;
export const FUNCTION = 4;
export const SET = 8;
export const EMPTY_TUPLE = 16;
/** Tuples are told apart by their first member: one that begins with an integer. */
export const NUMBERS = 32;
/** A tuple that begins with a container. */
export const ROWS = 64;
/** A tuple that begins with anything else. */
export const OTHERS = 128;
export const TUPLE = EMPTY_TUPLE | NUMBERS | ROWS | OTHERS;
export const CONTAINER = SET | TUPLE;
export const ALL = 255;

/** Tuples of cells or of indices pass for patches. */
const PATCHES = SET | EMPTY_TUPLE | ROWS;

const WANTED: Readonly<Record<string, Shapes>> = {
  Integer: INTEGER,
  Numerical: INTEGER | NUMBERS,
  IntegerTuple: NUMBERS,
  Grid: EMPTY_TUPLE | ROWS,
  Object: PATCHES,
  Indices: PATCHES,
  Patch: PATCHES,
  Element: PATCHES,
  Piece: PATCHES,
  Objects: CONTAINER,
  IndicesSet: CONTAINER,
  IntegerSet: CONTAINER,
  Tuple: CONTAINER,
  FrozenSet: CONTAINER,
  Container: CONTAINER,
  TupleTuple: CONTAINER,
  ContainerContainer: CONTAINER,
  Callable: FUNCTION,
};

/** The shapes that a parameter of the declared type makes sense of. */
export function wantedBy(declared: string): Shapes {
  return WANTED[declared] ?? ALL;
}

/** Shapes that make no sense to it, but need not fail: what turns or cuts a grid does so to any tuple, a vector included. */
export function toleratedBy(declared: string): Shapes {
  return declared === 'Grid' || declared === 'Element' || declared === 'Piece' ? TUPLE : 0;
}
