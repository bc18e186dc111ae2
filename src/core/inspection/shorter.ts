/** Programs that are shorter than a given one, whatever they do: a node of it is replaced by something simpler. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import { canonicalise } from '../lang/3-canonical.ts';
import { INPUT, isLeaf, opOfCall, opOfConstant, type Node, type Op, type Program } from '../lang/program.ts';

const CONSTANT_OPS = Object.keys(CONSTANTS).map((name) => opOfConstant(name)!);
const callsOf = (arity: number): readonly Op[] =>
  CATALOGUE.filter(({ params }) => params.length === arity).map(({ name }) => opOfCall(name)!);
const UNARY = callsOf(1);
const BINARY = callsOf(2);

/** Those that replace a value by one that is there come first, then those with a new call of one value, then of two. */
export function* shorterPrograms(program: Program): Generator<Program> {
  const { nodes } = program;
  const calls = countCalls(nodes);
  // The last nodes stand for the most.
  const targets = nodes.flatMap(({ op }, at) => (isLeaf(op) ? [] : [at])).reverse();
  for (const put of [given, unary, binary]) {
    for (const at of targets) {
      for (const added of put(nodes, at)) {
        const shorter = canonicalise(replaced(nodes, at, added));
        if (countCalls(shorter.nodes) < calls) yield shorter;
      }
    }
  }
}

/** Nodes to stand before the one replaced, the last of them in its place; or the index of an earlier one. */
type Replacement = number | readonly Node[];

function* given(_nodes: readonly Node[], at: number): Generator<Replacement> {
  for (let earlier = 0; earlier < at; earlier++) yield earlier;
  yield [{ op: INPUT, args: [] }];
  for (const op of CONSTANT_OPS) yield [{ op, args: [] }];
}

function* unary(nodes: readonly Node[], at: number): Generator<Replacement> {
  if (!mayGain(nodes, at)) return;
  for (let arg = 0; arg < at; arg++) for (const op of UNARY) yield [{ op, args: [arg] }];
}

function* binary(nodes: readonly Node[], at: number): Generator<Replacement> {
  if (!mayGain(nodes, at)) return;
  for (let one = 0; one < at; one++)
    for (let two = 0; two < at; two++) for (const op of BINARY) yield [{ op, args: [one, two] }];
}

/** Whether calls would go beside that of the node itself: only then a new call in its place makes it shorter. */
function mayGain(nodes: readonly Node[], at: number): boolean {
  const without = canonicalise(replaced(nodes, at, [{ op: INPUT, args: [] }]));
  return countCalls(without.nodes) < countCalls(nodes) - 1;
}

function replaced(nodes: readonly Node[], at: number, by: Replacement): Program {
  const added = typeof by === 'number' ? [] : by;
  const target = typeof by === 'number' ? by : at + added.length - 1;
  const shift = added.length;
  const moved = (arg: number) => (arg === at ? target : arg > at ? arg + shift - 1 : arg);
  const later = nodes.slice(at + 1).map(({ op, args }) => ({ op, args: args.map(moved) }));
  // The result stands last: where it is the node itself that goes, what takes its place ends the list.
  if (later.length === 0 && typeof by === 'number') return { nodes: nodes.slice(0, by + 1) };
  return { nodes: [...nodes.slice(0, at), ...added, ...later] };
}

function countCalls(nodes: readonly Node[]): number {
  return nodes.filter(({ op }) => !isLeaf(op)).length;
}
