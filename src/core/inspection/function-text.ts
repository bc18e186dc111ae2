/** Functions in words: what they take and give, and how they were made. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Handle } from '../engine/arena.ts';
import type { Reader } from '../engine/reader.ts';
import { typeOfCall } from '../lang/call-types.ts';
import { functionType } from '../lang/infer.ts';
import { typeText } from '../lang/type-text.ts';
import { ANY, type Type } from '../lang/types.ts';

/** Characters, and functions within functions, that are written out. */
const MOST_TEXT = 80;
const MOST_DEPTH = 3;

/** By the type that the line has; where that tells nothing, by the primitive that made the function. */
export function signatureOf(reader: Reader, fn: Handle, type: Type): string {
  if (type.kind === 'function') return typeText(type);
  const primitive = PRIMITIVES.get(reader.name(fn));
  if (primitive === undefined) return 'Function';
  const parts = partsOf(reader, fn);
  if (parts.length === 0) return typeText(functionType(primitive));
  const types = parts.map((part) => {
    const isPrimitive = reader.form(part) === 'function' && reader.count(part) === 0;
    const known = isPrimitive ? PRIMITIVES.get(reader.name(part)) : undefined;
    return known === undefined ? ANY : functionType(known);
  });
  return typeText(typeOfCall(primitive, types));
}

/** `compose(size, first)`; what is over 80 characters or nested over 3 deep becomes `…`. */
export function functionText(reader: Reader, fn: Handle): string {
  let left = MOST_TEXT;
  const write = (value: Handle, depth: number): string => {
    if (left <= 0 || depth > MOST_DEPTH) return '…';
    if (reader.form(value) !== 'function') {
      const text = partText(reader, value);
      left -= text.length;
      return text;
    }
    const name = reader.name(value);
    left -= name.length + 2;
    const parts = partsOf(reader, value);
    return parts.length === 0 ? name : `${name}(${parts.map((part) => write(part, depth + 1)).join(', ')})`;
  };
  return write(fn, 0);
}

function partText(reader: Reader, value: Handle): string {
  switch (reader.form(value)) {
    case 'integer':
      return String(reader.integer(value));
    case 'boolean':
      return String(reader.boolean(value));
    case 'none':
      return 'None';
    default:
      return '…';
  }
}

function partsOf(reader: Reader, fn: Handle): readonly Handle[] {
  return Array.from({ length: reader.count(fn) }, (_, at) => reader.item(fn, at));
}
