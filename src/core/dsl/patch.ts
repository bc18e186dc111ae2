/** Making and moving sets of positions. None of them is clipped to a grid. */
import { family, type PrimitiveSpec } from './primitive.ts';

const PATCH_TO_INDICES = { params: 'patch: Patch', returns: 'Indices' } as const;

const LOC_TO_INDICES = {
  params: 'loc: IntegerTuple',
  returns: 'Indices',
  generic: 'Vec -> Indices',
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  asindices: { params: 'grid: Grid', returns: 'Indices', doc: 'All positions of the grid.' },
  toindices: {
    ...PATCH_TO_INDICES,
    generic: ['Object -> Indices', 'Indices -> Indices'],
    doc: 'The positions of the patch, without colours.',
  },
  shift: {
    params: 'patch: Patch, directions: IntegerTuple',
    returns: 'Patch',
    generic: ['Object -> Vec -> Object', 'Indices -> Vec -> Indices'],
    doc: 'The patch moved by so many rows down and columns to the right.',
  },
  normalize: {
    params: 'patch: Patch',
    returns: 'Patch',
    generic: ['Object -> Object', 'Indices -> Indices'],
    doc: 'The patch moved up or down and sideways until its bounding box starts at (0, 0).',
  },
  dneighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that share an edge with the location.',
  },
  ineighbors: {
    ...LOC_TO_INDICES,
    doc: 'The four positions that touch the location at a corner.',
  },
  neighbors: { ...LOC_TO_INDICES, doc: 'The eight positions around the location.' },
  corners: { ...PATCH_TO_INDICES, doc: 'The four corners of the bounding box.' },
  backdrop: { ...PATCH_TO_INDICES, doc: 'All positions of the bounding box.' },
  delta: {
    ...PATCH_TO_INDICES,
    doc: 'The positions of the bounding box that the patch leaves free.',
  },
  inbox: { ...PATCH_TO_INDICES, doc: 'A frame just inside the edge of the bounding box.' },
  outbox: { ...PATCH_TO_INDICES, doc: 'A frame just outside the bounding box.' },
  box: { ...PATCH_TO_INDICES, doc: 'A frame along the edge of the bounding box.' },
};

export const patch = family('patch', SPECS);
