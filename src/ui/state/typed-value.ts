/** Values between what is drawn or typed and what the search is given. */
import type { Encoded, GridRows, Picture } from '../../protocol/index.ts';

/** The kinds of values that can be drawn or typed. */
export type DrawnKind = 'grid' | 'indices' | 'object' | 'typed';

/** A cell of a patch; of an index the colour is null. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly colour: number | null;
}

/** How a value of that picture is drawn; null where it cannot be. */
export function kindOf(picture: Picture): DrawnKind | null {
  if (picture.kind === 'grid') return picture.colours && picture.left === 0 ? 'grid' : null;
  if (picture.kind === 'indices' || picture.kind === 'object')
    return picture.left === 0 ? picture.kind : null;
  if (picture.kind === 'number' || picture.kind === 'boolean' || picture.kind === 'vector') return 'typed';
  return picture.kind === 'set' && picture.count === 0 ? 'indices' : null;
}

/** As it is typed; '' for what is drawn. */
export function typedText(picture: Picture): string {
  if (picture.kind === 'number') return String(picture.value);
  if (picture.kind === 'boolean') return picture.value ? 'True' : 'False';
  return picture.kind === 'vector' ? `(${picture.row}, ${picture.column})` : '';
}

/** A number, a truth value or a vector; null where it is none of them. */
export function readTyped(text: string): Encoded | null {
  const bare = text.trim();
  if (/^t(rue)?$/i.test(bare)) return true;
  if (/^f(alse)?$/i.test(bare)) return false;
  if (/^[-+]?\d{1,9}$/.test(bare)) return Number(bare);
  const vector = /^\(?\s*([-+]?\d{1,6})\s*,\s*([-+]?\d{1,6})\s*\)?$/.exec(bare);
  return vector ? { t: [Number(vector[1]), Number(vector[2])] } : null;
}

export function encodedGrid(rows: GridRows): Encoded {
  return { g: rows.map((row) => row.join('')) };
}

export function encodedCells(cells: readonly DrawnCell[]): Encoded {
  return {
    s: cells.map(({ row, column, colour }) =>
      colour === null ? { t: [row, column] } : { t: [colour, { t: [row, column] }] },
    ),
  };
}
