/** Reading containers member by member, whatever their representation. */
import { colourOf, columnOf, rowOf } from './pack.ts';
import { EMPTY_TUPLE, Grid, isContainer, Patch, Tuple, type Container, type Value } from './value.ts';

/** The direct members in iteration order: rows of a grid, cells or indices of a patch. Not to be written to. */
export function members(container: Container): readonly Value[] {
  if (container instanceof Grid) return rowsOf(container);
  if (container instanceof Patch) return itemsOf(container);
  return container.items;
}

/** The number of direct members. */
export function sizeOf(container: Container): number {
  if (container instanceof Grid) return container.height;
  if (container instanceof Patch) return container.packed.length;
  return container.items.length;
}

/** Member `index`, without making all the others; 0 <= index < size. */
export function memberAt(container: Container, index: number): Value {
  if (container instanceof Grid) return rowTuple(container, index);
  if (!(container instanceof Patch)) return container.items[index];
  return container.items === null
    ? unpack(container.coloured, container.packed[index])
    : container.items[index];
}

/** What a walk over the value costs: the cells of a grid, the members of another container, 1 for the rest. */
export function extentOf(value: Value): number {
  if (value instanceof Grid) return value.cells.length;
  return isContainer(value) ? sizeOf(value) : 1;
}

/** Row `row` of the grid as a tuple, 0 <= row < height. */
export function rowTuple(grid: Grid, row: number): Tuple {
  if (grid.rows !== null) return grid.rows[row];
  const { width, cells } = grid;
  if (width === 0) return EMPTY_TUPLE;
  const items = new Array<number>(width);
  for (let column = 0, at = row * width; column < width; column++) items[column] = cells[at++];
  return new Tuple(items);
}

function rowsOf(grid: Grid): readonly Tuple[] {
  grid.rows ??= Array.from({ length: grid.height }, (_, row) => rowTuple(grid, row));
  return grid.rows;
}

/**
 * Vectors with small components, and cells on grids of common size, are made once and shared: callbacks ask for
 * them all the time, and their hashes are kept.
 */
const SHARED_LOW = -32;
const SHARED_SIDE = 64;
const SHARED_CELL_SIDE = 32;
const SHARED_COLOURS = 10;
const sharedVectors: (Tuple | undefined)[] = new Array(SHARED_SIDE * SHARED_SIDE).fill(undefined);
const sharedCells: (Tuple | undefined)[] = new Array(
  SHARED_COLOURS * SHARED_CELL_SIDE * SHARED_CELL_SIDE,
).fill(undefined);

/** The vector (row, column). */
export function vec(row: number, column: number): Tuple {
  const r = row - SHARED_LOW;
  const c = column - SHARED_LOW;
  if (r < 0 || r >= SHARED_SIDE || c < 0 || c >= SHARED_SIDE) return new Tuple([row, column]);
  return (sharedVectors[r * SHARED_SIDE + c] ??= new Tuple([row, column]));
}

/** The cell (colour, (row, column)). */
export function cell(colour: number, row: number, column: number): Tuple {
  const isShared =
    colour >= 0 &&
    colour < SHARED_COLOURS &&
    row >= 0 &&
    row < SHARED_CELL_SIDE &&
    column >= 0 &&
    column < SHARED_CELL_SIDE;
  if (!isShared) return new Tuple([colour, vec(row, column)]);
  const at = (colour * SHARED_CELL_SIDE + row) * SHARED_CELL_SIDE + column;
  return (sharedCells[at] ??= new Tuple([colour, vec(row, column)]));
}

/** A packed member as the tuple it stands for. */
export function unpack(coloured: boolean, packed: number): Tuple {
  const row = rowOf(packed);
  const column = columnOf(packed);
  return coloured ? cell(colourOf(packed), row, column) : vec(row, column);
}

function itemsOf(patch: Patch): readonly Tuple[] {
  if (patch.items === null) {
    const items: Tuple[] = [];
    for (let i = 0; i < patch.packed.length; i++) items.push(unpack(patch.coloured, patch.packed[i]));
    patch.items = items;
  }
  return patch.items;
}
