/** How the primitives read grids and patches, which are plain tuples and sets. */
import {
  container,
  fail,
  isInteger,
  isTuple,
  items,
  noteIrregular,
  place,
  set,
  tupleItems,
  two,
  vector,
  type Value,
} from './values.ts';

export type Place = readonly [row: number, column: number];

/** One colour at one place. */
export interface Cell {
  readonly colour: Value;
  readonly at: Place;
}

// ---- grids --------------------------------------------------------------------------------------------------

export type Rows = readonly (readonly Value[])[];

/** The rows of a grid, which need not be of one length. Sets pass for rows where only their members are asked for. */
export function rowsOf(grid: Value): Rows {
  const rows = tupleItems(grid).map(items);
  if (rows.some((row) => row.length !== rows[0].length)) noteIrregular();
  return rows;
}

/** The rows of a grid where items are picked by number: tuples only. */
export function tupleRowsOf(grid: Value): Rows {
  return tupleItems(grid).map(tupleItems);
}

/** Height and width of a grid that has at least one row; the first row tells the width. */
export function sizeOf(grid: Value): Place {
  const rows = tupleItems(grid);
  if (rows.length === 0) fail('the grid has no rows');
  const width = items(rows[0]).length;
  if (rows.some((row) => !isTuple(row) || row.t.length !== width)) noteIrregular();
  return [rows.length, width];
}

export function isInside([row, column]: Place, [height, width]: Place): boolean {
  return row >= 0 && row < height && column >= 0 && column < width;
}

/** The colour at a place inside; a row may be shorter than the first one. */
export function colourAt(grid: Value, [row, column]: Place): Value {
  const found = tupleItems(tupleItems(grid)[row]);
  return column < found.length ? found[column] : fail('the row is shorter than the first one');
}

/** Every cell of a grid, row by row. */
export function cellsOfGrid(grid: Value): readonly Cell[] {
  return rowsOf(grid).flatMap((row, i) => row.map((colour, j): Cell => ({ colour, at: [i, j] })));
}

// ---- patches ------------------------------------------------------------------------------------------------

/** Whether a patch holds cells rather than bare indices; its first member decides. */
export function isObject(patch: Value): boolean {
  const members = items(patch);
  if (members.length === 0) return false;
  const first = tupleItems(members[0]);
  return first.length < 2 ? fail('a cell or an index is needed') : isTuple(first[1]);
}

/** The cells of an object in the order of iteration. */
export function cellsOf(object: Value): readonly Cell[] {
  return items(object).map((member) => {
    const [colour, at] = two(member);
    checkColour(colour);
    return { colour, at: place(at) };
  });
}

/**
 * The positions of a patch as a container: the distinct ones of an object, a set also where the object is a tuple
 * of cells; bare indices as they are, repetitions in a tuple included.
 */
export function toIndices(patch: Value): Value {
  if (items(patch).length === 0) return set([]);
  if (!isObject(patch)) {
    if (items(patch).some((member) => !isTuple(member) || member.t.length !== 2)) noteIrregular();
    return patch;
  }
  return set(
    items(patch).map((member) => {
      const [colour, at] = two(member);
      checkColour(colour);
      if (!isTuple(at) || at.t.length !== 2) noteIrregular();
      return at;
    }),
  );
}

function checkColour(colour: Value): void {
  if (!isInteger(colour) || Math.abs(Number(colour)) > 32) noteIrregular();
}

export function placesOf(patch: Value): readonly Place[] {
  return items(toIndices(patch)).map(place);
}

export function indices(places: readonly Place[]): Value {
  return set(places.map(([row, column]) => vector(row, column)));
}

export function cell(colour: Value, [row, column]: Place): Value {
  return { t: [colour, vector(row, column)] };
}

/** The patch with every position changed: a set of cells or of indices, as it was. */
export function moved(patch: Value, change: (at: Place) => Place): Value {
  if (!isObject(patch)) return indices(items(patch).map((member) => change(place(member))));
  return set(cellsOf(patch).map(({ colour, at }) => cell(colour, change(at))));
}

/** The bounds of a patch with at least one cell, all inclusive. */
export function boxOf(patch: Value): { top: number; left: number; bottom: number; right: number } {
  const places = placesOf(patch);
  if (places.length === 0) fail('the patch is empty');
  const rows = places.map(([row]) => row);
  const columns = places.map(([, column]) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

/** The numbers from `low` to `high`, both included. */
export function range(low: number, high: number): readonly number[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
}

/** Rows and columns of a piece, as `height` and `width` measure it: a tuple as a grid, a set by its bounding box. */
export function extentOf(piece: Value): Place {
  const members = items(container(piece));
  if (members.length === 0) return [0, 0];
  if (isTuple(piece)) return [members.length, items(members[0]).length];
  const { top, left, bottom, right } = boxOf(piece);
  return [bottom - top + 1, right - left + 1];
}
