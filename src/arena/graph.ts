/**
 * Many programs as one directed acyclic graph: equal operations on equal arguments are one node (hash-consing), so a
 * subexpression that thirty candidates share is computed once an input. One graph at a time.
 */
import { Table } from './table';

/** What a node does: one of these, or CALL + the code of a primitive. */
export namespace Op {
  export const INPUT = 0;
  /** A call of a computed function, its first argument. */
  export const APPLY = 1;
  /** A permanent value: its handle stands where the others have the place of their arguments. */
  export const LEAF = 2;
  export const CALL = 3;
}

/** Bytes of a Node. */
const NODE_BYTES = 56;

@unmanaged
export class Node {
  op: i32;
  /** Arguments. */
  count: i32;
  /** Where the ids of its arguments start in the table of arguments; of a LEAF its value. */
  start: i32;
  /** 1 where its value depends on the input. */
  bound: i32;
  /** The last program that has it. */
  lastUser: i32;
  /** 0 while it is not computed for this input, or has no value. */
  value: i32;
  /** Why it has no value; 0 where it has one or is not computed. */
  reason: i32;
  /** The primitive at work when it failed, by code; -1 for none. */
  atWork: i32;
  /** Steps of fuel, those of its arguments not included. */
  cost: i64;
  /** Bytes that computing it took. */
  bytes: i32;
  /** The values or numbers that come with the reason. */
  a: i32;
  b: i32;
  unused: i32;
}

const nodes = changetype<Table>(memory.data(8));
const args = changetype<Table>(memory.data(8));
/** Open addressing: ids + 1 at the place of their hash, 0 where free. At most half full. */
const index = changetype<Table>(memory.data(8));
/** Nodes of all programs one after the other, and where each program starts. */
const members = changetype<Table>(memory.data(8));
const starts = changetype<Table>(memory.data(8));

/** Nodes so far. */
export let size = 0;
/** Programs so far. */
export let programs = 0;
let argCount = 0;
let slots = 0;
/** Graphs so far: by it a host knows whether the graph is still the one that it began. */
export let graphs = 0;

export function beginGraph(): void {
  graphs++;
  size = 0;
  programs = 0;
  argCount = 0;
  slots = 256;
  index.reserve(1024);
  memory.fill(index.words, 0, 1024);
}

@inline
export function nodeAt(id: i32): Node {
  return changetype<Node>(nodes.words + <usize>(id * NODE_BYTES));
}

/** Argument `position` of the node, as an id. */
@inline
export function argOf(node: Node, position: i32): i32 {
  return args.at(node.start + position);
}

/** Nodes of the program. */
@inline
export function programLength(program: i32): i32 {
  return starts.at(program + 1) - starts.at(program);
}

/** Node `at` of the program, as an id. */
@inline
export function memberOf(program: i32, at: i32): i32 {
  return members.at(starts.at(program) + at);
}

/**
 * Adds a program of `count` nodes in evaluation order, the result last, written at `words`: op, number of arguments,
 * arguments as places in the program (or the value of a LEAF) for each. Gives its number.
 */
export function addProgram(words: usize, count: i32): i32 {
  const program = programs++;
  starts.reserve((<usize>(programs + 1)) << 2);
  const start = program === 0 ? 0 : starts.at(program);
  starts.put(program, start);
  starts.put(programs, start + count);
  members.reserve((<usize>(start + count)) << 2);
  let from = words;
  for (let at = 0; at < count; at++) {
    const op = load<i32>(from);
    const given = load<i32>(from, 4);
    from += 8;
    const id = intern(op, given, from, start);
    nodeAt(id).lastUser = program;
    members.put(start + at, id);
    from += (<usize>given) << 2;
  }
  return program;
}

/** The node for `op` on arguments, given as places in the program that starts at `start`: an old one if there is one. */
function intern(op: i32, given: i32, from: usize, start: i32): i32 {
  let hash = (op + 1) * 0x9e3779b1;
  for (let i = 0; i < given; i++) hash = mix(hash, argAt(op, from, i, start));
  let place = (hash ^ (hash >>> 13)) & (slots - 1);
  for (;;) {
    const found = index.at(place) - 1;
    if (found < 0) break;
    if (isNode(nodeAt(found), op, given, from, start)) return found;
    place = (place + 1) & (slots - 1);
  }
  index.put(place, size + 1);
  const id = append(op, given, from, start);
  if (size * 2 > slots) rehash();
  return id;
}

@inline
function argAt(op: i32, from: usize, i: i32, start: i32): i32 {
  const word = load<i32>(from + ((<usize>i) << 2));
  return op === Op.LEAF ? word : members.at(start + word);
}

@inline
function mix(hash: i32, word: i32): i32 {
  return (((hash ^ word) + 0x7f4a7c15) * 0x85ebca6b) ^ (hash >>> 15);
}

function isNode(node: Node, op: i32, given: i32, from: usize, start: i32): bool {
  if (node.op !== op || node.count !== given) return false;
  if (op === Op.LEAF) return node.start === load<i32>(from);
  for (let i = 0; i < given; i++) if (argOf(node, i) !== argAt(op, from, i, start)) return false;
  return true;
}

function append(op: i32, given: i32, from: usize, start: i32): i32 {
  const id = size++;
  nodes.reserve(<usize>(size * NODE_BYTES));
  const node = nodeAt(id);
  node.op = op;
  node.count = given;
  node.value = 0;
  node.reason = 0;
  node.cost = 0;
  node.bytes = 0;
  node.bound = i32(op === Op.INPUT);
  if (op === Op.LEAF) {
    node.start = load<i32>(from);
    return id;
  }
  node.start = argCount;
  args.reserve((<usize>(argCount + given)) << 2);
  for (let i = 0; i < given; i++) {
    const arg = argAt(op, from, i, start);
    args.put(argCount++, arg);
    node.bound |= nodeAt(arg).bound;
  }
  return id;
}

function rehash(): void {
  slots *= 2;
  index.reserve((<usize>slots) << 2);
  memory.fill(index.words, 0, (<usize>slots) << 2);
  for (let id = 0; id < size; id++) {
    const node = nodeAt(id);
    let hash = (node.op + 1) * 0x9e3779b1;
    if (node.op === Op.LEAF) hash = mix(hash, node.start);
    else for (let i = 0; i < node.count; i++) hash = mix(hash, argOf(node, i));
    let place = (hash ^ (hash >>> 13)) & (slots - 1);
    while (index.at(place) !== 0) place = (place + 1) & (slots - 1);
    index.put(place, id + 1);
  }
}
