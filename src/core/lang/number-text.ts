/** Integers in the words of the dialect. */
import { CONSTANTS } from '../dsl/constants.ts';

const NAMES = new Map(
  Object.entries(CONSTANTS).flatMap(([name, value]) =>
    typeof value === 'number' ? [[value, name] as const] : [],
  ),
);

/** `add(TEN, TWO)` for 12; null for what is no integer, or one that takes more than three calls. */
export function numberText(literal: string): string | null {
  if (!/^[-+]?\s*\d{1,4}$/.test(literal)) return null;
  const value = Number(literal.replace(/\s/g, ''));
  return value < 0 ? (NAMES.get(value) ?? wrapped(positive(-value))) : positive(value);
}

function wrapped(text: string | null): string | null {
  return text === null ? null : `invert(${text})`;
}

function positive(value: number): string | null {
  const name = NAMES.get(value);
  if (name !== undefined) return name;
  if (value < 20) return `add(TEN, ${NAMES.get(value - 10)})`;
  const tens = NAMES.get(Math.floor(value / 10));
  if (tens === undefined) return null;
  const product = `multiply(TEN, ${tens})`;
  return value % 10 === 0 ? product : `add(${product}, ${NAMES.get(value % 10)})`;
}
