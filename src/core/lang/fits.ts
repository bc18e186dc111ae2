/** Which arguments certainly fail. Rejecting is sound: what may pass, by whatever road, is let pass. */
import type { Primitive } from '../dsl/primitive.ts';
import type { Type } from './types.ts';

/** The outer shapes of values, as bits. Tuples are told apart by their first member. */
const INTEGER = 1;
const NOTHING = 2;
const FUNCTION = 4;
const SET = 8;
const EMPTY_TUPLE = 16;
/** A tuple that begins with an integer. */
const NUMBERS = 32;
/** A tuple that begins with a container. */
const ROWS = 64;
/** A tuple that begins with anything else. */
const OTHERS = 128;
const TUPLE = EMPTY_TUPLE | NUMBERS | ROWS | OTHERS;
const CONTAINER = SET | TUPLE;
const ALL = 255;

/** The shapes that values of the type can have. */
function shapesOf(type: Type): number {
  if (!type.sure) return ALL;
  switch (type.kind) {
    case 'bool':
    case 'int':
      return INTEGER;
    case 'none':
      return NOTHING;
    case 'vec':
      return NUMBERS;
    case 'function':
      return FUNCTION;
    case 'set':
      return SET;
    case 'tuple':
      return EMPTY_TUPLE | beginningWith(type.item);
    case 'pair':
      return beginningWith(type.first);
    case 'union':
      return type.members.reduce((shapes, member) => shapes | shapesOf(member), 0);
    case 'any':
      return ALL;
  }
}

function beginningWith(item: Type): number {
  const shapes = shapesOf(item);
  return (
    (shapes & INTEGER ? NUMBERS : 0) |
    (shapes & CONTAINER ? ROWS : 0) |
    (shapes & (NOTHING | FUNCTION) ? OTHERS : 0)
  );
}

/** The shapes that a parameter of the declared type can make sense of. */
const WANTED: Readonly<Record<string, number>> = {
  Integer: INTEGER,
  Numerical: INTEGER | NUMBERS,
  IntegerTuple: NUMBERS,
  Grid: EMPTY_TUPLE | ROWS,
  // Tuples of cells or of indices pass for patches.
  Object: SET | EMPTY_TUPLE | ROWS,
  Indices: SET | EMPTY_TUPLE | ROWS,
  Patch: SET | EMPTY_TUPLE | ROWS,
  Element: SET | EMPTY_TUPLE | ROWS,
  Piece: SET | EMPTY_TUPLE | ROWS,
  Objects: CONTAINER,
  IndicesSet: CONTAINER,
  IntegerSet: CONTAINER,
  Tuple: CONTAINER,
  FrozenSet: CONTAINER,
  Container: CONTAINER,
  TupleTuple: CONTAINER,
  ContainerContainer: CONTAINER,
  Callable: FUNCTION,
};

/** Parameters that ask for other shapes than their declared type says. */
const PARTICULAR: Readonly<Record<string, number>> = {
  'insert.container': SET,
  'mostcommon.container': TUPLE,
  'leastcommon.container': TUPLE,
  'intersection.a': SET | INTEGER,
  'intersection.b': SET | INTEGER,
  'greater.a': INTEGER | CONTAINER,
  'greater.b': INTEGER | CONTAINER,
  'asindices.grid': CONTAINER,
  'vfrontier.location': TUPLE,
  'hfrontier.location': TUPLE,
  'astuple.a': ALL,
  'astuple.b': ALL,
};

/**
 * Parameters that let other values pass, always or as long as they are not looked at: a colour is only compared or
 * copied, an empty patch needs no direction, a function is not called for the members of an empty container.
 */
const PATIENT: ReadonlySet<string> = new Set(
  [
    'toivec.i tojvec.j sizefilter.n colorfilter.value colorcount.value ofcolor.value canvas.value',
    'fill.value underfill.value recolor.value cellwise.fallback replace.replacee replace.replacer switch.a switch.b',
    'shift.directions move.offset difference.b bordering.grid',
    'compose.outer compose.inner chain.h chain.g chain.f fork.outer fork.a fork.b matcher.function power.function',
    'apply.function mapply.function papply.function mpapply.function prapply.function',
    'sfilter.condition mfilter.function order.compfunc',
  ].flatMap((line) => line.split(' ')),
);

/** What turns or cuts a grid does so to any tuple, a vector included. */
const MAY_BE_ANY_TUPLE: ReadonlySet<string> = new Set(['Grid', 'Element', 'Piece']);

export type Verdict = 'fits' | 'doubtful' | 'fails';

/** What a parameter makes of values by their shapes. */
interface Demand {
  readonly wanted: number;
  /** Values of other shapes make no sense, but need not fail: all of them, or tuples. */
  readonly patient: boolean;
  readonly patientWithTuples: boolean;
}

const demands = new WeakMap<Primitive, readonly Demand[]>();

function demandsOf(primitive: Primitive): readonly Demand[] {
  let known = demands.get(primitive);
  if (known === undefined) {
    known = primitive.params.map(({ name, type }) => {
      const place = `${primitive.name}.${name}`;
      return {
        wanted: PARTICULAR[place] ?? WANTED[type] ?? ALL,
        patient: PATIENT.has(place),
        patientWithTuples: MAY_BE_ANY_TUPLE.has(type),
      };
    });
    demands.set(primitive, known);
  }
  return known;
}

/** What becomes of a call with an argument of the type: a doubtful one makes no sense, but need not fail. */
export function judge(primitive: Primitive, parameter: number, actual: Type): Verdict {
  const { wanted, patient, patientWithTuples } = demandsOf(primitive)[parameter];
  const shapes = shapesOf(actual);
  if ((shapes & wanted) !== 0) return 'fits';
  return patient || (patientWithTuples && (shapes & TUPLE) !== 0) ? 'doubtful' : 'fails';
}

/** What the parameter asks for in one word. */
export function wantedName(primitive: Primitive, parameter: number): string {
  const { name, type } = primitive.params[parameter];
  return PARTICULAR[`${primitive.name}.${name}`] === TUPLE ? 'Tuple' : type;
}

/** Whether a value of the one type may pass for one of the other; false only where it certainly cannot. */
export function fits(actual: Type, wanted: Type): boolean {
  // A tuple of cells or of indices passes for a patch.
  const shapes = shapesOf(wanted);
  return (shapesOf(actual) & (shapes & SET ? shapes | EMPTY_TUPLE | ROWS : shapes)) !== 0;
}
