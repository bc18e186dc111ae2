/**
 * What a primitive is, and how a family file writes one down: an entry says all that the rest of Batt asks about it. What
 * it does stands in the file of the same name in src/arena/dsl; dispatch.ts there leads to it.
 */
import { Fn } from '../values/value.ts';
import type { ExampleData } from './example.ts';
import { ALL, toleratedBy, wantedBy, type Shapes } from './shapes.ts';

/** The kinds of primitives, as a reader of the list sees them. */
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
  /** The outer shapes of the values that it makes sense of. */
  readonly wanted: Shapes;
  /** Shapes that make no sense, but need not fail. A call with any other shape certainly fails. */
  readonly tolerated: Shapes;
}

/**
 * What speaks against a program that was found by a search and calls the primitive: it chooses by place or by canonical
 * order alone, or it lays one more thing on a grid.
 */
export type Doubt = 'by-order' | 'layer';

export interface Primitive {
  readonly name: string;
  readonly family: Family;
  readonly params: readonly Parameter[];
  readonly returns: string;
  /** Polymorphic signatures such as `k a -> (a -> Bool) -> k a`, one an overload; none where the declared types say all. */
  readonly generic: readonly string[];
  /** The result need not have the type that the signature tells: corners of nothing are (), the greatest value of nothing is f(0). */
  readonly loose: boolean;
  /** Canonical order alone may decide what it gives: it can meet ties. Others do so through functions that they are given. */
  readonly decides: boolean;
  readonly doubt: Doubt | null;
  /** One or two sentences for people. */
  readonly doc: string;
  /** What it gives in a few words, as part of a sentence; `describe` puts words in the place of the parameters in braces. */
  readonly say: string;
  /** The same as something done to the grid that it is given first; '' where it is no change of a grid. */
  readonly does: string;
  readonly example: ExampleData;
  /** The primitive as a function value. */
  readonly fn: Fn;
}

/** What a family file says of a primitive; see `Primitive`. */
export interface PrimitiveSpec {
  /** Parameters as `name: Type` in order, separated by commas. */
  readonly params: string;
  readonly returns: string;
  readonly generic?: string | readonly string[];
  readonly doc: string;
  /**
   * A phrase with parameters in braces: `{p:colour}` is read as a colour, `{f@p}` is the function of each member of p, and
   * what stands in brackets is left out where it speaks of the input.
   */
  readonly say: string;
  /** As `say`, for what is done to a grid, which is `it`. */
  readonly does?: string;
  /** By parameter, where it makes sense of other shapes than its declared type says. */
  readonly takes?: Readonly<Record<string, Shapes>>;
  /**
   * Parameters that let other values pass, always or as long as they are not looked at: a colour is only compared or
   * copied, an empty patch needs no direction, a function is not called for the members of an empty container.
   */
  readonly patient?: readonly string[];
  readonly loose?: true;
  readonly decides?: true;
  readonly doubt?: Doubt;
  /** One small call, which a test runs. */
  readonly example: ExampleData;
}

/** The primitives of a family in the order written. */
export function family(kind: Family, specs: Readonly<Record<string, PrimitiveSpec>>): readonly Primitive[] {
  return Object.entries(specs).map(([name, spec]) => {
    const {
      returns,
      generic = [],
      loose = false,
      decides = false,
      doubt = null,
      doc,
      say,
      does = '',
      example,
    } = spec;
    const params = parametersOf(name, spec);
    const fn = new Fn(name, params.length, []);
    const signatures = typeof generic === 'string' ? [generic] : generic;
    return {
      name,
      family: kind,
      params,
      returns,
      generic: signatures,
      loose,
      decides,
      doubt,
      doc,
      say,
      does,
      example,
      fn,
    };
  });
}

function parametersOf(primitive: string, { params, takes = {}, patient = [] }: PrimitiveSpec): Parameter[] {
  const parameters = params.split(', ').map((text): Parameter => {
    const [name, type] = text.split(': ');
    const tolerated = patient.includes(name) ? ALL : toleratedBy(type);
    return { name, type, wanted: takes[name] ?? wantedBy(type), tolerated };
  });
  const unknown = [...Object.keys(takes), ...patient].find(
    (name) => !parameters.some((one) => one.name === name),
  );
  if (unknown !== undefined) throw new RangeError(`${primitive} has no parameter ${unknown}`);
  return parameters;
}
