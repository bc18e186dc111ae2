/** How well a name goes with what is asked for at the cursor. */
import type { Primitive } from '../dsl/primitive.ts';
import { fits, judge } from '../lang/fits.ts';
import { parameterTypes, returnType } from '../lang/infer.ts';
import { signaturesOf, type Pattern } from '../lang/signatures.ts';
import { ANY, containerOf, INT, isSubtype, itemOf, type FunctionType, type Type } from '../lang/types.ts';
import type { Fit } from './types.ts';

/** A function that a primitive asks for. */
export interface Wish {
  /** By number of parameters what they are given and what is to come back, or comes back as a rule; Any where that is open. */
  readonly ways: readonly { readonly params: readonly Type[]; readonly result: Type; readonly usual: Type }[];
}

/** What the primitive asks of the function that is its parameter `at`, as far as its other arguments tell. */
export function wishOf(primitive: Primitive, at: number, args: readonly (Type | undefined)[]): Wish | null {
  const ways = signaturesOf(primitive).flatMap(({ params }) => {
    const arrow = params[at];
    if (arrow.kind !== 'arrow') return [];
    const known = new Map<string, Type>();
    params.forEach((param, i) => learn(param, args[i] ?? ANY, known));
    // What is compared may be anything, and is a number as a rule.
    const usual = primitive.params[at].name === 'compfunc' ? INT : ANY;
    const result = read(arrow.result, known);
    return [
      {
        params: arrow.params.map((param) => read(param, known)),
        result,
        usual: result.kind === 'any' ? usual : result,
      },
    ];
  });
  return ways.length === 0 ? null : { ways };
}

/** Notes what the variables of a pattern stand for. */
function learn(pattern: Pattern, type: Type, known: Map<string, Type>): void {
  if (type.kind === 'any') return;
  if (pattern.kind === 'variable') known.set(pattern.name, type);
  if (pattern.kind !== 'container') return;
  const container = itemOf(type);
  if (container === null) return;
  known.set(pattern.container, containerOf(container.kind, ANY));
  learn(pattern.item, container.item, known);
}

function read(pattern: Pattern, known: ReadonlyMap<string, Type>): Type {
  if (pattern.kind === 'type') return pattern.type;
  if (pattern.kind === 'variable') return known.get(pattern.name) ?? ANY;
  if (pattern.kind !== 'container') return ANY;
  const { container } = pattern;
  const kind =
    container === 'tuple' || container === 'set' ? container : (known.get(container)?.kind ?? null);
  if (kind === 'tuple' || kind === 'set') return containerOf(kind, read(pattern.item, known));
  return EITHER;
}

const EITHER: Type = {
  kind: 'union',
  members: [containerOf('tuple', ANY), containerOf('set', ANY)],
  sure: true,
  depth: 1,
};

/** A value of one type where another is asked for. */
export function fitOfType(type: Type, wanted: Type): Fit {
  if (wanted.kind === 'any') return 'fits';
  if (type.kind === 'any') return 'may-fit';
  // Python counts T as 1; nobody means it.
  if (type.kind === 'bool' && !isSubtype(type, wanted)) return 'other';
  if (type.kind === 'bool' && wanted.kind !== 'bool') return 'may-fit';
  const members = type.kind === 'union' ? type.members : [type];
  if (members.some((member) => isSubtype(member, wanted))) return 'fits';
  return fits(type, wanted) ? 'may-fit' : 'other';
}

/** The result of a call of the primitive. */
export function fitOfCall(primitive: Primitive, wanted: Type): Fit {
  return fitOfType(returnType(primitive), wanted);
}

/** The primitive itself, as a function. */
export function fitOfFunction(primitive: Primitive, { ways }: Wish): Fit {
  return best(
    ways.map(({ params, result }) => {
      if (primitive.params.length !== params.length) return 'other';
      const taken = params.map((param, i) => fitOfArgument(primitive, i, param));
      return worst([...taken, fitOfType(returnType(primitive), result)]);
    }),
  );
}

/** 0 for just what is asked for, up to 4 for what fits by being general. */
export function distanceOfCall(primitive: Primitive, wanted: Type): number {
  return isSame(returnType(primitive), wanted) ? 0 : 1;
}

export function distanceOfFunction(primitive: Primitive, { ways }: Wish): number {
  if (primitive.returns === 'Callable') return 4;
  const own = parameterTypes(primitive);
  return Math.min(
    ...ways.map(({ params, usual }) => {
      const isTaken = params.every((param, i) => i < own.length && isSame(own[i], param));
      return (isTaken ? 0 : 2) + (isSame(returnType(primitive), usual) ? 0 : 1);
    }),
  );
}

function isSame(a: Type, b: Type): boolean {
  return a.kind !== 'any' && b.kind !== 'any' && isSubtype(a, b) && isSubtype(b, a);
}

/** A variable that is a function. */
export function fitOfMade(type: FunctionType, { ways }: Wish): Fit {
  if (type.arity === null) return 'may-fit';
  return ways.some(({ params }) => params.length === type.arity) ? 'fits' : 'other';
}

/** An argument that a primitive would be given. */
export function fitOfArgument(primitive: Primitive, parameter: number, given: Type): Fit {
  if (given.kind === 'any') return 'fits';
  const verdict = judge(primitive, parameter, given);
  if (verdict === 'fails') return 'other';
  const isTaken = signaturesOf(primitive).some(({ params }) => takes(params[parameter], given));
  return verdict === 'fits' && isTaken ? 'fits' : 'may-fit';
}

function takes(pattern: Pattern, given: Type): boolean {
  if (pattern.kind === 'variable') return true;
  if (pattern.kind === 'type') return isSubtype(given, pattern.type);
  if (pattern.kind === 'arrow') return given.kind === 'function';
  const container = itemOf(given);
  if (pattern.kind === 'pair') return given.kind === 'pair' || given.kind === 'vec';
  if (container === null) return false;
  const letter = pattern.container;
  return (
    (letter === 'k' || letter === 'm' || letter === container.kind) && takes(pattern.item, container.item)
  );
}

const RANK: Readonly<Record<Fit, number>> = { fits: 0, 'may-fit': 1, other: 2 };

export function rankOf(fit: Fit): number {
  return RANK[fit];
}

function worst(all: readonly Fit[]): Fit {
  return all.reduce((a, b) => (RANK[a] >= RANK[b] ? a : b), 'fits');
}

function best(all: readonly Fit[]): Fit {
  return all.reduce((a, b) => (RANK[a] <= RANK[b] ? a : b), 'other');
}
