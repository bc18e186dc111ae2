/** Types of values as they are, which say more than what signatures promise. */
import type { Handle } from '../engine/arena.ts';
import type { Reader } from '../engine/reader.ts';
import { typeText } from '../lang/type-text.ts';
import {
  ANY,
  BOOL,
  containerOf,
  GRID,
  INDICES,
  INT,
  NONE,
  OBJECT,
  pairOf,
  unsure,
  VEC,
  type Type,
} from '../lang/types.ts';

/** Levels of containers that are looked into. */
const DEEPEST = 4;

/** Safe to share: which object stands for a type is of no matter, only that it is one. */
const known = new Map<string, Type>();

/** The one object for all types that are written alike: so they can be compared, and grouped by. */
export function interned(type: Type): Type {
  const text = `${type.sure ? '' : '?'}${typeText(type)}`;
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, type);
  return type;
}

/** The type of a value that is no function; of a container by its first and last member. */
function typeOfValue(reader: Reader, value: Handle, depth = 0): Type {
  switch (reader.form(value)) {
    case 'none':
      return NONE;
    case 'boolean':
      return BOOL;
    case 'integer':
      return INT;
    case 'vector':
      return VEC;
    case 'grid':
      return GRID;
    case 'patch':
      return reader.patch(value).coloured ? OBJECT : INDICES;
    case 'function':
      return ANY;
    case 'tuple':
    case 'set': {
      const kind = reader.form(value) === 'set' ? 'set' : 'tuple';
      const count = reader.count(value);
      if (count === 0 || depth >= DEEPEST) return containerOf(kind, ANY);
      const first = typeOfValue(reader, reader.item(value, 0), depth + 1);
      const last = typeOfValue(reader, reader.item(value, count - 1), depth + 1);
      const item = common(first, last);
      return item.kind === 'any' && kind === 'tuple' && count === 2
        ? pairOf(first, last)
        : containerOf(kind, item);
    }
  }
}

/** The type of both; what nothing is known of leaves the other as it is. */
function common(a: Type, b: Type): Type {
  if (a === b || interned(a) === interned(b)) return a;
  if (isEmpty(a) && sameKind(a, b)) return b;
  if (isEmpty(b) && sameKind(a, b)) return a;
  return ANY;
}

function isEmpty(type: Type): boolean {
  return (type.kind === 'set' || type.kind === 'tuple') && type.item.kind === 'any';
}

function sameKind(a: Type, b: Type): boolean {
  return a.kind === b.kind;
}

/** The type of values one of which an expression has on each input. */
export function typeOfValues(reader: Reader, values: readonly Handle[]): Type {
  const type = values.map((value) => typeOfValue(reader, value)).reduce(common);
  return interned(type.kind === 'any' ? unsure(ANY) : type);
}
