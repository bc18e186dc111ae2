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

/** The side of the box that each grid gets: as wide as three fit, smaller where that brings all pairs into view. */
export function boxFor(pairs: readonly PlacedPair[], width: number, height: number): number {
  const widest = Math.min(LARGEST, Math.floor(width / 3));
  const least = Math.min(widest, Math.max(SMALLEST, LEAST_SHARE * widest));
  for (let box = widest; box >= least; box -= 2) {
    const total = pairs.reduce((sum, pair) => sum + heightOf(pair, box), 0);
    if (total <= height) return box;
  }
  // They do not fit whatever is done: rather large and scrolled than tiny and scrolled.
  return widest;
}

function heightOf(pair: PlacedPair, box: number): number {
  const grids: GridRows[] = pair.output ? [pair.input, pair.output] : [pair.input];
  const cells = cellsFor(grids, box);
  return PAIR_HEAD + PAIR_GAP + Math.max(...grids.map((rows, i) => rows.length * cells[i] + 1));
}
