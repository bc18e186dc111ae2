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
    example: { args: [grid('12/34')], result: cells('##/##') },
  },
  toindices: {
    ...PATCH_TO_INDICES,
    generic: ['Object -> Indices', 'Indices -> Indices'],
    doc: 'The positions of the patch, without colours.',
    example: { args: [L], result: cells('#./##') },
  },
  shift: {
    params: 'patch: Patch, directions: IntegerTuple',
    returns: 'Patch',
    generic: ['Object -> Vec -> Object', 'Indices -> Vec -> Indices'],
    doc: 'The patch moved by so many rows down and columns to the right.',
    patient: ['directions'],
    example: { args: [L, vec(1, 2)], result: cells('3./33', 1, 2) },
  },
  normalize: {
    params: 'patch: Patch',
    returns: 'Patch',
    generic: ['Object -> Object', 'Indices -> Indices'],
    doc: 'The patch moved up or down and sideways until its bounding box starts at (0, 0).',
    example: { args: [cells('3./33', 2, 1)], result: cells('3./33') },
  },
  dneighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that share an edge with the location.',
    example: { args: [vec(1, 1)], result: cells('.#./#.#/.#.') },
  },
  ineighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that touch the location at a corner.',
    example: { args: [vec(1, 1)], result: cells('#.#/.../#.#') },
  },
  neighbors: {
    ...LOC_TO_INDICES,
    doc: 'The eight positions around the location.',
    example: { args: [vec(1, 1)], result: cells('###/#.#/###') },
  },
  corners: {
    ...PATCH_TO_INDICES,
    doc: 'The four corners of the bounding box.',
    loose: true,
    example: { args: [cells('.#.#/#...')], result: cells('#..#/#..#') },
  },
  backdrop: {
    ...PATCH_TO_INDICES,
    doc: 'All positions of the bounding box.',
    example: { args: [cells('..#/#..')], result: cells('###/###') },
  },
  delta: {
    ...PATCH_TO_INDICES,
    doc: 'The positions of the bounding box that the patch leaves free.',
    example: { args: [cells('..#/##.')], result: cells('##./..#') },
  },
  inbox: {
    ...PATCH_TO_INDICES,
    doc: 'A frame just inside the edge of the bounding box.',
    example: { args: [cells('#..#/..../...#')], result: cells('##', 1, 1) },
  },
  outbox: {
    ...PATCH_TO_INDICES,
    doc: 'A frame just outside the bounding box.',
    example: { args: [cells('##', 1, 1)], result: cells('####/#..#/####') },
  },
  box: {
    ...PATCH_TO_INDICES,
    doc: 'A frame along the edge of the bounding box.',
    example: { args: [cells('#..#/..../...#')], result: cells('####/#..#/####') },
  },
};

export const patch = family('patch', SPECS);
