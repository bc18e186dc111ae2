/** Questions about pieces. */
import { sizeOf } from '../values/container.ts';
import { shareColumn, shareRow, touching } from '../values/distance.ts';
import { boundsOf, firstRowLength, heightOf, nonEmptyPatch, widthOf } from '../values/extent.ts';
import { toContainer, toPatch } from '../values/fn.ts';
import type { Meter } from '../values/meter.ts';
import { isTuple, type Value } from '../values/value.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

/** Cells of a patch, or rows of a grid. */
function sizeOfPiece(piece: Value): number {
  return sizeOf(toContainer(piece));
}

function square(piece: Value, meter: Meter): Value {
  if (isTuple(piece)) return heightOf(piece) === firstRowLength(piece);
  meter.burn(sizeOfPiece(piece));
  return heightOf(piece) === widthOf(piece) && heightOf(piece) * widthOf(piece) === sizeOfPiece(piece);
}

function portrait(piece: Value, meter: Meter): Value {
  meter.burn(sizeOfPiece(piece));
  return heightOf(piece) > widthOf(piece);
}

function vline(patch: Value, meter: Meter): Value {
  meter.burn(sizeOfPiece(patch));
  return widthOf(patch) === 1 && heightOf(patch) === sizeOfPiece(patch);
}

function hline(patch: Value, meter: Meter): Value {
  meter.burn(sizeOfPiece(patch));
  return widthOf(patch) === sizeOfPiece(patch) && heightOf(patch) === 1;
}

function hmatching(a: Value, b: Value, meter: Meter): Value {
  return shareRow(toPatch(a), toPatch(b), meter);
}

function vmatching(a: Value, b: Value, meter: Meter): Value {
  return shareColumn(toPatch(a), toPatch(b), meter);
}

function adjacent(a: Value, b: Value, meter: Meter): Value {
  const patchA = nonEmptyPatch(a);
  const patchB = nonEmptyPatch(b);
  meter.burn(patchA.packed.length + patchB.packed.length);
  return touching(patchA, patchB, 0, 0, meter);
}

/** The grid is looked at only where the patch does not start in row or column 0. */
function bordering(patch: Value, grid: Value, meter: Meter): Value {
  const { top, left, bottom, right } = boundsOf(patch);
  meter.burn(sizeOfPiece(patch));
  if (top === 0 || left === 0) return true;
  return bottom === sizeOfPiece(grid) - 1 || right === firstRowLength(grid) - 1;
}

const SPECS: Record<string, PrimitiveSpec> = {
  portrait: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether the piece is higher than it is wide.',
    run: portrait,
  },
  square: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether a grid is as high as it is wide; whether a patch fills a square without gaps.',
    run: square,
  },
  vline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one column of cells without gaps; one cell is enough.',
    run: vline,
  },
  hline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one row of cells without gaps; one cell is enough.',
    run: hline,
  },
  hmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some row holds cells of both patches.',
    run: hmatching,
  },
  vmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some column holds cells of both patches.',
    run: vmatching,
  },
  adjacent: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether the patches lie edge to edge without overlapping. Corners alone do not count.',
    run: adjacent,
  },
  bordering: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Boolean',
    doc: 'Whether the patch ends exactly at one of the four edges of the grid.',
    run: bordering,
  },
};

export const predicate = family('predicate', SPECS);
