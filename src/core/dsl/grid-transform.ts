/** Grids turned, mirrored, cut and scaled. Any tuple is read as a grid; the mirrors and `upscale` take patches, too. */
import { family, type PrimitiveSpec } from './primitive.ts';

const ONE_GRID = { params: 'grid: Grid', returns: 'Grid' } as const;

const ONE_PIECE = {
  params: 'piece: Piece',
  returns: 'Piece',
  generic: ['Grid -> Grid', 'Object -> Object', 'Indices -> Indices'],
} as const;

const SCALED = { params: 'grid: Grid, factor: Integer', returns: 'Grid' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  rot90: { ...ONE_GRID, doc: 'The grid after a quarter turn clockwise.' },
  rot180: { ...ONE_GRID, doc: 'The grid after half a turn.' },
  rot270: { ...ONE_GRID, doc: 'The grid after a quarter turn anticlockwise.' },
  hmirror: {
    ...ONE_PIECE,
    doc: 'Top and bottom swapped; a patch is flipped within its bounding box.',
  },
  vmirror: {
    ...ONE_PIECE,
    doc: 'Left and right swapped; a patch is flipped within its bounding box.',
  },
  dmirror: {
    ...ONE_PIECE,
    doc: 'Rows and columns swapped. The top-left corner of a patch keeps its place.',
  },
  cmirror: {
    ...ONE_PIECE,
    doc: 'Mirrored about the diagonal from top right to bottom left. The top-left corner of a patch keeps its place.',
  },
  hupscale: { ...SCALED, doc: 'The grid with every column repeated `factor` times.' },
  vupscale: { ...SCALED, doc: 'The grid with every row repeated `factor` times.' },
  upscale: {
    params: 'element: Element, factor: Integer',
    returns: 'Element',
    generic: ['Grid -> Int -> Grid', 'Object -> Int -> Object'],
    doc: 'Every cell becomes a block of `factor` x `factor` cells. An object grows from its top-left corner.',
  },
  downscale: {
    ...SCALED,
    doc: 'Every `factor`-th cell of every `factor`-th row, from the top left.',
  },
  crop: {
    params: 'grid: Grid, start: IntegerTuple, dims: IntegerTuple',
    returns: 'Grid',
    doc: 'The rectangle of the size `dims` whose top-left cell is at `start`, cut off at the bottom and the right edge.',
  },
  subgrid: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Grid',
    doc: 'The part of the grid under the bounding box of the patch.',
  },
  trim: {
    ...ONE_GRID,
    doc: 'The grid without its outermost rows and columns.',
  },
  tophalf: {
    ...ONE_GRID,
    doc: 'The upper half; a middle row is left out.',
  },
  bottomhalf: {
    ...ONE_GRID,
    doc: 'The lower half; a middle row is left out.',
  },
  lefthalf: {
    ...ONE_GRID,
    doc: 'The left half; a middle column is left out.',
  },
  righthalf: {
    ...ONE_GRID,
    doc: 'The right half; a middle column is left out.',
  },
  compress: {
    ...ONE_GRID,
    doc: 'The grid without the rows and the columns that have one colour only.',
  },
};

export const gridTransform = family('grid-transform', SPECS);
