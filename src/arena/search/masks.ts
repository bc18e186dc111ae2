/** Bit masks over all cells of all train outputs in one row, pair after pair, rows after rows. */
import { background } from '../dsl/background';
import { setFuel } from '../meter';
import { Table } from '../table';
import { colourOf, columnOf, PLACE_MASK, rowOf } from '../values/pack';
import { grid, patch } from '../values/layout';
import { EMPTY_SET } from '../values/value';
import { trainCount, valueOf } from './bank';

/** Words of a mask, an even number: masks are read by 64 bits. */
export let maskWords = 0;
/** Cells of all train outputs. */
export let cellCount = 0;
/** Height, width and first cell of each pair's output. */
const shapes = changetype<Table>(memory.data(8));
/** The colour of each cell, one byte each. */
const wanted = changetype<Table>(memory.data(8));
/** Masks by number. */
const masks = changetype<Table>(memory.data(8));
export let maskCount = 0;

/** Where the three words of a pair are. */
@inline
function shapeOf(pair: i32): usize {
  return shapes.words + <usize>(pair * 12);
}

/** Starts anew: the output of `pair` has this shape; call in the order of pairs, then `endShapes`. */
export function addShape(pair: i32, height: i32, width: i32): void {
  if (pair === 0) cellCount = 0;
  shapes.reserve(<usize>(pair + 1) * 12);
  const slot = shapeOf(pair);
  store<i32>(slot, height);
  store<i32>(slot, width, 4);
  store<i32>(slot, cellCount, 8);
  cellCount += height * width;
}

export function endShapes(): usize {
  maskWords = ((cellCount + 63) >> 6) << 1;
  maskCount = 0;
  wanted.reserve(<usize>cellCount + 4);
  return wanted.words;
}

@inline
export function maskAt(mask: i32): usize {
  return masks.words + ((<usize>(mask * maskWords)) << 2);
}

/** The number of a new mask without cells. */
export function newMask(): i32 {
  const mask = maskCount++;
  masks.reserve((<usize>(maskCount * maskWords)) << 2);
  memory.fill(maskAt(mask), 0, (<usize>maskWords) << 2);
  return mask;
}

/** Gives up masks from number `count` on. */
export function dropMasks(count: i32): void {
  maskCount = count;
}

@inline
function setBit(mask: usize, cell: i32): void {
  const word = mask + ((<usize>(cell >> 5)) << 2);
  store<u32>(word, load<u32>(word) | (1 << (cell & 31)));
}

/** The cells of each output that have the colour. */
export function colourMask(colour: i32): i32 {
  const mask = newMask();
  for (let cell = 0; cell < cellCount; cell++)
    if (load<u8>(wanted.words + <usize>cell) === <u8>colour) setBit(maskAt(mask), cell);
  return mask;
}

/** The cells of the output of one pair. */
export function pairMask(pair: i32): i32 {
  const mask = newMask();
  const slot = shapeOf(pair);
  const start = load<i32>(slot, 8);
  const end = start + load<i32>(slot) * load<i32>(slot, 4);
  for (let cell = start; cell < end; cell++) setBit(maskAt(mask), cell);
  return mask;
}

/** Two masks for a state of patches: the places within the outputs, and those whose colour differs from the output's. */
export function patchMasks(state: i32): i32 {
  const places = newMask();
  const wrong = newMask();
  for (let pair = 0; pair < trainCount; pair++) {
    const value = valueOf(state, pair);
    if (value === EMPTY_SET) continue;
    const slot = shapeOf(pair);
    const height = load<i32>(slot);
    const width = load<i32>(slot, 4);
    const start = load<i32>(slot, 8);
    const cells = patch(value);
    for (let i = 0; i < cells.count; i++) {
      const packed = cells.at(i);
      const row = rowOf(packed & PLACE_MASK);
      const column = columnOf(packed & PLACE_MASK);
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      const cell = start + row * width + column;
      setBit(maskAt(places), cell);
      if (cells.coloured && <i32>load<u8>(wanted.words + <usize>cell) !== colourOf(packed))
        setBit(maskAt(wrong), cell);
    }
  }
  return places;
}

