/** Reading containers member by member, whatever their representation. */
import { colourOf, columnOf, rowOf } from './pack.ts';
import { EMPTY_TUPLE, Grid, Patch, Tuple, type Container, type Value } from './value.ts';

/** The direct members in iteration order: rows of a grid, cells or indices of a patch. Not to be written to. */
export function members(container: Container): readonly Value[] {
  if (container instanceof Grid)
    return Array.from({ length: container.height }, (_, row) => rowTuple(container, row));
  if (container instanceof Patch)
    return Array.from(container.packed, (packed) => unpack(container.coloured, packed));
  return container.items;
}

/** The number of direct members. */
export function sizeOf(container: Container): number {
  if (container instanceof Grid) return container.height;
  if (container instanceof Patch) return container.packed.length;
  return container.items.length;
}

function rowTuple({ width, cells }: Grid, row: number): Tuple {
  return width === 0 ? EMPTY_TUPLE : new Tuple([...cells.subarray(row * width, (row + 1) * width)]);
}

/** Cells that stand row by row, as rows. */
export function rowsOf({ height, width, cells }: Pick<Grid, 'height' | 'width' | 'cells'>): number[][] {
  return Array.from({ length: height }, (_, row) =>
    Array.from(cells.subarray(row * width, (row + 1) * width)),
  );
}

/** The vector (row, column). */
export function vec(row: number, column: number): Tuple {
  return new Tuple([row, column]);
}

/** The cell (colour, (row, column)). */
export function cell(colour: number, row: number, column: number): Tuple {
  return new Tuple([colour, vec(row, column)]);
}

/** A packed member as the tuple it stands for. */
function unpack(coloured: boolean, packed: number): Tuple {
  const place = vec(rowOf(packed), columnOf(packed));
  return coloured ? new Tuple([colourOf(packed), place]) : place;
}
