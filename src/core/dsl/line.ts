/** Straight lines of positions, and the one-coloured lines of a grid. */
import { newPacked } from '../values/arena.ts';
import { setOf } from '../values/build.ts';
import { members } from '../values/container.ts';
import { describe } from '../values/fn.ts';
import { fail, type Meter } from '../values/meter.ts';
import { compare } from '../values/order.ts';
import { packCell } from '../values/pack.ts';
import { segment } from '../values/places.ts';
import { EMPTY_SET, isTuple, Patch, Tuple, type Grid, type SetLike, type Value } from '../values/value.ts';
import { objectSet, packedGrid } from './packed-grid.ts';
import { family, type PrimitiveSpec } from './primitive.ts';
import { twoIntegers } from './rows.ts';

/** The frontiers through a location have this length, whatever the grid. */
const FRONTIER_LENGTH = 30;
/** How many times its direction a ray reaches beyond its start. */
const RAY_STEPS = 42;

function connect(a: Value, b: Value, meter: Meter): Value {
  return straight(twoIntegers(a, true), twoIntegers(b, true), meter);
}

function shoot(start: Value, direction: Value, meter: Meter): Value {
  const [row, column] = twoIntegers(start, true);
  const [down, across] = twoIntegers(direction, false);
  return straight([row, column], [row + RAY_STEPS * down, column + RAY_STEPS * across], meter);
}

type Place = readonly [row: number, column: number];

/** Both ends included; empty unless they share a row, a column or a diagonal. */
function straight(a: Place, b: Place, meter: Meter): SetLike {
  const [upper, lower] = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? [a, b] : [b, a];
  const rows = lower[0] - upper[0];
  const columns = lower[1] - upper[1];
  if (rows !== 0 && columns !== 0 && rows !== Math.abs(columns)) return EMPTY_SET;
  const length = Math.max(rows, columns) + 1;
  return segment(upper[0], upper[1], Math.sign(rows), Math.sign(columns), length, meter);
}

/** Item `index` of a location; further items are ignored, and it need not be a number. */
function coordinate(location: Value, index: number): Value {
  const items = isTuple(location) ? members(location) : fail(`a vector is needed, not ${describe(location)}`);
  return index < items.length ? items[index] : fail('a vector needs two items');
}

function vfrontier(location: Value, meter: Meter): Value {
  const column = coordinate(location, 1);
  if (typeof column === 'number') return segment(0, column, 1, 0, FRONTIER_LENGTH, meter);
  meter.make(FRONTIER_LENGTH);
  return setOf(Array.from({ length: FRONTIER_LENGTH }, (_, row) => new Tuple([row, column])));
}

function hfrontier(location: Value, meter: Meter): Value {
  const row = coordinate(location, 0);
  if (typeof row === 'number') return segment(row, 0, 0, 1, FRONTIER_LENGTH, meter);
  meter.make(FRONTIER_LENGTH);
  return setOf(Array.from({ length: FRONTIER_LENGTH }, (_, column) => new Tuple([row, column])));
}

function frontiers(grid: Value, meter: Meter): Value {
  const { grid: field, legend } = packedGrid(grid, meter);
  meter.burn(field.cells.length);
  const lines = [...uniformLines(field, true, meter), ...uniformLines(field, false, meter)];
  lines.sort(compare);
  const distinct = lines.filter((line, i) => i === 0 || compare(lines[i - 1], line) !== 0);
  return objectSet(distinct, legend);
}

/** The rows (or the columns) of one colour, as objects. */
function uniformLines({ height, width, cells }: Grid, rows: boolean, meter: Meter): Patch[] {
  const count = rows ? height : width;
  const length = rows ? width : height;
  const apart = rows ? width : 1;
  const step = rows ? 1 : width;
  const lines: Patch[] = [];
  if (length === 0) return lines;
  for (let line = 0; line < count; line++) {
    const colour = cells[line * apart];
    let same = 1;
    while (same < length && cells[line * apart + same * step] === colour) same++;
    if (same < length) continue;
    meter.make(length);
    const packed = newPacked(length);
    for (let i = 0; i < length; i++) packed[i] = rows ? packCell(colour, line, i) : packCell(colour, i, line);
    lines.push(new Patch(true, packed));
  }
  return lines;
}

const VECTORS_TO_INDICES = { returns: 'Indices', generic: 'Vec -> Vec -> Indices' } as const;
const LOCATION_TO_INDICES = { params: 'location: IntegerTuple', returns: 'Indices' } as const;

const SPECS: Record<string, PrimitiveSpec> = {
  connect: {
    ...VECTORS_TO_INDICES,
    params: 'a: IntegerTuple, b: IntegerTuple',
    doc: 'The straight line from a to b with both ends; empty unless it runs along a row, a column or a diagonal.',
    run: connect,
  },
  vfrontier: {
    ...LOCATION_TO_INDICES,
    generic: 'Vec -> Indices',
    doc: 'The column of the location, from row 0 to row 29.',
    run: vfrontier,
  },
  hfrontier: {
    ...LOCATION_TO_INDICES,
    generic: 'Vec -> Indices',
    doc: 'The row of the location, from column 0 to column 29.',
    run: hfrontier,
  },
  shoot: {
    ...VECTORS_TO_INDICES,
    params: 'start: IntegerTuple, direction: IntegerTuple',
    doc: 'The ray from the start in the direction, 42 times its length: out of any grid.',
    run: shoot,
  },
  frontiers: {
    params: 'grid: Grid',
    returns: 'Objects',
    generic: 'Grid -> Set Object',
    doc: 'The rows and the columns of the grid that have one colour throughout, each as an object.',
    run: frontiers,
  },
};

export const line = family('line', SPECS);
