/** Questions about pieces. */
import { cells, grid } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  portrait: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether the piece is higher than it is wide.',
    say: '{piece} is higher than wide',
    example: { args: [grid('1/2')], result: true },
  },
  square: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether a grid is as high as it is wide; whether a patch fills a square without gaps.',
    say: '{piece} is a square',
    example: { args: [grid('12/34')], result: true },
  },
  vline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one column of cells without gaps; one cell is enough.',
    say: '{patch} is a vertical line',
    example: { args: [cells('#/#/#')], result: true },
  },
  hline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one row of cells without gaps; one cell is enough.',
    say: '{patch} is a horizontal line',
    example: { args: [cells('###')], result: true },
  },
  hmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some row holds cells of both patches.',
    say: '{a} and {b} share a row',
    example: { args: [cells('#'), cells('#', 0, 4)], result: true },
  },
  vmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some column holds cells of both patches.',
    say: '{a} and {b} share a column',
    example: { args: [cells('#'), cells('#', 4, 0)], result: true },
  },
  adjacent: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether the patches lie edge to edge without overlapping. Corners alone do not count.',
    say: '{a} touches {b}',
    example: { args: [cells('#'), cells('#', 0, 1)], result: true },
  },
  bordering: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Boolean',
    doc: 'Whether the patch ends exactly at one of the four edges of the grid.',
    patient: ['grid'],
    say: '{patch} touches the edge[ of {grid}]',
    example: { args: [cells('#'), grid('000/000')], result: true },
  },
};

export const predicate = family('predicate', SPECS);
