/** Values made from whole columns: they are paid for as if made from their rows. */
import { unionOfMoved } from '../../values/ascending.ts';
import { patchOf, setOf, sortedPatch, sortedSet } from '../../values/build.ts';
import type { Meter } from '../../values/meter.ts';
import { canPackColour, canPackPlace, packCell, packIndex } from '../../values/pack.ts';
import type { SetLike, Value } from '../../values/value.ts';
import { joinPaid } from '../collect.ts';
import { Moved, Pairs, valuesOf, type Column } from './column.ts';
import { numbersIn, vectorsIn } from './read.ts';

/** The set of the rows, at least one. */
export function setOfColumn(column: Column, rows: number, meter: Meter): SetLike {
  meter.make(rows);
  if (column instanceof Moved && doAscend(column)) return sortedSet(valuesOf(column, rows));
  const packed = column instanceof Pairs ? (packedIndices(column, rows) ?? packedCells(column, rows)) : null;
  return packed ?? setOf(valuesOf(column, rows));
}

/** Moves in ascending order leave the patches in ascending order, since the first cell decides. */
function doAscend({ down, across }: Moved): boolean {
  for (let i = 1; i < down.length; i++)
    if (down[i] < down[i - 1] || (down[i] === down[i - 1] && across[i] <= across[i - 1])) return false;
  return true;
}

function packedIndices(column: Pairs, rows: number): SetLike | null {
  const vectors = vectorsIn(column, rows);
  if (vectors === null) return null;
  const { down, across } = vectors;
  const packed = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (!canPackPlace(down[row], across[row])) return null;
    packed[row] = packIndex(down[row], across[row]);
  }
  return patchOf(false, packed);
}

function packedCells({ first, last }: Pairs, rows: number): SetLike | null {
  const colours = numbersIn(first, rows);
  const vectors = colours === null || !(last instanceof Pairs) ? null : vectorsIn(last, rows);
  if (colours === null || vectors === null) return null;
  const { down, across } = vectors;
  const packed = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (!canPackColour(colours[row]) || !canPackPlace(down[row], across[row])) return null;
    packed[row] = packCell(colours[row], down[row], across[row]);
  }
  return patchOf(true, packed);
}

/** The union of one patch in many places. */
export function joinMoved(column: Moved, meter: Meter): SetLike {
  const { patch, down, across } = column;
  const total = patch.packed.length * down.length;
  meter.make(total);
  const union = unionOfMoved(patch.packed, down, across);
  if (union !== null) return sortedPatch(patch.coloured, union);
  return joinPaid(valuesOf(column, down.length) as readonly Value[] as SetLike[], total);
}
