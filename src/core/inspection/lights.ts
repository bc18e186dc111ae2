/** The cells of an input that a value lights up. */
import type { Handle } from '../engine/arena.ts';
import type { Reader } from '../engine/reader.ts';
import type { Type } from '../lang/types.ts';
import { columnOf, rowOf } from '../values/pack.ts';
import { isRowOfVectors, memberType, placeOf } from './places.ts';

const MOST_DEPTH = 5;

/**
 * The cells of a height x width input that a value lights up: those of patches, indices and vectors, wherever in it
 * they are. A grid has no place in the input. Row and column in turn. The search ends when the room has no steps left.
 */
export function lightsOf(
  reader: Reader,
  value: Handle,
  type: Type,
  height: number,
  width: number,
  room: { lightSteps: number },
): readonly number[] {
  const lit = new Uint8Array(height * width);
  let any = false;
  const light = (row: number, column: number): void => {
    if (row < 0 || row >= height || column < 0 || column >= width) return;
    lit[row * width + column] = 1;
    any = true;
  };
  const lightPatch = (patch: Handle): void => {
    const { packed } = reader.patch(patch);
    for (let i = 0; i < packed.length && room.lightSteps-- > 0; i++)
      light(rowOf(packed[i]), columnOf(packed[i]));
  };
  const lightRows = (grid: Handle, gridType: Type): void => {
    const view = reader.grid(grid);
    if (!isRowOfVectors(view, gridType)) return;
    for (let at = 0; at < view.height && room.lightSteps-- > 0; at++)
      if (memberType(gridType, at).kind !== 'tuple') light(view.cells[2 * at], view.cells[2 * at + 1]);
  };
  const visit = (part: Handle, partType: Type, depth: number): void => {
    if (depth > MOST_DEPTH || room.lightSteps-- <= 0) return;
    const form = reader.form(part);
    if (form === 'patch') return lightPatch(part);
    if (form === 'grid') return lightRows(part, partType);
    if (form !== 'vector' && form !== 'tuple' && form !== 'set') return;
    const place = form === 'set' ? null : placeOf(reader, part, partType);
    if (place !== null) return light(place.row, place.column);
    if (form === 'vector') return;
    for (let at = 0, size = reader.count(part); at < size && room.lightSteps > 0; at++)
      visit(reader.item(part, at), memberType(partType, at), depth + 1);
  };
  visit(value, type, 0);
  const cells: number[] = [];
  for (let at = 0; any && at < lit.length; at++)
    if (lit[at] === 1) cells.push(Math.floor(at / width), at % width);
  return cells;
}
