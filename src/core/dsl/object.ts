/** Objects: cut out of grids, coloured, chosen, and found again. */
import { cells, grid, set, TWO_OBJECTS } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const SPECS: Record<string, PrimitiveSpec> = {
  colorfilter: {
    params: 'objs: Objects, value: Integer',
    returns: 'Objects',
    generic: 'k Object -> Int -> Set Object',
    doc: 'The objects of the given colour, as a set. The smallest colour stands for a many-coloured object.',
    patient: ['value'],
    decides: true,
    say: 'the {value:adjective} ones of {objs}',
    example: { args: [TWO_OBJECTS, 5], result: set(cells('55/5.', 0, 2)) },
  },
  recolor: {
    params: 'value: Integer, patch: Patch',
    returns: 'Object',
    doc: 'The positions of the patch as an object of one colour. The colour comes first.',
    patient: ['value'],
    say: '{patch} in {value:colour}',
    example: { args: [4, cells('##/.#')], result: cells('44/.4') },
  },
  toobject: {
    params: 'patch: Patch, grid: Grid',
    returns: 'Object',
    doc: 'The positions of the patch with the colours that the grid has there; what lies outside is dropped.',
    say: 'what[ of {grid}] lies in {patch}',
    example: { args: [cells('##/.#'), grid('12/34')], result: cells('12/.4') },
  },
  asobject: {
    params: 'grid: Grid',
    returns: 'Object',
    doc: 'The whole grid as one object.',
    say: 'all cells of {grid}',
    example: { args: [grid('12/30')], result: cells('12/30') },
  },
  objects: {
    params: 'grid: Grid, univalued: Boolean, diagonal: Boolean, without_bg: Boolean',
    returns: 'Objects',
    generic: 'Grid -> Bool -> Bool -> Bool -> Set Object',
    doc: 'The connected components of the grid: of one colour each (univalued), joined at corners too (diagonal), leaving out the most frequent colour (without_bg).',
    decides: true,
    say: 'the objects[ of {grid}]',
    example: { args: [grid('2055/0005'), true, false, true], result: set(cells('2'), cells('55/.5', 0, 2)) },
  },
  partition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, with all cells of that colour, connected or not.',
    say: 'the colours[ of {grid}], each as an object',
    example: { args: [grid('202/055')], result: set(cells('.0/0.'), cells('2.2'), cells('55', 1, 1)) },
  },
  fgpartition: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'One object a colour, apart from the most frequent colour.',
    decides: true,
    say: 'the objects by colour[ of {grid}]',
    example: { args: [grid('2020/0055')], result: set(cells('2.2'), cells('55', 1, 2)) },
  },
  occurrences: {
    params: 'grid: Grid, obj: Object',
    returns: 'Indices',
    doc: 'Where the object occurs in the grid: the position of its top left corner for each match. Gaps in the object match anything.',
    say: 'the places[ in {grid}] where {obj} occurs',
    example: { args: [grid('1212/0120'), cells('12')], result: cells('#.#/.#.') },
  },
};

export const object = family('object', SPECS);
