/** Grids made, joined, split and written to. Any tuple is read as a grid. */
import { family, type PrimitiveSpec } from './primitive.ts';

const PATCHED = { returns: 'Grid', params: 'grid: Grid, value: Integer, patch: Patch' } as const;

const PAINTED = { returns: 'Grid', params: 'grid: Grid, obj: Object' } as const;

const TWO_GRIDS = { returns: 'Grid', params: 'a: Grid, b: Grid' } as const;

const SPLIT = {
  returns: 'Tuple',
  params: 'grid: Grid, n: Integer',
  generic: 'Grid -> Int -> Tuple Grid',
} as const;

const SPECS: Record<string, PrimitiveSpec> = {
  canvas: {
    params: 'value: Integer, dimensions: IntegerTuple',
    returns: 'Grid',
    doc: 'A grid of one colour; `dimensions` are its height and its width.',
  },
  fill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at every place of the patch.',
  },
  underfill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at those places of the patch that are background.',
  },
  paint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object on top, in their own colours.',
  },
  underpaint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object, in their own colours, where the grid is background.',
  },
  cover: {
    params: 'grid: Grid, patch: Patch',
    returns: 'Grid',
    doc: 'The grid with background at every place of the patch: it is erased.',
  },
  move: {
    params: 'grid: Grid, obj: Object, offset: IntegerTuple',
    returns: 'Grid',
    doc: 'The grid with the object erased and painted again, `offset` further.',
  },
  hconcat: {
    ...TWO_GRIDS,
    doc: 'The grids side by side, `a` left of `b`. Rows without a counterpart are dropped.',
  },
  vconcat: { ...TWO_GRIDS, doc: 'The grids one above the other, `a` on top.' },
  hsplit: {
    ...SPLIT,
    doc: '`n` grids side by side; a separating column is skipped where the width does not divide by `n`.',
  },
  vsplit: {
    ...SPLIT,
    doc: '`n` grids from top to bottom; a separating row is skipped where the height does not divide by `n`.',
  },
  cellwise: {
    params: 'a: Grid, b: Grid, fallback: Integer',
    returns: 'Grid',
    doc: 'The cells on which both grids agree, and the colour `fallback` elsewhere.',
  },
};

export const gridCompose = family('grid-compose', SPECS);
