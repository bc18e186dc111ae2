/** All primitives as function values, by name. */
import { ARITHMETIC } from './primitives-arithmetic.ts';
import { COLOUR, OBJECT } from './primitives-colour.ts';
import { CONTAINER } from './primitives-container.ts';
import { GEOMETRY, PREDICATE } from './primitives-geometry.ts';
import { GRID_COMPOSE } from './primitives-grid-compose.ts';
import { GRID_TRANSFORM } from './primitives-grid-transform.ts';
import { HIGHER_ORDER } from './primitives-higher.ts';
import { LOGIC } from './primitives-logic.ts';
import { LINE, PATCH } from './primitives-patch.ts';
import { vector, type Family, type FunctionOf, type Value } from './values.ts';

const FAMILIES: readonly Family[] = [
  ARITHMETIC,
  LOGIC,
  CONTAINER,
  HIGHER_ORDER,
  COLOUR,
  OBJECT,
  GEOMETRY,
  PREDICATE,
  PATCH,
  LINE,
  GRID_TRANSFORM,
  GRID_COMPOSE,
];

export const NAIVE_PRIMITIVES: ReadonlyMap<string, FunctionOf> = new Map(
  FAMILIES.flatMap((family) =>
    Object.entries(family).map(([f, body]) => [f, { f, arity: body.length, parts: [], body }] as const),
  ),
);

export function primitive(name: string): FunctionOf {
  const found = NAIVE_PRIMITIVES.get(name);
  if (found === undefined) throw new Error(`there is no primitive ${name}`);
  return found;
}

export const NAIVE_CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['F', false],
  ['T', true],
  ...'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN'.split(' ').map((name, i) => [name, i] as const),
  ['NEG_ONE', -1],
  ['NEG_TWO', -2],
  ['DOWN', vector(1, 0)],
  ['RIGHT', vector(0, 1)],
  ['UP', vector(-1, 0)],
  ['LEFT', vector(0, -1)],
  ['ORIGIN', vector(0, 0)],
  ['UNITY', vector(1, 1)],
  ['NEG_UNITY', vector(-1, -1)],
  ['UP_RIGHT', vector(-1, 1)],
  ['DOWN_LEFT', vector(1, -1)],
  ['ZERO_BY_TWO', vector(0, 2)],
  ['TWO_BY_ZERO', vector(2, 0)],
  ['TWO_BY_TWO', vector(2, 2)],
  ['THREE_BY_THREE', vector(3, 3)],
]);
