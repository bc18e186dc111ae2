/** The call around the cursor and the parameter under way. */
import { typeText } from '../lang/type-text.ts';
import { typeOfApply } from '../lang/call-types.ts';
import { locate, moveSpan } from './analysis.ts';
import { activeParameter, calleeOf, type Callee } from './callee.ts';
import { contextAt } from './context.ts';
import type { SignatureHelp } from './types.ts';

/** null outside of calls, and where it is not known what is called. */
export function signatureHelp(source: string, offset: number): SignatureHelp | null {
  const { analysis, from, at } = locate(source, offset);
  const { calls, scope, place } = contextAt(analysis, at);
  const call = calls.at(-1);
  if (call === undefined || call.callee === null || place === 'text') return null;
  const callee = calleeOf(scope, call.callee);
  if (callee === null) return null;
  const { primitive } = callee;
  return {
    ...labelled(call.callee.text, callee),
    active: activeParameter(call, callee),
    generic: primitive?.generic ?? [],
    doc: primitive?.doc ?? '',
    span: moveSpan(call.callee, from),
  };
}

/** `shift(patch: Patch, directions: IntegerTuple) -> Patch`, and where its parameters stand. */
export function labelled(
  name: string,
  { primitive, names, types, made }: Callee,
): Pick<SignatureHelp, 'label' | 'parameters'> {
  let label = `${name}(`;
  const parameters = names.map((each, i) => {
    const type = primitive === null ? typeText(types[i]) : primitive.params[i].type;
    if (i > 0) label += ', ';
    const from = label.length;
    label += `${each}: ${type}`;
    return { name: each, type, span: { from, to: label.length } };
  });
  const returns = primitive?.returns ?? (made === null ? 'Any' : typeText(typeOfApply(made, types)));
  return { label: `${label}) -> ${returns}`, parameters };
}
