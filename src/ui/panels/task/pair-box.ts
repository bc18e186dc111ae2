/** How large the pairs of a task are drawn. */
import type { GridRows, PlacedPair } from '../../../protocol/index.ts';
import { cellsFor } from '../../parts/grid-shape.ts';

/** Above the grids of a pair stands a line of text; between pairs there is a gap (pixels). */
const PAIR_HEAD = 28;
export const PAIR_GAP = 12;

const LARGEST = 480;
const SMALLEST = 112;
/** Grids give up so much of the width at most to come into view all at once: a wide panel is for large grids. */
const LEAST_SHARE = 0.7;
/** Columns are alike as long as that leaves cells of so many pixels. */
const CLEAR = 10;
/** So much wider, or narrower, than that of an output is the column of the inputs at most. */
const [WIDEST, NARROWEST] = [2.5, 0.5];

/** Sides in pixels: of the box for the input, and of those for the two outputs beside it. */
export interface Boxes {
  readonly input: number;
  readonly output: number;
}

/** The boxes of the grids: as wide as three fit, smaller where that brings all pairs into view. */
export function boxesFor(pairs: readonly PlacedPair[], width: number, height: number): Boxes {
  const ratio = ratioOf(pairs, width);
  const unit = width / (ratio + 2);
  const scaled = (percent: number): Boxes => ({
    input: Math.min(LARGEST, Math.floor((percent * ratio * unit) / 100)),
    output: Math.min(LARGEST, Math.floor((percent * unit) / 100)),
  });
  const fit = (boxes: Boxes) => pairs.reduce((sum, pair) => sum + heightOf(pair, boxes), 0) <= height;
  const widest = scaled(100);
  const least = Math.ceil(100 * Math.max(LEAST_SHARE, SMALLEST / Math.max(widest.input, widest.output)));
  // They do not fit whatever is done: rather large and scrolled than tiny and scrolled.
  if (least > 100 || !fit(scaled(least))) return widest;
  let [fits, tooLarge] = [least, 101];
  while (tooLarge - fits > 1) {
    const middle = (fits + tooLarge) >> 1;
    if (fit(scaled(middle))) fits = middle;
    else tooLarge = middle;
  }
  return scaled(fits);
}

/** How wide the column of the inputs is where that of an output is 1: large grids get the room that small ones leave. */
function ratioOf(pairs: readonly PlacedPair[], width: number): number {
  const inputs = Math.max(1, ...pairs.map(({ input }) => sideOf(input)));
  const outputs = Math.max(0, ...pairs.map(({ output }) => (output ? sideOf(output) : 0))) || inputs;
  if (width / 3 / Math.max(inputs, outputs) >= CLEAR) return 1;
  return Math.min(WIDEST, Math.max(NARROWEST, inputs / outputs));
}

/** Cells that there are to draw in a pair. */
export const cellsIn = ({ input, output }: PlacedPair): number =>
  input.length * input[0].length + (output ? output.length * output[0].length : 0);

const sideOf = (rows: GridRows): number => Math.max(rows.length, rows[0].length);

function heightOf({ input, output }: PlacedPair, boxes: Boxes): number {
  const cells = cellsOf(input, output, boxes);
  const heights = output ? [input.length * cells[0], output.length * cells[1]] : [input.length * cells[0]];
  return PAIR_HEAD + PAIR_GAP + Math.max(...heights) + 1;
}

/** Cells of the input and of the outputs, in pixels. */
export function cellsOf(
  input: GridRows,
  output: GridRows | null,
  boxes: Boxes,
): readonly [input: number, output: number] {
  const [first, second] = cellsFor(output ? [input, output] : [input], [boxes.input, boxes.output]);
  return [first, second ?? first];
}
