/** Grids as sets of cells: all of them, or those at given positions, in canonical order by counting colours. */
import { Room, scratch } from '../memory';
import { finishPatch, sortedPatch } from './build';
import {
  canPackColour,
  colourOf,
  columnOf,
  COLOUR_HIGH,
  COLOUR_LOW,
  packColour,
  packIndex,
  PLACE_HIGH,
  PLACE_MASK,
  rowOf,
} from './pack';
import { addToTally, beginTally, highest, lowest, setTally, tallyCells, tallyOf } from './tally';
import { Grid, Items, newItems, newPatch, Patch, Value } from './layout';
import { EMPTY_SET } from './value';

/** No colour that can be packed. */
export const NO_COLOUR: i32 = COLOUR_HIGH + 1;

/** Whether all cells of the grid can be packed: its colours, and its rows and columns. */
export function canPackGrid(it: Grid): bool {
  if (it.height > PLACE_HIGH || it.width > PLACE_HIGH) return false;
  if ((cellBits(it) & ~63) === 0) return true;
  const end = it.cells + ((<usize>it.area) << 1);
  for (let at = it.cells; at < end; at += 2) if (!canPackColour(load<i16>(at))) return false;
  return true;
}

/** The bits, of 16, that any cell has. */
function cellBits(it: Grid): i32 {
  const end = it.cells + ((<usize>it.area) << 1);
  let at = it.cells;
  let bits: u64 = 0;
  for (; at + 8 <= end; at += 8) bits |= load<u64>(at);
  for (; at < end; at += 2) bits |= load<u16>(at);
  bits |= bits >> 32;
  return <i32>((bits | (bits >> 16)) & 0xffff);
}

/** All cells of a grid that can be packed, as one object. */
export function allCells(it: Grid): Value {
  const count = it.area;
  if (count === 0) return EMPTY_SET;
  tallyCells(it);
  const made = newPatch(1, count);
  countsToAddresses(made);
  distribute(it);
  return changetype<i32>(made);
}

/** One object a colour, by colour, except for the colour `without` (or NO_COLOUR). */
export function cellsByColour(it: Grid, without: i32): Items {
  tallyCells(it);
  let count = 0;
  for (let colour = lowest; colour <= highest; colour++)
    count += i32(tallyOf(colour) !== 0 && colour !== without);
  const objects = newItems(count);
  count = 0;
  for (let colour = lowest; colour <= highest; colour++) {
    const size = tallyOf(colour);
    if (size === 0) continue;
    if (colour === without) {
      setTally(colour, <i32>scratch(Room.STACK, (<usize>size) << 2));
      continue;
    }
    const made = newPatch(1, size);
    setTally(colour, <i32>made.packed);
    objects.put(count++, changetype<i32>(made));
  }
  distribute(it);
  return objects;
}

/** From the number of each colour to the address of its first cell in the patch that holds all. */
function countsToAddresses(whole: Patch): void {
  let to = <i32>whole.packed;
  for (let colour = lowest; colour <= highest; colour++) {
    const bytes = tallyOf(colour) << 2;
    setTally(colour, to);
    to += bytes;
  }
}

/** Writes each cell to the address that stands for its colour. */
function distribute(it: Grid): void {
  const width = it.width;
  let from = it.cells;
  for (let row = 0; row < it.height; row++) {
    let place = packIndex(row, 0);
    for (const end = place + width; place < end; place++, from += 2) {
      const colour: i32 = load<i16>(from);
      store<i32>(<u32>addToTally(colour, 4), packColour(colour) | place);
    }
  }
}

/** From so many cells on, counting colours beats sorting. */
const WORTH_COUNTING = 24;

/**
 * The object of the cells that the grid has at the positions of the patch; positions outside are passed over.
 * 0 where a colour cannot be packed.
 */
export function pickCells(from: Grid, places: Patch): Value {
  const height = <u32>from.height;
  const width = <u32>from.width;
  const picked = newPatch(1, places.count);
  let to = picked.packed;
  let before = -1;
  let ascending = true;
  for (let i = 0; i < places.count; i++) {
    const place = places.at(i) & PLACE_MASK;
    const row = <u32>rowOf(place);
    const column = <u32>columnOf(place);
    if (row >= height || column >= width) continue;
    const colour = from.at(row * width + column);
    if (!canPackColour(colour)) return 0;
    ascending = ascending && before < place;
    before = place;
    store<i32>(to, packColour(colour) | place);
    to += 4;
  }
  const count = <i32>((to - picked.packed) >> 2);
  if (!ascending || count < WORTH_COUNTING) return finishPatch(picked, count);
  sortByColour(picked, count);
  return sortedPatch(picked, count);
}

/** Puts the first `count` cells, whose places ascend strictly, into canonical order. */
function sortByColour(it: Patch, count: i32): void {
  const bytes = (<usize>count) << 2;
  const cells = scratch(Room.STACK, bytes);
  memory.copy(cells, it.packed, bytes);
  let low = COLOUR_HIGH;
  let high = COLOUR_LOW;
  for (let at = cells; at < cells + bytes; at += 4) {
    low = min(low, colourOf(load<i32>(at)));
    high = max(high, colourOf(load<i32>(at)));
  }
  beginTally(low, high);
  for (let at = cells; at < cells + bytes; at += 4) addToTally(colourOf(load<i32>(at)), 1);
  countsToAddresses(it);
  for (let at = cells; at < cells + bytes; at += 4) {
    const cell = load<i32>(at);
    store<i32>(<u32>addToTally(colourOf(cell), 4), cell);
  }
}
