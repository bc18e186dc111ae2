/**
 * Cells and indices as 31-bit integers, whose numeric order is canonical order: colour, then row, then column.
 *
 *     bits 24-30: colour + 32   (0 for an index)     bits 12-23: row + 1024     bits 0-11: column + 1024
 *
 * Nothing outside the ranges below is ever packed: `canPack…` is asked first, and a set that holds
 * such a number is kept in general representation.
 */
export const COLOUR_LOW = -32;
export const COLOUR_HIGH = 95;
export const PLACE_LOW = -1024;
export const PLACE_HIGH = 3071;

export function canPackPlace(row: number, column: number): boolean {
  return row >= PLACE_LOW && row <= PLACE_HIGH && column >= PLACE_LOW && column <= PLACE_HIGH;
}

export function canPackColour(colour: number): boolean {
  return colour >= COLOUR_LOW && colour <= COLOUR_HIGH;
}

export function packIndex(row: number, column: number): number {
  return ((row + 1024) << 12) | (column + 1024);
}

/** The colour bits for `colour`, to be joined with a packed index. */
export function packColour(colour: number): number {
  return (colour + 32) << 24;
}

export function colourOf(packed: number): number {
  return (packed >> 24) - 32;
}

export function rowOf(packed: number): number {
  return ((packed >> 12) & 0xfff) - 1024;
}

export function columnOf(packed: number): number {
  return (packed & 0xfff) - 1024;
}
