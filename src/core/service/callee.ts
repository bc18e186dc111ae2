/** What is called around the cursor, and what it asks for there. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { parametersOf } from '../lang/call-types.ts';
import { declaredType } from '../lang/signatures.ts';
import { ANY, GRID, type FunctionType, type Type } from '../lang/types.ts';
import type { Context, OpenCall } from './context.ts';
import type { Token } from './scan.ts';
import type { Scope } from './scope.ts';

/** A function with names and types of its parameters. */
export interface Callee {
  readonly primitive: Primitive | null;
  readonly names: readonly string[];
  readonly types: readonly Type[];
  /** Where it is a variable. */
  readonly made: FunctionType | null;
}

/** What a name stands for when it is called. */
export function calleeOf(scope: Scope, token: Token | null): Callee | null {
  if (token === null) return null;
  const variable = scope.find(token.text, token.from);
  const primitive = variable === undefined ? PRIMITIVES.get(token.text) : undefined;
  if (primitive !== undefined) {
    const types = primitive.params.map(({ type }) => declaredType(type));
    return { primitive, names: primitive.params.map(({ name }) => name), types, made: null };
  }
  if (variable === undefined || variable.type.kind !== 'function' || variable.type.arity === null)
    return null;
  const types = parametersOf(variable.type);
  return {
    primitive: null,
    names: types.map((_, i) => String.fromCharCode(97 + i)),
    types,
    made: variable.type,
  };
}

/** Which parameter the cursor is at; -1: none of them. */
export function activeParameter({ args }: OpenCall, { primitive, names }: Callee): number {
  const { keyword } = args[args.length - 1];
  if (keyword !== null) return primitive === null ? -1 : names.indexOf(keyword.text);
  return args.length <= names.length ? args.length - 1 : -1;
}

/** What is asked for at the cursor. */
export function wantedType({ calls, scope, isReturn }: Context): Type {
  const call = calls.at(-1);
  if (call === undefined) return isReturn ? GRID : ANY;
  const callee = calleeOf(scope, call.callee);
  return callee?.types[activeParameter(call, callee)] ?? ANY;
}
