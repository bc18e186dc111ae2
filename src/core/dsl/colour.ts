/** Colours counted, looked up and exchanged. Any tuple is read as a grid, a set as an object. */
import { cells, grid, L, set, vec } from './example.ts';
import { family, type PrimitiveSpec } from './primitive.ts';

const ONE_ELEMENT = { params: 'element: Element', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  mostcolor: {
    ...ONE_ELEMENT,
    doc: 'The most frequent colour; of several, the smallest. For a grid it is the background.',
    decides: true,
    say: 'the commonest colour of {element}',
    example: { args: [grid('112/103')], result: 1 },
  },
  leastcolor: {
    ...ONE_ELEMENT,
    doc: 'The rarest of the colours that occur; of several, the smallest.',
    decides: true,
    say: 'the rarest colour of {element}',
    example: { args: [grid('112/112/132')], result: 3 },
  },
  colorcount: {
    params: 'element: Element, value: Integer',
    returns: 'Integer',
    doc: 'How many cells of the grid or the object have the colour `value`.',
    patient: ['value'],
    say: 'how many cells of {element} are {value:colour}',
    example: { args: [grid('112/103'), 1], result: 3 },
  },
  palette: {
    params: 'element: Element',
    returns: 'IntegerSet',
    generic: 'Element -> Set Int',
    doc: 'The colours that occur.',
    say: 'the colours of {element}',
    example: { args: [grid('112/103')], result: set(0, 1, 2, 3) },
  },
  numcolors: {
    ...ONE_ELEMENT,
    doc: 'How many colours occur.',
    say: 'the number of colours of {element}',
    example: { args: [grid('112/103')], result: 4 },
  },
  color: {
    params: 'obj: Object',
    returns: 'Integer',
    doc: 'The colour of a one-coloured object, read off its first cell.',
    say: 'the colour of {obj}',
    example: { args: [L], result: 3 },
  },
  ofcolor: {
    params: 'grid: Grid, value: Integer',
    returns: 'Indices',
    doc: 'The places of the cells that have the colour `value`.',
    patient: ['value'],
    say: 'the {value:adjective} cells[ of {grid}]',
    example: { args: [grid('030/303'), 3], result: cells('.#./#.#') },
  },
  index: {
    params: 'grid: Grid, loc: IntegerTuple',
    returns: 'Integer',
    generic: 'Grid -> Vec -> Maybe Int',
    doc: 'The colour at `loc`, or None outside of the grid.',
    say: 'the colour of {grid} at {loc}',
    example: { args: [grid('12/34'), vec(1, 0)], result: 3 },
  },
  replace: {
    params: 'grid: Grid, replacee: Integer, replacer: Integer',
    returns: 'Grid',
    doc: 'The grid with the colour `replacer` in place of `replacee`.',
    patient: ['replacee', 'replacer'],
    say: '{grid} with {replacer:colour} in place of {replacee:colour}',
    does: 'replaces {replacee:colour} by {replacer:colour}',
    example: { args: [grid('12/21'), 1, 5], result: grid('52/25') },
  },
  switch: {
    params: 'grid: Grid, a: Integer, b: Integer',
    returns: 'Grid',
    doc: 'The grid with two colours exchanged.',
    patient: ['a', 'b'],
    say: '{grid} with {a:colour} and {b:colour} exchanged',
    does: 'exchanges {a:colour} and {b:colour}',
    example: { args: [grid('12/20'), 1, 2], result: grid('21/10') },
  },
};

export const colour = family('colour', SPECS);
