/** Reading containers member by member, whatever their representation. */
import { colourOf, PLACE_MASK } from './pack';
import { grid, Grid, Header, itemsOf, Kind, newItems, patch, Value } from './layout';
import { EMPTY_TUPLE, isVector, kindOf, small, vec, vectorAt, vectorColumn, vectorRow } from './value';

/** The number of direct members of a container. */
@inline
export function sizeOf(container: Value): i32 {
  return isVector(container) ? 2 : changetype<Header>(container).count;
}

/** Member `index` of a container in iteration order, 0 <= index < size: rows of a grid, cells of a patch … */
export function memberAt(container: Value, index: i32): Value {
  if (isVector(container)) return small(index === 0 ? vectorRow(container) : vectorColumn(container));
  const kind = changetype<Header>(container).kind;
  if (kind === Kind.TUPLE || kind === Kind.SET) return itemsOf(container).at(index);
  if (kind === Kind.GRID) return rowTuple(grid(container), index);
  const members = patch(container);
  return unpack(members.coloured, members.at(index));
}

/** Row `row` of the grid as a tuple, 0 <= row < height. */
export function rowTuple(from: Grid, row: i32): Value {
  const width = from.width;
  if (width === 0) return EMPTY_TUPLE;
  const start = row * width;
  if (width === 2) return vec(from.at(start), from.at(start + 1));
  const items = newItems(width);
  for (let column = 0; column < width; column++) items.put(column, small(from.at(start + column)));
  return changetype<i32>(items);
}

/** The cell (colour, (row, column)) of a packed one. */
function cellAt(packed: i32): Value {
  const items = newItems(2);
  items.put(0, small(colourOf(packed)));
  items.put(1, vectorAt(packed & PLACE_MASK));
  return changetype<i32>(items);
}

/** A packed member as the tuple that it stands for. */
@inline
function unpack(coloured: i32, packed: i32): Value {
  return coloured ? cellAt(packed) : vectorAt(packed);
}

/** What a walk over the value costs: the cells of a grid, the members of another container, 1 for the rest. */
export function extentOf(value: Value): i32 {
  const kind = kindOf(value);
  if (kind === Kind.GRID) return grid(value).area;
  if (kind === Kind.VECTOR) return 2;
  return kind >= Kind.TUPLE && kind <= Kind.PATCH ? changetype<Header>(value).count : 1;
}

/** The address of the members of a container as handles, `sizeOf` of them; made where they do not lie in memory. */
export function membersOf(container: Value): usize {
  if (!isVector(container)) {
    const kind = changetype<Header>(container).kind;
    if (kind === Kind.TUPLE || kind === Kind.SET) return itemsOf(container).items;
  }
  const count = sizeOf(container);
  const items = newItems(count);
  for (let i = 0; i < count; i++) items.put(i, memberAt(container, i));
  return items.items;
}

/** Item `index` in an array of handles. */
@inline
export function itemAt(items: usize, index: i32): Value {
  return load<i32>(items + ((<usize>index) << 2));
}
