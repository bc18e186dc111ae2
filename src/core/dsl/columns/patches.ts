/** Patches that differ from row to row by where they are. */
import { boxOf } from '../../values/fn.ts';
import { canPackColour, canPackPlace, columnOf, rowOf } from '../../values/pack.ts';
import { ROW_STEP } from '../../values/places.ts';
import { Patch } from '../../values/value.ts';
import {
  DECLINED,
  Moved,
  Numbers,
  Overlaps,
  Pairs,
  Same,
  Singles,
  type Batch,
  type Column,
  type Kernel,
} from './column.ts';
import { numbersIn, vectorsIn, type Vectors } from './read.ts';

function shift(batch: Batch, [patch, directions]: readonly Column[]): Column | null {
  if (!(patch instanceof Same) || !(patch.value instanceof Patch) || !(directions instanceof Pairs))
    return null;
  const { rows } = batch;
  const vectors = vectorsIn(directions, rows);
  if (vectors === null) return null;
  const { down, across } = vectors;
  const { top, left, bottom, right } = boxOf(patch.value);
  for (let row = 0; row < rows; row++)
    if (
      !canPackPlace(top + down[row], left + across[row]) ||
      !canPackPlace(bottom + down[row], right + across[row])
    )
      throw DECLINED;
  batch.make(patch.value.packed.length);
  return new Moved(patch.value, down, across);
}

/** How much of a patch in many places is in another one: the patches themselves are made when they are asked for. */
function overlap(inside: boolean): Kernel {
  return ({ rows, meter }, [a, b]) => {
    const [moved, other] = inside && b instanceof Moved ? [b, a] : [a, b];
    if (!(moved instanceof Moved) || !(other instanceof Same) || !(other.value instanceof Patch)) return null;
    if (moved.patch.coloured !== other.value.coloured) return null;
    meter.burn(rows * (moved.patch.packed.length + other.value.packed.length));
    return new Overlaps(moved, other.value, inside, overlaps(moved, other.value, inside));
  };
}

function overlaps({ patch, down, across }: Moved, { packed }: Patch, inside: boolean): number[] {
  const within = new Set(packed);
  const sizes = new Array<number>(down.length);
  for (let row = 0; row < sizes.length; row++) {
    const difference = down[row] * ROW_STEP + across[row];
    let size = 0;
    for (let i = 0; i < patch.packed.length; i++)
      if (within.has(patch.packed[i] + difference) === inside) size++;
    sizes[row] = size;
  }
  return sizes;
}

function size({ rows }: Batch, [container]: readonly Column[]): Column | null {
  if (container instanceof Overlaps) return new Numbers(container.sizes);
  if (container instanceof Moved)
    return new Numbers(new Array<number>(rows).fill(container.patch.packed.length));
  return container instanceof Singles ? new Numbers(new Array<number>(rows).fill(1)) : null;
}

function initset(_: Batch, [member]: readonly Column[]): Column | null {
  return member instanceof Pairs ? new Singles(member) : null;
}

/** The distance of a patch from single places. */
function manhattan({ rows, meter }: Batch, [a, b]: readonly Column[]): Column | null {
  const [patch, single] = a instanceof Same ? [a, b] : [b, a];
  if (!(patch instanceof Same) || !(patch.value instanceof Patch) || !(single instanceof Singles))
    return null;
  const { packed } = patch.value;
  const places = placesIn(single.member, rows);
  const { top, left, bottom, right } = boxOf(patch.value);
  // Else the primitive may look at all places of the box instead, at another price.
  if (places === null || packed.length > (bottom - top + 1) * (right - left + 1)) return null;
  meter.burn(rows * (1 + 2 * packed.length));
  const distances = new Array<number>(rows).fill(0x7fffffff);
  for (let i = 0; i < packed.length; i++) {
    const row = rowOf(packed[i]);
    const column = columnOf(packed[i]);
    for (let at = 0; at < rows; at++) {
      const distance = Math.abs(places.down[at] - row) + Math.abs(places.across[at] - column);
      if (distance < distances[at]) distances[at] = distance;
    }
  }
  return new Numbers(distances);
}

/** Where the vectors or cells are, or null where not all of them can be packed. */
function placesIn(column: Column, rows: number): Vectors | null {
  if (!(column instanceof Pairs)) return null;
  const colours = column.last instanceof Pairs ? numbersIn(column.first, rows) : null;
  if (column.last instanceof Pairs && colours === null) return null;
  const places = vectorsIn(colours === null ? column : column.last, rows);
  if (places === null) return null;
  const { down, across } = places;
  for (let row = 0; row < rows; row++)
    if (!canPackPlace(down[row], across[row]) || !canPackColour(colours?.[row] ?? 0)) return null;
  return places;
}

export const PATCHES: readonly (readonly [string, Kernel])[] = [
  ['shift', shift],
  ['difference', overlap(false)],
  ['intersection', overlap(true)],
  ['size', size],
  ['initset', initset],
  ['manhattan', manhattan],
];
