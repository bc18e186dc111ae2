/** A grid under the hand: painted, filled, resized, copied, with every step undoable. */
import type { GridRows } from '../../protocol/index.ts';

export const MOST_SIDE = 30;
const MOST_STEPS = 200;

export class GridDrawing {
  rows = $state.raw<GridRows>([[0]]);
  canUndo = $state(false);
  canRedo = $state(false);
  private past: GridRows[] = [];
  private future: GridRows[] = [];
  /** Within a stroke, which is one step. */
  private stroke = false;

  constructor(rows: GridRows) {
    this.rows = rows;
  }

  /** All that is painted until `end` is undone at once. */
  begin(): void {
    this.stroke = false;
  }

  paint(row: number, column: number, colour: number): void {
    if (this.rows[row]?.[column] === undefined || this.rows[row][column] === colour) return;
    const rows = this.rows.map((cells, r) =>
      r === row ? cells.map((cell, c) => (c === column ? colour : cell)) : cells,
    );
    if (this.stroke) this.rows = rows;
    else this.set(rows);
    this.stroke = true;
  }

  /** The area of one colour around the cell. */
  fill(row: number, column: number, colour: number): void {
    const from = this.rows[row]?.[column];
    if (from === undefined || from === colour) return;
    const rows = this.rows.map((cells) => [...cells]);
    const stack = [[row, column]];
    for (let cell = stack.pop(); cell; cell = stack.pop()) {
      const [r, c] = cell;
      if (rows[r]?.[c] !== from) continue;
      rows[r][c] = colour;
      stack.push([r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]);
    }
    this.set(rows);
  }

  /** What is new is black. */
  resize(height: number, width: number): void {
    const [rows, columns] = [height, width].map((side) => Math.min(MOST_SIDE, Math.max(1, Math.round(side))));
    if (!Number.isFinite(rows + columns)) return;
    this.set(
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_cell, c) => this.rows[r]?.[c] ?? 0),
      ),
    );
  }

  copy(rows: GridRows): void {
    this.set(rows);
  }

  undo(): void {
    this.step(this.past, this.future);
  }

  redo(): void {
    this.step(this.future, this.past);
  }

  private step(from: GridRows[], to: GridRows[]): void {
    const rows = from.pop();
    if (!rows) return;
    to.push(this.rows);
    this.rows = rows;
    this.note();
  }

  private set(rows: GridRows): void {
    this.past.push(this.rows);
    if (this.past.length > MOST_STEPS) this.past.shift();
    this.future = [];
    this.rows = rows;
    this.note();
  }

  private note(): void {
    this.stroke = false;
    this.canUndo = this.past.length > 0;
    this.canRedo = this.future.length > 0;
  }
}
