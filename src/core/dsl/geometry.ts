/** Measures of pieces: sizes, extremes, centres, distances, periods. */
import { family, type PrimitiveSpec } from './primitive.ts';

const PIECE_TO_INTEGER = { params: 'piece: Piece', returns: 'Integer' } as const;

const PATCH_TO_VECTOR = { params: 'patch: Patch', returns: 'IntegerTuple' } as const;

const PATCH_TO_INTEGER = { params: 'patch: Patch', returns: 'Integer' } as const;

const PERIOD = { params: 'obj: Object', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  height: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of rows of a grid, or from the top to the bottom of a patch.',
  },
  width: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of columns of a grid, or from the left to the right end of a patch.',
  },
  shape: {
    params: 'piece: Piece',
    returns: 'IntegerTuple',
    doc: 'Height and width as a vector.',
  },
  ulcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper left corner of the bounding box.',
  },
  urcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper right corner of the bounding box.',
  },
  llcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower left corner of the bounding box.',
  },
  lrcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower right corner of the bounding box.',
  },
  uppermost: { ...PATCH_TO_INTEGER, doc: 'The top row of the patch.' },
  lowermost: {
    ...PATCH_TO_INTEGER,
    doc: 'The bottom row of the patch.',
  },
  leftmost: { ...PATCH_TO_INTEGER, doc: 'The first column of the patch.' },
  rightmost: {
    ...PATCH_TO_INTEGER,
    doc: 'The last column of the patch.',
  },
  manhattan: {
    params: 'a: Patch, b: Patch',
    returns: 'Integer',
    doc: 'The fewest steps up, down, left or right from a cell of one patch to a cell of the other.',
  },
  centerofmass: {
    ...PATCH_TO_VECTOR,
    doc: 'The mean row and the mean column of the cells, rounded down.',
  },
  center: {
    ...PATCH_TO_VECTOR,
    doc: 'The middle of the bounding box; of two middle rows or columns, the lower or the right one.',
  },
  position: {
    params: 'a: Patch, b: Patch',
    returns: 'IntegerTuple',
    doc: 'The direction from the center of a to that of b, each part -1, 0 or 1; LEFT when they coincide.',
  },
  gravitate: {
    params: 'source: Patch, destination: Patch',
    returns: 'IntegerTuple',
    doc: 'How far the source must move, straight towards the destination, until they are adjacent; 42 steps if they never are.',
  },
  hperiod: {
    ...PERIOD,
    doc: 'After how many columns the object repeats itself; its width if it does not.',
  },
  vperiod: {
    ...PERIOD,
    doc: 'After how many rows the object repeats itself; its height if it does not.',
  },
};

export const geometry = family('geometry', SPECS);
