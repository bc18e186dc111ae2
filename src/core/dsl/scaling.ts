/** Grids, and tuples read as grids, made larger and smaller; objects made larger. */
import { tuple } from '../values/build.ts';
import { toInteger, toPatch } from '../values/fn.ts';
import { enlarged, sampled } from '../values/grids.ts';
import { fail, type Meter } from '../values/meter.ts';
import { Grid, isTuple, type Value } from '../values/value.ts';
import { patchEnlarged } from './patch-transform.ts';
import { fromRows, itemsOf, payGrid, rowsOf, tupleRowsOf, widthOf } from './rows.ts';

function repeated<T>(item: T, times: number): T[] {
  return new Array<T>(Math.max(times, 0)).fill(item);
}

export function hupscale(grid: Value, factor: Value, meter: Meter): Value {
  const times = Math.max(toInteger(factor), 0);
  if (grid instanceof Grid) {
    payGrid(grid.height, grid.width * times, meter);
    return enlarged(grid, 1, times);
  }
  const rows = rowsOf(grid);
  meter.make(rows.reduce((size, row) => size + row.length * times, 0));
  return fromRows(
    rows.map((row) => row.flatMap((value) => repeated(value, times))),
    meter,
  );
}

export function vupscale(grid: Value, factor: Value, meter: Meter): Value {
  const times = Math.max(toInteger(factor), 0);
  if (grid instanceof Grid) {
    payGrid(grid.height * times, grid.width, meter);
    return enlarged(grid, times, 1);
  }
  const items = itemsOf(grid);
  meter.make(items.length * times);
  return tuple(items.flatMap((item) => repeated(item, times)));
}

export function upscale(element: Value, factor: Value, meter: Meter): Value {
  const times = Math.max(toInteger(factor), 0);
  if (!isTuple(element)) return patchEnlarged(toPatch(element), times, meter);
  if (element instanceof Grid) {
    payGrid(element.height * times, element.width * times, meter);
    return enlarged(element, times, times);
  }
  const rows = rowsOf(element);
  meter.make(rows.reduce((size, row) => size + (row.length * times + 1) * times, 0));
  return fromRows(
    rows.flatMap((row) =>
      repeated(
        row.flatMap((value) => repeated(value, times)),
        times,
      ),
    ),
    meter,
  );
}

export function downscale(grid: Value, factor: Value, meter: Meter): Value {
  const step = Math.abs(toInteger(factor));
  if (step === 0) fail('division by zero');
  if (grid instanceof Grid) {
    payGrid(Math.ceil(grid.height / step), Math.ceil(grid.width / step), meter);
    return sampled(grid, step);
  }
  const rows = tupleRowsOf(grid);
  const width = widthOf(rows);
  const last = Math.ceil(width / step) * step - step;
  if (rows.some((row) => row.length <= last)) fail('the rows of the grid differ in length');
  const kept = rows.filter((_, row) => row % step === 0);
  return fromRows(
    kept.map((row) => row.filter((_, column) => column < width && column % step === 0)),
    meter,
  );
}
