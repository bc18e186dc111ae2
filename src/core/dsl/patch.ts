/** Making and moving sets of positions. None of them is clipped to a grid. */
import { newPacked } from '../values/arena.ts';
import { patchOf, setOf, sortedPatch } from '../values/build.ts';
import { sizeOf } from '../values/container.ts';
import { boundsOf, firstRowLength, heightOf } from '../values/extent.ts';
import { boxOf, describe, toContainer, toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { columnOf, packIndex, rowOf } from '../values/pack.ts';
import { moved, outline, placesOf, rectangle, requirePlace, ROW_STEP } from '../values/places.ts';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  Grid,
  isTuple,
  type Box,
  type PatchView,
  type Value,
} from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { twoIntegers } from './rows.ts';

function asindices(grid: Value, meter: Meter): Value {
  if (sizeOf(toContainer(grid)) === 0) return EMPTY_SET;
  const width = firstRowLength(grid);
  if (width === 0) return EMPTY_SET;
  return rectangle({ top: 0, left: 0, bottom: heightOf(grid) - 1, right: width - 1 }, meter);
}

/** A tuple of bare indices stays as it is, and so does a grid, whose rows pass for indices. */
function toindices(patch: Value, meter: Meter): Value {
  if (patch instanceof Grid && patch.width >= 2) return patch;
  const view = toPatch(patch);
  if (view.packed.length === 0) return EMPTY_SET;
  return view.coloured ? placesOf(view, meter) : patch;
}

/** An empty patch stays as it is, whatever the directions. */
function shift(patch: Value, directions: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return patch;
  const [rows, columns] = twoIntegers(directions, true);
  return moved(view, rows, columns, meter);
}

function normalize(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return patch;
  const { top, left } = boxOf(view);
  return moved(view, 0 - top, 0 - left, meter); // -0 would make the numbers fractions to the engine
}

/** Differences of packed numbers, ascending. */
const EDGES = [-ROW_STEP, -1, 1, ROW_STEP];
const POINTS = [-ROW_STEP - 1, -ROW_STEP + 1, ROW_STEP - 1, ROW_STEP + 1];
const AROUND = [...EDGES, ...POINTS].sort((a, b) => a - b);

function around(differences: readonly number[]) {
  return (loc: Value): Value => {
    const [row, column] = twoIntegers(loc, false);
    requirePlace(row - 1, column - 1);
    requirePlace(row + 1, column + 1);
    const middle = packIndex(row, column);
    const packed = new Int32Array(differences.length);
    for (let i = 0; i < packed.length; i++) packed[i] = middle + differences[i];
    return sortedPatch(false, packed);
  };
}

/** The corners of the box of nothing are (), and so the set of them has one member. */
function corners(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return setOf([EMPTY_TUPLE]);
  meter.burn(view.packed.length);
  const { top, left, bottom, right } = boxOf(view);
  const packed = new Int32Array(4);
  packed[0] = packIndex(top, left);
  packed[1] = packIndex(top, right);
  packed[2] = packIndex(bottom, left);
  packed[3] = packIndex(bottom, right);
  return patchOf(false, packed);
}

function backdrop(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return EMPTY_SET;
  meter.burn(view.packed.length);
  return rectangle(boxOf(view), meter);
}

function delta(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return EMPTY_SET;
  if (isTuple(patch) && !view.coloured) fail(`a set of indices is needed, not ${describe(patch)}`);
  meter.burn(view.packed.length);
  return gapsIn(view, boxOf(view), meter);
}

/** The positions of the box that the patch does not hold; one mark a position. */
function gapsIn({ packed }: PatchView, { top, left, bottom, right }: Box, meter: Meter): Value {
  const width = right - left + 1;
  const area = (bottom - top + 1) * width;
  meter.make(area);
  const taken = new Uint8Array(area);
  let gaps = area;
  for (let i = 0; i < packed.length; i++) {
    const at = (rowOf(packed[i]) - top) * width + columnOf(packed[i]) - left;
    gaps -= 1 - taken[at];
    taken[at] = 1;
  }
  const free = newPacked(gaps);
  for (let row = top, at = 0, to = 0; to < gaps; row++) {
    for (let code = packIndex(row, left), end = code + width; code < end; code++)
      if (taken[at++] === 0) free[to++] = code;
  }
  return sortedPatch(false, free);
}

/** Bounds that pass each other change places: a box one wide becomes three wide. */
function inbox(patch: Value, meter: Meter): Value {
  const { top, left, bottom, right } = boundsOf(patch);
  meter.burn(sizeOf(toContainer(patch)));
  const inner = {
    top: Math.min(top + 1, bottom - 1),
    left: Math.min(left + 1, right - 1),
    bottom: Math.max(top + 1, bottom - 1),
    right: Math.max(left + 1, right - 1),
  };
  return outline(inner, meter);
}

function outbox(patch: Value, meter: Meter): Value {
  const { top, left, bottom, right } = boundsOf(patch);
  meter.burn(sizeOf(toContainer(patch)));
  return outline({ top: top - 1, left: left - 1, bottom: bottom + 1, right: right + 1 }, meter);
}

function box(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  if (view.packed.length === 0) return patch;
  meter.burn(view.packed.length);
  return outline(boxOf(view), meter);
}

const PATCH_TO_INDICES = { params: 'patch: Patch', returns: 'Indices' } as const;
const LOC_TO_INDICES = {
  params: 'loc: IntegerTuple',
  returns: 'Indices',
  generic: 'Vec -> Indices',
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  asindices: { params: 'grid: Grid', returns: 'Indices', doc: 'All positions of the grid.', run: asindices },
  toindices: {
    ...PATCH_TO_INDICES,
    generic: ['Object -> Indices', 'Indices -> Indices'],
    doc: 'The positions of the patch, without colours.',
    run: toindices,
  },
  shift: {
    params: 'patch: Patch, directions: IntegerTuple',
    returns: 'Patch',
    generic: ['Object -> Vec -> Object', 'Indices -> Vec -> Indices'],
    doc: 'The patch moved by so many rows down and columns to the right.',
    run: shift,
  },
  normalize: {
    params: 'patch: Patch',
    returns: 'Patch',
    generic: ['Object -> Object', 'Indices -> Indices'],
    doc: 'The patch moved up or down and sideways until its bounding box starts at (0, 0).',
    run: normalize,
  },
  dneighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that share an edge with the location.',
    run: around(EDGES),
  },
  ineighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that touch the location at a corner.',
    run: around(POINTS),
  },
  neighbors: { ...LOC_TO_INDICES, doc: 'The eight positions around the location.', run: around(AROUND) },
  corners: { ...PATCH_TO_INDICES, doc: 'The four corners of the bounding box.', run: corners },
  backdrop: { ...PATCH_TO_INDICES, doc: 'All positions of the bounding box.', run: backdrop },
  delta: {
    ...PATCH_TO_INDICES,
    doc: 'The positions of the bounding box that the patch leaves free.',
    run: delta,
  },
  inbox: { ...PATCH_TO_INDICES, doc: 'A frame just inside the edge of the bounding box.', run: inbox },
  outbox: { ...PATCH_TO_INDICES, doc: 'A frame just outside the bounding box.', run: outbox },
  box: { ...PATCH_TO_INDICES, doc: 'A frame along the edge of the bounding box.', run: box },
};

export const patch = family('patch', SPECS);