/** The cells at which a state of grids, which have the outputs' sizes, differs from the outputs. */
export function wrongMask(state: i32): i32 {
  const mask = newMask();
  for (let pair = 0, cell = 0; pair < trainCount; pair++) {
    const cells = grid(valueOf(state, pair));
    for (let i = 0; i < cells.area; i++, cell++)
      if (<i32>load<u8>(wanted.words + <usize>cell) !== cells.at(i)) setBit(maskAt(mask), cell);
  }
  return mask;
}

/** Of colours that a grid does not have. */
const ABSENT: u64 = 15;

/**
 * What each colour of such a state is in the outputs: four bits a colour, 15 for one that it does not have; -1 where a
 * colour is two.
 */
export function recolouring(state: i32): f64 {
  let becomes: u64 = (<u64>1 << 40) - 1;
  for (let pair = 0, cell = 0; pair < trainCount; pair++) {
    const cells = grid(valueOf(state, pair));
    for (let i = 0; i < cells.area; i++, cell++) {
      const at = <u64>cells.at(i) << 2;
      const colour = <u64>load<u8>(wanted.words + <usize>cell);
      const known = (becomes >> at) & ABSENT;
      if (known === colour) continue;
      if (known !== ABSENT) return -1;
      becomes ^= (ABSENT ^ colour) << at;
    }
  }
  return <f64>becomes;
}

/** The cells at which such a state has the colour; a colour for each pair is read from state `colours`, if >= 0. */
export function gridMask(state: i32, colour: i32, colours: i32): i32 {
  const mask = newMask();
  for (let pair = 0, cell = 0; pair < trainCount; pair++) {
    const cells = grid(valueOf(state, pair));
    const of_ = colours < 0 ? colour : valueOf(colours, pair) >> 1;
    for (let i = 0; i < cells.area; i++, cell++) if (cells.at(i) === of_) setBit(maskAt(mask), cell);
  }
  return mask;
}

/** The cells at which a state of grids, which have the outputs' sizes, has the grid's most frequent colour. */
export function backgroundMask(state: i32): i32 {
  const mask = newMask();
  for (let pair = 0, cell = 0; pair < trainCount; pair++) {
    const cells = grid(valueOf(state, pair));
    setFuel(i32.MAX_VALUE);
    const common = background(cells);
    for (let i = 0; i < cells.area; i++, cell++) if (cells.at(i) === common) setBit(maskAt(mask), cell);
  }
  return mask;
}

/** A mask for a colour by pair: the cells of each output that have the colour that state `colours` has there. */
export function sourceMask(colours: i32): i32 {
  const mask = newMask();
  for (let pair = 0, cell = 0; pair < trainCount; pair++) {
    const slot = shapeOf(pair);
    const area = load<i32>(slot) * load<i32>(slot, 4);
    const colour = valueOf(colours, pair) >> 1;
    for (let i = 0; i < area; i++, cell++)
      if (<i32>load<u8>(wanted.words + <usize>cell) === colour) setBit(maskAt(mask), cell);
  }
  return mask;
}

/** Bits set in a and b, and not in c. */
export function countIn(a: i32, b: i32, c: i32): i32 {
  const x = maskAt(a);
  const y = maskAt(b);
  const z = maskAt(c);
  let count: i64 = 0;
  for (let i: usize = 0; i < (<usize>maskWords) << 2; i += 8)
    count += popcnt<i64>(load<i64>(x + i) & load<i64>(y + i) & ~load<i64>(z + i));
  return <i32>count;
}

/** Writes a new mask: by `op` 0: a & b, 1: a | b, 2: a & ~b. */
export function combineMasks(op: i32, a: i32, b: i32, into: i32): void {
  for (let i: usize = 0; i < (<usize>maskWords) << 2; i += 4) {
    const x = load<i32>(maskAt(a) + i);
    const y = load<i32>(maskAt(b) + i);
    store<i32>(maskAt(into) + i, op === 0 ? x & y : op === 1 ? x | y : x & ~y);
  }
}

const rooms = changetype<Table>(memory.data(8));

/** Memory of `words` words for the host, valid until the next call. */
export function scratchWords(words: i32): usize {
  rooms.reserve((<usize>words) << 2);
  return rooms.words;
}

const lists = changetype<Table>(memory.data(8));

/** As `scratchWords`, for a list that lasts longer. */
export function listWords(words: i32): usize {
  lists.reserve((<usize>words) << 2);
  return lists.words;
}
