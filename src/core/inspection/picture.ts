/** Values as plain data that a page can draw. */
import type { GridRows } from '../task/task.ts';

/** A value to be drawn. `left` counts what was left out: cells of a grid, cells of a patch, or members. */
export type Picture =
  | GridPicture
  | PatchPicture
  | {
      readonly kind: 'objects';
      /** A tuple, whose order means something; else a set. */
      readonly ordered: boolean;
      readonly patches: readonly PatchPicture[];
      readonly count: number;
      readonly left: number;
    }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'vector'; readonly row: number; readonly column: number }
  | { readonly kind: 'cell'; readonly colour: number; readonly row: number; readonly column: number }
  | {
      readonly kind: 'tuple' | 'set';
      readonly members: readonly Picture[];
      readonly count: number;
      readonly left: number;
    }
  /** `signature` is its type, `Object -> Bool`; `text` how it was made, `compose(size, first)`. */
  | { readonly kind: 'function'; readonly signature: string; readonly text: string }
  /** Not drawn, for want of room or since nobody asked; the text says what it is. */
  | { readonly kind: 'undrawn'; readonly text: string };

export interface GridPicture {
  readonly kind: 'grid';
  readonly height: number;
  readonly width: number;
  /** The top left part that fits. */
  readonly rows: GridRows;
  /** All of the numbers shown are colours, 0 to 9. */
  readonly colours: boolean;
  readonly left: number;
}

/** An object or a set of indices. */
export interface PatchPicture {
  readonly kind: 'object' | 'indices';
  /** Of an object colour, row and column of each cell in turn; of indices row and column. */
  readonly cells: readonly number[];
  readonly count: number;
  readonly left: number;
}

/** A picture with the cells of the input that it lights up. */
export interface Drawn {
  readonly picture: Picture;
  /** Row and column in turn, each cell of the input at most once. */
  readonly lights: readonly number[];
}
