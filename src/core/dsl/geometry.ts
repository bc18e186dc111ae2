/** Measures of pieces: sizes, extremes, centres, distances, periods. */
import { copyPacked } from '../values/arena.ts';
import { patchOf } from '../values/build.ts';
import { sizeOf, vec } from '../values/container.ts';
import { distanceBetween, shareColumn, touching } from '../values/distance.ts';
import { boundsOf, heightOf, nonEmptyPatch, widthOf } from '../values/extent.ts';
import { boxOf, toContainer, toPatch } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { columnOf, PLACE_LOW, rowOf } from '../values/pack.ts';
import { placesOf } from '../values/places.ts';
import { EMPTY_TUPLE, Patch, type Box, type Value } from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** Pays for one look at every member of a piece: the bounding box. */
function payScan(piece: Value, meter: Meter): void {
  meter.burn(sizeOf(toContainer(piece)));
}

function measure(extent: (piece: Value) => Value) {
  return (piece: Value, meter: Meter): Value => {
    payScan(piece, meter);
    return extent(piece);
  };
}

/** A patch without cells has () for a corner. */
function corner(choose: (box: Box) => Value) {
  return measure((patch) => {
    const view = toPatch(patch);
    return view.packed.length === 0 ? EMPTY_TUPLE : choose(boxOf(view));
  });
}

function extreme(choose: (box: Box) => number) {
  return measure((patch) => choose(boundsOf(patch)));
}

/** The bounds come from the cells, the size from heightOf and widthOf, which read a tuple of cells as a grid. */
function centreOf(patch: Value): { row: number; column: number } {
  const { top, left } = boundsOf(patch);
  return { row: top + (heightOf(patch) >> 1), column: left + (widthOf(patch) >> 1) };
}

/** Sums over distinct positions, divided by the number of members. */
function centerofmass(patch: Value, meter: Meter): Value {
  const view = toPatch(patch);
  const count = view.packed.length;
  if (count === 0) return EMPTY_TUPLE;
  meter.burn(count);
  const places = view.coloured ? toPatch(placesOf(view, meter)) : view;
  let rows = 0;
  let columns = 0;
  for (let i = 0; i < places.packed.length; i++) {
    rows += rowOf(places.packed[i]);
    columns += columnOf(places.packed[i]);
  }
  return vec(Math.floor(rows / count), Math.floor(columns / count));
}

function manhattan(a: Value, b: Value, meter: Meter): Value {
  payScan(a, meter);
  payScan(b, meter);
  return distanceBetween(nonEmptyPatch(a), nonEmptyPatch(b), 0, 0, meter);
}

/** Objects lose their colours first: a tuple of cells becomes a set, a tuple of bare indices is read as a grid. */
function position(a: Value, b: Value, meter: Meter): Value {
  const from = centreOf(withoutColours(a, meter));
  const to = centreOf(withoutColours(b, meter));
  const across = from.column < to.column ? 1 : -1;
  if (from.row === to.row) return vec(0, across);
  return vec(from.row < to.row ? 1 : -1, from.column === to.column ? 0 : across);
}

function withoutColours(patch: Value, meter: Meter): Value {
  payScan(patch, meter);
  const view = toPatch(patch);
  return view.coloured ? placesOf(view, meter) : patch;
}

/** The reference gives up after so many steps. */
const GRAVITY_STEPS = 42;

function gravitate(source: Value, destination: Value, meter: Meter): Value {
  payScan(source, meter);
  payScan(destination, meter);
  const from = centreOf(source);
  const to = centreOf(destination);
  const moving = toPatch(source);
  const target = toPatch(destination);
  const vertical = shareColumn(moving, target, meter);
  const down = !vertical ? 0 : from.row < to.row ? 1 : -1;
  const across = vertical ? 0 : from.column < to.column ? 1 : -1;
  let step = 0;
  while (step < GRAVITY_STEPS && !touching(moving, target, step * down, step * across, meter)) step++;
  return vec(Math.imul(step, down), Math.imul(step, across));
}

/** Where the number of the row, and of the column, starts in a packed cell. */
const ROW_BITS = 12;
const COLUMN_BITS = 0;

/** The period along rows or columns; 0 for an object without cells. */
function period(bits: number) {
  return (obj: Value, meter: Meter): Value => {
    const view = toPatch(obj);
    if (view.packed.length === 0) return 0;
    const { top, left, bottom, right } = boxOf(view);
    const extent = bits === ROW_BITS ? bottom - top + 1 : right - left + 1;
    if (!view.coloured && extent > 1) fail('an object is needed, not bare indices');
    meter.burn(view.packed.length);
    const cells =
      view instanceof Patch
        ? view
        : (patchOf(view.coloured, copyPacked(view.packed, 0, view.packed.length)) as Patch);
    return leastPeriod(cells.packed, extent, bits, (bits === ROW_BITS ? top : left) - PLACE_LOW, meter);
  };
}

