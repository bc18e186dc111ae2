/** Colours of a grid exchanged. */
import { tupleFrom } from '../values/build';
import { itemAt, memberAt, sizeOf } from '../values/container';
import { equal } from '../values/order';
import { grid, Grid, newGrid, newItems, UNKNOWN, Value } from '../values/layout';
import { isGrid, isInteger, longOf } from '../values/value';
import { asColour, fromRows, payGrid, rowsOf } from './rows';

/** The grid with `to` in place of every `from`. */
export function replace(value: Value, from: Value, to: Value): Value {
  const colour = asColour(to);
  if (!isGrid(value) || colour === UNKNOWN) return changed(value, from, to, 0, 0);
  const it = grid(value);
  payGrid(it.height, it.width);
  // A number that no cell can be stands for what is none.
  const wanted = isInteger(from) ? longOf(from) : i64.MAX_VALUE;
  return recoloured(it, asCell(wanted), colour, NO_CELL, 0);
}

export function switch_(value: Value, a: Value, b: Value): Value {
  const one = asColour(a);
  const other = asColour(b);
  if (!isGrid(value) || one === UNKNOWN || other === UNKNOWN) return changed(value, b, a, a, b);
  const it = grid(value);
  payGrid(it.height, it.width);
  return recoloured(it, one, other, other, one);
}

/** No cell is so large. */
const NO_CELL: i32 = i32.MAX_VALUE;

/** The number as a cell, or NO_CELL. */
function asCell(number: i64): i32 {
  return number >= -32768 && number <= 32767 ? <i32>number : NO_CELL;
}

/** The grid with `to` in place of `from` and `to2` in place of `from2`; the former goes first. */
function recoloured(it: Grid, from: i32, to: i32, from2: i32, to2: i32): Value {
  const made = newGrid(it.height, it.width);
  const apart = made.cells - it.cells;
  const end = it.cells + ((<usize>it.area) << 1);
  for (let at = it.cells; at < end; at += 2) {
    const cell: i32 = load<i16>(at);
    store<i16>(at + apart, select(to, select(to2, cell, cell === from2), cell === from));
  }
  return changetype<i32>(made);
}

/** The same for any tuple read as a grid and any values; there is no second pair where `to2` is 0. */
function changed(value: Value, from: Value, to: Value, from2: Value, to2: Value): Value {
  const rows = rowsOf(value);
  const count = sizeOf(value);
  const made = newItems(count);
  for (let i = 0; i < count; i++) {
    const row = itemAt(rows, i);
    const width = sizeOf(row);
    const items = newItems(width);
    for (let j = 0; j < width; j++) {
      const cell = memberAt(row, j);
      const other = to2 !== 0 && equal(cell, from2) ? to2 : cell;
      items.put(j, equal(cell, from) ? to : other);
    }
    made.put(i, tupleFrom(items, width));
  }
  return fromRows(made);
}
