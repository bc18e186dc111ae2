/** What a call returns, by the signatures of the catalogue. */
import type { Primitive } from '../dsl/primitive.ts';
import { Recall } from './recall.ts';
import { declaredType, signaturesOf, type Arrow, type Pattern } from './signatures.ts';
import {
  ANY,
  containerOf,
  functionOf,
  INT,
  isSubtype,
  itemOf,
  join,
  pairOf,
  unionOf,
  unsure,
  type FunctionType,
  type Type,
} from './types.ts';

/** How an argument goes with what is asked: surely, perhaps, hardly. */
type Match = 2 | 1 | 0;

/** The steps that one inference may take: functions made of functions can double the work at every level. */
const STEPS = 2000;

interface Budget {
  left: number;
}

/** What variables of a signature stand for in one call. */
class Bindings {
  readonly types = new Map<string, Type>();
  readonly containers = new Map<string, 'tuple' | 'set' | 'either'>();

  /** Matches a type with a pattern, and learns what its variables are. */
  match(type: Type, pattern: Pattern): Match {
    switch (pattern.kind) {
      case 'type':
        return matchType(type, pattern.type);
      case 'variable': {
        const bound = this.types.get(pattern.name);
        this.types.set(pattern.name, bound === undefined ? type : join(bound, type));
        return 2;
      }
      case 'container': {
        const container = itemOf(type) ?? commonItem(type);
        if (container === null) {
          this.bindContainer(pattern.container, 'either');
          this.match(unsure(ANY), pattern.item);
          return type.kind === 'any' || type.kind === 'union' ? 1 : 0;
        }
        const item = this.match(type.sure ? container.item : unsure(container.item), pattern.item);
        const fits = this.bindContainer(pattern.container, container.kind);
        return fits && item === 2 ? 2 : 1;
      }
      case 'pair': {
        if (type.kind === 'pair' || type.kind === 'vec') {
          const [first, second] = type.kind === 'pair' ? [type.first, type.second] : [INT, INT];
          return Math.min(this.match(first, pattern.first), this.match(second, pattern.second)) === 2 ? 2 : 1;
        }
        const item = unsure(itemOf(type)?.item ?? ANY);
        this.match(item, pattern.first);
        this.match(item, pattern.second);
        return itemOf(type) !== null || type.kind === 'any' ? 1 : 0;
      }
      case 'arrow':
        return functionsIn(type) !== null ? 2 : type.kind === 'any' || type.kind === 'union' ? 1 : 0;
    }
  }

  private bindContainer(letter: string, kind: 'tuple' | 'set' | 'either'): boolean {
    if (letter === 'tuple' || letter === 'set') return letter === kind;
    const bound = this.containers.get(letter);
    this.containers.set(letter, bound === undefined || bound === kind ? kind : 'either');
    return true;
  }

  /** The type that a pattern stands for. */
  read(pattern: Pattern): Type {
    switch (pattern.kind) {
      case 'type':
        return pattern.type;
      case 'variable':
        return this.types.get(pattern.name) ?? unsure(ANY);
      case 'pair':
        return pairOf(this.read(pattern.first), this.read(pattern.second));
      case 'arrow':
        return functionOf(null, [], pattern.params.length);
      case 'container': {
        const item = this.read(pattern.item);
        const { container } = pattern;
        const kind =
          container === 'tuple' || container === 'set'
            ? container
            : (this.containers.get(container) ?? 'either');
        return kind === 'either'
          ? unionOf([containerOf('tuple', item), containerOf('set', item)])
          : containerOf(kind, item);
      }
    }
  }

  isBound({ params }: Arrow): boolean {
    return params.every((param) => param.kind !== 'variable' || this.types.has(param.name));
  }
}

/** As itemOf, for a union of containers of one kind. */
function commonItem(type: Type): ReturnType<typeof itemOf> {
  if (type.kind !== 'union') return null;
  const containers = type.members.map(itemOf);
  return containers.reduce((a, b) =>
    a !== null && b !== null && a.kind === b.kind ? { kind: a.kind, item: join(a.item, b.item) } : null,
  );
}

function matchType(type: Type, wanted: Type): Match {
  if (isSubtype(type, wanted)) return 2;
  if (type.kind === 'any') return 1;
  const parts = type.kind === 'union' ? type.members : [type];
  const targets = wanted.kind === 'union' ? wanted.members : [wanted];
  return parts.some((part) => targets.some((target) => isAkin(part, target))) ? 1 : 0;
}

/** Whether a value of one type may pass for the other by its outer shape. */
function isAkin(type: Type, target: Type): boolean {
  if (type.kind === 'function' || target.kind === 'function') return type.kind === target.kind;
  const container = itemOf(type);
  const wanted = itemOf(target);
  if (container === null || wanted === null)
    return isSubtype(type, target) || (type.kind === 'int' && target.kind === 'bool');
  if (container.kind !== wanted.kind)
    return container.kind === 'tuple' && target.kind === 'set' && itemOf(container.item) !== null;
  return (
    container.item.kind === 'any' || wanted.item.kind === 'any' || matchType(container.item, wanted.item) > 0
  );
}

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

/** The functions that a value of the type can be; null if it can be something else. */
function functionsIn(type: Type): readonly FunctionType[] | null {
  const members = type.kind === 'union' ? type.members : [type];
  return members.every((member) => member.kind === 'function') ? members : null;
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
