/** The types of programs. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { typeOfApply, typeOfCall } from './call-types.ts';
import { wantedName } from './fits.ts';
import { meaningOf, type Node, type Program } from './program.ts';
import { declaredType } from './signatures.ts';
import { typeText } from './type-text.ts';
import { ANY, BOOL, functionOf, GRID, INT, VEC, type Type } from './types.ts';

const functionTypes = new Map(
  CATALOGUE.map((primitive): [Primitive, Type] => [
    primitive,
    functionOf(primitive, [], primitive.params.length),
  ]),
);

/** The type of a primitive as a value. */
export function functionType(primitive: Primitive): Type {
  return functionTypes.get(primitive) ?? ANY;
}

const CONSTANT_TYPES = new Map(
  Object.entries(CONSTANTS).map(([name, value]): [string, Type] => [
    name,
    typeof value === 'boolean' ? BOOL : typeof value === 'number' ? INT : VEC,
  ]),
);

export function constantType(name: string): Type {
  return CONSTANT_TYPES.get(name) ?? ANY;
}

/** The type of each node. */
export function inferProgram(program: Program): Type[] {
  const types: Type[] = [];
  for (const node of program.nodes) types.push(typeOfNode(node, types));
  return types;
}

/** The type of a node; `types` are those of the nodes before it. */
export function typeOfNode({ op, args }: Node, types: readonly Type[]): Type {
  const meaning = meaningOf(op);
  switch (meaning.kind) {
    case 'input':
      return GRID;
    case 'constant':
      return constantType(meaning.name);
    case 'function':
      return functionType(meaning.primitive);
    case 'call':
      return typeOfCall(
        meaning.primitive,
        args.map((arg) => types[arg]),
      );
    case 'apply':
      return typeOfApply(
        types[args[0]],
        args.slice(1).map((arg) => types[arg]),
      );
  }
}

/** The declared types of the parameters. */
export function parameterTypes(primitive: Primitive): Type[] {
  return primitive.params.map(({ type }) => declaredType(type));
}

/** The declared type of the result. */
export function returnType(primitive: Primitive): Type {
  return declaredType(primitive.returns);
}

/** `shift takes a Patch as patch, not an Int` */
export function mismatch(primitive: Primitive, parameter: number, actual: Type): string {
  const { name } = primitive.params[parameter];
  return `${primitive.name} takes ${article(wantedName(primitive, parameter))} as ${name}, not ${article(typeText(actual))}`;
}

function article(text: string): string {
  if (text === 'Any') return 'anything';
  return `${/^[AEIO]/.test(text) ? 'an' : 'a'} ${text}`;
}
