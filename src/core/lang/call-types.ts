/** What a call returns, by the signatures of the catalogue. */
import type { Primitive } from '../dsl/primitive.ts';
import { Bindings, functionsIn, type Match } from './bindings.ts';
import { Recall } from './recall.ts';
import { declaredType, signaturesOf, type Arrow, type Pattern } from './signatures.ts';
import { ANY, functionOf, isSubtype, unionOf, unsure, type FunctionType, type Type } from './types.ts';

/** The steps that one inference may take: functions made of functions can double the work at every level. */
const STEPS = 2000;

interface Budget {
  left: number;
}

/** Safe to share: the key and the arguments decide what is recalled. */
const calls = new Recall<Primitive>();
const applications = new Recall<Type>();

/** The type of a call of a primitive with all its arguments. */
export function typeOfCall(primitive: Primitive, args: readonly Type[]): Type {
  return calls.find(primitive, args, () => resolve(primitive, args, null, { left: STEPS }));
}

/** The type of a call of a function value. */
export function typeOfApply(callee: Type, args: readonly Type[]): Type {
  return applications.find(callee, args, () => apply(callee, args, { left: STEPS }));
}

/** How well the arguments go with what the primitive asks: 2 surely, 1 perhaps, 0 hardly. */
export function matchOfCall(primitive: Primitive, args: readonly Type[]): Match {
  let best: Match = 0;
  for (const signature of signaturesOf(primitive)) {
    const { match } = callSignature(primitive, signature, args, null, { left: STEPS });
    if (match > best) best = match;
  }
  return best;
}

/** How well a type goes with one place of a call, the other arguments as far as they are sure. */
export function matchAt(primitive: Primitive, place: number, type: Type, args: readonly Type[]): Match {
  let best: Match = 0;
  for (const { params } of signaturesOf(primitive)) {
    const bindings = new Bindings();
    const goes = params.every((param, i) => {
      const arg = args[i] as Type | undefined;
      const known = i !== place && param.kind !== 'arrow' && arg?.sure === true && arg.kind !== 'any';
      return !known || bindings.match(arg, param) > 0;
    });
    if (!goes) continue;
    const match = bindings.match(type, params[place]);
    if (match > best) best = match;
  }
  return best;
}

/** Whether some signature takes a function at the place. */
export function takesFunction(primitive: Primitive, place: number): boolean {
  return signaturesOf(primitive).some(({ params }) => params[place]?.kind === 'arrow');
}

/** What a function at a place of a call is given, as far as the other arguments tell; null where none belongs there. */
export function givenTo(primitive: Primitive, place: number, args: readonly Type[]): Type[] | null {
  for (const { params } of signaturesOf(primitive)) {
    const wanted = params[place] as Pattern | undefined;
    if (wanted?.kind !== 'arrow') continue;
    const bindings = new Bindings();
    params.forEach((param, i) => {
      if (i !== place && param.kind !== 'arrow') bindings.match(args[i] ?? ANY, param);
    });
    return wanted.params.map((param) => bindings.read(param));
  }
  return null;
}

function apply(callee: Type, args: readonly Type[], budget: Budget): Type {
  if (callee.kind === 'union' && functionsIn(callee) !== null)
    return unionOf(callee.members.map((member) => apply(member, args, budget)));
  if (callee.kind !== 'function' || callee.primitive === null || budget.left-- <= 0) return unsure(ANY);
  const { primitive, given } = callee;
  const type =
    given.length === 0 ? resolve(primitive, args, null, budget) : resolve(primitive, given, args, budget);
  return callee.sure ? type : unsure(type);
}

/** The result of a primitive, or where `further` is there, of the function that it returns. */
function resolve(
  primitive: Primitive,
  args: readonly Type[],
  further: readonly Type[] | null,
  budget: Budget,
): Type {
  let best: Match = 0;
  let found: Type | null = null;
  for (const signature of signaturesOf(primitive)) {
    const { match, type } = callSignature(primitive, signature, args, further, budget);
    if (match < best) continue;
    if (found === null || match > best) found = type;
    else if (match < 2) found = unionOf([found, type]);
    else if (isSubtype(type, found)) found = type;
    best = match;
  }
  const strict =
    best === 2 &&
    !primitive.loose &&
    args.every(({ sure }) => sure) &&
    (further ?? []).every(({ sure }) => sure);
  return found === null ? unsure(ANY) : strict ? found : unsure(found);
}

function callSignature(
  primitive: Primitive,
  { params, result }: Arrow,
  args: readonly Type[],
  further: readonly Type[] | null,
  budget: Budget,
): { readonly match: Match; readonly type: Type } {
  const bindings = new Bindings();
  let match: Match = params.length === args.length ? 2 : 0;
  const note = (other: Match): void => {
    match = Math.min(match, other) as Match;
  };
  const waiting: (readonly [Arrow, Type])[] = [];
  params.forEach((param, i) => {
    const arg = args[i] ?? ANY;
    if (param.kind === 'arrow') {
      waiting.push([param, arg]);
      note(bindings.match(arg, param));
      const arities = functionsIn(arg)?.map(({ arity }) => arity) ?? [];
      if (arities.length > 0 && arities.every((arity) => arity !== null && arity !== param.params.length))
        note(0);
    } else {
      note(bindings.match(arg, param));
    }
  });
  if (further !== null) {
    if (result.kind !== 'arrow' || result.params.length !== further.length)
      return { match: 0, type: unsure(ANY) };
    result.params.forEach((param, i) => note(bindings.match(further[i], param)));
  } else if (result.kind === 'arrow') {
    return { match, type: functionOf(primitive, args, match > 0 ? result.params.length : null) };
  }
  while (waiting.length > 0) {
    const ready = Math.max(
      0,
      waiting.findIndex(([arrow]) => bindings.isBound(arrow)),
    );
    const [[arrow, callee]] = waiting.splice(ready, 1);
    const returned = apply(
      callee,
      arrow.params.map((param) => bindings.read(param)),
      budget,
    );
    note(Math.max(1, bindings.match(returned, arrow.result)) as Match);
  }
  return { match, type: bindings.read(result.kind === 'arrow' ? result.result : result) };
}

/** The types that a function asks of its arguments, as far as its signature tells. */
export function parametersOf({ primitive, given, arity }: FunctionType): Type[] {
  if (primitive === null) return Array<Type>(arity ?? 0).fill(ANY);
  if (given.length === 0) return primitive.params.map(({ type }) => declaredType(type));
  const signature = signaturesOf(primitive).find(
    ({ result }) => result.kind === 'arrow' && result.params.length === arity,
  );
  if (signature === undefined || signature.result.kind !== 'arrow') return Array<Type>(arity ?? 0).fill(ANY);
  return signature.result.params.map((wanted) => {
    if (wanted.kind !== 'variable') return ANY;
    for (const [i, param] of signature.params.entries()) {
      const at =
        param.kind === 'arrow'
          ? param.params.findIndex((each) => each.kind === 'variable' && each.name === wanted.name)
          : -1;
      const inner = given[i];
      if (at >= 0 && inner.kind === 'function') return parametersOf(inner)[at] ?? ANY;
    }
    return ANY;
  });
}
