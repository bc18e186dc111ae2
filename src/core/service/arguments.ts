/** Changes to the arguments of one call. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import type { Primitive } from '../dsl/primitive.ts';
import { declaredType } from '../lang/signatures.ts';
import { placeArguments } from '../lang/names.ts';
import type { Argument, Call, Expression } from '../lang/syntax.ts';
import type { Type } from '../lang/types.ts';
import { insertion, isSameSpan } from './find.ts';
import { fitOfArgument, fitOfType } from './fit.ts';
import type { Scope } from './scope.ts';
import type { Edit, Span } from './types.ts';

/** The primitive that a call names; a variable of that name is none. */
export function primitiveCalled({ callee }: Call, scope: Scope): Primitive | undefined {
  if (callee.kind !== 'name' || scope.find(callee.name, callee.span.from) !== undefined) return undefined;
  return PRIMITIVES.get(callee.name);
}

/** From its keyword on. */
export function argumentSpan({ keywordSpan, value }: Argument): Span {
  return { from: keywordSpan?.from ?? value.span.from, to: value.span.to };
}

/** All arguments in the order of the parameters, without names; null where that changes nothing or one is missing. */
export function byPosition(source: string, primitive: Primitive, { args }: Call): Edit[] | null {
  const placed = placeArguments(primitive, args);
  if (args.every(({ keyword }) => keyword === undefined) || args.length !== placed.length) return null;
  return rewrite(source, args, placed, () => '');
}

/** All arguments with their names. */
export function byKeyword(source: string, primitive: Primitive, { args }: Call): Edit[] | null {
  const placed = placeArguments(primitive, args);
  if (args.every(({ keyword }) => keyword !== undefined) || args.length !== placed.length) return null;
  return rewrite(source, args, placed, (i) => `${primitive.params[i].name}=`);
}

/** Writes the values over the arguments one after the other, so that what stands between them stays. */
function rewrite(
  source: string,
  args: readonly Argument[],
  placed: readonly (Expression | undefined)[],
  prefix: (i: number) => string,
): Edit[] | null {
  const edits: Edit[] = [];
  for (const [i, value] of placed.entries()) {
    if (value === undefined) return null;
    edits.push({
      span: argumentSpan(args[i]),
      text: prefix(i) + source.slice(value.span.from, value.span.to),
    });
  }
  return edits;
}

/** The two arguments the other way round, where both fit better so. */
export function swapped(
  source: string,
  primitive: Primitive,
  { args }: Call,
  scope: Scope,
  at: Span,
): Edit[] | null {
  const first = args.findIndex(({ value }) => isSameSpan(value.span, at));
  if (first < 0 || args.some(({ keyword }) => keyword !== undefined)) return null;
  const fits = (arg: number, parameter: number): boolean => {
    return (
      parameter < primitive.params.length &&
      fitOfArgument(primitive, parameter, scope.typeAt(args[arg].value.span)) === 'fits'
    );
  };
  const second = args.findIndex((_, i) => i !== first && fits(first, i) && fits(i, first));
  if (second < 0) return null;
  const [low, high] = [Math.min(first, second), Math.max(first, second)].map((i) => args[i].value.span);
  const text = ({ from, to }: Span): string => source.slice(from, to);
  return [
    { span: low, text: text(high) },
    { span: high, text: text(low) },
  ];
}

const DEFAULTS: Readonly<Record<string, string>> = {
  Integer: 'ONE',
  Numerical: 'ONE',
  Boolean: 'T',
  IntegerTuple: 'UNITY',
  Callable: 'identity',
};

/** Puts something that fits in place of the arguments that a call lacks. */
export function missingFilled(source: string, primitive: Primitive, call: Call, scope: Scope): Edit[] | null {
  const { args, span } = call;
  const { params } = primitive;
  const lacking = params.length - args.length;
  const end = span.to - 1;
  if (lacking <= 0 || source[end] !== ')') return null;
  const used = new Set(args.map(({ value }) => (value.kind === 'name' ? value.name : '')));
  const fill = (parameter: number): string => {
    const { type } = params[parameter];
    const wanted = declaredType(type);
    const above = scope.variables.filter((variable) => variable.end <= span.from && !used.has(variable.name));
    const found =
      wanted.kind === 'any'
        ? above.at(-1)
        : above.findLast((variable) => fitOfType(variable.type, wanted) === 'fits');
    if (found !== undefined) used.add(found.name);
    return found?.name ?? DEFAULTS[type] ?? scope.variables.find(({ isParam }) => isParam)?.name ?? 'I';
  };
  const append = (texts: readonly string[]): Edit[] => {
    const inner = source.slice(span.from, end).trimEnd();
    const comma = inner.endsWith('(') ? '' : inner.endsWith(',') ? ' ' : ', ';
    return [{ span: { from: span.from + inner.length, to: end }, text: comma + texts.join(', ') }];
  };
  if (args.some(({ keyword }) => keyword !== undefined)) {
    const placed = placeArguments(primitive, args);
    return append(params.flatMap(({ name }, i) => (placed[i] === undefined ? [`${name}=${fill(i)}`] : [])));
  }
  const gap = gapOf(
    primitive,
    args.map(({ value }) => scope.typeAt(value.span)),
  );
  const texts = Array.from({ length: lacking }, (_, i) => fill(gap + i));
  if (gap === args.length) return append(texts);
  return [insertion(args[gap].value.span.from, `${texts.join(', ')}, `)];
}

/** Before which argument the others are missing: as far behind as the types of those that are there allow. */
function gapOf(primitive: Primitive, types: readonly Type[]): number {
  const lacking = primitive.params.length - types.length;
  for (let gap = types.length; gap >= 0; gap--) {
    const isRight = types.every(
      (type, i) => fitOfArgument(primitive, i < gap ? i : i + lacking, type) === 'fits',
    );
    if (isRight) return gap;
  }
  return types.length;
}

/** Takes out an argument and one comma beside it. */
export function argumentRemoved({ args }: Call, at: number): Edit {
  const own = argumentSpan(args[at]);
  if (at > 0) return { span: { from: argumentSpan(args[at - 1]).to, to: own.to }, text: '' };
  return { span: { from: own.from, to: args.length > 1 ? argumentSpan(args[1]).from : own.to }, text: '' };
}
