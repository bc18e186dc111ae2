/**
 * Any rectangular tuple read as a grid of packable colours, so that one algorithm serves all. Where the values are
 * no packable colours themselves, their ranks stand for them and are turned back in the result.
 */
import { burn } from '../meter';
import { fail, Reason } from '../reason';
import { pairOf, setFrom, sortedSet } from '../values/build';
import { canPackGrid } from '../values/cells';
import { itemAt, membersOf, sizeOf } from '../values/container';
import { compare } from '../values/order';
import { colourOf, COLOUR_HIGH, PLACE_HIGH, PLACE_MASK } from '../values/pack';
import { grid, Grid, Items, newGrid, newItems, Patch, patch, Value } from '../values/layout';
import { isGrid, vectorAt } from '../values/value';
import { cellsOf, tupleRowsOf, widthOfRows } from './rows';

/** What colour i of the grid that was read last stands for, ascending handles; 0 where colours stand for themselves. */
export let legend: usize = 0;
/** How many handles the legend has. */
let legendSize = 0;

/**
 * Pays for looking at each cell. Fails for a tuple without rows and for rows of different lengths. Sets `legend`,
 * which is to be used before anything else is read as a grid.
 */
export function packedGrid(value: Value): Grid {
  legend = 0;
  if (isGrid(value)) {
    const it = grid(value);
    burn(it.area);
    if (canPackGrid(it)) return it;
    if (it.height > PLACE_HIGH || it.width > PLACE_HIGH) fail(Reason.GRID_TOO_LARGE, it.height, it.width);
  }
  return rankedGrid(value);
}

function rankedGrid(value: Value): Grid {
  const rows = tupleRowsOf(value);
  const height = sizeOf(value);
  const width = widthOfRows(rows, height);
  for (let i = 0; i < height; i++) if (sizeOf(itemAt(rows, i)) !== width) fail(Reason.RAGGED, 0);
  const items = cellsOf(rows, height);
  const count = items.count;
  burn(count);
  const copy = newItems(count);
  memory.copy(copy.items, items.items, (<usize>count) << 2);
  const distinct = setFrom(copy, count);
  legendSize = sizeOf(distinct);
  if (legendSize > COLOUR_HIGH + 1 || height > PLACE_HIGH || width > PLACE_HIGH)
    fail(Reason.GRID_TOO_LARGE, height, width);
  legend = membersOf(distinct);
  const ranks = newGrid(height, width);
  for (let i = 0; i < count; i++) ranks.put(i, rankIn(items.at(i)));
  return ranks;
}

/** The colour of the packed grid that stands for the value, or -1 where it has none; only with a legend. */
export function rankIn(value: Value): i32 {
  let low = 0;
  let high = legendSize - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(itemAt(legend, middle), value);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The set of objects of the packed grid, given in canonical order and distinct. Takes `objects` over. */
export function objectSet(objects: Items): Value {
  const count = objects.count;
  if (legend === 0) return sortedSet(objects, count);
  for (let i = 0; i < count; i++) objects.put(i, translated(patch(objects.at(i))));
  return setFrom(objects, count);
}

function translated(object: Patch): Value {
  const cells = newItems(object.count);
  for (let i = 0; i < object.count; i++) {
    const packed = object.at(i);
    cells.put(i, pairOf(itemAt(legend, colourOf(packed)), vectorAt(packed & PLACE_MASK)));
  }
  return setFrom(cells, object.count);
}
