/**
 * Values as JSON data: integer -> number, boolean -> true/false, None -> null, tuple -> {t: [...]},
 * set -> {s: [...]} with ascending members, primitive -> {f: name}, derived function -> {call: [name, ...parts]}.
 * A non-empty tuple of equally long tuples of integers 0-9 is {g: [...]}, one digit string a row.
 */
import { gridOf, setOf, tuple } from './build.ts';
import { members } from './container.ts';
import { Fn, Grid, isTuple, type Value } from './value.ts';

export type Encoded =
  | number
  | boolean
  | null
  | { t: Encoded[] }
  | { s: Encoded[] }
  | { g: string[] }
  | { f: string }
  | { call: [string, ...Encoded[]] };

export function encode(value: Value): Encoded {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Fn)
    return value.parts.length === 0 ? { f: value.name } : { call: [value.name, ...value.parts.map(encode)] };
  if (value instanceof Grid && value.cells.every((colour) => colour >= 0 && colour <= 9))
    return { g: digitRows(value) };
  const items = members(value).map(encode);
  return isTuple(value) ? { t: items } : { s: items };
}

/** One digit string a row; every cell must be 0-9. */
export function digitRows({ height, width, cells }: Pick<Grid, 'height' | 'width' | 'cells'>): string[] {
  return Array.from({ length: height }, (_, row) => cells.subarray(row * width, (row + 1) * width).join(''));
}

/** The grid of digit strings of one length; () for none. */
function gridFromDigits(rows: readonly string[]): Value {
  const width = rows.length === 0 ? 0 : rows[0].length;
  return gridOf(rows.length, width, Int16Array.from(rows.join(''), Number));
}

/** `resolve` gives the primitive for a name, and `derive` the function that a primitive makes from parts. */
export function decode(
  data: Encoded,
  resolve: (name: string) => Value,
  derive: (name: string, parts: readonly Value[]) => Value,
): Value {
  if (typeof data !== 'object' || data === null) return data;
  const inner = (item: Encoded): Value => decode(item, resolve, derive);
  if ('g' in data) return gridFromDigits(data.g);
  if ('t' in data) return tuple(data.t.map(inner));
  if ('s' in data) return setOf(data.s.map(inner));
  if ('f' in data) return resolve(data.f);
  const [name, ...parts] = data.call;
  return derive(name, parts.map(inner));
}
