/** How often the items of a tuple occur, by hashing. One tuple at a time; nothing is kept beyond the next one. */
import { Room, scratch } from '../memory';
import { burn } from '../meter';
import { extentOf, itemAt, membersOf, sizeOf } from '../values/container';
import { equal, hashOf } from '../values/order';
import { Value } from '../values/layout';

/** The different items in the order in which they first occur, how often each does, and slots by hash. */
let items: usize = 0;
let counts: usize = 0;
let slots: usize = 0;

/** Counts the items of a tuple; gives how many different ones there are. */
export function countItems(tuple: Value): i32 {
  burn(extentOf(tuple));
  const size = sizeOf(tuple);
  if (size === 0) return 0;
  const members = membersOf(tuple);
  const mask = prepare(size);
  let found = 0;
  for (let i = 0; i < size; i++) {
    const item = itemAt(members, i);
    let slot = spread(hashOf(item)) & mask;
    let known = itemAt(slots, slot);
    while (known !== 0 && itemAt(items, known - 1) !== item && !equal(itemAt(items, known - 1), item)) {
      slot = (slot + 1) & mask;
      known = itemAt(slots, slot);
    }
    if (known === 0) {
      put(items, found, item);
      put(counts, found, 0);
      put(slots, slot, ++found);
      known = found;
    }
    put(counts, known - 1, itemAt(counts, known - 1) + 1);
  }
  return found;
}

/** The `index`-th different item: the first of those that equal it. */
@inline
export function differentItem(index: i32): Value {
  return itemAt(items, index);
}

/** How often it occurs. */
@inline
export function timesOf(index: i32): i32 {
  return itemAt(counts, index);
}

/** Makes room for so many items, with free slots; gives the mask of a slot. */
function prepare(size: i32): i32 {
  const number = 1 << (33 - clz(size));
  const bytes = (<usize>size) << 2;
  items = scratch(Room.LABELS, 2 * bytes + ((<usize>number) << 2));
  counts = items + bytes;
  slots = counts + bytes;
  memory.fill(slots, 0, (<usize>number) << 2);
  return number - 1;
}

@inline
function put(array: usize, index: i32, word: i32): void {
  store<i32>(array + ((<usize>index) << 2), word);
}

@inline
function spread(hash: i32): i32 {
  return hash ^ (hash >>> 13);
}
