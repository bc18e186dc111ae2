/** Grids turned and mirrored. */
import type { GridRows } from '../task/task.ts';

export const mirrored = (rows: GridRows): GridRows => rows.map((row) => [...row].reverse());
export const flipped = (rows: GridRows): GridRows => [...rows].reverse();
export const turned = (rows: GridRows): GridRows =>
  rows[0].map((_, column) => rows.map((row) => row[column]));

/** All seven ways to lay a grid otherwise. */
export const TURNS: readonly ((rows: GridRows) => GridRows)[] = [
  turned,
  mirrored,
  flipped,
  (rows) => flipped(mirrored(rows)),
  (rows) => flipped(turned(rows)),
  (rows) => mirrored(turned(rows)),
  (rows) => flipped(mirrored(turned(rows))),
];
