/** What can be written at the cursor: first what fits. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { constantType } from '../lang/infer.ts';
import { signature } from '../lang/names.ts';
import { typeText } from '../lang/type-text.ts';
import type { Type } from '../lang/types.ts';
import { encode } from '../values/codec.ts';
import { analyse } from './analysis.ts';
import { activeParameter, calleeOf, contextAt, wantedType, type Context } from './context.ts';
import { fitOfCall, fitOfFunction, fitOfMade, fitOfType, rankOf, wishOf, type Wish } from './fit.ts';
import { fillIn, freshIn, SHAPES, SKELETON, type Shape } from './snippets.ts';
import type { Completion, CompletionKind, Fit } from './types.ts';
import { valueText } from './value-text.ts';

type Draft = Omit<Completion, 'sort' | 'replace' | 'isSnippet' | 'insertText'> & { readonly insertText?: string; readonly isSnippet?: boolean };

/** All that could stand at the cursor, whatever is typed of it so far; sorted. */
export function completion(source: string, offset: number): Completion[] {
  const context = contextAt(analyse(source), offset);
  const drafts = draftsFor(context, source);
  const isInCall = context.calls.length > 0;
  const order: readonly CompletionKind[] = isInCall
    ? ['variable', 'constant', 'primitive', 'argument', 'keyword', 'snippet']
    : ['variable', 'keyword', 'snippet', 'primitive', 'constant', 'argument'];
  return drafts
    .map((draft, i): Completion => {
      const sort = `${rankOf(draft.fit)}${order.indexOf(draft.kind)}${String(i).padStart(4, '0')}`;
      return { insertText: draft.label, isSnippet: false, ...draft, sort, replace: context.word };
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

function draftsFor(context: Context, source: string): Draft[] {
  switch (context.place) {
    case 'top':
      return [snippet(SKELETON, [], 'I')];
    case 'start':
      return starts(context);
    case 'value':
      return values(context, source[context.word.to] === '(');
    default:
      return [];
  }
}

/** What begins a statement. */
function starts({ scope, statement }: Context): Draft[] {
  const above = scope.variables.filter(({ end }) => end <= statement.from);
  const grid = above.find(({ isParam }) => isParam)?.name ?? 'I';
  const last = above.at(-1)?.name ?? grid;
  const [next] = scope.freshName();
  const keyword = (label: string, doc: string): Draft => ({ label, kind: 'keyword', detail: '', doc, fit: 'fits' });
  const drafts = [keyword(`${next} = `, 'The next step.'), keyword(`return ${last}`, 'What the solver gives.')];
  if (above.every(({ name }) => name !== 'O')) drafts.splice(1, 0, keyword('O = ', 'The last step.'));
  return [...drafts, ...SHAPES.map((shape) => snippet(shape, scope.freshName(freshIn(shape)), grid))];
}

function snippet(shape: Shape, fresh: readonly string[], grid: string): Draft {
  const { label, doc } = shape;
  return { label, kind: 'snippet', detail: '', doc, insertText: fillIn(shape, fresh, grid), isSnippet: true, fit: 'fits' };
}

function values(context: Context, isCalled: boolean): Draft[] {
  const { scope, statement, calls } = context;
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
    drafts.push({ label: name, kind: 'variable', detail, doc: isParam ? 'The grid that the solver is given.' : '', fit: lowered(fitOfVariable(type, wanted, wish)) });
  }
  for (const [name, value] of Object.entries(CONSTANTS)) {
    const type = constantType(name);
    drafts.push({ label: name, kind: 'constant', detail: typeText(type), doc: valueText(encode(value)), fit: lowered(fitOfType(type, wanted)) });
  }
  for (const primitive of CATALOGUE) drafts.push(primitiveDraft(primitive, wanted, wish, isCalled, lowered));
  if (current?.keyword === null && current.span === null) {
    const given = new Set(earlier.map(({ keyword }, i) => keyword?.text ?? names[i]));
    names.forEach((name, i) => {
      if (given.has(name)) return;
      const detail = callee?.primitive?.params[i].type ?? '';
      drafts.push({ label: `${name}=`, kind: 'argument', detail, doc: 'The argument by its name.', fit: 'fits' });
    });
  }
  return drafts;
}

/** What is asked of a function at the cursor; null where none is asked for. */
function wishAt({ scope, calls }: Context): Wish | null {
  const call = calls.at(-1);
  const callee = call === undefined ? null : calleeOf(scope, call.callee);
  if (call === undefined || callee === null || callee.primitive === null) return null;
  const active = activeParameter(call, callee);
  if (active < 0) return null;
  const types: Type[] = [];
  call.args.forEach(({ keyword, span }, i) => {
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
function primitiveDraft(primitive: Primitive, wanted: Type, wish: Wish | null, isCalled: boolean, lowered: (fit: Fit) => Fit): Draft {
  const { name, params, returns, doc } = primitive;
  const makes = returns === 'Callable';
  const fit = wish !== null && !makes ? fitOfFunction(primitive, wish) : fitOfCall(primitive, wanted);
  const isHandedOver = wish !== null && !makes && fit !== 'other';
  const places = params.map((param, i) => `\${${i + 1}:${param.name}}`).join(', ');
  const base = { label: name, kind: 'primitive', detail: `${signature(primitive)} -> ${returns}`, doc, fit: lowered(fit) } as const;
  return isCalled || isHandedOver ? base : { ...base, insertText: `${name}(${places})`, isSnippet: true };
}
