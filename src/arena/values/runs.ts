/** Runs: cells of one colour side by side in a row of a grid. */
import { Room, scratch } from '../memory';
import { NO_COLOUR } from './cells';
import { colourOf, packColour, packIndex, PLACE_LOW, PLACE_MASK } from './pack';
import { Grid, Value } from './layout';

/** A run of cells. Runs lie in memory as they stand in the grid, row by row. */
@unmanaged
export class Run {
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
  @inline get colour(): i32 {
    return colourOf(this.first);
  }
  @inline get length(): i32 {
    return this.last - this.start + 1;
  }
}

/** Where the runs end that were found last. */
export let endOfRuns: Run = changetype<Run>(0);

/**
 * The runs of all colours but `without` (which may be NO_COLOUR): the first one, before which there is one that
 * touches nothing.
 */
export function findRuns(it: Grid, without: i32): Run {
  const none = changetype<Run>(scratch(Room.BOARD, (<usize>it.area + 2) * offsetof<Run>()));
  none.last = -2;
  const ends = scratch(Room.LABELS, (<usize>it.area + 1) << 2);
  const last = findEnds(it, ends);
  const omitted = packColour(without);
  let before = none.last;
  let run = none.next;
  for (let at = ends + 4; at <= last; at += 4) {
    const cell = load<i32>(at);
    const place = cell & PLACE_MASK;
    const colour = cell & ~PLACE_MASK;
    run.first = colour | larger(before + 1, startOfRow(place));
    run.last = place;
    // A run that is to be left out is written over by the next one.
    run = changetype<Run>(changetype<usize>(run) + <usize>(colour !== omitted) * offsetof<Run>());
    before = place;
  }
  endOfRuns = run;
  return none.next;
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
