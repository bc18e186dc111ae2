/** What the name under the pointer is. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import { typeText } from '../lang/type-text.ts';
import { encode } from '../values/codec.ts';
import { analyse } from './analysis.ts';
import { exampleOf } from './examples.ts';
import { nameAt, primitiveOf, variableOf, type Named } from './names-at.ts';
import { outlineItem } from './outline.ts';
import { spanOf, type Scope } from './scope.ts';
import { labelled } from './signature-help.ts';
import { calleeOf } from './context.ts';
import type { Hover } from './types.ts';
import { valueText } from './value-text.ts';

/** null where there is no name, or none that is known. */
export function hover(source: string, offset: number): Hover | null {
  const analysis = analyse(source);
  const named = nameAt(analysis, offset);
  if (named === null || named.kind === 'unknown' || named.kind === 'type') return null;
  const { kind, token, piece } = named;
  const base = { span: spanOf(token), kind, name: token.text, title: token.text, generic: [], doc: '', example: null, value: null };
  if (kind !== 'solver') return { ...base, ...about(named) };
  const solver = analysis.solverIn(piece);
  if (solver === undefined) return base;
  const { lines, doc } = outlineItem(analysis, solver);
  return { ...base, title: `${token.text}: ${lines === 1 ? '1 line' : `${lines} lines`}`, doc };
}

function about(named: Named & { readonly scope: Scope }): Partial<Hover> {
  const { kind, token, scope } = named;
  const name = token.text;
  if (kind === 'primitive') {
    const primitive = PRIMITIVES.get(name)!;
    const { label } = labelled(name, calleeOf(scope, token)!);
    return { title: label, generic: primitive.generic, doc: primitive.doc, example: exampleOf(name) };
  }
  if (kind === 'constant') {
    const value = encode(CONSTANTS[name]);
    return { title: `${name} = ${valueText(value)}`, value };
  }
  if (kind === 'argument') {
    const primitive = primitiveOf(named);
    const type = primitive?.params.find((param) => param.name === name)?.type;
    if (primitive === null || type === undefined) return {};
    return { title: `${name}: ${type}`, doc: `The argument ${name} of ${primitive.name}. ${primitive.doc}` };
  }
  const type = variableOf(named)?.type;
  return { title: type === undefined ? name : `${name}: ${typeText(type)}` };
}
