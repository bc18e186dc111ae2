/** The colours that occur. */
import { Room, scratch } from '../memory';
import { burn, make } from '../meter';
import { setFrom, sortedSet } from '../values/build';
import { sizeOf } from '../values/container';
import { grid, Grid, newItems, Patch, patch, Value } from '../values/layout';
import { isGrid, isPatch, small } from '../values/value';
import { endOfColour } from './background';
import { colourOffset, colourShift, coloursOf } from './elements';

export function palette(element: Value): Value {
  if (isGrid(element)) {
    burn(grid(element).area);
    return coloursOfGrid(grid(element));
  }
  if (isPatch(element)) {
    burn(patch(element).count);
    return coloursOfPatch(patch(element));
  }
  const values = coloursOf(element);
  make(values.count);
  return setFrom(values, values.count);
}

export function numcolors(element: Value): Value {
  return small(sizeOf(palette(element)));
}

/** Colours 0 to 63 as bits, of others one byte each. */
function coloursOfGrid(it: Grid): Value {
  const end = it.cells + ((<usize>it.area) << 1);
  let seen: u64 = 0;
  let others = 0;
  for (let at = it.cells; at < end; at += 2) {
    const colour: i32 = load<i16>(at);
    seen |= (<u64>1) << colour;
    others |= colour;
  }
  if ((others & ~63) !== 0) return coloursOfWide(it);
  const found = newItems(<i32>popcnt(seen));
  for (let i = 0; seen !== 0; i++, seen &= seen - 1) found.put(i, small(<i32>ctz(seen)));
  return sortedSet(found, found.count);
}

function coloursOfWide(it: Grid): Value {
  const seen = scratch(Room.LABELS, 1 << 16);
  memory.fill(seen, 0, 1 << 16);
  let count = 0;
  for (let i = 0; i < it.area; i++) {
    const at = seen + it.at(i) + 32768;
    count += 1 - load<u8>(at);
    store<u8>(at, 1);
  }
  const found = newItems(count);
  for (let colour = -32768, i = 0; i < count; colour++)
    if (load<u8>(seen + colour + 32768) !== 0) found.put(i++, small(colour));
  return sortedSet(found, count);
}

function coloursOfPatch(it: Patch): Value {
  const shift = colourShift(it);
  const end = it.packed + ((<usize>it.count) << 2);
  let count = 0;
  for (let at = it.packed; at < end; at = endOfColour(at, end, shift)) count++;
  const found = newItems(count);
  for (let at = it.packed, i = 0; at < end; at = endOfColour(at, end, shift), i++)
    found.put(i, small((load<i32>(at) >> shift) - colourOffset(it)));
  return sortedSet(found, count);
}
