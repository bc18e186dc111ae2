/** Types held against the patterns of a signature. */
import type { Arrow, Pattern } from './signatures.ts';
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
export type Match = 2 | 1 | 0;

/** What variables of a signature stand for in one call. */
export class Bindings {
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

/** The functions that a value of the type can be; null if it can be something else. */
export function functionsIn(type: Type): readonly FunctionType[] | null {
  const members = type.kind === 'union' ? type.members : [type];
  return members.every((member) => member.kind === 'function') ? members : null;
}
