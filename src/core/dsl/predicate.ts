/** Questions about pieces. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  portrait: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether the piece is higher than it is wide.',
  },
  square: {
    params: 'piece: Piece',
    returns: 'Boolean',
    doc: 'Whether a grid is as high as it is wide; whether a patch fills a square without gaps.',
  },
  vline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one column of cells without gaps; one cell is enough.',
  },
  hline: {
    params: 'patch: Patch',
    returns: 'Boolean',
    doc: 'Whether the patch is one row of cells without gaps; one cell is enough.',
  },
  hmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some row holds cells of both patches.',
  },
  vmatching: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether some column holds cells of both patches.',
  },
  adjacent: {
    params: 'a: Patch, b: Patch',
    returns: 'Boolean',
    doc: 'Whether the patches lie edge to edge without overlapping. Corners alone do not count.',
  },
  bordering: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Boolean',
    doc: 'Whether the patch ends exactly at one of the four edges of the grid.',
  },
};

export const predicate = family('predicate', SPECS);
