/** Which primitives can stand in for which: as many parameters, of declared types that have values in common. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';

/** What the declared types of the catalogue cover, in terms of the simplest ones. */
const COVERS: Readonly<Record<string, readonly string[]>> = {
  Numerical: ['Integer', 'IntegerTuple'],
  Patch: ['Object', 'Indices'],
  Element: ['Grid', 'Object'],
  Piece: ['Grid', 'Object', 'Indices'],
  Container: ['Tuple', 'FrozenSet'],
  ContainerContainer: ['Tuple', 'FrozenSet'],
  Objects: ['FrozenSet'],
  IntegerSet: ['FrozenSet'],
  IndicesSet: ['FrozenSet'],
  TupleTuple: ['Tuple'],
};

function covers(type: string): readonly string[] {
  return COVERS[type] ?? [type];
}

function overlap(a: string, b: string): boolean {
  return a === 'Any' || b === 'Any' || covers(a).some((type) => covers(b).includes(type));
}

function alike(a: Primitive, b: Primitive): boolean {
  return (
    a !== b &&
    a.params.length === b.params.length &&
    overlap(a.returns, b.returns) &&
    a.params.every((param, i) => overlap(param.type, b.params[i].type))
  );
}

const TWINS: ReadonlyMap<string, readonly string[]> = new Map(
  CATALOGUE.map((primitive) => [
    primitive.name,
    CATALOGUE.filter((other) => alike(primitive, other)).map(({ name }) => name),
  ]),
);

/** Names of the primitives that can stand in for `name`, in catalogue order. */
export function substitutesOf(name: string): readonly string[] {
  return TWINS.get(name) ?? [];
}
