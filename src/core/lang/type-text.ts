/** Types as people write them. */
import { parametersOf, typeOfApply } from './call-types.ts';
import { CELL, GRID, INDICES, isSubtype, OBJECT, type FunctionType, type Type } from './types.ts';
import { declaredType } from './signatures.ts';

const NAMED: readonly (readonly [string, Type])[] = [
  ['Grid', GRID],
  ['Object', OBJECT],
  ['Indices', INDICES],
  ['Cell', CELL],
  ...['Numerical', 'Patch', 'Element', 'Piece', 'Container'].map((name): [string, Type] => [
    name,
    declaredType(name),
  ]),
];

const PLAIN = { any: 'Any', bool: 'Bool', int: 'Int', none: 'None', vec: 'Vec' } as const;

/** Safe to share: made from the type alone, which never changes. */
const texts = new WeakMap<Type, string>();

/** `Grid`, `Set Object`, `Tuple (Int, Grid)`, `Int | None`, `Object -> Int`; guesses look like what they guess. */
export function typeText(type: Type): string {
  let text = texts.get(type);
  if (text === undefined) texts.set(type, (text = write(type)));
  return text;
}

function write(type: Type): string {
  if (type.kind === 'function') return functionText(type);
  if (!('item' in type || 'first' in type || 'members' in type)) return PLAIN[type.kind];
  const named = NAMED.find(
    ([, each]) => each.kind === type.kind && isSubtype(each, type) && isSubtype(type, each),
  );
  if (named !== undefined) return named[0];
  if (type.kind === 'pair') return `(${typeText(type.first)}, ${typeText(type.second)})`;
  if (type.kind === 'union') return [...new Set(type.members.map(arrowsBracketed))].sort().join(' | ');
  return `${type.kind === 'set' ? 'Set' : 'Tuple'} ${bracketed(type.item)}`;
}

function functionText(type: FunctionType): string {
  const params = parametersOf(type);
  if (type.arity === null) return 'Function';
  return [...params, typeOfApply(type, params)].map(arrowsBracketed).join(' -> ');
}

/** As part of a function type: `(Int -> Int) -> Int`. */
function arrowsBracketed(type: Type): string {
  return type.kind === 'function' ? `(${typeText(type)})` : typeText(type);
}

/** As the member of a container: `Set (Set Int)`. */
function bracketed(type: Type): string {
  const text = typeText(type);
  return /^\w+$|^\([^()]*\)$/.test(text) || type.kind === 'pair' ? text : `(${text})`;
}
