/**
 * What a primitive is, and how a family file writes one down. What it does stands in the file of the same name in
 * src/arena/dsl; dispatch.ts there leads to it.
 */
import { Fn } from '../values/value.ts';
import type { ExampleData } from './example.ts';

/** The kinds of primitives, one file each. */
export type Family =
  | 'arithmetic'
  | 'logic'
  | 'container'
  | 'higher-order'
  | 'grid-transform'
  | 'grid-compose'
  | 'colour'
  | 'patch'
  | 'object'
  | 'geometry'
  | 'line'
  | 'predicate';

export interface Parameter {
  readonly name: string;
  /** Declared type, such as Grid, Integer or Patch. */
  readonly type: string;
}

export interface Primitive {
  readonly name: string;
  readonly family: Family;
  readonly params: readonly Parameter[];
  readonly returns: string;
  /** Polymorphic signatures such as `k a -> (a -> Bool) -> k a`, one an overload; none where the declared types say all. */
  readonly generic: readonly string[];
  /** One or two sentences for people. */
  readonly doc: string;
  readonly example: ExampleData;
  /** The primitive as a function value. */
  readonly fn: Fn;
}

/** What a family file says of a primitive. */
export interface PrimitiveSpec {
  /** Parameters as `name: Type` in order, separated by commas. */
  readonly params: string;
  readonly returns: string;
  readonly generic?: string | readonly string[];
  readonly doc: string;
  /** One small call, which a test runs. */
  readonly example: ExampleData;
}

/** The primitives of a family in the order written. */
export function family(kind: Family, specs: Readonly<Record<string, PrimitiveSpec>>): readonly Primitive[] {
  return Object.entries(specs).map(([name, spec]) => {
    const params = spec.params.split(', ').map((text) => {
      const [parameter, type] = text.split(': ');
      return { name: parameter, type };
    });
    const generic =
      spec.generic === undefined ? [] : typeof spec.generic === 'string' ? [spec.generic] : spec.generic;
    const { returns, doc, example } = spec;
    const fn = new Fn(name, params.length, []);
    return { name, family: kind, params, returns, generic, doc, example, fn };
  });
}
