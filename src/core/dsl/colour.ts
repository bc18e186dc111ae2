/** Colours counted, looked up and exchanged. Any tuple is read as a grid, a set as an object. */
import { copyCells } from '../values/arena.ts';
import { setOf, sortedSet } from '../values/build.ts';
import { members, sizeOf, vec } from '../values/container.ts';
import { describe, toContainer } from '../values/fn.ts';
import { indicesOf } from '../values/grids.ts';
import { fail, type Meter } from '../values/meter.ts';
import { equal } from '../values/order.ts';
import { COLOUR_LOW, colourOf, PLACE_LOW, rowOf } from '../values/pack.ts';
import { Grid, isInteger, isTuple, Patch, type SetLike, type Value } from '../values/value.ts';
import { background, extremeColours, extremeRuns, extremeValue } from './background.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { asColour, fromRows, itemsOf, payGrid, rowsOf, tupleRowsOf, twoIntegers } from './rows.ts';

/**
 * Where the colour stands in the packed members, and how much too high it is there. Where the members are bare
 * indices, their rows pass for colours.
 */
function colourBits({ coloured }: Patch): readonly [shift: number, offset: number] {
  return coloured ? [24, -COLOUR_LOW] : [12, -PLACE_LOW];
}

/** The values that stand where colours are expected, of a container that is neither a Grid nor a Patch. */
function coloursOf(element: Value): readonly Value[] {
  if (isTuple(element)) return rowsOf(element).flat();
  return members(toContainer(element)).map((member) => {
    const parts = members(toContainer(member));
    return parts.length === 2 ? parts[0] : fail(`a cell is needed, not ${describe(member)}`);
  });
}

function mostcolor(element: Value, meter: Meter): Value {
  if (element instanceof Grid) return background(element, meter);
  return element instanceof Patch
    ? extremeOfPatch(element, true, meter)
    : extremeValue(coloursOf(element), true, meter);
}

function leastcolor(element: Value, meter: Meter): Value {
  if (element instanceof Patch) return extremeOfPatch(element, false, meter);
  if (!(element instanceof Grid)) return extremeValue(coloursOf(element), false, meter);
  meter.burn(element.cells.length);
  return element.cells.length === 0
    ? fail('a grid without cells has no colour')
    : meter.choose(extremeColours(element.cells, false));
}

function extremeOfPatch(patch: Patch, most: boolean, meter: Meter): Value {
  meter.burn(patch.packed.length);
  return meter.choose(extremeRuns(patch.packed, ...colourBits(patch), most));
}

function colorcount(element: Value, value: Value, meter: Meter): Value {
  if (element instanceof Grid || element instanceof Patch) {
    const numbers = element instanceof Grid ? element.cells : element.packed;
    const [shift, offset] = element instanceof Grid ? [0, 0] : colourBits(element);
    meter.burn(numbers.length);
    const wanted = isInteger(value) ? Number(value) + offset : NaN;
    let count = 0;
    for (let i = 0; i < numbers.length; i++) if (numbers[i] >> shift === wanted) count++;
    return count;
  }
  const values = isTuple(element) ? tupleRowsOf(element).flat() : coloursOf(element);
  meter.burn(values.length);
  return values.filter((each) => equal(each, value)).length;
}

function palette(element: Value, meter: Meter): SetLike {
  if (element instanceof Grid || element instanceof Patch) {
    meter.burn(element instanceof Grid ? element.cells.length : element.packed.length);
    return sortedSet(
      element instanceof Grid
        ? distinct(element.cells)
        : distinctRuns(element.packed, ...colourBits(element)),
    );
  }
  const values = coloursOf(element);
  meter.make(values.length);
  return setOf(values);
}

/** The ascending distinct colours. */
function distinct(colours: Int16Array): readonly number[] {
  let seen = 0;
  for (let i = 0; i < colours.length; i++) {
    if (colours[i] < 0 || colours[i] > 30) return [...new Set(colours)].sort((a, b) => a - b);
    seen |= 1 << colours[i];
  }
  const found: number[] = [];
  for (let colour = 0; seen >>> colour !== 0; colour++) if ((seen >>> colour) & 1) found.push(colour);
  return found;
}

/** The same for ascending numbers whose colours stand from bit `shift` up, `offset` too high. */
function distinctRuns(packed: Int32Array, shift: number, offset: number): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < packed.length; i++)
    if (i === 0 || packed[i] >> shift !== packed[i - 1] >> shift) found.push((packed[i] >> shift) - offset);
  return found;
}

function color(obj: Value): Value {
  if (obj instanceof Patch) return obj.coloured ? colourOf(obj.packed[0]) : rowOf(obj.packed[0]);
  const container = toContainer(obj);
  const first = sizeOf(container) === 0 ? fail('an empty object has no colour') : members(container)[0];
  const parts = itemsOf(first);
  return parts.length === 0 ? fail('a row without cells has no colour') : parts[0];
}

