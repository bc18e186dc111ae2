/** Every primitive of the dialect, family by family. */
import { arithmetic } from './arithmetic.ts';
import { colour } from './colour.ts';
import { combinators } from './combinators.ts';
import { container } from './container.ts';
import { geometry } from './geometry.ts';
import { gridCompose } from './grid-compose.ts';
import { gridTransform } from './grid-transform.ts';
import { line } from './line.ts';
import { logic } from './logic.ts';
import { making } from './making.ts';
import { mapping } from './mapping.ts';
import { object } from './object.ts';
import { patch } from './patch.ts';
import { picking } from './picking.ts';
import { predicate } from './predicate.ts';
import type { Primitive } from './primitive.ts';
import { ranking } from './ranking.ts';

export const CATALOGUE: readonly Primitive[] = [
  ...arithmetic,
  ...logic,
  ...container,
  ...picking,
  ...making,
  ...mapping,
  ...ranking,
  ...combinators,
  ...gridTransform,
  ...gridCompose,
  ...colour,
  ...patch,
  ...object,
  ...geometry,
  ...line,
  ...predicate,
];

/** The primitives by name. */
export const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map(
  CATALOGUE.map((primitive) => [primitive.name, primitive]),
);
