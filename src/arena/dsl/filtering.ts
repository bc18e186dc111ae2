/** Members of tuples, and rows of grids, left out or copied. */
import { tupleFrom } from '../values/build';
import { memberAt, sizeOf } from '../values/container';
import { Grid, grid, newGrid, newItems, Value } from '../values/layout';
import { EMPTY_TUPLE, isGrid } from '../values/value';

/**
 * The members for which there is no 0 among the bytes at `keep`, in a container of the same kind; the container
 * itself where that is all of them.
 */
export function filterTuple(container: Value, keep: usize): Value {
  const size = sizeOf(container);
  let count = 0;
  for (let i = 0; i < size; i++) count += i32(load<u8>(keep + <usize>i) !== 0);
  if (count === size) return container;
  if (count === 0) return EMPTY_TUPLE;
  if (isGrid(container)) return filterRows(grid(container), keep, count);
  const items = newItems(count);
  for (let i = 0, kept = 0; kept < count; i++) {
    if (load<u8>(keep + <usize>i)) items.put(kept++, memberAt(container, i));
  }
  return tupleFrom(items, count);
}

function filterRows(from: Grid, keep: usize, count: i32): Value {
  const made = newGrid(count, from.width);
  for (let i = 0, kept = 0; kept < count; i++) {
    if (load<u8>(keep + <usize>i)) copyRows(from, i, 1, made, kept++);
  }
  return changetype<i32>(made);
}

/** Copies `count` rows, which are as wide as those of `to`, from row `first` on to row `at` on. */
export function copyRows(from: Grid, first: i32, count: i32, to: Grid, at: i32): void {
  const stride = (<usize>to.width) << 1;
  memory.copy(to.cells + <usize>at * stride, from.cells + <usize>first * stride, <usize>count * stride);
}
