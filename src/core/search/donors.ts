/** The subexpressions of a pool of programs by their type, for grafting. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { inferProgram } from '../lang/infer.ts';
import { typeText } from '../lang/type-text.ts';
import type { Node, Program } from '../lang/program.ts';
import type { Random } from '../random.ts';

/** A named program whose parts may be used elsewhere. */
export interface Donor {
  readonly name: string;
  readonly program: Program;
}

/** A subexpression: the nodes that it needs, itself last. */
export interface Graft {
  readonly name: string;
  readonly nodes: readonly Node[];
}

/** Declared types in the words of inferred ones, where a primitive of one argument keeps them. */
const KEEPING: Readonly<Record<string, readonly string[]>> = {
  Grid: ['Grid', 'Element', 'Piece'],
  Object: ['Object', 'Patch', 'Element', 'Piece'],
  Indices: ['Indices', 'Patch', 'Piece'],
  Int: ['Integer', 'Numerical'],
  Vec: ['IntegerTuple', 'Numerical'],
  Bool: ['Boolean'],
};

const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(KEEPING).map(([type, declared]) => {
    const keeps = CATALOGUE.filter(
      ({ params, returns }) =>
        params.length === 1 && declared.includes(params[0].type) && declared.includes(returns),
    );
    return [type, keeps.map(({ name }) => name)];
  }),
);

/** Safe to share: inferred from the program alone, which never changes. */
const typeTexts = new WeakMap<Program, readonly string[]>();

/** The inferred type of each node, in words; remembered, since the same parents are changed again and again. */
export function typesOf(program: Program): readonly string[] {
  let types = typeTexts.get(program);
  if (types === undefined) {
    types = inferProgram(program).map(typeText);
    typeTexts.set(program, types);
  }
  return types;
}

export class DonorIndex {
  private readonly donors: readonly Donor[];
  /** Places by type text: donor number and node number. */
  private readonly places = new Map<string, (readonly [number, number])[]>();

  constructor(donors: readonly Donor[]) {
    this.donors = donors;
    donors.forEach(({ program }, d) => {
      typesOf(program).forEach((text, node) => {
        const places = this.places.get(text);
        if (places === undefined) this.places.set(text, [[d, node]]);
        else places.push([d, node]);
      });
    });
  }

  /** A subexpression of the type, or null where there is none. */
  draw(type: string, random: Random): Graft | null {
    const places = this.places.get(type);
    if (places === undefined) return null;
    const [donor, node] = random.pick(places);
    const { name, program } = this.donors[donor];
    return { name, nodes: closure(program.nodes, node) };
  }

  /** A primitive of one argument that gives back what it takes, or null. */
  drawWrapper(type: string, random: Random): string | null {
    const names = WRAPPERS.get(type);
    return names === undefined || names.length === 0 ? null : random.pick(names);
  }
}

/** The nodes that node `root` needs, in their order, `root` last. */
function closure(nodes: readonly Node[], root: number): Node[] {
  const needed = new Uint8Array(root + 1);
  needed[root] = 1;
  for (let i = root; i >= 0; i--) if (needed[i] === 1) for (const arg of nodes[i].args) needed[arg] = 1;
  const places = new Int32Array(root + 1);
  const kept: Node[] = [];
  for (let i = 0; i <= root; i++) {
    if (needed[i] === 0) continue;
    places[i] = kept.length;
    kept.push({ op: nodes[i].op, args: nodes[i].args.map((arg) => places[arg]) });
  }
  return kept;
}
