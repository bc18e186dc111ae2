/** Grids as SVG paths. Coordinates are in cells: x is the column, y the row. */
import type { GridRows } from '../../protocol/index.ts';

/** The colours of ARC, 0-9. */
export const PALETTE: readonly string[] = [
  '#000000',
  '#1E93FF',
  '#F93C31',
  '#4FCC30',
  '#FFDC00',
  '#999999',
  '#E53AA3',
  '#FF851B',
  '#87D8F1',
  '#921231',
];

/** The same as the page shows them: the view may have put others in their place (palettes.ts). */
export const FILLS: readonly string[] = PALETTE.map((colour, i) => `var(--colour-${i}, ${colour})`);

export interface Fill {
  readonly colour: number;
  readonly path: string;
}

/** One path per colour that occurs, made of horizontal runs. */
export function fillsOf(rows: GridRows): Fill[] {
  const paths: string[] = Array.from(PALETTE, () => '');
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length;) {
      const start = x;
      while (x < row.length && row[x] === row[start]) x++;
      paths[row[start]] += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return paths.flatMap((path, colour) => (path === '' ? [] : [{ colour, path }]));
}

/** Cells of at least so many pixels have lines between them. */
export const LINED = 5;

/** The lines between the cells and around them, one pixel wide, for cells of that many pixels. */
export function linesOf(height: number, width: number, cell: number): string {
  let path = '';
  for (let y = 0; y <= height; y++) path += `M0 ${y * cell}h${width * cell + 1}v1h${-(width * cell + 1)}z`;
  for (let x = 0; x <= width; x++) path += `M${x * cell} 0h1v${height * cell + 1}h-1z`;
  return path;
}

/** The border of the region in which two grids of one shape differ; '' where they do not, or differ in shape. */
export function outlineOf(rows: GridRows, expected: GridRows): string {
  if (rows.length !== expected.length || rows[0].length !== expected[0].length) return '';
  const wrong = (y: number, x: number) =>
    y >= 0 && x >= 0 && y < rows.length && x < rows[0].length && rows[y][x] !== expected[y][x];
  let path = '';
  for (let y = 0; y <= rows.length; y++) {
    for (let x = 0; x <= rows[0].length; x++) {
      if (wrong(y, x) !== wrong(y - 1, x)) path += `M${x} ${y}h1`;
      if (wrong(y, x) !== wrong(y, x - 1)) path += `M${x} ${y}v1`;
    }
  }
  return path;
}

/** The largest whole cell size at which the grid stays within a square box; at least 1. */
export function cellFor(rows: GridRows, box: number, largest = 40): number {
  const side = Math.max(rows.length, rows[0].length);
  return Math.max(1, Math.min(largest, Math.floor((box - 1) / side)));
}

/**
 * Cell sizes for grids that stand side by side, each in a square box of its own (side in pixels): equal where that is readable, so that their sizes can be compared;
 * a small grid beside a large one is drawn larger than the large one's cells would be.
 */
export function cellsFor(grids: readonly GridRows[], boxes: readonly number[]): number[] {
  const fits = grids.map((rows, i) => cellFor(rows, boxes[i]));
  const common = Math.max(Math.min(...fits), 8);
  return fits.map((fit) => Math.min(fit, common));
}
