/** Making and moving sets of positions. None of them is clipped to a grid. */
import { cells, grid, L, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { CONTAINER } from './shapes.ts';

const PATCH_TO_INDICES = { params: 'patch: Patch', returns: 'Indices' } as const;

const LOC_TO_INDICES = {
  params: 'loc: IntegerTuple',
  returns: 'Indices',
  generic: 'Vec -> Indices',
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  asindices: {
    params: 'grid: Grid',
    returns: 'Indices',
    doc: 'All positions of the grid.',
    takes: { grid: CONTAINER },
    say: 'all places of {grid}',
    example: { args: [grid('12/34')], result: cells('##/##') },
  },
  toindices: {
    ...PATCH_TO_INDICES,
    generic: ['Object -> Indices', 'Indices -> Indices'],
    doc: 'The positions of the patch, without colours.',
    say: 'the places of {patch}',
    example: { args: [L], result: cells('#./##') },
  },
  shift: {
    params: 'patch: Patch, directions: IntegerTuple',
    returns: 'Patch',
    generic: ['Object -> Vec -> Object', 'Indices -> Vec -> Indices'],
    doc: 'The patch moved by so many rows down and columns to the right.',
    patient: ['directions'],
    say: '{patch} moved by {directions}',
    example: { args: [L, vec(1, 2)], result: cells('3./33', 1, 2) },
  },
  normalize: {
    params: 'patch: Patch',
    returns: 'Patch',
    generic: ['Object -> Object', 'Indices -> Indices'],
    doc: 'The patch moved up or down and sideways until its bounding box starts at (0, 0).',
    say: '{patch} moved to the corner',
    example: { args: [cells('3./33', 2, 1)], result: cells('3./33') },
  },
  dneighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that share an edge with the location.',
    say: 'the places beside {loc}',
    example: { args: [vec(1, 1)], result: cells('.#./#.#/.#.') },
  },
  ineighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that touch the location at a corner.',
    say: 'the places diagonal to {loc}',
    example: { args: [vec(1, 1)], result: cells('#.#/.../#.#') },
  },
  neighbors: {
    ...LOC_TO_INDICES,
    doc: 'The eight positions around the location.',
    say: 'the places around {loc}',
    example: { args: [vec(1, 1)], result: cells('###/#.#/###') },
  },
  corners: {
    ...PATCH_TO_INDICES,
    doc: 'The four corners of the bounding box.',
    loose: true,
    say: 'the corners of {patch}',
    example: { args: [cells('.#.#/#...')], result: cells('#..#/#..#') },
  },
  backdrop: {
    ...PATCH_TO_INDICES,
    doc: 'All positions of the bounding box.',
    say: 'the bounding box of {patch}',
    example: { args: [cells('..#/#..')], result: cells('###/###') },
  },
  delta: {
    ...PATCH_TO_INDICES,
    doc: 'The positions of the bounding box that the patch leaves free.',
    say: 'the gaps in the bounding box of {patch}',
    example: { args: [cells('..#/##.')], result: cells('##./..#') },
  },
  inbox: {
    ...PATCH_TO_INDICES,
    doc: 'A frame just inside the edge of the bounding box.',
    say: 'the frame just inside of {patch}',
    example: { args: [cells('#..#/..../...#')], result: cells('##', 1, 1) },
  },
  outbox: {
    ...PATCH_TO_INDICES,
    doc: 'A frame just outside the bounding box.',
    say: 'the frame just outside of {patch}',
    example: { args: [cells('##', 1, 1)], result: cells('####/#..#/####') },
  },
  box: {
    ...PATCH_TO_INDICES,
    doc: 'A frame along the edge of the bounding box.',
    say: 'the frame of {patch}',
    example: { args: [cells('#..#/..../...#')], result: cells('####/#..#/####') },
  },
};

export const patch = family('patch', SPECS);
