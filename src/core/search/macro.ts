/** A macro in a form that the arena's bank can run, and that prints as plain dialect. */
import { codeOf } from '../engine/codes.ts';
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';

/** Kinds of nodes as src/arena/graph.ts numbers them. */
const INPUT = 0;
const LEAF = 2;
const CALL = 3;

/** A node of a macro: a name (`x`, `y`, `I`, a constant, a primitive as a value) or a call of a primitive. */
export type MacroNode =
  | { readonly kind: 'hole'; readonly hole: 0 | 1 }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly number[] };

/** Nodes in evaluation order, each distinct one once; the result is last. */
export type MacroBody = readonly MacroNode[];

/** Reads an expression of names and calls. Colours that stand for themselves are replaced by `colours`. */
export function readMacro(text: string, colours: Readonly<Record<string, string>> = {}): MacroBody {
  const nodes: MacroNode[] = [];
  const known = new Map<string, number>();
  const add = (node: MacroNode): number => {
    const key = JSON.stringify(node);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, nodes.length);
    return nodes.push(node) - 1;
  };
  const tokens = text.match(/[A-Za-z_0-9]+|[(),]/g) ?? [];
  let at = 0;
  const expression = (): number => {
    const name = tokens[at++];
    if (tokens[at] !== '(') return add(leaf(colours[name] ?? name));
    const args: number[] = [];
    do {
      at++;
      args.push(expression());
    } while (tokens[at] === ',');
    at++;
    const primitive = PRIMITIVES.get(name);
    if (primitive?.params.length !== args.length) throw new Error(`${name} in macro ${text}`);
    return add({ kind: 'call', name, args });
  };
  expression();
  if (at !== tokens.length) throw new Error(`macro ${text} goes on after its end`);
  return nodes;
}

function leaf(name: string): MacroNode {
  if (name === 'x') return { kind: 'hole', hole: 0 };
  if (name === 'y') return { kind: 'hole', hole: 1 };
  if (name !== 'I' && !(name in CONSTANTS) && !PRIMITIVES.has(name)) throw new Error(`macro name ${name}`);
  return { kind: 'name', name };
}

/** What `macroWords` asks of the core: permanent handles, of names and of calls whose arguments are permanent. */
export interface Permanent {
  leaf(name: string): number;
  call(code: number, args: readonly number[]): number;
}

/**
 * The words that `addMacro` of the arena reads. What depends on neither hole nor input is computed here and now, and
 * stands as a leaf.
 */
export function macroWords(body: MacroBody, permanent: Permanent): { words: number[]; count: number } {
  const words: number[] = [];
  /** Of each node its place among the words' nodes, or the hole. */
  const places: number[] = [];
  const handles: (number | null)[] = [];
  let count = 0;
  const emit = (...node: number[]): number => {
    words.push(...node);
    return count++;
  };
  /** The place of a node that other nodes need. */
  const placeOf = (node: number): number => {
    const handle = handles[node];
    if (places[node] === UNPLACED && handle !== null) places[node] = emit(LEAF, 1, handle);
    return places[node];
  };
  body.forEach((node, i) => {
    places[i] = UNPLACED;
    handles[i] = null;
    if (node.kind === 'hole') places[i] = -1 - node.hole;
    else if (node.kind === 'name') {
      if (node.name === 'I') places[i] = emit(INPUT, 0);
      else handles[i] = permanent.leaf(node.name);
    } else {
      const given = node.args.map((arg) => handles[arg]);
      if (given.every((handle) => handle !== null)) handles[i] = permanent.call(codeOf(node.name), given);
      else {
        const args = node.args.map(placeOf);
        places[i] = emit(CALL + codeOf(node.name), args.length, ...args);
      }
    }
  });
  placeOf(body.length - 1);
  return { words, count };
}

const UNPLACED = -9;
