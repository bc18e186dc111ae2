/** Colours counted, looked up and exchanged. Any tuple is read as a grid, a set as an object. */
import { family, type PrimitiveSpec } from './primitive.ts';

const ONE_ELEMENT = { params: 'element: Element', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  mostcolor: {
    ...ONE_ELEMENT,
    doc: 'The most frequent colour; of several, the smallest. For a grid it is the background.',
  },
  leastcolor: {
    ...ONE_ELEMENT,
    doc: 'The rarest of the colours that occur; of several, the smallest.',
  },
  colorcount: {
    params: 'element: Element, value: Integer',
    returns: 'Integer',
    doc: 'How many cells of the grid or the object have the colour `value`.',
  },
  palette: {
    params: 'element: Element',
    returns: 'IntegerSet',
    generic: 'Element -> Set Int',
    doc: 'The colours that occur.',
  },
  numcolors: {
    ...ONE_ELEMENT,
    doc: 'How many colours occur.',
  },
  color: {
    params: 'obj: Object',
    returns: 'Integer',
    doc: 'The colour of a one-coloured object, read off its first cell.',
  },
  ofcolor: {
    params: 'grid: Grid, value: Integer',
    returns: 'Indices',
    doc: 'The places of the cells that have the colour `value`.',
  },
  index: {
    params: 'grid: Grid, loc: IntegerTuple',
    returns: 'Integer',
    generic: 'Grid -> Vec -> Maybe Int',
    doc: 'The colour at `loc`, or None outside of the grid.',
  },
  replace: {
    params: 'grid: Grid, replacee: Integer, replacer: Integer',
    returns: 'Grid',
    doc: 'The grid with the colour `replacer` in place of `replacee`.',
  },
  switch: {
    params: 'grid: Grid, a: Integer, b: Integer',
    returns: 'Grid',
    doc: 'The grid with two colours exchanged.',
  },
};

export const colour = family('colour', SPECS);
