/** What the declared types of parameters mean for values. */
import { members } from '../../src/core/values/container.ts';
import {
  Fn,
  Grid,
  isContainer,
  isInteger,
  isSet,
  isTuple,
  Patch,
  Tuple,
  type Value,
} from '../../src/core/values/value.ts';

/** Whether a value can stand for a parameter of the declared type. */
export function fits(type: string, value: Value): boolean {
  switch (type) {
    case 'Any':
      return true;
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Integer':
      return typeof value === 'number';
    case 'IntegerTuple':
      return value instanceof Tuple && value.items.length === 2 && value.items.every(isInteger);
    case 'Numerical':
      return fits('Integer', value) || fits('IntegerTuple', value);
    case 'Grid':
      return value instanceof Grid;
    case 'Object':
      return value instanceof Patch && value.coloured;
    case 'Patch':
      return value instanceof Patch || (value instanceof Tuple && fits('Cell', members(value)[0] ?? null));
    case 'Cell':
      return value instanceof Tuple && value.items.length === 2 && fits('IntegerTuple', value.items[1]);
    case 'Element':
      return fits('Grid', value) || fits('Object', value);
    case 'Piece':
      return fits('Grid', value) || value instanceof Patch;
    case 'Objects':
      return (
        isContainer(value) && !(value instanceof Grid) && members(value).every((item) => fits('Object', item))
      );
    case 'IntegerSet':
      return isContainer(value) && members(value).every(isInteger);
    case 'FrozenSet':
      return isSet(value);
    case 'Tuple':
      return isTuple(value);
    case 'Container':
      return isContainer(value);
    case 'ContainerContainer':
      return isContainer(value) && members(value).every(isContainer);
    case 'Callable':
      return value instanceof Fn;
    default:
      throw new Error(`unknown type ${type}`);
  }
}
