/** Calling functions, and the conversions of arguments that the primitives share. */
import { packCellValue, packIndexValue } from './build.ts';
import { fail, Fault, type Meter } from './meter.ts';
import { canPackPlace, columnOf, packIndex, rowOf } from './pack.ts';
import {
  Fn,
  Grid,
  isContainer,
  Patch,
  Tuple,
  ValueSet,
  type Box,
  type Container,
  type PatchView,
  type Value,
} from './value.ts';

export function call1(fn: Fn, a: Value, meter: Meter): Value {
  if (fn.arity !== 1) wrongArity(fn, 1);
  meter.burn(1);
  return meter.naming ? named(fn, [a], meter) : fn.run(a, meter);
}

export function call2(fn: Fn, a: Value, b: Value, meter: Meter): Value {
  if (fn.arity !== 2) wrongArity(fn, 2);
  meter.burn(1);
  return meter.naming ? named(fn, [a, b], meter) : fn.run(a, b, meter);
}

export function callWith(fn: Fn, values: readonly Value[], meter: Meter): Value {
  if (fn.arity !== values.length) wrongArity(fn, values.length);
  meter.burn(1);
  return meter.naming ? named(fn, values, meter) : fn.run(...values, meter);
}

/** Writes the name of a primitive into a fault that has none yet, so that the fault tells the innermost one. */
function named(fn: Fn, values: readonly Value[], meter: Meter): Value {
  try {
    return fn.run(...values, meter);
  } catch (fault) {
    if (fault instanceof Fault && fault.primitive === '' && fn.parts.length === 0) fault.primitive = fn.name;
    throw fault;
  }
}

function wrongArity(fn: Fn, given: number): never {
  fail(`${fn.name} takes ${fn.arity} argument${fn.arity === 1 ? '' : 's'} and was called with ${given}`);
}

/** What a value is, in the words of messages. */
export function describe(value: Value): string {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'number') return `the integer ${value}`;
  if (value === null) return 'None';
  if (value instanceof Fn) return `the function ${value.name}`;
  if (value instanceof Grid) return `a ${value.height} x ${value.width} grid`;
  if (value instanceof Patch)
    return value.coloured
      ? `an object of ${value.packed.length} cells`
      : `a set of ${value.packed.length} indices`;
  if (value instanceof Tuple)
    return value.items.length === 0 ? 'the empty tuple' : `a tuple of ${value.items.length}`;
  return value.items.length === 0 ? 'the empty set' : `a set of ${value.items.length}`;
}

export function toFn(value: Value): Fn {
  return value instanceof Fn ? value : fail(`a function is needed, not ${describe(value)}`);
}

/** Booleans count as 0 and 1. */
export function toInteger(value: Value): number {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : fail(`an integer is needed, not ${describe(value)}`);
}

export function toContainer(value: Value): Container {
  return isContainer(value) ? value : fail(`a tuple or a set is needed, not ${describe(value)}`);
}

const NO_CELLS: PatchView = { coloured: false, packed: new Int32Array(0), box: null };

/**
 * A set or a tuple read as a patch: its cells or indices in iteration order (ascending for a set; as they
 * come, repetitions included, for a tuple). Empty containers give no cells. Fails for anything else.
 */
export function toPatch(value: Value): PatchView {
  if (value instanceof Patch) return value;
  if (value instanceof ValueSet) {
    if (value.items.length === 0) return NO_CELLS;
    return readPatch(value.items) ?? fail(`a patch is needed, not ${describe(value)}`);
  }
  if (value instanceof Tuple) {
    if (value.view === undefined) value.view = value.items.length === 0 ? NO_CELLS : readPatch(value.items);
    return value.view ?? fail(`a patch is needed, not ${describe(value)}`);
  }
  if (value instanceof Grid) {
    if (value.view === undefined) value.view = gridAsIndices(value);
    return value.view ?? fail(`a patch is needed, not ${describe(value)}`);
  }
  return fail(`a patch is needed, not ${describe(value)}`);
}

function readPatch(items: readonly Value[]): PatchView | null {
  const first = items[0];
  if (!(first instanceof Tuple) || first.items.length !== 2) return null;
  const coloured = typeof first.items[1] === 'object';
  const packed = new Int32Array(items.length);
  const pack = coloured ? packCellValue : packIndexValue;
  for (let i = 0; i < items.length; i++) {
    let code = pack(items[i]);
    if (code < 0) code = pack(withoutBooleans(items[i]));
    if (code < 0) return null;
    packed[i] = code;
  }
  return { coloured, packed, box: null };
}

/** A cell or an index may hold booleans, which are integers in Python; as such they are never packed. */
function withoutBooleans(value: Value): Value {
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Tuple ? new Tuple(value.items.map(withoutBooleans)) : value;
}

/** A tuple of vectors is stored as a grid of two columns. */
function gridAsIndices({ height, width, cells }: Grid): PatchView | null {
  if (width !== 2) return null;
  const packed = new Int32Array(height);
  for (let i = 0; i < height; i++) {
    if (!canPackPlace(cells[2 * i], cells[2 * i + 1])) return null;
    packed[i] = packIndex(cells[2 * i], cells[2 * i + 1]);
  }
  return { coloured: false, packed, box: null };
}

/** The bounding box of a patch that has cells; kept once computed. */
export function boxOf(patch: PatchView): Box {
  patch.box ??= boundsOfPacked(patch.packed);
  return patch.box;
}

/** Compares the row bits and the column bits as they are packed; all stay small integers. */
function boundsOfPacked(packed: Int32Array): Box {
  let top = 0xfff000;
  let left = 0xfff;
  let bottom = 0;
  let right = 0;
  for (let i = 0; i < packed.length; i++) {
    const row = packed[i] & 0xfff000;
    const column = packed[i] & 0xfff;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  return { top: rowOf(top), left: columnOf(left), bottom: rowOf(bottom), right: columnOf(right) };
}
