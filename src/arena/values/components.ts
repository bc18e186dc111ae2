/**
 * Connected components of a grid, by runs: cells of one colour side by side in a row. Runs that touch are joined into
 * trees, each hung under an earlier one; the first run of a component is the root.
 */
import { Room, scratch } from '../memory';
import { NO_COLOUR } from './cells';
import { packColour, packIndex, PLACE_LOW, PLACE_MASK } from './pack';
import { ROW_STEP } from './places';
import { Grid, Items, newItems, newPatch, Patch, Value } from './value';

/** A run of cells. Runs lie in memory as they stand in the grid, row by row. */
@unmanaged
class Run {
  /** The first cell, packed. */
  first: i32;
  /** The place of the last cell, packed. */
  last: i32;
  /** A run of the component, this one or an earlier one; at last the root, which is its own. */
  parent: Run;
  /** Of a root: the number of cells as a negative number, and then the object. */
  object: Value;

  @inline get next(): Run {
    return changetype<Run>(changetype<usize>(this) + offsetof<Run>());
  }
  @inline get before(): Run {
    return changetype<Run>(changetype<usize>(this) - offsetof<Run>());
  }
  /** The place of the first cell. */
  @inline get start(): i32 {
    return this.first & PLACE_MASK;
  }
  @inline get length(): i32 {
    return this.last - this.start + 1;
  }
}

/** Where the runs of the grid at hand end. */
let end: Run = changetype<Run>(0);

/**
 * The components of a grid that can be packed, as objects in canonical order, in no set yet.
 *
 * `univalued`: a component holds cells of one colour; otherwise any cells that touch belong together. `diagonal`:
 * cells touch at corners, too. `without`: the colour of cells that belong to no component and separate the others,
 * or NO_COLOUR.
 */
export function componentsOf(it: Grid, univalued: bool, diagonal: bool, without: i32): Items {
  // Before the first run there is one that touches nothing.
  const none = changetype<Run>(scratch(Room.BOARD, ((<usize>it.area) + 2) * offsetof<Run>()));
  none.last = -2;
  const runs = none.next;
  findRuns(it, runs, without);
  const count = joinRuns(runs, univalued, diagonal);
  return objectsOf(runs, count);
}

/** Writes the runs of all colours but `without`. */
function findRuns(it: Grid, runs: Run, without: i32): void {
  const ends = scratch(Room.LABELS, ((<usize>it.area) + 1) << 2);
  const last = findEnds(it, ends);
  const omitted = packColour(without);
  let before = -2;
  let run = runs;
  for (let at = ends + 4; at <= last; at += 4) {
    const cell = load<i32>(at);
    const place = cell & PLACE_MASK;
    const colour = cell & ~PLACE_MASK;
    run.first = colour | larger(before + 1, startOfRow(place));
    run.last = place;
    // A run that is to be left out is written over by the next one.
    run = changetype<Run>(changetype<usize>(run) + (<usize>(colour !== omitted)) * offsetof<Run>());
    before = place;
  }
  end = run;
}

/**
 * Writes the last cell of each run, packed, from `ends` + 4 on, and gives the address of the last one. Without
 * branches: where runs end cannot be foretold.
 */
function findEnds(it: Grid, ends: usize): usize {
  const width = it.width;
  let from = it.cells;
  let to = ends;
  for (let row = 0; row < it.height; row++) {
    let place = packIndex(row, 0);
    let before = NO_COLOUR;
    for (const stop = place + width; place < stop; place++, from += 2) {
      const colour: i32 = load<i16>(from);
      to += (<usize>(colour !== before)) << 2;
      store<i32>(to, packColour(colour) | place);
      before = colour;
    }
  }
  return to;
}

/** The first place in the row of a place. */
@inline
function startOfRow(place: i32): i32 {
  return (place & ~0xfff) - PLACE_LOW;
}

/** `max` without a branch, for small numbers. */
@inline
function larger(a: i32, b: i32): i32 {
  return a - ((a - b) & ((a - b) >> 31));
}

/** Joins the runs that touch; gives the number of components. */
function joinRuns(runs: Run, univalued: bool, diagonal: bool): i32 {
  const reach = i32(diagonal);
  const colours = univalued ? ~PLACE_MASK : 0;
  let count = 0;
  // The first run that could touch this one or a later one from above.
  let above = runs;
  for (let run = runs; run !== end; run = run.next) {
    let root = run;
    run.parent = run;
    run.object = 0;
    count++;
    const low = run.start - ROW_STEP - reach;
    const high = run.last - ROW_STEP + reach;
    while (above.last < low) above = above.next;
    for (let other = above; other.start <= high; other = other.next) {
      if (((other.first ^ run.first) & colours) !== 0) continue;
      const found = rootOf(other);
      if (found === root) continue;
      root = joined(root, found);
      count--;
    }
    if (!univalued && run.before.last + 1 === run.start) {
      const found = rootOf(run.before);
      if (found === root) continue;
      root = joined(root, found);
      count--;
    }
  }
  return count;
}

