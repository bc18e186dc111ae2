/**
 * Typed mutation: small changes of a program that keep it plausible. Everything is drawn from the given stream
 * of chance, so the same stream makes the same change.
 */
import {
  isLeaf,
  meaningOf,
  opOfCall,
  opOfConstant,
  opOfFunction,
  type Node,
  type Op,
  type Program,
} from '../lang/program.ts';
import type { Random } from '../random.ts';
import type { ColourHints } from './colours.ts';
import { typesOf, type DonorIndex } from './donors.ts';
import { substitutesOf } from './substitutes.ts';

export interface Mutation {
  /** Not canonical: some nodes may be dead or repeated. The result is the last node. */
  readonly program: Program;
  /** For people, such as `ONE -> THREE`. */
  readonly change: string;
}

const COLOUR_NAMES = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const INTEGER_NAMES = [...COLOUR_NAMES, 'TEN', 'NEG_ONE', 'NEG_TWO'];
const VECTOR_NAMES = [
  ...['DOWN', 'RIGHT', 'UP', 'LEFT', 'ORIGIN', 'UNITY', 'NEG_UNITY', 'UP_RIGHT', 'DOWN_LEFT'],
  ...['ZERO_BY_TWO', 'TWO_BY_ZERO', 'TWO_BY_TWO', 'THREE_BY_THREE'],
];

/** A kind of change; null where it cannot be made to this program, or the draw came to nothing. */
type Operator = (nodes: readonly Node[], types: readonly string[], random: Random) => Mutation | null;

export class Mutator {
  private readonly hints: ColourHints;
  private readonly donors: DonorIndex;
  /** Operators with their weights. */
  private readonly operators: readonly (readonly [number, Operator])[];

  /** `donors` give the subexpressions that can be grafted. */
  constructor(hints: ColourHints, donors: DonorIndex) {
    this.hints = hints;
    this.donors = donors;
    this.operators = [
      [4, this.recolour],
      [3, this.reconstant],
      [2, this.swap],
      [4, this.replacePrimitive],
      [3, this.rewire],
      [5, this.graft],
      [2, this.wrap],
      [1, this.unwrap],
    ];
  }

  /** `parent` with one to three changes; null where twelve draws in a row found nothing to change. */
  mutate(parent: Program, random: Random): Mutation | null {
    let mutation = this.change(parent, random);
    for (let extra = 0; extra < 2 && mutation !== null && random.bool(0.3); extra++) {
      const further = this.change(mutation.program, random);
      if (further !== null)
        mutation = { program: further.program, change: `${mutation.change}, ${further.change}` };
    }
    return mutation;
  }

  private change(program: Program, random: Random): Mutation | null {
    const { nodes } = program;
    const types = typesOf(program);
    for (let draw = 0; draw < 12; draw++) {
      const mutation = weighted(this.operators, random)(nodes, types, random);
      if (mutation !== null && mutation.program.nodes.length <= 400) return mutation;
    }
    return null;
  }

  /** A colour constant becomes another: one that the outputs bring, one that the inputs lose, one that is there. */
  private readonly recolour: Operator = (nodes, _types, random) => {
    const colours = random.pick([this.hints.appearing, this.hints.vanishing, this.hints.present]);
    const at = pickNode(nodes, random, (node) => COLOUR_NAMES.includes(constantName(node.op)));
    if (at === null || colours.length === 0) return null;
    return replaceConstant(nodes, at, COLOUR_NAMES[random.pick(colours)]);
  };

  private readonly reconstant: Operator = (nodes, _types, random) => {
    const at = pickNode(nodes, random, (node) => constantName(node.op) !== '');
    if (at === null) return null;
    const name = constantName(nodes[at].op);
    if (name === 'T' || name === 'F') return replaceConstant(nodes, at, name === 'T' ? 'F' : 'T');
    return replaceConstant(
      nodes,
      at,
      random.pick(INTEGER_NAMES.includes(name) ? INTEGER_NAMES : VECTOR_NAMES),
    );
  };

  /** Two arguments of one type change places. */
  private readonly swap: Operator = (nodes, types, random) => {
    const at = pickNode(nodes, random, ({ args }) => args.length >= 2);
    if (at === null) return null;
    const { op, args } = nodes[at];
    const i = random.int(0, args.length - 1);
    const j = random.int(0, args.length - 1);
    if (args[i] === args[j] || types[args[i]] !== types[args[j]]) return null;
    const swapped = args.map((arg, k) => (k === i ? args[j] : k === j ? args[i] : arg));
    return replaced(nodes, at, { op, args: swapped }, `arguments of ${nameOf(op)} swapped`);
  };

  /** Another primitive of the same type, called or handed on. */
  private readonly replacePrimitive: Operator = (nodes, _types, random) => {
    const at = pickNode(nodes, random, ({ op }) => primitiveName(op) !== '');
    if (at === null) return null;
    const { op, args } = nodes[at];
    const substitutes = substitutesOf(nameOf(op));
    if (substitutes.length === 0) return null;
    const name = random.pick(substitutes);
    const other = (args.length > 0 ? opOfCall(name) : opOfFunction(name)) as Op;
    return replaced(nodes, at, { op: other, args }, `${nameOf(op)} -> ${name}`);
  };

