/** What the place of a hole asks of what is put there. */
import type { Primitive } from '../dsl/primitive.ts';
import { givenTo, matchAt, takesFunction, typeOfApply } from '../lang/call-types.ts';
import { meaningOf, type Node } from '../lang/program.ts';
import { ANY, GRID, isSubtype, unsure, type Type } from '../lang/types.ts';
import type { Sketch } from './fill-sketch.ts';

/** A function is asked for, which is called with values of these types; or a value. */
export interface Place {
  readonly given: readonly Type[] | null;
  /** Whether a value of the type may stand there. */
  accepts(type: Type): boolean;
}

/** A use of a node: as the argument at a place of another node. */
interface Use {
  readonly node: Node;
  readonly index: number;
  readonly place: number;
}

/** Combinators, and for each place what the function there is given when the whole is given `args`. */
const GIVEN: Readonly<
  Record<string, (args: readonly Type[], parts: readonly Type[]) => (readonly Type[] | null)[]>
> = {
  compose: (args, [, g]) => [[typeOfApply(g, args)], args],
  chain: (args, [, g, h]) => {
    const inner = typeOfApply(h, args);
    return [[typeOfApply(g, [inner])], [inner], args];
  },
  fork: (args, [, f, g]) => [[typeOfApply(f, args), typeOfApply(g, args)], args, args],
  matcher: (args) => [args, null],
  power: (args) => [args, null],
  lbind: (args, [, bound]) => [[bound, ...args], null],
  rbind: (args, [, bound]) => [[...args, bound], null],
};

export function placeOf(sketch: Sketch, types: readonly Type[], hole: number): Place {
  const uses = usesOf(sketch, hole);
  const given = givenAt(sketch, types, hole);
  const isResult = sketch.result === hole;
  return {
    given,
    accepts: (type) =>
      (!isResult || isSubtype(type, GRID) || !type.sure) &&
      uses.every(({ node, place }) => goesInto(node, place, type, types)),
  };
}

function usesOf({ nodes }: Sketch, node: number): Use[] {
  return nodes.flatMap((user, index) =>
    user.args.flatMap((arg, place) => (arg === node ? [{ node: user, index, place }] : [])),
  );
}

function goesInto({ op, args }: Node, place: number, type: Type, types: readonly Type[]): boolean {
  const meaning = meaningOf(op);
  if (meaning.kind !== 'call') return true;
  const { primitive } = meaning;
  const bound = boundPlace(primitive, types[args[0]], place);
  if (bound !== null) return goesTo(bound.primitive, bound.place, type, []);
  return goesTo(
    primitive,
    place,
    type,
    args.map((arg) => types[arg]),
  );
}

const TRUTHS = new Set(['Boolean', 'Any']);

/** Whether a value of the type makes sense at the place. A truth value passes for an integer, but nobody means it. */
export function goesTo(primitive: Primitive, place: number, type: Type, args: readonly Type[]): boolean {
  if (type.kind === 'bool' && !TRUTHS.has(primitive.params[place].type)) return false;
  return matchAt(primitive, place, type, args) >= (type.sure ? 2 : 1);
}

/** The parameter that `lbind` or `rbind` binds with its second argument. */
function boundPlace(
  { name }: Primitive,
  bound: Type,
  place: number,
): { readonly primitive: Primitive; readonly place: number } | null {
  if (place !== 1 || (name !== 'lbind' && name !== 'rbind')) return null;
  if (bound.kind !== 'function' || bound.primitive === null || bound.given.length > 0) return null;
  return { primitive: bound.primitive, place: name === 'lbind' ? 0 : bound.primitive.params.length - 1 };
}

/** The types that a function at the node is called with; null where it need not be a function. */
function givenAt(sketch: Sketch, types: readonly Type[], node: number): readonly Type[] | null {
  let unknown: readonly Type[] | null = null;
  for (const { node: user, index, place } of usesOf(sketch, node)) {
    const args = user.args.map((arg) => types[arg]);
    const meaning = meaningOf(user.op);
    let given: readonly Type[] | null = null;
    if (meaning.kind === 'apply') given = place === 0 ? args.slice(1) : null;
    else if (meaning.kind === 'call') {
      const { primitive } = meaning;
      const combine = Object.hasOwn(GIVEN, primitive.name) ? GIVEN[primitive.name] : undefined;
      const bound = boundPlace(primitive, args[0], place);
      if (bound !== null)
        given = takesFunction(bound.primitive, bound.place)
          ? givenTo(bound.primitive, bound.place, [])
          : null;
      else if (combine !== undefined)
        given = combine(givenAt(sketch, types, index) ?? [unsure(ANY)], args)[place];
      else if (takesFunction(primitive, place)) given = givenTo(primitive, place, args);
    }
    if (given === null) continue;
    if (given.every(({ kind }) => kind !== 'any')) return given;
    unknown ??= given;
  }
  return unknown;
}
