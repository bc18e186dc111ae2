/** Values between what is drawn or typed and what the search is given. */
import type { Encoded, GridRows, Picture } from '../../protocol/index.ts';

/** The kinds of values that can be drawn or typed. */
export type DrawnKind = 'grid' | 'indices' | 'object' | 'patches' | 'objects' | 'typed';

/** Whether it is drawn as cells of their own colours, and as a set of such sets. */
export const isColoured = (kind: DrawnKind): boolean => kind === 'object' || kind === 'objects';
export const isMany = (kind: DrawnKind): boolean => kind === 'patches' || kind === 'objects';

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
  if (picture.kind === 'objects' && !picture.ordered) {
    if (picture.left > 0 || picture.patches.some(({ left }) => left > 0)) return null;
    return picture.patches[0].kind === 'object' ? 'objects' : 'patches';
  }
  if (picture.kind === 'number' || picture.kind === 'boolean' || picture.kind === 'vector') return 'typed';
  return null;
}

/** How a value of that type is drawn, as the film names types; for want of better as a grid or as cells. */
export function kindOfType(type: string): DrawnKind {
  return KINDS[type] ?? (type.startsWith('Set ') ? 'indices' : 'grid');
}

const KINDS: Readonly<Record<string, DrawnKind>> = {
  Object: 'object',
  Indices: 'indices',
  'Set Object': 'objects',
  'Set Indices': 'patches',
  Int: 'typed',
  Bool: 'typed',
  Vec: 'typed',
};

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

/** The cells of one colour around a cell. */
export function areaAt(rows: GridRows, row: number, column: number): DrawnCell[] {
  const colour = rows[row]?.[column];
  const found = new Map<string, DrawnCell>();
  const stack = colour === undefined ? [] : [{ row, column, colour }];
  for (let cell = stack.pop(); cell; cell = stack.pop()) {
    const key = `${cell.row} ${cell.column}`;
    if (rows[cell.row]?.[cell.column] !== colour || found.has(key)) continue;
    found.set(key, cell);
    for (const [down, right] of STEPS)
      stack.push({ row: cell.row + down, column: cell.column + right, colour: cell.colour });
  }
  return [...found.values()];
}

const STEPS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

/** A set of them; those without cells are left out. */
export function encodedPatches(patches: readonly (readonly DrawnCell[])[]): Encoded {
  return { s: patches.filter(({ length }) => length > 0).map(encodedCells) };
}

export function encodedCells(cells: readonly DrawnCell[]): Encoded {
  return {
    s: cells.map(({ row, column, colour }) =>
      colour === null ? { t: [row, column] } : { t: [colour, { t: [row, column] }] },
    ),
  };
}
