/** Sets of cells as paths, in units of cells: x is the column, y the row. */
import type { GridRows, PatchPicture } from '../../protocol/index.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Cell extends Place {
  /** null for an index, which has none. */
  readonly colour: number | null;
}

export function cellsOf({ kind, cells }: PatchPicture): Cell[] {
  const list: Cell[] = [];
  if (kind === 'indices') {
    for (let i = 0; i + 1 < cells.length; i += 2)
      list.push({ colour: null, row: cells[i], column: cells[i + 1] });
  } else {
    for (let i = 0; i + 2 < cells.length; i += 3)
      list.push({ colour: cells[i], row: cells[i + 1], column: cells[i + 2] });
  }
  return list;
}

/** Row and column in turn. */
export function placesOf(flat: readonly number[]): Place[] {
  return Array.from({ length: flat.length >> 1 }, (_, i) => ({
    row: flat[2 * i],
    column: flat[2 * i + 1],
  }));
}

/** A picture grows by at most so many cells for what lies outside of the input. */
const FURTHEST = 30;

export interface Frame {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  holds(row: number, column: number): boolean;
}

/** What a picture of the cells shows: the input, and what lies near it. */
export function frameOf(cells: readonly Place[], input: GridRows | null): Frame {
  const first = cells[0] ?? { row: 0, column: 0 };
  let [top, left] = input ? [0, 0] : [first.row, first.column];
  let [bottom, right] = input ? [input.length - 1, input[0].length - 1] : [top, left];
  const least = { row: top - FURTHEST, column: left - FURTHEST };
  const most = { row: bottom + FURTHEST, column: right + FURTHEST };
  for (const { row, column } of cells) {
    if (row < least.row || column < least.column || row > most.row || column > most.column) continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const holds = (row: number, column: number) =>
    row >= top && row <= bottom && column >= left && column <= right;
  return { top, left, height: bottom - top + 1, width: right - left + 1, holds };
}

export function squaresOf(cells: readonly Place[]): string {
  return cells.map(({ row, column }) => `M${column} ${row}h1v1h-1z`).join('');
}

/** The border of the region. */
export function edgeOf(cells: readonly Place[]): string {
  const keyOf = (row: number, column: number) => (row + 2048) * 8192 + column + 2048;
  const held = new Set(cells.map(({ row, column }) => keyOf(row, column)));
  let path = '';
  for (const { row, column } of cells) {
    if (!held.has(keyOf(row - 1, column))) path += `M${column} ${row}h1`;
    if (!held.has(keyOf(row + 1, column))) path += `M${column} ${row + 1}h1`;
    if (!held.has(keyOf(row, column - 1))) path += `M${column} ${row}v1`;
    if (!held.has(keyOf(row, column + 1))) path += `M${column + 1} ${row}v1`;
  }
  return path;
}
