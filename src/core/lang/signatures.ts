/** The signatures of the catalogue as patterns of types. */
import type { Primitive } from '../dsl/primitive.ts';
import {
  ANY,
  BOOL,
  CELL,
  containerOf,
  functionOf,
  GRID,
  INDICES,
  INT,
  NONE,
  OBJECT,
  pairOf,
  unionOf,
  VEC,
  type Type,
} from './types.ts';

/** What a signature asks of one argument, or says of the result. */
export type Pattern =
  | { readonly kind: 'type'; readonly type: Type }
  /** a, b, c, d, r: the same in all its places. */
  | { readonly kind: 'variable'; readonly name: string }
  /** `container` is tuple or set, or a letter k or m for one of both, the same in all its places. */
  | { readonly kind: 'container'; readonly container: 'tuple' | 'set' | 'k' | 'm'; readonly item: Pattern }
  | { readonly kind: 'pair'; readonly first: Pattern; readonly second: Pattern }
  | Arrow;

export interface Arrow {
  readonly kind: 'arrow';
  readonly params: readonly Pattern[];
  readonly result: Pattern;
}

const PATCH = unionOf([OBJECT, INDICES]);
const ANY_TUPLE = containerOf('tuple', ANY);
const ANY_SET = containerOf('set', ANY);
const ANY_CONTAINER = unionOf([ANY_TUPLE, ANY_SET]);

/** The names of types: those of declarations and those of generic signatures. */
const TYPES: Readonly<Record<string, Type>> = {
  Any: ANY,
  Bool: BOOL,
  Boolean: BOOL,
  Int: INT,
  Integer: INT,
  Vec: VEC,
  IntegerTuple: VEC,
  Numerical: unionOf([INT, VEC]),
  Grid: GRID,
  Cell: CELL,
  Object: OBJECT,
  Indices: INDICES,
  Patch: PATCH,
  Element: unionOf([OBJECT, GRID]),
  Piece: unionOf([GRID, OBJECT, INDICES]),
  Objects: containerOf('set', OBJECT),
  IndicesSet: containerOf('set', INDICES),
  IntegerSet: containerOf('set', INT),
  Tuple: ANY_TUPLE,
  FrozenSet: ANY_SET,
  Container: ANY_CONTAINER,
  TupleTuple: containerOf('tuple', ANY_TUPLE),
  ContainerContainer: unionOf([containerOf('tuple', ANY_CONTAINER), containerOf('set', ANY_CONTAINER)]),
  Callable: functionOf(null, [], null),
};

/** The type that a declaration names; Any for an unknown name. */
export function declaredType(name: string): Type {
  return TYPES[name] ?? ANY;
}

/** Safe to share: made from the catalogue, which never changes. */
const known = new WeakMap<Primitive, readonly Arrow[]>();

/** The ways to call a primitive, at least one. */
export function signaturesOf(primitive: Primitive): readonly Arrow[] {
  let signatures = known.get(primitive);
  if (signatures === undefined) {
    signatures = primitive.generic.map((text) => readSignature(text));
    if (signatures.length === 0) {
      const params = primitive.params.map(({ type }) => typePattern(declaredType(type)));
      signatures = [{ kind: 'arrow', params, result: typePattern(declaredType(primitive.returns)) }];
    }
    known.set(primitive, signatures);
  }
  return signatures;
}

function typePattern(type: Type): Pattern {
  return { kind: 'type', type };
}

/** Reads `k a -> (a -> b) -> Tuple a`. */
function readSignature(text: string): Arrow {
  const tokens = text.match(/->|[(),]|\w+/g) ?? [];
  let at = 0;
  const arrow = (): Pattern => {
    const parts = [applied()];
    while (tokens[at] === '->') {
      at++;
      parts.push(applied());
    }
    return parts.length === 1
      ? parts[0]
      : { kind: 'arrow', params: parts.slice(0, -1), result: parts[parts.length - 1] };
  };
  const applied = (): Pattern => {
    const name = tokens[at++];
    if (name === '(') {
      const first = arrow();
      const pair = tokens[at] === ',' ? { second: (at++, arrow()) } : null;
      at++; // the closing bracket
      return pair === null ? first : simplified({ kind: 'pair', first, second: pair.second });
    }
    if (name === 'Set' || name === 'Tuple' || name === 'k' || name === 'm') {
      const container = name === 'Set' ? 'set' : name === 'Tuple' ? 'tuple' : name;
      return simplified({ kind: 'container', container, item: applied() });
    }
    if (name === 'Maybe') {
      const inner = applied();
      return typePattern(inner.kind === 'type' ? unionOf([inner.type, NONE]) : ANY);
    }
    return /^[a-z]$/.test(name) ? { kind: 'variable', name } : typePattern(declaredType(name));
  };
  const read = arrow();
  return read.kind === 'arrow' ? read : { kind: 'arrow', params: [], result: read };
}

/** A pattern without variables is a type. */
function simplified(pattern: Pattern): Pattern {
  if (pattern.kind === 'pair' && pattern.first.kind === 'type' && pattern.second.kind === 'type') {
    return typePattern(pairOf(pattern.first.type, pattern.second.type));
  }
  if (pattern.kind === 'container' && pattern.item.kind === 'type') {
    if (pattern.container === 'set' || pattern.container === 'tuple')
      return typePattern(containerOf(pattern.container, pattern.item.type));
  }
  return pattern;
}
