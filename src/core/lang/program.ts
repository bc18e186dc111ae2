/**
 * A solver as a graph of operations, which is what the engine and the search work on. The nodes stand in
 * evaluation order: arguments before their users, the result last. In canonical form (3-canonical.ts) the
 * nodes are the post-order of the result, each distinct one once, so that equal programs are equal data.
 */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import type { Value } from '../values/value.ts';

/** What a node does; see `opOf…` and `describeOp`. Dense small integers. */
export type Op = number;

export interface Node {
  readonly op: Op;
  /** Indices of earlier nodes. */
  readonly args: readonly number[];
}

export interface Program {
  readonly nodes: readonly Node[];
}

/** The test grid `I`; no arguments. */
export const INPUT: Op = 0;
/** A call of a computed function: its first argument is the function. */
export const APPLY: Op = 1;

const CONSTANT_NAMES = Object.keys(CONSTANTS);
const CONSTANT_BASE = 2;
const FUNCTION_BASE = CONSTANT_BASE + CONSTANT_NAMES.length;
const CALL_BASE = FUNCTION_BASE + CATALOGUE.length;

/** One more than the greatest op. */
export const OP_COUNT = CALL_BASE + CATALOGUE.length;

export type OpMeaning =
  | { readonly kind: 'input' }
  | { readonly kind: 'apply' }
  | { readonly kind: 'constant'; readonly name: string; readonly value: Value }
  /** A primitive as a value, to be handed to another one. */
  | { readonly kind: 'function'; readonly primitive: Primitive }
  /** A call of a primitive with all its arguments. */
  | { readonly kind: 'call'; readonly primitive: Primitive };

const MEANINGS: readonly OpMeaning[] = [
  { kind: 'input' },
  { kind: 'apply' },
  ...CONSTANT_NAMES.map((name): OpMeaning => ({ kind: 'constant', name, value: CONSTANTS[name] })),
  ...CATALOGUE.map((primitive): OpMeaning => ({ kind: 'function', primitive })),
  ...CATALOGUE.map((primitive): OpMeaning => ({ kind: 'call', primitive })),
];

const CONSTANT_OPS = new Map(CONSTANT_NAMES.map((name, i) => [name, CONSTANT_BASE + i]));
const PRIMITIVE_INDEX = new Map(CATALOGUE.map((primitive, i) => [primitive.name, i]));

export function meaningOf(op: Op): OpMeaning {
  return MEANINGS[op];
}

export function opOfConstant(name: string): Op | undefined {
  return CONSTANT_OPS.get(name);
}

/** The op that gives the primitive itself as a value. */
export function opOfFunction(name: string): Op | undefined {
  const index = PRIMITIVE_INDEX.get(name);
  return index === undefined ? undefined : FUNCTION_BASE + index;
}

/** The op that calls the primitive. */
export function opOfCall(name: string): Op | undefined {
  const index = PRIMITIVE_INDEX.get(name);
  return index === undefined ? undefined : CALL_BASE + index;
}

/** Whether the node stands for itself in print: the input, a constant or a primitive as a value. */
export function isLeaf(op: Op): boolean {
  return op !== APPLY && op < CALL_BASE;
}
