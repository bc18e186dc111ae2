/** Which arguments certainly fail. Rejecting is sound: what may pass, by whatever road, is let pass. */
import type { Primitive } from '../dsl/primitive.ts';
import {
  ALL,
  CONTAINER,
  EMPTY_TUPLE,
  FUNCTION,
  INTEGER,
  NOTHING,
  NUMBERS,
  OTHERS,
  ROWS,
  SET,
  TUPLE,
  type Shapes,
} from '../dsl/shapes.ts';
import type { Type } from './types.ts';

/** The shapes that values of the type can have. */
function shapesOf(type: Type): Shapes {
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

function beginningWith(item: Type): Shapes {
  const shapes = shapesOf(item);
  return (
    (shapes & INTEGER ? NUMBERS : 0) |
    (shapes & CONTAINER ? ROWS : 0) |
    (shapes & (NOTHING | FUNCTION) ? OTHERS : 0)
  );
}

export type Verdict = 'fits' | 'doubtful' | 'fails';

/** What becomes of a call with an argument of the type: a doubtful one makes no sense, but need not fail. */
export function judge(primitive: Primitive, parameter: number, actual: Type): Verdict {
  const { wanted, tolerated } = primitive.params[parameter];
  const shapes = shapesOf(actual);
  if ((shapes & wanted) !== 0) return 'fits';
  return (shapes & tolerated) !== 0 ? 'doubtful' : 'fails';
}

/** What the parameter asks for in one word. */
export function wantedName(primitive: Primitive, parameter: number): string {
  const { type, wanted } = primitive.params[parameter];
  return wanted === TUPLE ? 'Tuple' : type;
}

/** Whether a value of the one type may pass for one of the other; false only where it certainly cannot. */
export function fits(actual: Type, wanted: Type): boolean {
  // A tuple of cells or of indices passes for a patch.
  const shapes = shapesOf(wanted);
  return (shapesOf(actual) & (shapes & SET ? shapes | EMPTY_TUPLE | ROWS : shapes)) !== 0;
}
