/** Objects: cut out of grids, coloured, chosen, and found again. */
import { copyPacked, newPacked } from '../values/arena.ts';
import { patchOf, setOf, sortedPatch, sortedSet, tuple } from '../values/build.ts';
import { allCells, canPackGrid, pickCells } from '../values/cells.ts';
import { members, vec } from '../values/container.ts';
import { componentsOf } from '../values/components.ts';
import { firstRowLength } from '../values/extent.ts';
import { describe, toContainer, toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { compare, equal } from '../values/order.ts';
import { canPackColour, colourOf, columnOf, packColour, PLACE_MASK, rowOf } from '../values/pack.ts';
import { placesOf } from '../values/places.ts';
import { EMPTY_SET, Grid, isSet, isTuple, Patch, truthy, type SetLike, type Value } from '../values/value.ts';
import { background } from './background.ts';
import { occurrences } from './occurrences.ts';
import { objectSet, packedGrid, type PackedGrid } from './packed-grid.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { itemsOf, rowsOf } from './rows.ts';

/** Any value can serve as a colour; only small integers give a packed object. */
function recolor(value: Value, patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return EMPTY_SET;
  if (typeof value !== 'number' || !canPackColour(value)) {
    meter.make(view.packed.length);
    return setOf(members(placesOf(view, meter)).map((place) => tuple([value, place])));
  }
  meter.make(view.packed.length);
  const colour = packColour(value);
  const packed = newPacked(view.packed.length);
  for (let i = 0; i < packed.length; i++) packed[i] = colour | (view.packed[i] & PLACE_MASK);
  const result = patchOf(true, packed);
  if (result instanceof Patch && view instanceof Patch) result.box = view.box;
  return result;
}

function toobject(patch: Value, grid: Value, meter: Meter): Value {
  const view = toPatch(patch);
  const width = firstRowLength(grid);
  meter.make(view.packed.length);
  if (grid instanceof Grid) {
    const picked = pickCells(grid, view);
    if (picked !== null) return picked;
  }
  const rows = itemsOf(grid);
  const cells: Value[] = [];
  for (const place of view.packed) {
    const [row, column] = [rowOf(place), columnOf(place)];
    if (row < 0 || row >= rows.length || column < 0 || column >= width) continue;
    const items = itemsOf(rows[row]);
    if (column >= items.length) fail(`row ${row} of the grid has no column ${column}`);
    cells.push(tuple([items[column], vec(row, column)]));
  }
  return setOf(cells);
}

function asobject(grid: Value, meter: Meter): Value {
  if (grid instanceof Grid && canPackGrid(grid)) {
    meter.make(grid.cells.length);
    return sortedPatch(true, allCells(grid, undefined));
  }
  const rows = rowsOf(grid);
  meter.make(rows.reduce((size, row) => size + row.length, 0));
  return setOf(rows.flatMap((row, i) => row.map((value, j) => tuple([value, vec(i, j)]))));
}

function objects(
  grid: Value,
  univalued: Value,
  diagonal: Value,
  withoutBackground: Value,
  meter: Meter,
): Value {
  const { grid: colours, legend } = packedGrid(grid, meter);
  const without = truthy(withoutBackground) ? background(colours, meter) : undefined;
  meter.make(colours.cells.length);
  const connectivity = { univalued: truthy(univalued), diagonal: truthy(diagonal), without };
  return objectSet(componentsOf(colours, connectivity), legend);
}

/** One object a colour: the runs of equal colour bits. */
function partitionWithout({ grid, legend }: PackedGrid, without: number | undefined, meter: Meter): SetLike {
  meter.make(grid.cells.length);
  const cells = allCells(grid, without);
  const parts: Patch[] = [];
  for (let start = 0, end = 0; start < cells.length; start = end) {
    const colour = cells[start] >> 24;
    while (end < cells.length && cells[end] >> 24 === colour) end++;
    parts.push(new Patch(true, copyPacked(cells, start, end)));
  }
  return objectSet(parts, legend);
}

function partition(grid: Value, meter: Meter): Value {
  if (isTuple(grid) && members(grid).length === 0) return EMPTY_SET;
  return partitionWithout(packedGrid(grid, meter), undefined, meter);
}

function fgpartition(grid: Value, meter: Meter): Value {
  const packed = packedGrid(grid, meter);
  return partitionWithout(packed, background(packed.grid, meter), meter);
}

function colorfilter(objs: Value, value: Value, meter: Meter): Value {
  const container = toContainer(objs);
  const all = members(container);
  meter.make(all.length);
  const kept: Value[] = [];
  for (let i = 0; i < all.length; i++)
    if (equal(representative(all[i], value, meter), value)) kept.push(all[i]);
  return isSet(container) ? sortedSet(kept) : setOf(kept); // what has a colour is no cell: the set is no patch
}

/** Item 0 of the first member: the least colour of an object. `wanted` decides whether other members could matter. */
function representative(object: Value, wanted: Value, meter: Meter): Value {
  if (object instanceof Patch && meter.watch === null) {
    return object.coloured ? colourOf(object.packed[0]) : rowOf(object.packed[0]);
  }
  const cells = members(toContainer(object));
  if (cells.length === 0) return fail('an object is empty');
  const first = firstItem(cells[0]);
  if (meter.watch === null || !isSet(object)) return first;
  const tied = members(setOf(cells.map(firstItem)));
  return tied.length > 1 && tied.some((colour) => compare(colour, wanted) === 0) ? meter.choose(tied) : first;
}

function firstItem(cell: Value): Value {
  const items = isTuple(cell) ? members(cell) : fail(`a cell is needed, not ${describe(cell)}`);
  return items.length > 0 ? items[0] : fail('a cell is needed, not the empty tuple');
}

const SPECS: Record<string, PrimitiveSpec> = {
  colorfilter: {
    params: 'objs: Objects, value: Integer',
    returns: 'Objects',
    generic: 'k Object -> Int -> Set Object',
    doc: 'The objects of the given colour, as a set. The smallest colour stands for a many-coloured object.',
    run: colorfilter,
  },
  recolor: {
    params: 'value: Integer, patch: Patch',
    returns: 'Object',
    doc: 'The positions of the patch as an object of one colour. The colour comes first.',
    run: recolor,
  },
  toobject: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Object',
    doc: 'The positions of the patch with the colours that the grid has there; what lies outside is dropped.',
    run: toobject,
  },
  asobject: {
    params: 'grid: Grid',
    returns: 'Object',
    doc: 'The whole grid as one object.',
    run: asobject,
  },
  objects: {
    params: 'grid: Grid, univalued: Boolean, diagonal: Boolean, without_bg: Boolean',
    returns: 'Objects',
    generic: 'Grid -> Bool -> Bool -> Bool -> Set Object',
    doc: 'The connected components of the grid: of one colour each (univalued), joined at corners too (diagonal), leaving out the most frequent colour (without_bg).',
    run: objects,
  },
  partition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, with all cells of that colour, connected or not.',
    run: partition,
  },
  fgpartition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, apart from the most frequent colour.',
    run: fgpartition,
  },
  occurrences: {
    params: 'grid: Grid, obj: Object',
    returns: 'Indices',
    doc: 'Where the object occurs in the grid: the position of its top left corner for each match. Gaps in the object match anything.',
    run: occurrences,
  },
};

export const object = family('object', SPECS);
