/**
 * Cells and indices as 31-bit integers, whose numeric order is canonical order: colour, then row, then column.
 *
 *     bits 24-30: colour + 32   (0 for an index)     bits 12-23: row + 1024     bits 0-11: column + 1024
 *
 * Nothing outside the ranges below is ever packed: `canPack…` is asked first, and a set that holds
 * such a number is kept in general representation.
 */
export const COLOUR_LOW: i32 = -32;
export const COLOUR_HIGH: i32 = 95;
export const PLACE_LOW: i32 = -1024;
export const PLACE_HIGH: i32 = 3071;
/** Mask of the row and column bits: `packed & PLACE_MASK` is the packed index of a packed cell. */
export const PLACE_MASK: i32 = 0xffffff;

@inline
export function canPackPlace(row: i32, column: i32): bool {
  return row >= PLACE_LOW && row <= PLACE_HIGH && column >= PLACE_LOW && column <= PLACE_HIGH;
}

@inline
export function canPackColour(colour: i32): bool {
  return colour >= COLOUR_LOW && colour <= COLOUR_HIGH;
}

@inline
export function packIndex(row: i32, column: i32): i32 {
  return ((row + 1024) << 12) | (column + 1024);
}

@inline
export function packCell(colour: i32, row: i32, column: i32): i32 {
  return ((colour + 32) << 24) | ((row + 1024) << 12) | (column + 1024);
}

/** The colour bits for `colour`, to be joined with a packed index. */
@inline
export function packColour(colour: i32): i32 {
  return (colour + 32) << 24;
}

@inline
export function colourOf(packed: i32): i32 {
  return (packed >> 24) - 32;
}

@inline
export function rowOf(packed: i32): i32 {
  return ((packed >> 12) & 0xfff) - 1024;
}

@inline
export function columnOf(packed: i32): i32 {
  return (packed & 0xfff) - 1024;
}