  /** An argument becomes another, earlier value of the same type. */
  private readonly rewire: Operator = (nodes, types, random) => {
    const at = pickNode(nodes, random, ({ args }) => args.length > 0);
    if (at === null) return null;
    const { op, args } = nodes[at];
    const position = random.int(0, args.length - 1);
    const others = indicesWhere(at, (i) => i !== args[position] && types[i] === types[args[position]]);
    if (others.length === 0) return null;
    const other = random.pick(others);
    const rewired = args.map((arg, i) => (i === position ? other : arg));
    return replaced(nodes, at, { op, args: rewired }, `argument ${position + 1} of ${nameOf(op)} replaced`);
  };

  /** A subexpression is replaced by one of the same type from another solver. */
  private readonly graft: Operator = (nodes, types, random) => {
    const at = random.int(0, nodes.length - 1);
    const donor = this.donors.draw(types[at], random);
    if (donor === null) return null;
    const grafted = splice(nodes, at, donor.nodes);
    return { program: { nodes: grafted }, change: `${nameOf(nodes[at].op)} taken from ${donor.name}` };
  };

  /** A call of one argument is put around a value: its type stays. */
  private readonly wrap: Operator = (nodes, types, random) => {
    const at = random.int(0, nodes.length - 1);
    const name = this.donors.drawWrapper(types[at], random);
    if (name === null) return null;
    const wrapper = { op: opOfCall(name) as Op, args: [at] };
    const wrapped = [
      ...nodes.slice(0, at + 1),
      wrapper,
      ...nodes.slice(at + 1).map((node) => shifted(node, at)),
    ];
    return { program: { nodes: wrapped }, change: `${name} around ${nameOf(nodes[at].op)}` };
  };

  /** A call is replaced by one of its arguments of the same type. */
  private readonly unwrap: Operator = (nodes, types, random) => {
    const at = pickNode(nodes, random, ({ args }, i) => args.some((arg) => types[arg] === types[i]));
    if (at === null) return null;
    const inner = random.pick(nodes[at].args.filter((arg) => types[arg] === types[at]));
    const redirected = nodes.map(({ op, args }) => ({
      op,
      args: args.map((arg) => (arg === at ? inner : arg)),
    }));
    const program = { nodes: at === nodes.length - 1 ? redirected.slice(0, inner + 1) : redirected };
    return { program, change: `${nameOf(nodes[at].op)} left out` };
  };
}

/** A node behind `at` after one has been put there: what used `at` uses the newcomer. */
function shifted({ op, args }: Node, at: number): Node {
  return { op, args: args.map((arg) => (arg >= at ? arg + 1 : arg)) };
}

/** The nodes with `graft` in front, whose last node takes the place of node `at`. */
function splice(nodes: readonly Node[], at: number, graft: readonly Node[]): Node[] {
  const offset = graft.length;
  const moved = (arg: number): number => (arg === at ? offset - 1 : arg + offset);
  if (at === nodes.length - 1) return [...graft];
  return [...graft, ...nodes.map(({ op, args }) => ({ op, args: args.map(moved) }))];
}

function replaced(nodes: readonly Node[], at: number, node: Node, change: string): Mutation {
  return { program: { nodes: nodes.map((old, i) => (i === at ? node : old)) }, change };
}

function replaceConstant(nodes: readonly Node[], at: number, name: string): Mutation | null {
  const old = constantName(nodes[at].op);
  return name === old
    ? null
    : replaced(nodes, at, { op: opOfConstant(name) as Op, args: [] }, `${old} -> ${name}`);
}

function constantName(op: Op): string {
  const meaning = meaningOf(op);
  return meaning.kind === 'constant' ? meaning.name : '';
}

function primitiveName(op: Op): string {
  const meaning = meaningOf(op);
  return meaning.kind === 'call' || meaning.kind === 'function' ? meaning.primitive.name : '';
}

function nameOf(op: Op): string {
  if (isLeaf(op)) return constantName(op) || primitiveName(op) || 'I';
  return primitiveName(op) || 'a function call';
}

function indicesWhere(count: number, test: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) if (test(i)) found.push(i);
  return found;
}

function pickNode(
  nodes: readonly Node[],
  random: Random,
  test: (node: Node, i: number) => boolean,
): number | null {
  const found = indicesWhere(nodes.length, (i) => test(nodes[i], i));
  return found.length === 0 ? null : random.pick(found);
}

function weighted<T>(items: readonly (readonly [number, T])[], random: Random): T {
  let draw = random.int(0, items.reduce((sum, [weight]) => sum + weight, 0) - 1);
  for (const [weight, item] of items) {
    draw -= weight;
    if (draw < 0) return item;
  }
  throw new RangeError('the weights changed');
}