/**
 * The least p from 1 to extent - 1 such that every cell at p or more along the axis, counted from `origin`, has its
 * equal p before it; `extent` where there is none. The cells and what is looked for ascend: one pass decides.
 */
function leastPeriod(cells: Int32Array, extent: number, bits: number, origin: number, meter: Meter): number {
  for (let p = 1; p < extent; p++) {
    meter.burn(cells.length);
    let repeats = true;
    for (let i = 0, j = 0; i < cells.length && repeats; i++) {
      if (((cells[i] >> bits) & 0xfff) - origin < p) continue;
      const wanted = cells[i] - (p << bits);
      while (cells[j] < wanted) j++;
      repeats = cells[j] === wanted;
    }
    if (repeats) return p;
  }
  return extent;
}

const PIECE_TO_INTEGER = { params: 'piece: Piece', returns: 'Integer' } as const;
const PATCH_TO_INTEGER = { params: 'patch: Patch', returns: 'Integer' } as const;
const PATCH_TO_VECTOR = { params: 'patch: Patch', returns: 'IntegerTuple' } as const;
const PERIOD = { params: 'obj: Object', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  height: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of rows of a grid, or from the top to the bottom of a patch.',
    run: measure(heightOf),
  },
  width: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of columns of a grid, or from the left to the right end of a patch.',
    run: measure(widthOf),
  },
  shape: {
    params: 'piece: Piece',
    returns: 'IntegerTuple',
    doc: 'Height and width as a vector.',
    run: measure((piece) => vec(heightOf(piece), widthOf(piece))),
  },
  ulcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper left corner of the bounding box.',
    run: corner(({ top, left }) => vec(top, left)),
  },
  urcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper right corner of the bounding box.',
    run: corner(({ top, right }) => vec(top, right)),
  },
  llcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower left corner of the bounding box.',
    run: corner(({ bottom, left }) => vec(bottom, left)),
  },
  lrcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower right corner of the bounding box.',
    run: corner(({ bottom, right }) => vec(bottom, right)),
  },
  uppermost: { ...PATCH_TO_INTEGER, doc: 'The top row of the patch.', run: extreme(({ top }) => top) },
  lowermost: {
    ...PATCH_TO_INTEGER,
    doc: 'The bottom row of the patch.',
    run: extreme(({ bottom }) => bottom),
  },
  leftmost: { ...PATCH_TO_INTEGER, doc: 'The first column of the patch.', run: extreme(({ left }) => left) },
  rightmost: {
    ...PATCH_TO_INTEGER,
    doc: 'The last column of the patch.',
    run: extreme(({ right }) => right),
  },
  manhattan: {
    params: 'a: Patch, b: Patch',
    returns: 'Integer',
    doc: 'The fewest steps up, down, left or right from a cell of one patch to a cell of the other.',
    run: manhattan,
  },
  centerofmass: {
    ...PATCH_TO_VECTOR,
    doc: 'The mean row and the mean column of the cells, rounded down.',
    run: centerofmass,
  },
  center: {
    ...PATCH_TO_VECTOR,
    doc: 'The middle of the bounding box; of two middle rows or columns, the lower or the right one.',
    run: (patch: Value, meter: Meter) => {
      payScan(patch, meter);
      const { row, column } = centreOf(patch);
      return vec(row, column);
    },
  },
  position: {
    params: 'a: Patch, b: Patch',
    returns: 'IntegerTuple',
    doc: 'The direction from the center of a to that of b, each part -1, 0 or 1; LEFT when they coincide.',
    run: position,
  },
  gravitate: {
    params: 'source: Patch, destination: Patch',
    returns: 'IntegerTuple',
    doc: 'How far the source must move, straight towards the destination, until they are adjacent; 42 steps if they never are.',
    run: gravitate,
  },
  hperiod: {
    ...PERIOD,
    doc: 'After how many columns the object repeats itself; its width if it does not.',
    run: period(COLUMN_BITS),
  },
  vperiod: {
    ...PERIOD,
    doc: 'After how many rows the object repeats itself; its height if it does not.',
    run: period(ROW_BITS),
  },
};

export const geometry = family('geometry', SPECS);
