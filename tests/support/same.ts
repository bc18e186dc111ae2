/** Values compared as what they are written as. */
import { Fn, Grid, Patch, type Tuple, type Value, type ValueSet } from '../../src/core/values/value.ts';

/** Whether two values are the same in the same representation; True is not 1 here. */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (a.constructor !== b.constructor) return false;
  if (a instanceof Grid) {
    const { height, width, cells } = b as Grid;
    return a.height === height && a.width === width && haveSame(a.cells, cells, Object.is);
  }
  if (a instanceof Patch) {
    const { coloured, packed } = b as Patch;
    return a.coloured === coloured && haveSame(a.packed, packed, Object.is);
  }
  if (a instanceof Fn) {
    const { name, arity, parts } = b as Fn;
    return a.name === name && a.arity === arity && haveSame(a.parts, parts, isSame);
  }
  return haveSame(a.items, (b as Tuple | ValueSet).items, isSame);
}

function haveSame<T>(a: ArrayLike<T>, b: ArrayLike<T>, same: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}
