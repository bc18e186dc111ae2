/** Grids made, joined, split and written to. Any tuple is read as a grid. */
import { cells, DOTS, grid, PANELS, tup, vec } from './example.ts';
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
    patient: ['value'],
    say: 'a grid of {value:colour} of size {dimensions}',
    example: { args: [4, vec(2, 3)], result: grid('444/444') },
  },
  fill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at every place of the patch.',
    patient: ['value'],
    doubt: 'layer',
    say: '{grid} with {patch} filled with {value:colour}',
    does: 'fills {patch} with {value:colour}',
    example: { args: [DOTS, 5, cells('##/#.')], result: grid('550/530/000') },
  },
  underfill: {
    ...PATCHED,
    doc: 'The grid with the colour `value` at those places of the patch that are background.',
    patient: ['value'],
    decides: true,
    doubt: 'layer',
    say: '{grid} with the background in {patch} filled with {value:colour}',
    does: 'fills the background in {patch} with {value:colour}',
    example: { args: [DOTS, 5, cells('##./##.')], result: grid('550/530/000') },
  },
  paint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object on top, in their own colours.',
    doubt: 'layer',
    say: '{grid} with {obj} painted on it',
    does: 'paints {obj}',
    example: { args: [DOTS, cells('12/2.')], result: grid('120/230/000') },
  },
  underpaint: {
    ...PAINTED,
    doc: 'The grid with the cells of the object, in their own colours, where the grid is background.',
    decides: true,
    doubt: 'layer',
    say: '{grid} with {obj} painted on its background',
    does: 'paints {obj} where there is background',
    example: { args: [DOTS, cells('11/11')], result: grid('110/130/000') },
  },
  cover: {
    params: 'grid: Grid, patch: Patch',
    returns: 'Grid',
    doc: 'The grid with background at every place of the patch: it is erased.',
    decides: true,
    say: '{grid} with {patch} wiped out',
    does: 'wipes out {patch}',
    example: { args: [DOTS, cells('3', 1, 1)], result: grid('000/000/000') },
  },
  move: {
    params: 'grid: Grid, obj: Object, offset: IntegerTuple',
    returns: 'Grid',
    doc: 'The grid with the object erased and painted again, `offset` further.',
    patient: ['offset'],
    decides: true,
    say: '{grid} with {obj} moved by {offset}',
    does: 'moves {obj} by {offset}',
    example: { args: [DOTS, cells('3', 1, 1), vec(-1, 1)], result: grid('003/000/000') },
  },
  hconcat: {
    ...TWO_GRIDS,
    doc: 'The grids side by side, `a` left of `b`. Rows without a counterpart are dropped.',
    say: '{a} and {b} side by side',
    does: 'puts {b} to its right',
    example: { args: [grid('12/34'), grid('5/6')], result: grid('125/346') },
  },
  vconcat: {
    ...TWO_GRIDS,
    doc: 'The grids one above the other, `a` on top.',
    say: '{a} above {b}',
    does: 'puts {b} below it',
    example: { args: [grid('12/34'), grid('56')], result: grid('12/34/56') },
  },
  hsplit: {
    ...SPLIT,
    doc: '`n` grids side by side; a separating column is skipped where the width does not divide by `n`.',
    say: '{grid} cut into {n} parts side by side',
    example: { args: [PANELS, 2], result: tup(grid('10/02'), grid('04/40')) },
  },
  vsplit: {
    ...SPLIT,
    doc: '`n` grids from top to bottom; a separating row is skipped where the height does not divide by `n`.',
    say: '{grid} cut into {n} parts one below the other',
    example: { args: [grid('12/34/56/78'), 2], result: tup(grid('12/34'), grid('56/78')) },
  },
  cellwise: {
    params: 'a: Grid, b: Grid, fallback: Integer',
    returns: 'Grid',
    doc: 'The cells on which both grids agree, and the colour `fallback` elsewhere.',
    patient: ['fallback'],
    say: '{a} where it equals {b}, else {fallback:colour}',
    does: 'keeps what it has in common with {b}, and fills the rest with {fallback:colour}',
    example: { args: [grid('110/011'), grid('010/010'), 0], result: grid('010/010') },
  },
};

export const gridCompose = family('grid-compose', SPECS);
