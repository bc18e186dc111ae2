/** Objects: cut out of grids, coloured, chosen, and found again. */
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  colorfilter: {
    params: 'objs: Objects, value: Integer',
    returns: 'Objects',
    generic: 'k Object -> Int -> Set Object',
    doc: 'The objects of the given colour, as a set. The smallest colour stands for a many-coloured object.',
  },
  recolor: {
    params: 'value: Integer, patch: Patch',
    returns: 'Object',
    doc: 'The positions of the patch as an object of one colour. The colour comes first.',
  },
  toobject: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Object',
    doc: 'The positions of the patch with the colours that the grid has there; what lies outside is dropped.',
  },
  asobject: {
    params: 'grid: Grid',
    returns: 'Object',
    doc: 'The whole grid as one object.',
  },
  objects: {
    params: 'grid: Grid, univalued: Boolean, diagonal: Boolean, without_bg: Boolean',
    returns: 'Objects',
    generic: 'Grid -> Bool -> Bool -> Bool -> Set Object',
    doc: 'The connected components of the grid: of one colour each (univalued), joined at corners too (diagonal), leaving out the most frequent colour (without_bg).',
  },
  partition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, with all cells of that colour, connected or not.',
  },
  fgpartition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, apart from the most frequent colour.',
  },
  occurrences: {
    params: 'grid: Grid, obj: Object',
    returns: 'Indices',
    doc: 'Where the object occurs in the grid: the position of its top left corner for each match. Gaps in the object match anything.',
  },
};

export const object = family('object', SPECS);
