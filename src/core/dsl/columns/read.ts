/** Values read as columns, and columns read as plain numbers. */
import { members } from '../../values/container.ts';
import { colourOf, columnOf, rowOf } from '../../values/pack.ts';
import { Grid, Patch, Tuple, type Container, type Value } from '../../values/value.ts';
import { Boxed, Flags, Numbers, Pairs, Same, type Column } from './column.ts';

/** The container that was asked for last, and its column: one is mapped over for every member of another one. */
let lastContainer: Container | null = null;
let lastColumn: Column = new Same(null);

/** The members of a container in their order. */
export function columnOfMembers(container: Container): Column {
  if (container !== lastContainer) {
    lastColumn = readMembers(container);
    lastContainer = container;
  }
  return lastColumn;
}

function readMembers(container: Container): Column {
  if (container instanceof Patch) return columnOfPatch(container);
  if (container instanceof Grid && container.width === 2) return columnOfVectors(container);
  const values = members(container);
  return columnOfVectorPairs(values) ?? columnOfValues(values);
}

/** Values with what can be told of all of them at a glance. */
export function columnOfValues(values: readonly Value[]): Column {
  if (typeof values[0] === 'number' && areNumbers(values)) return new Numbers(values);
  if (typeof values[0] === 'boolean' && areFlags(values)) return new Flags(values);
  return new Boxed(values);
}

function columnOfPatch({ coloured, packed }: Patch): Column {
  const down = new Array<number>(packed.length);
  const across = new Array<number>(packed.length);
  for (let i = 0; i < packed.length; i++) {
    down[i] = rowOf(packed[i]);
    across[i] = columnOf(packed[i]);
  }
  const places = new Pairs(new Numbers(down), new Numbers(across));
  return coloured ? new Pairs(new Numbers(Array.from(packed, colourOf)), places) : places;
}

/** A tuple of vectors is stored as a grid of two columns. */
function columnOfVectors({ height, cells }: Grid): Column {
  const down = new Array<number>(height);
  const across = new Array<number>(height);
  for (let i = 0; i < height; i++) {
    down[i] = cells[2 * i];
    across[i] = cells[2 * i + 1];
  }
  return new Pairs(new Numbers(down), new Numbers(across));
}

/** Pairs of vectors, as `product` makes them, are grids of two by two; null for other values. */
function columnOfVectorPairs(values: readonly Value[]): Column | null {
  if (!(values[0] instanceof Grid)) return null;
  const cells = [0, 1, 2, 3].map(() => new Array<number>(values.length));
  const [a, b, c, d] = cells;
  for (let i = 0; i < values.length; i++) {
    const pair = values[i];
    if (!(pair instanceof Grid) || pair.height !== 2 || pair.width !== 2) return null;
    a[i] = pair.cells[0];
    b[i] = pair.cells[1];
    c[i] = pair.cells[2];
    d[i] = pair.cells[3];
  }
  const halves = [new Pairs(new Numbers(a), new Numbers(b)), new Pairs(new Numbers(c), new Numbers(d))];
  return new Pairs(halves[0], halves[1]);
}

function areNumbers(values: readonly Value[]): values is number[] {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== 'number') return false;
  return true;
}

function areFlags(values: readonly Value[]): values is boolean[] {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== 'boolean') return false;
  return true;
}

/** The column as integers, or null where it holds others. */
export function numbersIn(column: Column, rows: number): readonly number[] | null {
  if (column instanceof Numbers) return column.items;
  if (column instanceof Boxed) return areNumbers(column.items) ? column.items : null;
  if (column instanceof Same && typeof column.value === 'number')
    return new Array<number>(rows).fill(column.value);
  return null;
}

/** Two numbers a row. */
export interface Vectors {
  readonly down: readonly number[];
  readonly across: readonly number[];
}

/** The column as vectors, or null where it holds others. */
export function vectorsIn(column: Column, rows: number): Vectors | null {
  if (column instanceof Pairs) {
    const down = numbersIn(column.first, rows);
    const across = down === null ? null : numbersIn(column.last, rows);
    return down === null || across === null ? null : { down, across };
  }
  if (column instanceof Same)
    return isVector(column.value) ? vectorsIn(new Pairs(...halves(column.value)), rows) : null;
  if (!(column instanceof Boxed) || !column.items.every(isVector)) return null;
  const items = column.items as readonly VectorTuple[];
  return { down: items.map((item) => item.items[0]), across: items.map((item) => item.items[1]) };
}

type VectorTuple = Tuple & { readonly items: readonly [number, number] };

function isVector(value: Value): value is VectorTuple {
  return (
    value instanceof Tuple &&
    value.items.length === 2 &&
    typeof value.items[0] === 'number' &&
    typeof value.items[1] === 'number'
  );
}

function halves({ items }: VectorTuple): [Same, Same] {
  return [new Same(items[0]), new Same(items[1])];
}
