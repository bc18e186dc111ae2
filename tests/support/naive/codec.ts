/** Naive values from and to the shared JSON form, in which results are compared. */
import type { Encoded } from '../../../src/core/values/codec.ts';
import { primitive } from './primitives.ts';
import { call, isFunction, isSet, isTuple, set, spend, tuple, type Value } from './values.ts';

/** A non-empty tuple of equally long tuples of integers 0-9 is written as rows of digits. */
export function encodeNaive(value: Value): Encoded {
  spend(1);
  if (isTuple(value)) {
    const rows = digitRows(value.t);
    return rows === null ? { t: value.t.map(encodeNaive) } : { g: rows };
  }
  if (isSet(value)) return { s: value.s.map(encodeNaive) };
  if (!isFunction(value)) return value;
  return value.parts.length === 0 ? { f: value.f } : { call: [value.f, ...value.parts.map(encodeNaive)] };
}

function digitRows(items: readonly Value[]): string[] | null {
  const rows: string[] = [];
  for (const item of items) {
    if (!isTuple(item) || !item.t.every(isDigit)) return null;
    rows.push(item.t.join(''));
  }
  return rows.length > 0 && rows.every((row) => row.length === rows[0].length) ? rows : null;
}

function isDigit(value: Value): boolean {
  return typeof value === 'number' && value >= 0 && value <= 9;
}

export function decodeNaive(data: Encoded): Value {
  if (typeof data !== 'object' || data === null) return data;
  if ('g' in data) return tuple(data.g.map((row) => tuple(Array.from(row, Number))));
  if ('t' in data) return tuple(data.t.map(decodeNaive));
  if ('s' in data) return set(data.s.map(decodeNaive));
  if ('f' in data) return primitive(data.f);
  const [name, ...parts] = data.call;
  return call(primitive(name), ...parts.map(decodeNaive));
}