/** The root of the run's tree. Hangs what it passes higher. */
@inline
function rootOf(run: Run): Run {
  let parent = run.parent;
  while (parent !== run) {
    run.parent = parent.parent;
    run = parent;
    parent = run.parent;
  }
  return run;
}

/** Hangs the later one of two roots under the other one, which it gives. */
@inline
function joined(a: Run, b: Run): Run {
  if (changetype<usize>(a) < changetype<usize>(b)) {
    b.parent = a;
    return a;
  }
  a.parent = b;
  return b;
}

/**
 * The objects, `count` of them. Runs by colour, and then as they stand in the grid, are in canonical order, and so are
 * components by their first runs: these decide between sets without common members.
 */
function objectsOf(runs: Run, count: i32): Items {
  const total = measure(runs);
  const order = byColour(runs, total);
  const objects = newItems(count);
  let made = 0;
  for (let at = order; at < order + ((<usize>total) << 2); at += 4) {
    const run = changetype<Run>(load<u32>(at));
    const root = run.parent;
    if (root.object <= 0) {
      root.object = changetype<i32>(emptyPatch(-root.object));
      objects.put(made++, root.object);
    }
    append(changetype<Patch>(root.object), run);
  }
  return objects;
}

/** Colours of the runs, as bits. */
let lowest = 0;
let highest = 0;
/** Whether no run has a lower colour than one before it. */
let ascend = true;

/** Finds the root of each run and the size of each component; gives the number of runs. */
function measure(runs: Run): i32 {
  let low = 127;
  let high = 0;
  let before = 0;
  let falls = 0;
  for (let run = runs; run !== end; run = run.next) {
    const root = run.parent.parent;
    run.parent = root;
    root.object -= run.length;
    const colour = run.first >> 24;
    low = min(low, colour);
    high = max(high, colour);
    falls |= colour - before;
    before = colour;
  }
  lowest = low;
  highest = high;
  ascend = falls >= 0;
  return <i32>((changetype<usize>(end) - changetype<usize>(runs)) / offsetof<Run>());
}

/** The number of runs of each colour, and then the address for the next one. */
const slots = memory.data(128 * 4);

/** The addresses of the runs by colour, those of one colour as they stand in the grid. */
function byColour(runs: Run, total: i32): usize {
  const order = scratch(Room.LABELS, (<usize>total) << 2);
  if (ascend) {
    let to = order;
    for (let run = runs; run !== end; run = run.next, to += 4) store<u32>(to, <u32>changetype<usize>(run));
    return order;
  }
  const first = slots + ((<usize>lowest) << 2);
  const last = slots + ((<usize>highest) << 2);
  memory.fill(first, 0, last + 4 - first);
  for (let run = runs; run !== end; run = run.next) addToSlot(run, 1);
  let to = <u32>order;
  for (let slot = first; slot <= last; slot += 4) {
    const size = load<u32>(slot) << 2;
    store<u32>(slot, to);
    to += size;
  }
  for (let run = runs; run !== end; run = run.next) store<u32>(addToSlot(run, 4), <u32>changetype<usize>(run));
  return order;
}

/** Adds to the number of the run's colour; gives what it was before. */
@inline
function addToSlot(run: Run, number: u32): u32 {
  const slot = slots + ((<usize>(run.first >> 24)) << 2);
  const before = load<u32>(slot);
  store<u32>(slot, before + number);
  return before;
}

/** A patch with room for so many cells, none of which is in it yet, and for what `append` writes beyond them. */
function emptyPatch(cells: i32): Patch {
  const made = newPatch(1, cells + SPARE);
  made.count = 0;
  return made;
}

/** The most cells by which `append` writes too far. */
const SPARE = 3;

/** Appends the cells of the run, four at a time: most runs are shorter. What is too much is written over later. */
@inline
function append(it: Patch, run: Run): void {
  const length = run.length;
  let to = it.packed + ((<usize>it.count) << 2);
  let cell = run.first;
  it.count += length;
  const stop = to + ((<usize>length) << 2);
  do {
    store<i32>(to, cell);
    store<i32>(to, cell + 1, 4);
    store<i32>(to, cell + 2, 8);
    store<i32>(to, cell + 3, 12);
    to += 16;
    cell += 4;
  } while (to < stop);
}
