/** Grids side by side as large as there is room, and a cursor that goes from cell to cell through all of them. */
import type { GridRows } from '../../../protocol/index.ts';
import { COLOUR_NAMES } from '../../parts/colour-names.ts';

export interface NamedGrid {
  readonly name: string;
  readonly rows: GridRows;
  /** What it is held against. */
  readonly expected: GridRows | null;
}

export interface Cursor {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
}

const GAP = 24;
const PADDING = 16;
const CAPTION = 24;
const LARGEST = 64;

/** The largest whole size of a cell at which all fit, in as many lines of grids as that takes; at least 4. */
export function cellSize(grids: readonly NamedGrid[], width: number, height: number): number {
  const sizes = grids.map(({ rows }) => [rows.length, rows[0].length] as const);
  for (let cell = LARGEST; cell > 4; cell--) {
    let [x, y, tallest] = [0, 0, 0];
    for (const [rows, columns] of sizes) {
      const [wide, high] = [columns * cell + 1, rows * cell + 1 + CAPTION];
      if (x > 0 && x + wide > width - 2 * PADDING) [x, y, tallest] = [0, y + tallest + GAP, 0];
      if (wide > width - 2 * PADDING) y = Infinity;
      x += wide + GAP;
      tallest = Math.max(tallest, high);
    }
    if (y + tallest <= height - 2 * PADDING) return cell;
  }
  return 4;
}

/** The cursor so many cells on, kept within its grid; beyond the left or right edge it goes to the next grid. */
export function moved(
  grids: readonly NamedGrid[],
  { grid, row, column }: Cursor,
  down: number,
  right: number,
): Cursor | null {
  if (grids.length === 0) return null;
  let to = Math.min(grid, grids.length - 1);
  let across = column + right;
  if (right > 0 && across >= grids[to].rows[0].length && to + 1 < grids.length) [to, across] = [to + 1, 0];
  if (right < 0 && across < 0 && to > 0) [to, across] = [to - 1, grids[to - 1].rows[0].length - 1];
  const { rows } = grids[to];
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { grid: to, row: within(row + down, rows.length), column: within(across, rows[0].length) };
}

/** "row 3, column 5, blue, expected red"; rows and columns from 1. */
export function cellText({ rows, expected }: NamedGrid, { row, column }: Cursor): string {
  const colour = COLOUR_NAMES[rows[row][column]];
  const wanted = expected?.[row]?.[column];
  const differs = wanted !== undefined && wanted !== rows[row][column];
  const beyond = expected !== null && wanted === undefined;
  const rest = differs ? `, expected ${COLOUR_NAMES[wanted]}` : beyond ? ', no cell expected here' : '';
  return `row ${row + 1}, column ${column + 1}, ${colour}${rest}`;
}