function ofcolor(grid: Value, value: Value, meter: Meter): Value {
  if (grid instanceof Grid) {
    payGrid(grid.height, grid.width, meter);
    return isInteger(value) ? indicesOf(grid, Number(value)) : setOf([]);
  }
  const found: Value[] = [];
  rowsOf(grid).forEach((row, i) => {
    meter.burn(row.length);
    row.forEach((each, j) => {
      if (equal(each, value)) found.push(vec(i, j));
    });
  });
  return setOf(found);
}

/** The grid with `to` in place of every `from`. */
function replace(grid: Value, from: Value, to: Value, meter: Meter): Value {
  const colour = asColour(to);
  if (!(grid instanceof Grid) || colour === null)
    return mapCells(grid, meter, (value) => (equal(value, from) ? to : value));
  payGrid(grid.height, grid.width, meter);
  const out = copyCells(grid.cells);
  const wanted = isInteger(from) ? Number(from) : NaN;
  for (let i = 0; i < out.length; i++) if (out[i] === wanted) out[i] = colour;
  return new Grid(grid.height, grid.width, out);
}

function exchange(grid: Value, a: Value, b: Value, meter: Meter): Value {
  const one = asColour(a);
  const other = asColour(b);
  if (!(grid instanceof Grid) || one === null || other === null) {
    return mapCells(grid, meter, (value) => (equal(value, b) ? a : equal(value, a) ? b : value));
  }
  payGrid(grid.height, grid.width, meter);
  const out = copyCells(grid.cells);
  for (let i = 0; i < out.length; i++) {
    if (out[i] === one) out[i] = other;
    else if (out[i] === other) out[i] = one;
  }
  return new Grid(grid.height, grid.width, out);
}

function mapCells(grid: Value, meter: Meter, change: (value: Value) => Value): Value {
  return fromRows(
    rowsOf(grid).map((row) => row.map(change)),
    meter,
  );
}

function index(grid: Value, loc: Value): Value {
  const [row, column] = twoIntegers(loc, true);
  if (grid instanceof Grid) {
    const inside = row >= 0 && row < grid.height && column >= 0 && column < grid.width;
    return inside ? grid.cells[row * grid.width + column] : null;
  }
  const rows = itemsOf(grid);
  if (rows.length === 0) fail('the grid has no rows');
  const width = sizeOf(toContainer(rows[0]));
  if (row < 0 || row >= rows.length || column < 0 || column >= width) return null;
  const items = itemsOf(rows[row]);
  return column < items.length ? items[column] : fail('the rows of the grid differ in length');
}

const ONE_ELEMENT = { params: 'element: Element', returns: 'Integer' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  mostcolor: {
    ...ONE_ELEMENT,
    doc: 'The most frequent colour; of several, the smallest. For a grid it is the background.',
    run: mostcolor,
  },
  leastcolor: {
    ...ONE_ELEMENT,
    doc: 'The rarest of the colours that occur; of several, the smallest.',
    run: leastcolor,
  },
  colorcount: {
    params: 'element: Element, value: Integer',
    returns: 'Integer',
    doc: 'How many cells of the grid or the object have the colour `value`.',
    run: colorcount,
  },
  palette: {
    params: 'element: Element',
    returns: 'IntegerSet',
    generic: 'Element -> Set Int',
    doc: 'The colours that occur.',
    run: palette,
  },
  numcolors: {
    ...ONE_ELEMENT,
    doc: 'How many colours occur.',
    run: (element: Value, meter: Meter) => sizeOf(palette(element, meter)),
  },
  color: {
    params: 'obj: Object',
    returns: 'Integer',
    doc: 'The colour of a one-coloured object, read off its first cell.',
    run: color,
  },
  ofcolor: {
    params: 'grid: Grid, value: Integer',
    returns: 'Indices',
    doc: 'The places of the cells that have the colour `value`.',
    run: ofcolor,
  },
  index: {
    params: 'grid: Grid, loc: IntegerTuple',
    returns: 'Integer',
    generic: 'Grid -> Vec -> Maybe Int',
    doc: 'The colour at `loc`, or None outside of the grid.',
    run: index,
  },
  replace: {
    params: 'grid: Grid, replacee: Integer, replacer: Integer',
    returns: 'Grid',
    doc: 'The grid with the colour `replacer` in place of `replacee`.',
    run: replace,
  },
  switch: {
    params: 'grid: Grid, a: Integer, b: Integer',
    returns: 'Grid',
    doc: 'The grid with two colours exchanged.',
    run: exchange,
  },
};

export const colour = family('colour', SPECS);
