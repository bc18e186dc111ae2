/** What the name under the pointer is. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import { HOLE } from '../lang/syntax.ts';
import { typeText } from '../lang/type-text.ts';
import { encode } from '../values/codec.ts';
import { locate, moveSpan, type Analysis } from './analysis.ts';
import { exampleOf } from './examples.ts';
import { lineStart } from './find.ts';
import { nameAt, primitiveOf, variableOf, type Named } from './names-at.ts';
import { labelled } from './signature-help.ts';
import { calleeOf } from './callee.ts';
import type { Hover } from './types.ts';
import { valueText } from './value-text.ts';

/** null where there is no name, or none that is known. */
export function hover(source: string, offset: number): Hover | null {
  const { analysis, from, at } = locate(source, offset);
  const hole = holeAt(analysis, at);
  if (hole !== null) return { ...hole, span: moveSpan(hole.span, from) };
  const named = nameAt(analysis, at);
  if (named === undefined || named.kind === 'unknown' || named.kind === 'type') return null;
  const { kind, token } = named;
  const base = {
    span: moveSpan(token, from),
    kind,
    name: token.text,
    title: token.text,
    generic: [],
    doc: '',
    example: null,
    value: null,
  };
  if (kind !== 'solver') return { ...base, ...about(analysis, named) };
  const lines = (analysis.solver?.lines.length ?? 0) + 1;
  const title = `${token.text}: ${lines === 1 ? '1 line' : `${lines} lines`}`;
  return { ...base, title, doc: commentAbove(source, from + token.from) };
}

/** An open hole, and what its place asks for. */
function holeAt(analysis: Analysis, at: number): Hover | null {
  for (const [{ span }, type] of analysis.checked.wanted) {
    if (at < span.from || at > span.to) continue;
    const doc = 'A hole stands for any expression. Fill looks for those that make most train pairs right.';
    return {
      span,
      kind: 'hole',
      name: HOLE,
      title: `${HOLE}: ${type}`,
      generic: [],
      doc,
      example: null,
      value: null,
    };
  }
  return null;
}

function about(analysis: Analysis, named: Named): Partial<Hover> {
  const { kind, token } = named;
  const name = token.text;
  if (kind === 'primitive') {
    const primitive = PRIMITIVES.get(name)!;
    const { label } = labelled(name, calleeOf(analysis.scope, token)!);
    return { title: label, generic: primitive.generic, doc: primitive.doc, example: exampleOf(name) };
  }
  if (kind === 'constant') {
    const value = encode(CONSTANTS[name]);
    return { title: `${name} = ${valueText(value)}`, value };
  }
  if (kind === 'argument') {
    const primitive = primitiveOf(analysis, named);
    const type = primitive?.params.find((param) => param.name === name)?.type;
    if (primitive === null || type === undefined) return {};
    return { title: `${name}: ${type}`, doc: `The argument ${name} of ${primitive.name}. ${primitive.doc}` };
  }
  const type = variableOf(analysis, named)?.type;
  return { title: type === undefined ? name : `${name}: ${typeText(type)}` };
}

/** The comment that ends on the line before, without its marks. */
function commentAbove(source: string, offset: number): string {
  const lines: string[] = [];
  for (let at = lineStart(source, offset); at > 0;) {
    const start = lineStart(source, at - 1);
    const line = source.slice(start, at).trim();
    if (!line.startsWith('#')) break;
    lines.unshift(line.replace(/^#+\s*/, ''));
    at = start;
  }
  return lines.join(' ');
}
