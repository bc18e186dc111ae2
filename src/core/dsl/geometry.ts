/** Measures of pieces: sizes, extremes, centres, distances, periods. */
import { cells, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const PIECE_TO_INTEGER = { params: 'piece: Piece', returns: 'Integer' } as const;

const PATCH_TO_VECTOR = { params: 'patch: Patch', returns: 'IntegerTuple' } as const;

const PATCH_TO_INTEGER = { params: 'patch: Patch', returns: 'Integer' } as const;

const PERIOD = { params: 'obj: Object', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  height: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of rows of a grid, or from the top to the bottom of a patch.',
    say: 'the height of {piece}',
    example: { args: [cells('3./33/3.')], result: 3 },
  },
  width: {
    ...PIECE_TO_INTEGER,
    doc: 'The number of columns of a grid, or from the left to the right end of a patch.',
    say: 'the width of {piece}',
    example: { args: [cells('3./33/3.')], result: 2 },
  },
  shape: {
    params: 'piece: Piece',
    returns: 'IntegerTuple',
    doc: 'Height and width as a vector.',
    say: 'the size of {piece}',
    example: { args: [cells('3./33/3.')], result: vec(3, 2) },
  },
  ulcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper left corner of the bounding box.',
    loose: true,
    say: 'the top left corner of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: vec(1, 2) },
  },
  urcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The upper right corner of the bounding box.',
    loose: true,
    say: 'the top right corner of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: vec(1, 3) },
  },
  llcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower left corner of the bounding box.',
    loose: true,
    say: 'the bottom left corner of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: vec(2, 2) },
  },
  lrcorner: {
    ...PATCH_TO_VECTOR,
    doc: 'The lower right corner of the bounding box.',
    loose: true,
    say: 'the bottom right corner of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: vec(2, 3) },
  },
  uppermost: {
    ...PATCH_TO_INTEGER,
    doc: 'The top row of the patch.',
    say: 'the top row of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: 1 },
  },
  lowermost: {
    ...PATCH_TO_INTEGER,
    doc: 'The bottom row of the patch.',
    say: 'the bottom row of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: 2 },
  },
  leftmost: {
    ...PATCH_TO_INTEGER,
    doc: 'The first column of the patch.',
    say: 'the left column of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: 2 },
  },
  rightmost: {
    ...PATCH_TO_INTEGER,
    doc: 'The last column of the patch.',
    say: 'the right column of {patch}',
    example: { args: [cells('.3/33', 1, 2)], result: 3 },
  },
  manhattan: {
    params: 'a: Patch, b: Patch',
    returns: 'Integer',
    doc: 'The fewest steps up, down, left or right from a cell of one patch to a cell of the other.',
    say: 'the distance from {a} to {b}',
    example: { args: [cells('#'), cells('#', 2, 3)], result: 5 },
  },
  centerofmass: {
    ...PATCH_TO_VECTOR,
    doc: 'The mean row and the mean column of the cells, rounded down.',
    loose: true,
    say: 'the centre of mass of {patch}',
    example: { args: [cells('###/..#')], result: vec(0, 1) },
  },
  center: {
    ...PATCH_TO_VECTOR,
    doc: 'The middle of the bounding box; of two middle rows or columns, the lower or the right one.',
    say: 'the centre of {patch}',
    example: { args: [cells('###/###/###')], result: vec(1, 1) },
  },
  position: {
    params: 'a: Patch, b: Patch',
    returns: 'IntegerTuple',
    doc: 'The direction from the center of a to that of b, each part -1, 0 or 1; LEFT when they coincide.',
    say: 'the direction from {a} to {b}',
    example: { args: [cells('#'), cells('#', 0, 3)], result: vec(0, 1) },
  },
  gravitate: {
    params: 'source: Patch, destination: Patch',
    returns: 'IntegerTuple',
    doc: 'How far the source must move, straight towards the destination, until they are adjacent; 42 steps if they never are.',
    say: 'the way from {source} to {destination}',
    example: { args: [cells('2'), cells('5', 0, 4)], result: vec(0, 3) },
  },
  hperiod: {
    ...PERIOD,
    doc: 'After how many columns the object repeats itself; its width if it does not.',
    say: 'the horizontal period of {obj}',
    example: { args: [cells('121212')], result: 2 },
  },
  vperiod: {
    ...PERIOD,
    doc: 'After how many rows the object repeats itself; its height if it does not.',
    say: 'the vertical period of {obj}',
    example: { args: [cells('1/2/1/2')], result: 2 },
  },
};

export const geometry = family('geometry', SPECS);
