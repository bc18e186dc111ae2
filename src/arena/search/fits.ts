/** Which values a bank keeps, by their type. */
import { grid, itemsOf, Kind, patch, Value } from '../values/layout';
import { EMPTY_SET, isBoolean, isGrid, isKind, isPatch, isSmall, isVector, smallOf } from '../values/value';

/** What the values of a state are. */
export namespace Type {
  export const GRID = 0;
  /** A set of objects. */
  export const OBJECTS = 1;
  export const OBJECT = 2;
  export const INDICES = 3;
  export const INTEGER = 4;
  /** An integer 0..9. */
  export const COLOUR = 5;
  export const VECTOR = 6;
  /** A tuple of grids. */
  export const GRIDS = 7;
  export const BOOLEAN = 8;
  /** A set of sets of indices, or of objects and such. */
  export const PATCHES = 9;
}

/** Limits of what is banked: objects in a set, cells in it, members of a patch. */
const MOST_OBJECTS = 300;
const MOST_CELLS = 4000;
const MOST_SIDE = 60;

/** Greatest area of a grid. */
let mostArea = 900;

export function setMostArea(area: i32): void {
  mostArea = area;
}

/** 0 where the value is not of the type or too large, 1 where it is but empty, else 2. */
export function fit(type: i32, value: Value): i32 {
  switch (type) {
    case Type.GRID:
      return isGrid(value) && isColours(value) ? 2 : 0;
    case Type.OBJECTS:
      return fitObjects(value, true);
    case Type.PATCHES:
      return fitObjects(value, false);
    case Type.OBJECT:
      if (value === EMPTY_SET) return 1;
      return isPatch(value) && patch(value).coloured !== 0 && patch(value).count <= MOST_CELLS ? 2 : 0;
    case Type.INDICES:
      if (value === EMPTY_SET) return 1;
      return isPatch(value) && patch(value).coloured === 0 && patch(value).count <= MOST_CELLS ? 2 : 0;
    case Type.INTEGER:
      return isSmall(value) ? 2 : 0;
    case Type.COLOUR:
      return isSmall(value) && smallOf(value) >= 0 && smallOf(value) <= 9 ? 2 : 0;
    case Type.VECTOR:
      return isVector(value) ? 2 : 0;
    case Type.BOOLEAN:
      return isBoolean(value) ? 2 : 0;
    case Type.GRIDS:
      return fitGrids(value);
    default:
      return 0;
  }
}

function isColours(value: Value): bool {
  const cells = grid(value);
  if (cells.width < 1 || cells.area > mostArea || cells.height > MOST_SIDE || cells.width > MOST_SIDE) return false;
  let bits = 0;
  for (let i = 0; i < cells.area; i++) {
    const cell = cells.at(i);
    bits |= cell | i32(cell > 9) << 8;
  }
  return (bits & ~15) === 0;
}

/** A set of patches (of cells where `coloured`), not too many. */
function fitObjects(value: Value, coloured: bool): i32 {
  if (value === EMPTY_SET) return 1;
  if (!isKind(value, Kind.SET) && !isKind(value, Kind.TUPLE)) return 0;
  const set = itemsOf(value);
  if (set.count > MOST_OBJECTS || (coloured && set.kind !== Kind.SET)) return 0;
  let cells = 0;
  for (let i = 0; i < set.count; i++) {
    const item = set.at(i);
    if (!isPatch(item) || (coloured && patch(item).coloured === 0)) return 0;
    cells += patch(item).count;
  }
  return cells <= MOST_CELLS ? 2 : 0;
}

function fitGrids(value: Value): i32 {
  if (!isKind(value, Kind.TUPLE)) return 0;
  const items = itemsOf(value);
  if (items.count > MOST_OBJECTS) return 0;
  for (let i = 0; i < items.count; i++) if (!isGrid(items.at(i)) || !isColours(items.at(i))) return 0;
  return items.count > 0 ? 2 : 0;
}
