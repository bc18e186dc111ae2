/** The expressions that could stand at the cursor, and how well they fit. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { constantType } from '../lang/infer.ts';
import { signature } from '../lang/names.ts';
import { typeText } from '../lang/type-text.ts';
import type { Type } from '../lang/types.ts';
import { encode } from '../values/codec.ts';
import { activeParameter, calleeOf, wantedType } from './callee.ts';
import type { Context } from './context.ts';
import {
  distanceOfCall,
  distanceOfFunction,
  fitOfCall,
  fitOfFunction,
  fitOfMade,
  fitOfType,
  wishOf,
  type Wish,
} from './fit.ts';
import type { Completion, Fit } from './types.ts';
import { valueText } from './value-text.ts';

/** An item before it has its place in the list. */
export interface Draft extends Omit<Completion, 'sort' | 'replace' | 'isSnippet' | 'insertText'> {
  readonly insertText?: string;
  readonly isSnippet?: boolean;
  /** Among those of its kind that fit as well. */
  readonly distance?: number;
}

/** Variables, constants, primitives and names of arguments. */
export function values(context: Context, isCalled: boolean): Draft[] {
  const { scope, statement, calls, later } = context;
  const call = calls.at(-1);
  const callee = call === undefined ? null : calleeOf(scope, call.callee);
  const wanted = wantedType(context);
  const wish = wishAt(context);
  const names = call !== undefined && callee?.primitive ? callee.names : [];
  const current = call?.args.at(-1);
  const earlier = call?.args.slice(0, -1) ?? [];
  // After an argument with a name, each has one.
  const isNamed = current?.keyword === null && earlier.some(({ keyword }) => keyword !== null);
  const lowered = (fit: Fit): Fit => (isNamed ? 'other' : fit);
  const drafts: Draft[] = [];
  for (const { name, type, end, isParam } of [...scope.variables].reverse()) {
    if (end > statement.from || drafts.some(({ label }) => label === name)) continue;
    const detail = typeText(type);
    drafts.push({
      label: name,
      kind: 'variable',
      detail,
      doc: isParam ? 'The grid that the solver is given.' : '',
      fit: lowered(fitOfVariable(type, wanted, wish)),
    });
  }
  for (const [name, value] of Object.entries(CONSTANTS)) {
    const type = constantType(name);
    drafts.push({
      label: name,
      kind: 'constant',
      detail: typeText(type),
      doc: valueText(encode(value)),
      fit: lowered(fitOfType(type, wanted)),
    });
  }
  for (const primitive of CATALOGUE) drafts.push(primitiveDraft(primitive, wanted, wish, isCalled, lowered));
  if (current?.keyword === null && current.span === null) {
    const given = new Set(
      [...earlier, null, ...later].map((arg, i) => (arg === null ? '' : (arg.keyword?.text ?? names[i]))),
    );
    names.forEach((name, i) => {
      if (given.has(name)) return;
      const detail = callee?.primitive?.params[i].type ?? '';
      drafts.push({
        label: `${name}=`,
        kind: 'argument',
        detail,
        doc: 'The argument by its name.',
        fit: 'fits',
      });
    });
  }
  return drafts;
}

/** What is asked of a function at the cursor; null where none is asked for. */
function wishAt({ scope, calls, later }: Context): Wish | null {
  const call = calls.at(-1);
  const callee = call === undefined ? null : calleeOf(scope, call.callee);
  if (call === undefined || callee === null || callee.primitive === null) return null;
  const active = activeParameter(call, callee);
  if (active < 0) return null;
  const types: Type[] = [];
  [...call.args, ...later].forEach(({ keyword, span }, i) => {
    const at = keyword === null ? i : callee.names.indexOf(keyword.text);
    if (span !== null && at >= 0 && at !== active) types[at] = scope.typeAt(span);
  });
  return wishOf(callee.primitive, active, types);
}

function fitOfVariable(type: Type, wanted: Type, wish: Wish | null): Fit {
  if (wish === null || type.kind === 'any') return fitOfType(type, wanted);
  return type.kind === 'function' ? fitOfMade(type, wish) : 'other';
}

/** A primitive is handed over where a function is asked for, and else called. */
function primitiveDraft(
  primitive: Primitive,
  wanted: Type,
  wish: Wish | null,
  isCalled: boolean,
  lowered: (fit: Fit) => Fit,
): Draft {
  const { name, params, returns, doc } = primitive;
  const makes = returns === 'Callable';
  const fit = wish !== null && !makes ? fitOfFunction(primitive, wish) : fitOfCall(primitive, wanted);
  const isHandedOver = wish !== null && !makes && fit !== 'other';
  const places = params.map((param, i) => `\${${i + 1}:${param.name}}`).join(', ');
  const distance = wish === null ? distanceOfCall(primitive, wanted) : distanceOfFunction(primitive, wish);
  const detail = `${signature(primitive)} -> ${returns}`;
  const base = { label: name, kind: 'primitive', detail, doc, fit: lowered(fit), distance } as const;
  return isCalled || isHandedOver ? base : { ...base, insertText: `${name}(${places})`, isSnippet: true };
}
