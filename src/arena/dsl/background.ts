/** The background of a grid: its most frequent colour. */
import { alloc, Room, scratch } from '../memory';
import { burn, choose, watching } from '../meter';
import { fail, Reason } from '../reason';
import { compare, equal } from '../values/order';
import { sortStably } from '../values/sort';
import { highest, lowest, tallyCells, tallyOf } from '../values/tally';
import { grid, Grid, Items, UNKNOWN, Value } from '../values/layout';
import { isGrid, small, smallOf } from '../values/value';
import { valuesIn } from './elements';

/**
 * The most frequent colour, of tied ones the smallest; fails for a grid without cells. The steps of counting
 * are paid for each time, though the answer is kept with the grid: fuel must not depend on what ran before.
 */
export function background(it: Grid): i32 {
  burn(it.area);
  if (it.most !== UNKNOWN && !watching) return it.most;
  if (it.area === 0) fail(Reason.GRID_NO_COLOUR, 0);
  const most = extremeColour(it, true);
  if (!watching) it.most = most;
  return most;
}

/** The background of any tuple read as a grid; values of any kind count as colours. */
export function backgroundOf(value: Value): Value {
  return isGrid(value) ? small(background(grid(value))) : extremeValue(valuesIn(value), true);
}

/**
 * The colour that occurs most often in a grid with cells (or least often, among those that occur); of tied ones the
 * smallest.
 */
export function extremeColour(it: Grid, most: bool): i32 {
  tallyCells(it);
  let best = 0;
  let extreme = most ? 0 : i32.MAX_VALUE;
  for (let colour = lowest; colour <= highest; colour++) {
    const count = tallyOf(colour);
    if (count === 0 || (most ? count <= extreme : count >= extreme)) continue;
    extreme = count;
    best = colour;
  }
  if (!watching) return best;
  let tied = 0;
  const ties = scratch(Room.STACK, (<usize>(highest - lowest + 1)) << 2);
  for (let colour = lowest; colour <= highest; colour++)
    if (tallyOf(colour) === extreme) tied = add(ties, tied, small(colour));
  return smallOf(choose(ties, tied));
}

/**
 * The same for `count` >= 1 ascending packed numbers whose colours stand from bit `shift` up, `offset` too high: equal
 * colours lie side by side.
 */
export function extremeRun(packed: usize, count: i32, shift: i32, offset: i32, most: bool): i32 {
  const end = packed + ((<usize>count) << 2);
  let best = 0;
  let extreme = most ? 0 : i32.MAX_VALUE;
  for (let start = packed; start < end;) {
    const next = endOfColour(start, end, shift);
    const length = <i32>(next - start);
    if (most ? length > extreme : length < extreme) {
      extreme = length;
      best = (load<i32>(start) >> shift) - offset;
    }
    start = next;
  }
  if (!watching) return best;
  let tied = 0;
  const ties = scratch(Room.STACK, (<usize>count) << 2);
  for (let start = packed; start < end;) {
    const next = endOfColour(start, end, shift);
    if (<i32>(next - start) === extreme) tied = add(ties, tied, small((load<i32>(start) >> shift) - offset));
    start = next;
  }
  return smallOf(choose(ties, tied));
}

/** Where the numbers from `start` on, before `end`, stop to have its colour. */
@inline
export function endOfColour(start: usize, end: usize, shift: i32): usize {
  const colour = load<i32>(start) >> shift;
  do start += 4;
  while (start < end && load<i32>(start) >> shift === colour);
  return start;
}

/** Of the values that occur most often (or least often), the first in canonical order. Takes `values` over. */
export function extremeValue(values: Items, most: bool): Value {
  const count = values.count;
  burn(count);
  if (count === 0) return fail(Reason.NOTHING_NO_COLOUR, 0);
  const ties = alloc((<usize>count) << 2);
  sortStably(values.items, count, compare, ties);
  let tied = 0;
  let extreme = most ? 0 : i32.MAX_VALUE;
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && equal(values.at(start), values.at(end))) end++;
    if (most ? end - start < extreme : end - start > extreme) continue;
    if (end - start !== extreme) tied = 0;
    extreme = end - start;
    tied = add(ties, tied, values.at(start));
  }
  return choose(ties, tied);
}

/** Adds a handle to the `count` handles at `items`; gives their number. */
function add(items: usize, count: i32, item: Value): i32 {
  store<i32>(items + ((<usize>count) << 2), item);
  return count + 1;
}
