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
  return container.items === null ? unpack(container.coloured, container.packed[index]) : container.items[index];
}

/** What a walk over the value costs: the cells of a grid, the members of another container, 1 for the rest. */
export function extentOf(value: Value): number {
  if (value instanceof Grid) return value.cells.length;
  return isContainer(value) ? sizeOf(value) : 1;
}

/** Row `row` of the grid as a tuple, 0 <= row < height. */
export function rowTuple(grid: Grid, row: number): Tuple {
  if (grid.rows !== null) return grid.rows[row];
  return grid.width === 0 ? EMPTY_TUPLE : new Tuple(Array.from(grid.cells.subarray(row * grid.width, (row + 1) * grid.width)));
}

function rowsOf(grid: Grid): readonly Tuple[] {
  grid.rows ??= Array.from({ length: grid.height }, (_, row) => rowTuple(grid, row));
  return grid.rows;
}

/** A packed member as the tuple it stands for. */
export function unpack(coloured: boolean, packed: number): Tuple {
  const place = new Tuple([rowOf(packed), columnOf(packed)]);
  return coloured ? new Tuple([colourOf(packed), place]) : place;
}

function itemsOf(patch: Patch): readonly Tuple[] {
  if (patch.items === null) {
    const items: Tuple[] = [];
    for (let i = 0; i < patch.packed.length; i++) items.push(unpack(patch.coloured, patch.packed[i]));
    patch.items = items;
  }
  return patch.items;
}
