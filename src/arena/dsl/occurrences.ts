/** Finding an object in a grid. */
import { Room, scratch } from '../memory';
import { burn } from '../meter';
import { fail, Reason } from '../reason';
import { colourOf, columnOf, packIndex, rowOf } from '../values/pack';
import { rectangle } from '../values/places';
import { boxOf, heightOf, toPatch, widthOf } from '../values/read';
import { Grid, newPatch, Patch, Value } from '../values/layout';
import { EMPTY_SET, small } from '../values/value';
import { legend, packedGrid, rankIn } from './packed-grid';

/**
 * The object must fit with its height and width, which are those of a grid for a tuple of cells: n x 2 for n of them.
 * An object without cells fits at once more than `height` x `width` positions.
 */
export function occurrences(value: Value, obj: Value): Value {
  const object = toPatch(obj);
  const field = packedGrid(value);
  const rows = field.height - heightOf(obj) + 1;
  const columns = field.width - widthOf(obj) + 1;
  if (rows <= 0 || columns <= 0) return EMPTY_SET;
  if (object.count === 0) return rectangle(0, 0, rows - 1, columns - 1);
  if (!object.coloured) return fail(Reason.NEED_OBJECT, 0);
  boxOf(object);
  const lastRow = min(rows, field.height - (object.bottom - object.top)) - 1;
  const lastColumn = min(columns, field.width - (object.right - object.left)) - 1;
  return matches(field, patternOf(object, field.width), object.count, lastRow, lastColumn);
}

/**
 * Two numbers a cell: its distance from the top left corner of the object, in bytes of the grid, and its colour. Colours
 * that the legend of the grid does not have become -1, which no cell of such a grid is.
 */
function patternOf(object: Patch, width: i32): usize {
  const pattern = scratch(Room.BOARD, (<usize>object.count) << 3);
  for (let i = 0, to = pattern; i < object.count; i++, to += 8) {
    const cell = object.at(i);
    const colour = colourOf(cell);
    store<i32>(to, ((rowOf(cell) - object.top) * width + columnOf(cell) - object.left) << 1);
    store<i32>(to, legend === 0 ? colour : rankIn(small(colour)), 4);
  }
  return pattern;
}

/** The positions (row, column) up to the last ones given where every cell of the pattern matches. */
function matches(it: Grid, pattern: usize, count: i32, lastRow: i32, lastColumn: i32): Value {
  if (lastRow < 0) return EMPTY_SET;
  const end = pattern + ((<usize>count) << 3);
  const found = scratch(Room.LABELS, (<usize>((lastRow + 1) * max(lastColumn + 1, 0))) << 2);
  let to = found;
  for (let row = 0; row <= lastRow; row++) {
    let compared: i64 = 0;
    let corner = it.cells + ((<usize>(row * it.width)) << 1);
    for (let column = 0; column <= lastColumn; column++, corner += 2) {
      let at = pattern;
      while (at < end && <i32>load<i16>(corner + load<i32>(at)) === load<i32>(at, 4)) at += 8;
      compared += ((at - pattern) >> 3) + 1;
      if (at < end) continue;
      store<i32>(to, packIndex(row, column));
      to += 4;
    }
    burn(compared);
  }
  if (to === found) return EMPTY_SET;
  const made = newPatch(0, <i32>((to - found) >> 2));
  for (let i = 0; i < made.count; i++) made.put(i, load<i32>(found + ((<usize>i) << 2)));
  return changetype<i32>(made);
}
