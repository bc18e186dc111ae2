/** Finding an object in a grid. */
import { sortedPatch } from '../values/build.ts';
import { heightOf, widthOf } from '../values/extent.ts';
import { boxOf, toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { colourOf, columnOf, packIndex, rowOf } from '../values/pack.ts';
import { rectangle } from '../values/places.ts';
import { EMPTY_SET, type Grid, type PatchView, type Value } from '../values/value.ts';
import { packedGrid, rankIn } from './packed-grid.ts';

/**
 * The object must fit with its height and width, which are those of a grid for a tuple of cells: n x 2 for n of them.
 * An object without cells fits at once more than `height` x `width` positions.
 */
export function occurrences(grid: Value, obj: Value, meter: Meter): Value {
  const object = toPatch(obj);
  const { grid: field, legend } = packedGrid(grid, meter);
  const rows = field.height - heightOf(obj) + 1;
  const columns = field.width - widthOf(obj) + 1;
  if (rows <= 0 || columns <= 0) return EMPTY_SET;
  if (object.packed.length === 0)
    return rectangle({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }, meter);
  if (!object.coloured) fail('an object is needed, not bare indices');
  const { top, left, bottom, right } = boxOf(object);
  const pattern = patternOf(object, field.width, legend);
  const lastRow = Math.min(rows, field.height - (bottom - top)) - 1;
  const lastColumn = Math.min(columns, field.width - (right - left)) - 1;
  return matches(field, pattern, lastRow, lastColumn, meter);
}

interface Pattern {
  /** Distances from the top left corner of the object, in the row-major cells of the grid. */
  readonly offsets: Int32Array;
  readonly colours: Int16Array;
}

/** Colours that the legend of the grid does not have become -1, which no cell of such a grid is. */
function patternOf(object: PatchView, width: number, legend: readonly Value[] | null): Pattern {
  const { top, left } = boxOf(object);
  const { packed } = object;
  const offsets = new Int32Array(packed.length);
  const colours = new Int16Array(packed.length);
  for (let i = 0; i < packed.length; i++) {
    offsets[i] = (rowOf(packed[i]) - top) * width + columnOf(packed[i]) - left;
    const colour = colourOf(packed[i]);
    colours[i] = legend === null ? colour : rankIn(legend, colour);
  }
  return { offsets, colours };
}

/** The positions (row, column) up to the last ones given where every cell of the pattern matches. */
function matches(grid: Grid, pattern: Pattern, lastRow: number, lastColumn: number, meter: Meter): Value {
  const { offsets, colours } = pattern;
  const { cells, width } = grid;
  const found: number[] = [];
  for (let row = 0; row <= lastRow; row++) {
    let compared = 0;
    for (let column = 0; column <= lastColumn; column++) {
      const corner = row * width + column;
      let i = 0;
      while (i < offsets.length && cells[corner + offsets[i]] === colours[i]) i++;
      compared += i + 1;
      if (i === offsets.length) found.push(packIndex(row, column));
    }
    meter.burn(compared);
  }
  return sortedPatch(false, Int32Array.from(found));
}
