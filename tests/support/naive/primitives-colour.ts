/** Colours and objects. */
import {
  cell,
  cellsOf,
  cellsOfGrid,
  colourAt,
  extentOf,
  indices,
  isInside,
  placesOf,
  range,
  rowsOf,
  sizeOf,
  tupleRowsOf,
  type Cell,
  type Place,
} from './pieces.ts';
import { byFrequency, firstOf } from './primitives-container.ts';
import { normalize } from './primitives-patch.ts';
import {
  equal,
  isTrue,
  isTuple,
  items,
  noteIrregular,
  place,
  set,
  spend,
  tuple,
  tupleItems,
  two,
  type Family,
  type Value,
} from './values.ts';

/** The colours of a tuple, read as a grid row by row, or of an object: the first items of its members. */
function coloursOf(element: Value): readonly Value[] {
  if (isTuple(element)) return element.t.flatMap((row) => items(row));
  return items(element).map((member) => two(tuple(items(member)))[0]);
}

/** The most frequent colour of a grid. */
export function background(grid: Value): Value {
  return byFrequency(coloursOf(grid), 1);
}

function recoloured(grid: Value, change: (colour: Value) => Value): Value {
  return tuple(rowsOf(grid).map((row) => tuple(row.map(change))));
}

export const COLOUR: Family = {
  mostcolor: (element) => byFrequency(coloursOf(element), 1),
  leastcolor: (element) => byFrequency(coloursOf(element), -1),
  colorcount: (element, value) => {
    const colours = isTuple(element) ? tupleRowsOf(element).flat() : coloursOf(element);
    return colours.filter((colour) => equal(colour, value)).length;
  },
  ofcolor: (grid, value) =>
    indices(
      cellsOfGrid(grid)
        .filter(({ colour }) => equal(colour, value))
        .map(({ at }) => at),
    ),
  palette: (element) => set(coloursOf(element)),
  numcolors: (element) => set(coloursOf(element)).s.length,
  color: (obj) => firstOf(tupleItems(firstOf(items(obj)))),
  replace: (grid, replacee, replacer) =>
    recoloured(grid, (colour) => (equal(colour, replacee) ? replacer : colour)),
  switch: (grid, a, b) =>
    recoloured(grid, (colour) => {
      if (equal(colour, a)) return b;
      return equal(colour, b) ? a : colour;
    }),
  index: (grid, loc) => {
    const [at, size] = [place(loc), sizeOf(grid)];
    return isInside(at, size) ? colourAt(grid, at) : null;
  },
};

function objectOf(cells: readonly Cell[]): Value {
  return set(cells.map(({ colour, at }) => cell(colour, at)));
}

/** Whether two places touch: by a side, or with `diagonal` also by a corner. */
function touch([i, j]: Place, [k, l]: Place, diagonal: boolean): boolean {
  const [rows, columns] = [Math.abs(i - k), Math.abs(j - l)];
  return diagonal ? Math.max(rows, columns) === 1 : rows + columns === 1;
}

/** Connected components: from each cell left, whatever touches what has been reached. */
function components(cells: readonly Cell[], joined: (a: Cell, b: Cell) => boolean): Cell[][] {
  let left = cells;
  const found: Cell[][] = [];
  while (left.length > 0) {
    const component = [left[0]];
    left = left.slice(1);
    for (const reached of component) {
      spend(left.length);
      component.push(...left.filter((candidate) => joined(reached, candidate)));
      left = left.filter((candidate) => !joined(reached, candidate));
    }
    found.push(component);
  }
  return found;
}

function objects(grid: Value, univalued: boolean, diagonal: boolean, withoutBackground: boolean): Value {
  const skipped = withoutBackground ? background(grid) : undefined;
  const [height, width] = sizeOf(grid);
  const places = range(0, height - 1).flatMap((i) => range(0, width - 1).map((j): Place => [i, j]));
  const cells = places
    .map((at): Cell => ({ colour: colourAt(grid, at), at }))
    .filter(({ colour }) => skipped === undefined || !equal(colour, skipped));
  const joined = (a: Cell, b: Cell) =>
    touch(a.at, b.at, diagonal) && (!univalued || equal(a.colour, b.colour));
  return set(components(cells, joined).map(objectOf));
}

/** One object for each of the colours. */
function partition(grid: Value, colours: readonly Value[]): Value {
  const cells = cellsOfGrid(grid);
  if (!tupleItems(grid).every(isTuple)) noteIrregular(); // a set has no columns but by the order of its members
  return set(colours.map((value) => objectOf(cells.filter(({ colour }) => equal(colour, value)))));
}

/** The places at which the object, brought to the top left corner and moved there, equals the grid below it. */
function occurrences(grid: Value, object: Value): Value {
  const size = sizeOf(grid);
  const normal = normalize(object);
  const [height, width] = extentOf(object);
  const [rows, columns] = [size[0] - height + 1, size[1] - width + 1];
  if (rows <= 0 || columns <= 0) return set([]);
  const cells = cellsOf(normal);
  const found: Place[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      spend(cells.length);
      const fits = cells.every(({ colour, at }) => {
        const here: Place = [at[0] + i, at[1] + j];
        return isInside(here, size) && equal(colourAt(grid, here), colour);
      });
      if (fits) found.push([i, j]);
    }
  }
  return indices(found);
}

export const OBJECT: Family = {
  colorfilter: (objs, value) =>
    set(items(objs).filter((object) => equal(firstOf(tupleItems(firstOf(items(object)))), value))),
  recolor: (value, patch) => set(placesOf(patch).map((at) => cell(value, at))),
  objects: (grid, univalued, diagonal, withoutBg) =>
    objects(grid, isTrue(univalued), isTrue(diagonal), isTrue(withoutBg)),
  partition: (grid) => partition(grid, set(coloursOf(grid)).s),
  fgpartition: (grid) => {
    const skipped = background(grid);
    return partition(
      grid,
      set(coloursOf(grid)).s.filter((colour) => !equal(colour, skipped)),
    );
  },
  toobject: (patch, grid) => {
    const size = sizeOf(grid);
    const inside = placesOf(patch).filter((at) => isInside(at, size));
    return objectOf(inside.map((at) => ({ colour: colourAt(grid, at), at })));
  },
  asobject: (grid) => objectOf(cellsOfGrid(grid)),
  occurrences: (grid, obj) => occurrences(grid, obj),
};
