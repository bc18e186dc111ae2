/** Grids turned, mirrored, cut and scaled. Any tuple is read as a grid; the mirrors and `upscale` take patches, too. */
import { cells, grid, PANELS, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const ONE_GRID = { params: 'grid: Grid', returns: 'Grid' } as const;

const ONE_PIECE = {
  params: 'piece: Piece',
  returns: 'Piece',
  generic: ['Grid -> Grid', 'Object -> Object', 'Indices -> Indices'],
} as const;

const SCALED = { params: 'grid: Grid, factor: Integer', returns: 'Grid' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  rot90: {
    ...ONE_GRID,
    doc: 'The grid after a quarter turn clockwise.',
    say: '{grid} turned right',
    does: 'turns it right',
    example: { args: [grid('12/30')], result: grid('31/02') },
  },
  rot180: {
    ...ONE_GRID,
    doc: 'The grid after half a turn.',
    say: '{grid} turned upside down',
    does: 'turns it by half',
    example: { args: [grid('12/30')], result: grid('03/21') },
  },
  rot270: {
    ...ONE_GRID,
    doc: 'The grid after a quarter turn anticlockwise.',
    say: '{grid} turned left',
    does: 'turns it left',
    example: { args: [grid('12/30')], result: grid('20/13') },
  },
  hmirror: {
    ...ONE_PIECE,
    doc: 'Top and bottom swapped; a patch is flipped within its bounding box.',
    say: '{piece} mirrored top to bottom',
    does: 'mirrors it top to bottom',
    example: { args: [grid('12/30')], result: grid('30/12') },
  },
  vmirror: {
    ...ONE_PIECE,
    doc: 'Left and right swapped; a patch is flipped within its bounding box.',
    say: '{piece} mirrored left to right',
    does: 'mirrors it left to right',
    example: { args: [grid('12/30')], result: grid('21/03') },
  },
  dmirror: {
    ...ONE_PIECE,
    doc: 'Rows and columns swapped. The top-left corner of a patch keeps its place.',
    say: '{piece} mirrored at the main diagonal',
    does: 'mirrors it at the main diagonal',
    example: { args: [grid('120/300')], result: grid('13/20/00') },
  },
  cmirror: {
    ...ONE_PIECE,
    doc: 'Mirrored about the diagonal from top right to bottom left. The top-left corner of a patch keeps its place.',
    say: '{piece} mirrored at the other diagonal',
    does: 'mirrors it at the other diagonal',
    example: { args: [grid('120/300')], result: grid('00/02/31') },
  },
  hupscale: {
    ...SCALED,
    doc: 'The grid with every column repeated `factor` times.',
    say: '{grid} made {factor} times wider',
    does: 'makes it {factor} times wider',
    example: { args: [grid('12/30'), 2], result: grid('1122/3300') },
  },
  vupscale: {
    ...SCALED,
    doc: 'The grid with every row repeated `factor` times.',
    say: '{grid} made {factor} times higher',
    does: 'makes it {factor} times higher',
    example: { args: [grid('12/30'), 2], result: grid('12/12/30/30') },
  },
  upscale: {
    params: 'element: Element, factor: Integer',
    returns: 'Element',
    generic: ['Grid -> Int -> Grid', 'Object -> Int -> Object'],
    doc: 'Every cell becomes a block of `factor` x `factor` cells. An object grows from its top-left corner.',
    say: '{element} enlarged {factor} times',
    does: 'enlarges it {factor} times',
    example: { args: [grid('12/30'), 2], result: grid('1122/1122/3300/3300') },
  },
  downscale: {
    ...SCALED,
    doc: 'Every `factor`-th cell of every `factor`-th row, from the top left.',
    say: '{grid} shrunk {factor} times',
    does: 'shrinks it {factor} times',
    example: { args: [grid('1122/1122/3300/3300'), 2], result: grid('12/30') },
  },
  crop: {
    params: 'grid: Grid, start: IntegerTuple, dims: IntegerTuple',
    returns: 'Grid',
    doc: 'The rectangle of the size `dims` whose top-left cell is at `start`, cut off at the bottom and the right edge.',
    say: 'the part of {grid} at {start} of size {dims}',
    does: 'cuts out the part at {start} of size {dims}',
    example: { args: [grid('1234/5678/9012'), vec(0, 1), vec(2, 2)], result: grid('23/67') },
  },
  subgrid: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Grid',
    doc: 'The part of the grid under the bounding box of the patch.',
    say: 'the part of {grid} around {patch}',
    does: 'crops to {patch}',
    example: { args: [cells('.3/33', 1, 1), grid('0000/0030/0330')], result: grid('03/33') },
  },
  trim: {
    ...ONE_GRID,
    doc: 'The grid without its outermost rows and columns.',
    say: '{grid} without its border',
    does: 'cuts off the border',
    example: { args: [grid('1111/1231/1111')], result: grid('23') },
  },
  tophalf: {
    ...ONE_GRID,
    doc: 'The upper half; a middle row is left out.',
    say: 'the top half of {grid}',
    does: 'takes the top half',
    example: { args: [grid('12/34/56/78')], result: grid('12/34') },
  },
  bottomhalf: {
    ...ONE_GRID,
    doc: 'The lower half; a middle row is left out.',
    say: 'the bottom half of {grid}',
    does: 'takes the bottom half',
    example: { args: [grid('12/34/56/78')], result: grid('56/78') },
  },
  lefthalf: {
    ...ONE_GRID,
    doc: 'The left half; a middle column is left out.',
    say: 'the left half of {grid}',
    does: 'takes the left half',
    example: { args: [PANELS], result: grid('10/02') },
  },
  righthalf: {
    ...ONE_GRID,
    doc: 'The right half; a middle column is left out.',
    say: 'the right half of {grid}',
    does: 'takes the right half',
    example: { args: [PANELS], result: grid('04/40') },
  },
  compress: {
    ...ONE_GRID,
    doc: 'The grid without the rows and the columns that have one colour only.',
    say: '{grid} without its one-coloured rows and columns',
    does: 'takes one-coloured rows and columns out',
    example: { args: [grid('0102/0000/0304')], result: grid('12/34') },
  },
};

export const gridTransform = family('grid-transform', SPECS);
