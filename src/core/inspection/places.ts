/** Vectors and cells among tuples: what a value in memory is, by its own form and by the type that is known of it. */
import { itemOf, ANY, type Type } from '../lang/types.ts';
import type { Handle } from '../engine/arena.ts';
import type { GridView, Reader } from '../engine/reader.ts';
import { columnOf, rowOf } from '../values/pack.ts';

export type Place =
  | { readonly kind: 'vector'; readonly row: number; readonly column: number }
  | { readonly kind: 'cell'; readonly colour: number; readonly row: number; readonly column: number };

/** A tuple as a vector or a cell; null where it is neither, or known to be a row of numbers. */
export function placeOf(reader: Reader, value: Handle, type: Type): Place | null {
  const numbers = numbersOf(reader, value);
  if (numbers !== null) {
    const [row, column] = numbers;
    return type.kind === 'tuple' ? null : { kind: 'vector', row, column };
  }
  if (reader.form(value) !== 'tuple' || reader.count(value) !== 2) return null;
  const colour = reader.item(value, 0);
  const place = numbersOf(reader, reader.item(value, 1));
  if (place === null || reader.form(colour) !== 'integer') return null;
  return { kind: 'cell', colour: reader.integer(colour), row: place[0], column: place[1] };
}

/** The items of a tuple of two integers; null for any other value. */
export function numbersOf(reader: Reader, value: Handle): readonly [number, number] | null {
  const form = reader.form(value);
  if (form === 'vector') {
    const place = reader.place(value);
    return [rowOf(place), columnOf(place)];
  }
  if (form !== 'tuple' || reader.count(value) !== 2) return null;
  const [first, second] = [reader.item(value, 0), reader.item(value, 1)];
  if (reader.form(first) !== 'integer' || reader.form(second) !== 'integer') return null;
  return [reader.integer(first), reader.integer(second)];
}

/** A tuple of vectors is stored as a grid of two columns; only its type tells. */
export function isRowOfVectors({ width }: GridView, type: Type): boolean {
  if (width !== 2) return false;
  return type.kind === 'pair' ? type.first.kind === 'vec' : type.kind === 'tuple' && type.item.kind === 'vec';
}

/** The type of member `at` of a container of the type. */
export function memberType(type: Type, at: number): Type {
  if (type.kind === 'pair') return at === 0 ? type.first : type.second;
  return itemOf(type)?.item ?? ANY;
}
