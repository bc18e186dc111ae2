/** What a primitive is, and how a family file writes one down. */
import { callWith } from '../values/fn.ts';
import { fail, Fault, type Meter } from '../values/meter.ts';
import { Fn, type Run, type Value } from '../values/value.ts';

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
  /** The primitive as a function value. */
  readonly fn: Fn;
}

/** What a family file says of a primitive; `run` takes the arguments, then the meter (which it may leave out). */
export interface PrimitiveSpec {
  /** Parameters as `name: Type` in order, separated by commas. */
  readonly params: string;
  readonly returns: string;
  readonly generic?: string | readonly string[];
  readonly doc: string;
  readonly run: Run;
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
    const fn = new Fn(name, params.length, [], spec.run);
    return { name, family: kind, params, returns: spec.returns, generic, doc: spec.doc, fn };
  });
}

/** Calls a primitive. Its error is a value, too, and tells the primitive that failed and why. */
export function callPrimitive(primitive: Primitive, args: readonly Value[], meter: Meter): Value | Fault {
  try {
    return callWith(primitive.fn, args, meter);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    if (fault.primitive === '') fault.primitive = primitive.name;
    return fault;
  }
}

/** A safe integer, never -0. Python's integers have no bound: beyond 2^53 the result counts as too large. */
export function integer(value: number): number {
  if (!Number.isSafeInteger(value)) {
    if (Number.isNaN(value)) fail('the result is not a number');
    throw new Fault('size', 'the integer is beyond 2^53');
  }
  return value + 0;
}
