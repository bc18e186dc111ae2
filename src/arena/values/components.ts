/**
 * Connected components of a grid, by runs. Runs that touch are joined into trees, each hung under an earlier one; the
 * first run of a component is the root.
 */
import { Room, scratch } from '../memory';
import { COLOUR_HIGH, COLOUR_LOW, PLACE_MASK } from './pack';
import { ROW_STEP } from './places';
import { endOfRuns, findRuns, Run } from './runs';
import { addToTally, beginTally, setTally, tallyOf } from './tally';
import { Grid, Items, newItems, newPatch, Patch } from './layout';

/**
 * The components of a grid that can be packed, as objects in canonical order, in no set yet.
 *
 * `univalued`: a component holds cells of one colour; otherwise any cells that touch belong together. `diagonal`:
 * cells touch at corners, too. `without`: the colour of cells that belong to no component and separate the others,
 * or NO_COLOUR.
 */
export function componentsOf(it: Grid, univalued: bool, diagonal: bool, without: i32): Items {
  const runs = findRuns(it, without);
  const count = joinRuns(runs, univalued, diagonal);
  return objectsOf(runs, count);
}

/** Joins the runs that touch; gives the number of components. */
function joinRuns(runs: Run, univalued: bool, diagonal: bool): i32 {
  const reach = i32(diagonal);
  const colours = univalued ? ~PLACE_MASK : 0;
  let count = 0;
  // The first run that could touch this one or a later one from above.
  let above = runs;
  for (let run = runs; run !== endOfRuns; run = run.next) {
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
      joined(root, found);
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

/** Between which the colours of the runs are. */
let lowestColour = 0;
let highestColour = 0;
/** Whether no run has a lower colour than one before it. */
let ascend = true;

/** Finds the root of each run and the size of each component; gives the number of runs. */
function measure(runs: Run): i32 {
  let low = COLOUR_HIGH;
  let high = COLOUR_LOW;
  let before = COLOUR_LOW;
  let falls = 0;
  for (let run = runs; run !== endOfRuns; run = run.next) {
    const root = run.parent.parent;
    run.parent = root;
    root.object -= run.length;
    const colour = run.colour;
    low = min(low, colour);
    high = max(high, colour);
    falls |= colour - before;
    before = colour;
  }
  lowestColour = low;
  highestColour = high;
  ascend = falls >= 0;
  return <i32>((changetype<usize>(endOfRuns) - changetype<usize>(runs)) / offsetof<Run>());
}

/** The addresses of the runs by colour, those of one colour as they stand in the grid. */
function byColour(runs: Run, total: i32): usize {
  const order = scratch(Room.STACK, (<usize>total) << 2);
  let to = order;
  if (ascend) {
    for (let run = runs; run !== endOfRuns; run = run.next, to += 4)
      store<u32>(to, <u32>changetype<usize>(run));
    return order;
  }
  beginTally(lowestColour, highestColour);
  for (let run = runs; run !== endOfRuns; run = run.next) addToTally(run.colour, 4);
  for (let colour = lowestColour; colour <= highestColour; colour++) {
    const bytes = tallyOf(colour);
    setTally(colour, <i32>to);
    to += bytes;
  }
  for (let run = runs; run !== endOfRuns; run = run.next)
    store<u32>(<u32>addToTally(run.colour, 4), <u32>changetype<usize>(run));
  return order;
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
