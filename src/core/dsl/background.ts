/** The background of a grid: its most frequent colour. */
import { fail, type Meter } from '../values/meter.ts';
import { compare, equal } from '../values/order.ts';
import { Grid, type Value } from '../values/value.ts';
import { rowsOf } from './rows.ts';

/** Colours 0 to LOW_COLOURS - 1 are counted in an array, others in a map. */
const LOW_COLOURS = 16;
const counts = new Int32Array(LOW_COLOURS);

/**
 * The most frequent colour, of tied ones the smallest; fails for a grid without cells. The steps of counting
 * are paid for each time, though the answer is kept with the grid: fuel must not depend on what ran before.
 */
export function background(grid: Grid, meter: Meter): number {
  meter.burn(grid.cells.length);
  if (grid.mostColour !== undefined && meter.watch === null) return grid.mostColour;
  const most = extremeColours(grid.cells, true);
  if (most.length === 0) fail('a grid without cells has no colour');
  if (meter.watch !== null) return meter.choose(most);
  grid.mostColour = most[0];
  return most[0];
}

/** The ascending colours that occur most often in `colours` (or least often, among those that occur). */
export function extremeColours(colours: Int16Array, most: boolean): number[] {
  counts.fill(0);
  for (let i = 0; i < colours.length; i++) {
    const colour = colours[i];
    if (colour < 0 || colour >= LOW_COLOURS) return extremeOfMany(colours, most);
    counts[colour]++;
  }
  let extreme = most ? 1 : Infinity;
  let tied: number[] = [];
  for (let colour = 0; colour < LOW_COLOURS; colour++) {
    const count = counts[colour];
    if (count === 0 || (most ? count < extreme : count > extreme)) continue;
    if (count !== extreme) tied = [];
    tied.push(colour);
    extreme = count;
  }
  return tied;
}

/**
 * The same for numbers whose colours stand from bit `shift` up (`offset` too high), the numbers ascending: equal
 * colours then lie side by side.
 */
export function extremeRuns(packed: Int32Array, shift: number, offset: number, most: boolean): number[] {
  let extreme = most ? 1 : Infinity;
  let tied: number[] = [];
  for (let start = 0, end = 0; start < packed.length; start = end) {
    const colour = packed[start] >> shift;
    while (end < packed.length && packed[end] >> shift === colour) end++;
    const count = end - start;
    if (most ? count < extreme : count > extreme) continue;
    if (count !== extreme) tied = [];
    tied.push(colour - offset);
    extreme = count;
  }
  return tied;
}

function extremeOfMany(colours: Int16Array, most: boolean): number[] {
  const tally = new Map<number, number>();
  for (const colour of colours) tally.set(colour, (tally.get(colour) ?? 0) + 1);
  const frequencies = [...tally.values()];
  const extreme = frequencies.reduce((a, b) => (most === a > b ? a : b));
  return [...tally.keys()].filter((colour) => tally.get(colour) === extreme).sort((a, b) => a - b);
}

/** The background of any tuple read as a grid; values of any kind count as colours. */
export function backgroundOf(grid: Value, meter: Meter): Value {
  return grid instanceof Grid ? background(grid, meter) : extremeValue(rowsOf(grid).flat(), true, meter);
}

/** Of the values that occur most often (or least often), the first in canonical order. */
export function extremeValue(values: readonly Value[], most: boolean, meter: Meter): Value {
  meter.burn(values.length);
  if (values.length === 0) fail('nothing has no colour');
  const sorted = [...values].sort(compare);
  let extreme = most ? 0 : Infinity;
  let tied: Value[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && equal(sorted[start], sorted[end])) end++;
    const count = end - start;
    if (most ? count < extreme : count > extreme) continue;
    if (count !== extreme) tied = [];
    tied.push(sorted[start]);
    extreme = count;
  }
  return meter.choose(tied);
}
