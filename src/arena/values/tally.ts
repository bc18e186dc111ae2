/** Counting by colour: a number for each of a range of colours. */
import { Room, scratch } from '../memory';
import { Grid } from './layout';

/** The colours that have a number. */
export let lowest: i32 = 0;
export let highest: i32 = 0;
/** Where the number of colour 0 is, or would be. */
let numbers: usize = 0;

/** From so many bytes on, the bulk instruction is the faster one. */
const BULK: usize = 1024;

/** Sets the numbers of all colours from `low` to `high` to 0. They are there until the next call. */
export function beginTally(low: i32, high: i32): void {
  const bytes = ((<usize>(high - low + 1)) << 2) + 4;
  const first = scratch(Room.LABELS, bytes);
  if (bytes >= BULK) memory.fill(first, 0, bytes);
  else for (let at = first; at < first + bytes - 4; at += 8) store<u64>(at, 0);
  lowest = low;
  highest = high;
  numbers = first - ((<usize>low) << 2);
}

@inline
export function tallyOf(colour: i32): i32 {
  return load<i32>(numbers + ((<usize>colour) << 2));
}

@inline
export function setTally(colour: i32, number: i32): void {
  store<i32>(numbers + ((<usize>colour) << 2), number);
}

/** Adds to the number of the colour; gives what it was before. */
@inline
export function addToTally(colour: i32, number: i32): i32 {
  const before = tallyOf(colour);
  setTally(colour, before + number);
  return before;
}

/** How many cells of the grid have each of the colours that occur. */
export function tallyCells(it: Grid): void {
  const end = it.cells + ((<usize>it.area) << 1);
  beginTally(0, 9);
  if (tallyDigits(it.cells, end)) return;
  let low: i32 = 0;
  let high: i32 = 0;
  for (let at = it.cells; at < end; at += 2) {
    low = min<i32>(low, load<i16>(at));
    high = max<i32>(high, load<i16>(at));
  }
  beginTally(low, high);
  for (let at = it.cells; at < end; at += 2) addToTally(load<i16>(at), 1);
}

/** Counts the colours 0 to 9, in ten times six bits, until these could overflow. False where others occur. */
function tallyDigits(at: usize, end: usize): bool {
  let others = 0;
  while (at < end) {
    const stop = min(at + 63 * 2, end);
    let counts: u64 = 0;
    for (; at < stop; at += 2) {
      const colour: i32 = load<i16>(at);
      others |= colour | (colour + 6);
      counts += (<u64>1) << (colour * 6);
    }
    if ((others & ~15) !== 0) return false;
    for (let colour = 0; counts !== 0; colour++, counts >>= 6) addToTally(colour, <i32>(counts & 63));
  }
  return true;
}
